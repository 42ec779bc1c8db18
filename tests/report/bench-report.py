# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a report takes, and how much memory, beside other programs that make a PDF of our own HTML in the same run.

Sizes may be given: bench-report.py CLI 10 100. Machines differ and are noisy, so that what counts are the ratios. A program that takes too long is stopped, and said so.
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading

SIZES = (10, 100, 1000)
LIMIT = 900  # seconds


class Usage:
    """What a command and its children took; None where it was stopped."""

    def __init__(self, command, **keywords):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, **keywords)
        peak = PeakOfGroup(process.pid)
        timer = threading.Timer(LIMIT, lambda: os.killpg(process.pid, signal.SIGKILL))
        timer.start()
        start = os.times()
        status = os.wait4(process.pid, 0)[1]
        end = os.times()
        timer.cancel()
        self.memory = peak.stop()
        self.elapsed = end.elapsed - start.elapsed
        self.cpu = end.children_user + end.children_system - start.children_user - start.children_system
        self.stopped = os.WIFSIGNALED(status)
        self.failed = not self.stopped and status != 0


class PeakOfGroup(threading.Thread):
    """The most memory, in MiB, that the processes of a session have held together: Chromium has many. What they share
    counts once (the proportional set size)."""

    def __init__(self, session):
        super().__init__(daemon=True)
        self.session, self.peak, self.done = session, 0, threading.Event()
        self.start()

    def run(self):
        while not self.done.wait(0.02):
            self.peak = max(self.peak, sum(map(self.measure, pathlib.Path('/proc').glob('[0-9]*'))))

    def measure(self, process):
        try:
            if int((process / 'stat').read_text().rsplit(')', 1)[1].split()[3]) != self.session:
                return 0
            lines = (process / 'smaps_rollup').read_text().splitlines()
            return next(int(line.split()[1]) for line in lines if line.startswith('Pss:')) / 1024
        except (OSError, StopIteration, IndexError):
            return 0

    def stop(self):
        self.done.set()
        self.join()
        return self.peak


def compare(cli, size, folder):
    register, html, pdf = folder / 'register', folder / 'report.html', folder / 'report.pdf'
    subprocess.run([cli, 'sample', '--size', str(size), register], check=True)
    environment = {**os.environ, 'HOME': str(folder)}
    sandbox = ['--no-sandbox'] if os.getuid() == 0 else []
    # What protecting numbers takes is the matter of another benchmark.
    report = [cli, 'report', register, '--without', 'statistics']
    commands = {
        'our HTML': [*report, '--format', 'html', '-o', html],
        'our PDF': [*report, '--format', 'pdf', '-o', pdf],
        'Chromium': ['chromium', '--headless', *sandbox, '--disable-gpu', '--disable-background-networking', '--no-first-run',
                     f'--user-data-dir={folder}/profile', f'--print-to-pdf={folder}/chromium.pdf', html.as_uri()],
        'LibreOffice': ['soffice', '--headless', '--convert-to', 'pdf:writer_web_pdf_Export', '--outdir', folder / 'office', html],
        'WeasyPrint': ['weasyprint', '--pdf-variant', 'pdf/ua-1', html, folder / 'weasyprint.pdf'],
    }
    ours = None
    for name, command in commands.items():
        usage = Usage(command, env=environment)
        if name == 'our PDF':
            ours = usage
        if usage.failed:
            print(f'{size:5} projects  {name:12} failed')
            continue
        line = f'{size:5} projects  {name:12} {usage.elapsed:7.2f} s  {usage.cpu:7.2f} s CPU  {usage.memory:6.0f} MiB'
        if ours not in (None, usage):
            line += (f'   {"more than " if usage.stopped else ""}{usage.elapsed / ours.elapsed:.0f} × our time, '
                     f'{usage.cpu / ours.cpu:.0f} × our CPU, {usage.memory / ours.memory:.1f} × our memory')
        print(line, flush=True)
    info = subprocess.run(['pdfinfo', pdf], capture_output=True, check=True, text=True).stdout
    pages = int(next(line for line in info.splitlines() if line.startswith('Pages:')).split()[1])
    print(f'{size:5} projects  {pages} pages, {ours.elapsed / pages * 1000:.2f} ms each, {pdf.stat().st_size / 1e6:.1f} MB')


for number in map(int, sys.argv[2:] or SIZES):
    with tempfile.TemporaryDirectory() as name:
        compare(sys.argv[1], number, pathlib.Path(name))
