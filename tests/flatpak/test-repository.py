#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves a repository as README.md tells an organisation to, and installs from it: the commands are those that stand there.

    python3 test-repository.py APP-ID REPOSITORY

The repository is copied, the key is made for the test, and what would go to a server is served on this machine. The runtime
is the one that is installed already.
"""

import functools
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import threading
import unittest

APP_ID, REPOSITORY = sys.argv[1:]
README = pathlib.Path(__file__).parents[2] / 'README.md'
NAME = 'io.github.tillvaxt.Tillvaxt'
KEY = 'tillvaxt@example.org'


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


class Repository(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.served = self.folder / 'www'
        self.served.mkdir()
        shutil.copytree(REPOSITORY, self.folder / 'repository')
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=self.served))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        keys = self.folder / 'keys'
        keys.mkdir(0o700)
        # What is installed so far is as if it were the system's, so that the runtime is found and the app is not.
        self.env = {**os.environ, 'GNUPGHOME': str(keys), 'FLATPAK_SYSTEM_DIR': os.environ['FLATPAK_USER_DIR']}
        self.env['FLATPAK_USER_DIR'] = str(self.folder / 'user')
        self.addCleanup(self.run_shell, 'gpgconf --kill all')
        self.run_shell(f"gpg --batch --passphrase '' --quick-generate-key {KEY} ed25519 sign never")
        section = README.read_text(encoding='utf-8').split('**An organisation**')[1].split('Where machines cannot reach Flathub,')[0]
        address = f'http://127.0.0.1:{server.server_port}/'
        for old, new in [('KEY', KEY), (NAME, APP_ID), ('https://server.example.org/', address),
                         ('cd ~/.cache/tillvaxt/flatpak', f'cd {self.folder}'),
                         ('rsync -a --delete repository/ server.example.org:/var/www/flatpak/', f'cp -r repository {self.served}/flatpak'),
                         ('flatpak remote-add', 'flatpak --user remote-add'),
                         ('flatpak install', 'flatpak --user install --assumeyes --noninteractive')]:
            self.assertIn(old, section)
            section = section.replace(old, new)
        self.blocks = [textwrap.dedent(block) for block in re.findall(r'(?:^ {4}\S.*\n)+', section, re.MULTILINE)]

    def run_shell(self, commands):
        done = subprocess.run(['sh', '-euc', commands], cwd=self.folder, env=self.env, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, f'{commands}\n{done.stdout}{done.stderr}')
        return done.stdout

    def write_file(self, name, text):
        """A file that a block shows, with what a command writes where it says so."""
        text = re.sub('…what (.*) writes…', lambda match: self.run_shell(match[1]), text)
        text = re.sub('RuntimeRepo=.*\n', '', text)  # which is out of reach, perhaps
        (self.served / name).write_text(text, encoding='utf-8')

    def assert_installed(self):
        self.assertEqual(self.run_shell('flatpak --user list --app --columns=application,origin'), f'{APP_ID}\ttillvaxt\n')
        self.assertRegex(self.run_shell(f'flatpak --user run {APP_ID} --version'), r'tillvaxt \d')

    def test_as_it_stands_there(self):
        sign, repo, install, ref, install_ref = self.blocks
        self.run_shell(sign)
        self.write_file('tillvaxt.flatpakrepo', repo)
        self.run_shell(install)
        self.assert_installed()
        self.run_shell('flatpak --user update --assumeyes --noninteractive')
        self.run_shell(f'flatpak --user uninstall --assumeyes --noninteractive {APP_ID}; flatpak --user remote-delete tillvaxt')

        self.write_file('tillvaxt.flatpakref', ref)
        self.run_shell(install_ref)
        self.assert_installed()

    def test_signed_by_another(self):
        """What was not signed with the key is not installed."""
        sign, repo, install, *_rest = self.blocks
        self.run_shell(sign)
        other = KEY.replace('@', '-other@')
        self.run_shell(f"gpg --batch --passphrase '' --quick-generate-key {other} ed25519 sign never")
        self.write_file('tillvaxt.flatpakrepo', repo.replace(KEY, other))
        with self.assertRaisesRegex(AssertionError, 'public key not found|no trusted key'):
            self.run_shell(install)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
