# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that is typed or lies in a folder makes the program crash, write where it should not, or fall silent."""

import json
import os
import subprocess

import tap
from cli import KOMPETENS, PROGRAM, RegisterTest, run

NOT_UTF8 = b'a\xff\xfe'


class Arguments(RegisterTest):
    def test_text_that_is_not_utf8(self):
        register = str(self.register)
        for args in [('show', register, NOT_UTF8), ('set', register, KOMPETENS, NOT_UTF8, 'x'), ('schema', NOT_UTF8),
                     ('set', register, KOMPETENS, 'title', NOT_UTF8), ('list', register, '--where', b'title=' + NOT_UTF8),
                     ('list', register, '--sort', NOT_UTF8), ('list', register, '--format', NOT_UTF8), (NOT_UTF8,),
                     ('help', NOT_UTF8), ('list', register, b'--' + NOT_UTF8), ('list', register, NOT_UTF8)]:
            self.refused(2, *args)

    def test_file_names_are_bytes(self):
        folder = os.path.join(os.fsencode(self.folder), NOT_UTF8)
        run('sample', folder)
        self.assertIn(KOMPETENS, run('list', folder).stdout)
        run('export', folder, '-o', folder + b'.json')
        self.assertTrue(os.path.exists(folder + b'.json'))

    def test_large_values(self):
        run('set', self.register, KOMPETENS, 'description', 'å' * 60000)
        self.assertEqual(self.show(KOMPETENS)['description'], 'å' * 60000)
        self.assertIn('characters', self.refused(1, 'set', self.register, KOMPETENS, 'title', 'å' * 60000))
        self.refused(1, 'show', self.register, 'a' * 100000)
        self.refused(1, 'set', self.register, KOMPETENS, 'a' * 100000, 'x')
        self.refused(1, 'set', self.register, KOMPETENS, 'goals[0]' * 10000, 'x')

    def test_a_megabyte_in_a_file(self):
        path = self.project_files()[KOMPETENS]
        project = json.loads(path.read_bytes())
        project['description'] = 'å' * 500000
        path.write_text(json.dumps(project, ensure_ascii=False))
        self.assertEqual(self.show(KOMPETENS)['description'], project['description'])

    def test_names_do_not_lead_out_of_the_folder(self):
        (self.folder / 'secret.json').write_text(json.dumps({'format': 'tillvaxt-project', 'version': 1, 'title': 'Secret'}))
        for project in ('../../secret', '../secret.json', str(self.folder / 'secret'), '..', '.', '/'):
            for command in [('show',), ('history',), ('remove', 'title'), ('set', 'title', 'x')]:
                self.assertNotIn('Secret', self.refused(1, command[0], self.register, project, *command[1:]))

    def test_control_characters_do_not_reach_the_terminal(self):
        path = self.project_files()[KOMPETENS]
        project = json.loads(path.read_bytes())
        project['title'] = 'a\x1b[31mb\u009bc\u202ed\x07'
        path.write_text(json.dumps(project))
        for args in [('list', self.register), ('show', self.register, path.stem), ('show', self.register, 'x\x1b[2J')]:
            done = run(*args, status=1 if '\x1b' in str(args[-1]) else 0)
            for character in '\x1b\u009b\u202e\x07':
                self.assertNotIn(character, done.stdout + done.stderr)


class Files(RegisterTest):
    def test_no_such_folder(self):
        for folder in (self.folder / 'none', self.register / 'register.json', '/dev/null', ''):
            for args in [('list',), ('check',), ('show', 'x'), ('set', 'x', 'title', 'y'), ('remove', 'x', 'title'), ('history', 'x'),
                         ('export', '-o', self.folder / 'o.json')]:
                self.refused(3, args[0], folder, *args[1:])
        self.assertFalse((self.folder / 'o.json').exists())

    def test_a_folder_that_is_no_register(self):
        message = self.refused(3, 'list', self.folder)
        self.assertIn('register.json', message)

    def test_where_nothing_can_be_made(self):
        for target in (self.register / 'register.json' / 'x', '/proc/x'):
            self.refused(3, 'sample', target)
            self.refused(3, 'init', target, '--title', 'T', '--county', '01')

    def test_a_damaged_register(self):
        (self.register / 'register.json').write_text('{"title": ')
        before = self.contents()
        self.assertIn('register.json', self.refused(1, 'list', self.register))
        self.refused(1, 'set', self.register, KOMPETENS, 'title', 'x')
        self.assertEqual(self.contents(), before)

    def test_a_newer_register_is_only_read(self):
        path = self.project_files()[KOMPETENS]
        project = json.loads(path.read_bytes())
        project['version'] = 999
        path.write_text(json.dumps(project))
        before = self.contents()
        self.assertEqual(self.show(KOMPETENS)['title'], KOMPETENS)
        self.refused(1, 'set', self.register, KOMPETENS, 'title', 'x')
        self.refused(1, 'remove', self.register, KOMPETENS, 'goals[0]')
        self.assertEqual(self.contents(), before)

    def test_a_full_disk_is_told_of(self):
        for args in [('help',), ('schema', 'project'), ('list', self.register, '--format', 'json')]:
            with open('/dev/full', 'wb') as full:
                done = subprocess.run([PROGRAM, *args], stdout=full, stderr=subprocess.PIPE, timeout=60)
            self.assertEqual(done.returncode, 3)
            self.assertIn(b'tillvaxt-cli: ', done.stderr)


tap.main()
