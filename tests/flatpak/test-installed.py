#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the Flatpak that is installed, in its sandbox: the command line, the files that it may and may not see, the app.

    headless python3 test-installed.py APP-ID FOLDER

The pictures of the app are put into FOLDER. The home of headless is empty, so that nothing of a person's is touched.
"""

import configparser
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

APP_ID, PICTURES = sys.argv[1], pathlib.Path(sys.argv[2])
TOP = pathlib.Path(__file__).parents[2]
HOME = pathlib.Path.home()
OWN = HOME / '.var/app' / APP_ID / 'data'  # the app's own folder, which it sees without being granted it
INSTALLED = pathlib.Path(os.environ['FLATPAK_USER_DIR'], 'app', APP_ID, 'current/active')
PROJECT = 'Innovationskraft Sthlm'
# A locale that every runtime has, and the language that translations are taken from.
SWEDISH = {'LANG': 'en_US.UTF-8', 'LC_ALL': '', 'LANGUAGE': 'sv'}


def run(*command, status=0, **env):
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env={**os.environ, **env})
    if done.returncode != status:
        raise AssertionError(f'{command}: status {done.returncode}, not {status}\n{done.stdout}{done.stderr}')
    return done


def cli(*args, options=(), **more):
    """Runs tillvaxt-cli in the sandbox, with options for `flatpak run`."""
    return run('flatpak', 'run', *options, '--command=tillvaxt-cli', APP_ID, *map(str, args), **more)


class SandboxTest(unittest.TestCase):
    """A test with a folder in the app's own data and one in the home, of which the app knows nothing."""

    def setUp(self):
        OWN.mkdir(parents=True, exist_ok=True)
        self.own = pathlib.Path(tempfile.mkdtemp(dir=OWN))
        self.outside = pathlib.Path(tempfile.mkdtemp(dir=HOME))
        for folder in (self.own, self.outside):
            self.addCleanup(shutil.rmtree, folder)


class CommandLine(SandboxTest):
    def test_sample_check_report(self):
        register, report = self.own / 'register', self.own / 'report.pdf'
        cli('sample', register)
        cli('check', register)
        cli('report', register, '--format', 'pdf', '--language', 'sv', '-o', report)
        self.assertIn('Länsstyrelsen', run('pdftotext', report, '-').stdout)
        run('qpdf', '--check', report)

        fonts = run('pdffonts', report).stdout.splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            name, embedded, subset = font.split()[0], *font.split()[-5:-3]
            self.assertRegex(name, r'^[A-Z]{6}\+(Lato|DejaVuSans)', font)  # those that come with the program
            self.assertEqual((embedded, subset), ('yes', 'yes'), font)

    def test_statistics_are_protected(self):
        """The solver, which the runtime does not have, came along."""
        axes = [{'id': 'gender', 'categories': ['women', 'men']}, {'id': 'age', 'categories': ['young', 'old']}]
        counts = {('women', 'young'): 3, ('women', 'old'): 22, ('men', 'young'): 12, ('men', 'old'): 14}
        table = self.own / 'table.json'
        table.write_text(json.dumps({'dimensions': axes, 'cells': [{'at': at, 'n': n} for at, n in counts.items()]}))
        summary = json.loads(cli('table', 'protect', table).stdout)['summary']
        self.assertEqual((summary['small'], summary['follow']), (1, 3))

    def test_swedish(self):
        """A bundle brings its translations along."""
        self.assertIn('Kommandon', cli('help', **SWEDISH).stdout)


class Folders(SandboxTest):
    """What the app may see is what it was granted."""

    def sample(self):
        register = self.outside / 'register'
        cli('sample', register, options=[f'--filesystem={self.outside}'])
        return register

    def test_permissions(self):
        found = configparser.ConfigParser()
        found.read_string(run('flatpak', 'info', '--show-permissions', APP_ID).stdout)
        self.assertEqual(found.sections(), ['Context'])
        # That X11 is only for where there is no Wayland is kept as two words.
        self.assertEqual({key: set(value.strip(';').split(';')) for key, value in found['Context'].items()},
                         {'shared': {'ipc'}, 'sockets': {'fallback-x11', 'x11', 'wayland'}, 'devices': {'dri'}})

    def test_not_granted(self):
        register = self.sample()
        done = cli('check', register, status=3)
        self.assertIn('cannot be reached', done.stderr)

    def test_granted(self):
        register = self.sample()
        options = [f'--filesystem={self.outside}']
        plan = self.outside / 'plan.txt'
        plan.write_text('Handlingsplan\n', encoding='utf-8')
        cli('set', register, PROJECT, 'vision', 'En ny vision', options=options)
        cli('attach', register, PROJECT, plan, '--title', 'Handlingsplan', options=options)
        cli('check', register, options=options)
        cli('export', register, '-o', self.outside / 'all.tillvaxt.json', options=options)
        cli('report', register, '-o', self.outside / 'report.html', options=options)
        projects = [json.loads(path.read_text(encoding='utf-8')) for path in register.glob('projects/*.json')]
        self.assertIn('En ny vision', [project.get('vision') for project in projects])
        self.assertEqual(len(list(register.glob('documents/*/*'))), 1)
        self.assertIn('vision', cli('history', register, PROJECT, options=options).stdout)
        self.assertIn('Länsstyrelsen', (self.outside / 'report.html').read_text(encoding='utf-8'))

    def test_granted_for_reading(self):
        register = self.sample()
        before = {path: path.read_bytes() for path in register.rglob('*') if path.is_file()}
        options = [f'--filesystem={self.outside}:ro']
        self.assertIn(PROJECT, cli('list', register, options=options, status=1).stdout)
        cli('set', register, PROJECT, 'vision', 'En ny vision', options=options, status=1)
        self.assertEqual({path: path.read_bytes() for path in register.rglob('*') if path.is_file()}, before)


class Desktop(SandboxTest):
    def test_exports(self):
        """What the desktop reads of the app is told to it."""
        share = INSTALLED / 'files/share'
        kinds = ['applications', 'dbus-1/services', 'gnome-shell/search-providers', 'icons', 'metainfo', 'mime/packages']
        names = {path.relative_to(share) for kind in kinds for path in (share / kind).rglob(f'{APP_ID}*')}
        self.assertGreaterEqual(len(names), 6)
        self.assertEqual({name for name in names if not (INSTALLED / 'export/share' / name).is_file()}, set())

    def test_file_manager(self):
        """What a file manager opens with the app. Of what the app says about files, Flatpak tells the desktop but a part."""
        register = self.own / 'register'
        cli('sample', register)
        kind = run('gio', 'info', '-a', 'standard::content-type', register / 'register.json').stdout.split()[-1]
        self.assertIn(f'{APP_ID}.desktop', run('gio', 'mime', kind).stdout)

    def picture(self, name, *arguments):
        file = PICTURES / name
        # To end `flatpak run` does not end what it runs.
        start = ['sh', '-c', 'trap "flatpak kill $0; exit" TERM; flatpak run "$@" & wait', APP_ID]
        run(TOP / 'tests/tools/picture', file, *start, f'--filesystem={self.outside}', APP_ID, *arguments, **SWEDISH)
        self.assertGreater(file.stat().st_size, 10000)

    def test_start(self):
        self.picture('start.png')

    def test_register(self):
        register = self.outside / 'register'
        cli('sample', register, options=[f'--filesystem={self.outside}'])
        self.picture('register.png', register)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
