# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages tell all that help tells, groff sets them without a warning, and their examples work."""

import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

import tap
from cli import run

MANUALS = dict(zip(('en', 'sv'), map(pathlib.Path, os.environ['TVX_MANUALS'].split(':'))))


def render(text):
    """What a terminal shows of a page, without emphasis, and what groff warns of."""
    done = subprocess.run(['groff', '-K', 'utf8', '-man', '-ww', '-rLL=100n', '-P-cbou', '-Tutf8'], input=text.encode(), capture_output=True,
                          check=True)
    return done.stdout.decode(), done.stderr.decode()


def words(text):
    """The words of a text whatever its lines; groff sets these for what is typed."""
    return ' '.join(re.sub(r'[‐−]', '-', text).split())


class Manual(unittest.TestCase):
    def test_built(self):
        for language, path in MANUALS.items():
            self.assertEqual(path.read_text(encoding='utf-8'), run('help', '--manual', language).stdout)

    def test_groff_has_nothing_to_say(self):
        for path in MANUALS.values():
            self.assertEqual(render(path.read_text(encoding='utf-8'))[1], '')
        self.assertNotEqual(render('.TH X 1\n.NOSUCH\n')[1], '')

    def test_all_of_help(self):
        for language, path in MANUALS.items():
            page = words(render(path.read_text(encoding='utf-8'))[0])
            env = {'LC_ALL': 'sv_SE.UTF-8', 'LANGUAGE': language} if language == 'sv' else {}
            commands = [(command,) for command in re.findall(r'^  ([a-z]+)  ', run('help').stdout, re.MULTILINE)]
            groups = [('handover',), ('table',)]
            commands += [(*group, action) for group in groups
                         for action in re.findall(r'^  ([a-z]+)  ', run('help', *group).stdout, re.MULTILINE)]
            self.assertLessEqual({('handover', 'step'), ('table', 'audit')}, set(commands))
            for command in commands:
                text = run('help', *command, env=env).stdout
                usage, summary, *details = text.split('\n\n')
                options = details.pop().splitlines()[1:-1]
                self.assertIn(usage.split('tillvaxt-cli ', 1)[1], page)
                self.assertIn(words(summary), page)
                # The page tells of actions as of commands.
                for detail in [detail for detail in details if command not in groups]:
                    self.assertIn(words(detail), page)
                for option in options:
                    self.assertIn(words(option), page)

    def test_swedish(self):
        page = words(render(MANUALS['sv'].read_text(encoding='utf-8'))[0])
        self.assertIn('NAMN tillvaxt-cli - ', page)
        self.assertIn('SLUTSTATUS 0 ', page)
        # Names of members in JSON are the same in every language.
        self.assertNotRegex(page, r'(?<!")\b(the|and|of)\b')

    def test_examples_work(self):
        examples = re.findall(r'^\.EX\n(.*)\n\.EE$', MANUALS['en'].read_text(encoding='utf-8'), re.MULTILINE)
        self.assertGreaterEqual(len(examples), 4)
        with tempfile.TemporaryDirectory() as folder:
            for example in examples:
                program, *args = shlex.split(example.replace(r'\-', '-'))
                self.assertEqual(program, 'tillvaxt-cli')
                run(*args, status=1 if '--publish' in args else 0, cwd=folder, advice=True)
            self.assertTrue(pathlib.Path(folder, 'Sample.pdf').read_bytes().startswith(b'%PDF-'))


tap.main()
