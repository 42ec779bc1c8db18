# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of tillvaxt-cli share: running the built program on a register of its own."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ['TVX_CLI']
SANITIZER = re.compile(r'(Address|Leak|UndefinedBehavior)Sanitizer|runtime error:')
KOMPETENS, JAMSTALLD, INNOVATION = 'Kompetensarena Stockholm', 'Jämställd tillväxt Stockholm', 'Innovationskraft Sthlm'


def run(*args, status=0, env=None, advice=False, **keywords):
    """Runs the program; its output as text, which is UTF-8 in any locale, and nothing on standard error if all is good
    and no advice is expected."""
    done = subprocess.run([PROGRAM, *args], capture_output=True, timeout=60, env={**os.environ, **(env or {})}, **keywords)
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    shown = [arg if len(arg) < 200 else arg[:20] + '…' for arg in map(str, args)]
    if SANITIZER.search(done.stderr):
        raise AssertionError(f'{shown}: {done.stderr}')
    if done.returncode != status or (status == 0 and done.stderr and not advice):
        raise AssertionError(f'{shown}: status {done.returncode}, not {status}\n{done.stdout[:2000]}{done.stderr[:2000]}')
    return done


class RegisterTest(unittest.TestCase):
    """A test that has the sample register in `self.register`."""

    @classmethod
    def setUpClass(cls):
        cls.whole = tempfile.TemporaryDirectory()
        run('sample', pathlib.Path(cls.whole.name, 'sample'))
        cls.addClassCleanup(cls.whole.cleanup)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.register = self.folder / 'sample'
        shutil.copytree(pathlib.Path(self.whole.name, 'sample'), self.register)

    def refused(self, status, *args, **keywords):
        """What the program says as it refuses: one line that begins with its name, and for usage one that helps."""
        done = run(*args, status=status, **keywords)
        self.assertEqual(done.stdout, '')
        lines = done.stderr.splitlines()
        if status == 2:
            self.assertIn('tillvaxt-cli help', lines.pop())
        self.assertTrue(lines[0].startswith('tillvaxt-cli: '), done.stderr)
        return '\n'.join(lines).removeprefix('tillvaxt-cli: ')

    def show(self, project, register=None):
        return json.loads(run('show', register or self.register, project, '--format', 'json').stdout)

    def project_files(self):
        return {json.loads(path.read_bytes())['title']: path for path in (self.register / 'projects').glob('*.json')}

    def contents(self):
        """Every file of the register, to see that nothing changed."""
        return {path.relative_to(self.register): path.read_bytes() for path in self.register.rglob('*') if path.is_file()}
