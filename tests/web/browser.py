# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium, driven by the W3C WebDriver protocol."""

import json
import os
import pathlib
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

# Nothing that the browser does by itself may reach a network.
ARGUMENTS = ['--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
             '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--window-size=1000,1200']


class Browser:
    """To be used in a with statement."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.log = open(pathlib.Path(self.folder.name, 'log'), 'w+', encoding='utf-8')
        environment = {**os.environ, 'HOME': self.folder.name}
        self.driver = subprocess.Popen(['chromedriver', '--port=0'], stdout=self.log, stderr=subprocess.STDOUT, env=environment)
        self.address = f'http://127.0.0.1:{self.find_port()}/session'
        arguments = [*ARGUMENTS, f'--user-data-dir={self.folder.name}/profile']
        if os.getuid() == 0:
            arguments.append('--no-sandbox')
        options = {'goog:chromeOptions': {'args': arguments}, 'timeouts': {'script': 60000}}
        self.address += '/' + self.send('', {'capabilities': {'alwaysMatch': options}})['sessionId']
        return self

    def __exit__(self, *error):
        try:
            urllib.request.urlopen(urllib.request.Request(self.address, method='DELETE'), timeout=30).close()
        finally:
            self.driver.terminate()
            self.driver.wait(30)
            self.log.close()
            self.folder.cleanup()

    def find_port(self):
        """The driver takes a free port and tells which."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            self.log.seek(0)
            for line in self.log:
                if 'on port ' in line and 'started successfully' in line:
                    return int(line.rsplit('on port ', 1)[1].strip().rstrip('.'))
            if self.driver.poll() is not None:
                break
            time.sleep(0.05)
        self.log.seek(0)
        raise RuntimeError(f'chromedriver did not start: {self.log.read()}')

    def send(self, path, body):
        request = urllib.request.Request(self.address + path, json.dumps(body).encode(), {'Content-Type': 'application/json'})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)['value']
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()) from error

    def open(self, path, scheme='light', width=1000, medium='screen'):
        """Shows a file in the colours and at the width of a device, or as it is printed."""
        self.command('Emulation.setEmulatedMedia',
                     {'media': medium, 'features': [{'name': 'prefers-color-scheme', 'value': scheme}]})
        self.command('Emulation.setDeviceMetricsOverride',
                     {'width': width, 'height': 1200, 'deviceScaleFactor': 1, 'mobile': width < 600})
        self.send('/url', {'url': pathlib.Path(path).resolve().as_uri()})

    def command(self, name, parameters):
        return self.send('/goog/cdp/execute', {'cmd': name, 'params': parameters})

    def run(self, script, *args):
        """What a script returns."""
        return self.send('/execute/sync', {'script': script, 'args': list(args)})

    def run_async(self, script, *args):
        """What a script gives to the function that it gets as its last argument."""
        return self.send('/execute/async', {'script': script, 'args': list(args)})
