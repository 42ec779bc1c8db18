# SPDX-License-Identifier: GPL-3.0-or-later
"""Help tells all, and every word that a person reads goes through the catalogue of their language."""

import pathlib
import re
import subprocess
import tempfile

import tap
from cli import KOMPETENS, RegisterTest, run

TOP = pathlib.Path(__file__).parents[2]
COMMANDS = ['init', 'sample', 'list', 'show', 'set', 'remove', 'attach', 'history', 'check', 'schema', 'export', 'import', 'report', 'handover',
            'table', 'help']
ACTIONS = ['handover status', 'handover step', 'handover check', 'handover package', 'handover receive', 'handover receipt',
           'table protect', 'table certify', 'table audit']
# What a person types is the same in every language.
TYPED = re.compile(r'(tillvaxt-cli|--?[a-z]+|\b(' + '|'.join(COMMANDS + [action.split()[1] for action in ACTIONS]) + r')\b)')


class Help(RegisterTest):
    def test_overview(self):
        output = run('help').stdout
        self.assertEqual(re.findall(r'^  ([a-z]+) ', output, re.MULTILINE), COMMANDS)
        self.assertEqual(run('--help').stdout, output)
        self.assertEqual(run('-h').stdout, output)

    def test_each_command(self):
        for command in COMMANDS + ACTIONS:
            output = run('help', *command.split()).stdout
            self.assertTrue(output.startswith(f'Usage: tillvaxt-cli {command}'), output)
            for args in [('--help',), ('-h',), ('--help', 'x', 'y'), ('x', '--help')]:
                if args[0] != 'x' or '--format' in output:
                    self.assertEqual(run(*command.split(), *args).stdout, output)
            self.assertLessEqual(max(map(len, output.splitlines())), 110, output)

    def test_version(self):
        self.assertRegex(run('--version').stdout, r'^tillvaxt-cli \d+\.\d+\.\d+\n$')

    def test_usage(self):
        for args in [(), ('nothing',), ('',), ('help', 'nothing'), ('help', 'list', 'show'), ('handover',), ('handover', 'nothing'),
                     ('help', 'handover', 'nothing'), ('list',), ('list', 'a', 'b'),
                     ('set', 'a', 'b', 'c'), ('set', 'a', 'b', 'c', 'd', 'e'), ('list', 'a', '--nothing'), ('list', 'a', '--sort'),
                     ('--nothing',)]:
            self.refused(2, *args)


class Language(RegisterTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.marked = {**cls.locale('sv_SE.UTF-8'), 'TVX_LOCALEDIR': folder.name}
        cls.make_marked_catalogue(pathlib.Path(folder.name, 'sv/LC_MESSAGES/tillvaxt.mo'))

    @staticmethod
    def locale(name):
        return {'LC_ALL': name, 'LANGUAGE': name[:2]}

    @staticmethod
    def make_marked_catalogue(path):
        """A catalogue in which each message is itself between marks."""
        sources = [TOP / line for line in (TOP / 'po/POTFILES.in').read_text().split() if line.startswith('src/')]
        keywords = [f'--keyword={keyword}' for keyword in ('_', 'N_', 'C_:1c,2', 'g_dngettext:2,3')]
        extract = subprocess.run(['xgettext', '--from-code=UTF-8', '-o-', *keywords, *sources], capture_output=True, check=True)
        english = subprocess.run(['msgen', '-'], input=extract.stdout, capture_output=True, check=True)
        marked = subprocess.run(['msgfilter', '--keep-header', 'sed', '-z', r's/^/⟦/; s/$/⟧/'], input=english.stdout,
                                capture_output=True, check=True)
        path.parent.mkdir(parents=True)
        subprocess.run(['msgfmt', '-o', path, '-'], input=marked.stdout, check=True)

    def assert_all_marked(self, text):
        rest = text
        while rest != (rest := re.sub(r'⟦[^⟦⟧]*⟧', '', rest)):
            pass
        self.assertIn('⟦', text)
        self.assertEqual(re.findall(r'\w+', TYPED.sub('', rest)), [], text)

    def test_help_is_translated(self):
        self.assert_all_marked(run('help', env=self.marked).stdout)
        for command in COMMANDS + ACTIONS:
            self.assert_all_marked(run('help', *command.split(), env=self.marked).stdout)

    def test_errors_are_translated(self):
        for status, args in [(2, ()), (2, ('nothing',)), (2, ('list',)), (2, ('list', 'a', 'b')), (2, ('schema', 'x')),
                             (2, ('init', 'a')), (2, ('export', 'a')), (2, ('list', 'a', '--format', 'x')),
                             (2, ('list', 'a', '--where', 'x')), (2, ('list', 'a', '--sort', 'x')),
                             (1, ('show', self.register, 'x')), (1, ('set', self.register, KOMPETENS, 'x', 'y')),
                             (3, ('list', self.folder / 'x'))]:
            self.assert_all_marked(run(*args, env=self.marked, status=status).stderr)

    def test_columns_are_translated(self):
        run('set', self.register, KOMPETENS, 'website', 'https://www.example.se')
        for args in [('list',), ('history', KOMPETENS)]:
            self.assert_all_marked(run(args[0], self.register, *args[1:], env=self.marked).stdout.splitlines()[0])

    def test_programs_read_the_same_in_every_language(self):
        for args in [('list', self.register, '--format', 'json'), ('list', self.register, '--format', 'csv'),
                     ('show', self.register, KOMPETENS, '--format', 'json')]:
            self.assertEqual(run(*args, env=self.marked).stdout, run(*args).stdout)

    def test_utf8_whatever_the_locale(self):
        expected = run('show', self.register, 'Jämställd tillväxt Stockholm').stdout
        self.assertIn('ä', expected)
        for name in ('C', 'POSIX', 'C.UTF-8', 'en_US.UTF-8', 'xx_YY'):
            self.assertEqual(run('show', self.register, 'Jämställd tillväxt Stockholm', env=self.locale(name)).stdout, expected)
        self.assertIn('“', run('show', self.register, 'x', env=self.locale('C'), status=1).stderr)

    def test_swedish(self):
        swedish = self.locale('sv_SE.UTF-8')
        self.assertIn('Titel', run('list', self.register, env=swedish).stdout.splitlines()[0])
        # The words for the arguments must be as many in each language as there are arguments.
        for command in COMMANDS[:-1]:
            self.refused(2, command, env=swedish)


tap.main()
