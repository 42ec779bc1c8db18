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
KEY, OTHER_KEY = 'tillvaxt@example.org', 'somebody@example.org'


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


class Repository(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.served = cls.folder / 'www'
        cls.served.mkdir()
        shutil.copytree(REPOSITORY, cls.folder / 'repository')
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=cls.served))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.server_close)
        cls.addClassCleanup(server.shutdown)
        keys = cls.folder / 'keys'
        keys.mkdir(0o700)
        # What is installed so far is as if it were the system's, so that the runtime is found and the app is not.
        cls.env = {**os.environ, 'GNUPGHOME': str(keys), 'FLATPAK_SYSTEM_DIR': os.environ['FLATPAK_USER_DIR']}
        cls.env['FLATPAK_USER_DIR'] = str(cls.folder / 'user')
        cls.addClassCleanup(cls.run_shell, 'gpgconf --kill all')
        for key in (KEY, OTHER_KEY):
            cls.run_shell(f"gpg --batch --passphrase '' --quick-generate-key {key} ed25519 sign never")
        blocks = cls.read_blocks(f'http://127.0.0.1:{server.server_port}/')
        sign, cls.repo, cls.install, cls.ref, cls.install_ref = blocks
        cls.run_shell(sign)

    @classmethod
    def read_blocks(cls, address):
        """The commands and files of README.md, for this machine."""
        section = README.read_text(encoding='utf-8').split('**An organisation**')[1].split('Where machines cannot reach Flathub,')[0]
        for old, new in [('KEY', KEY), (NAME, APP_ID), ('https://server.example.org/', address),
                         ('cd ~/.cache/tillvaxt/flatpak', f'cd {cls.folder}'),
                         ('rsync -a --delete repository/ server.example.org:/var/www/flatpak/', f'cp -r repository {cls.served}/flatpak'),
                         ('flatpak remote-add', 'flatpak --user remote-add'),
                         ('flatpak install', 'flatpak --user install --assumeyes --noninteractive')]:
            assert old in section, old
            section = section.replace(old, new)
        return [textwrap.dedent(block) for block in re.findall(r'(?:^ {4}\S.*\n)+', section, re.MULTILINE)]

    @classmethod
    def run_shell(cls, commands):
        done = subprocess.run(['sh', '-euc', commands], cwd=cls.folder, env=cls.env, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(f'{commands}\n{done.stdout}{done.stderr}')
        return done.stdout

    def tearDown(self):
        self.run_shell(f'flatpak --user uninstall --assumeyes --noninteractive {APP_ID} || :; flatpak --user remote-delete tillvaxt')

    def write_file(self, name, text):
        """A file that a block shows, with what a command writes where it says so."""
        text = re.sub('…what (.*) writes…', lambda match: self.run_shell(match[1]), text)
        text = re.sub('RuntimeRepo=.*\n', '', text)  # which is out of reach, perhaps
        (self.served / name).write_text(text, encoding='utf-8')

    def assert_installed(self):
        self.assertEqual(self.run_shell('flatpak --user list --app --columns=application,origin'), f'{APP_ID}\ttillvaxt\n')
        self.assertRegex(self.run_shell(f'flatpak --user run {APP_ID} --version'), r'tillvaxt \d')

    def test_remote(self):
        self.write_file('tillvaxt.flatpakrepo', self.repo)
        self.run_shell(self.install)
        self.assert_installed()
        self.run_shell('flatpak --user update --assumeyes --noninteractive')

    def test_link(self):
        self.write_file('tillvaxt.flatpakref', self.ref)
        self.run_shell(self.install_ref)
        self.assert_installed()

    def test_signed_by_another(self):
        """What was not signed with the key is not installed."""
        self.write_file('tillvaxt.flatpakrepo', self.repo.replace(KEY, OTHER_KEY))
        with self.assertRaisesRegex(AssertionError, 'public key not found|no trusted key'):
            self.run_shell(self.install)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
