# SPDX-License-Identifier: GPL-3.0-or-later
"""Each command does what it says, and says what it did."""

import collections
import csv
import hashlib
import io
import json
import re

import jsonschema
import tap
from cli import INNOVATION, JAMSTALLD, KOMPETENS, RegisterTest, run


class Init(RegisterTest):
    def test_makes_a_register(self):
        new = self.folder / 'Örebro'
        run('init', new, '--title', 'Tillväxt i Örebro', '--county', '18', '--authority', 'Region Örebro län')
        made = json.loads((new / 'register.json').read_bytes())
        self.assertEqual(made['title'], 'Tillväxt i Örebro')
        self.assertEqual(made['county'], '18')
        self.assertEqual(made['authority'], 'Region Örebro län')
        self.assertEqual(json.loads(run('list', new, '--format', 'json').stdout), [])
        self.assertEqual(run('list', new).stdout, '')
        run('check', new)

    def test_county_by_name(self):
        run('init', self.folder / 'new', '--title', 'T', '--county', 'Gotlands län')
        self.assertEqual(json.loads((self.folder / 'new/register.json').read_bytes())['county'], '09')

    def test_wants_title_and_county(self):
        for args in [('--title', 'T'), ('--county', '01'), ('--title', '', '--county', '01')]:
            self.refused(2, 'init', self.folder / 'new', *args)
        self.assertFalse((self.folder / 'new').exists())

    def test_refuses_a_county_that_is_none(self):
        message = self.refused(1, 'init', self.folder / 'new', '--title', 'T', '--county', '99')
        self.assertTrue(message.startswith('--county: '), message)
        self.assertFalse((self.folder / 'new').exists())

    def test_refuses_a_folder_that_has_a_register(self):
        before = self.contents()
        self.refused(3, 'init', self.register, '--title', 'T', '--county', '01')
        self.refused(3, 'sample', self.register)
        self.assertEqual(self.contents(), before)


class List(RegisterTest):
    def titles(self, *args):
        rows = json.loads(run('list', self.register, '--format', 'json', *args).stdout)
        return [row['title'] for row in rows]

    def test_all_by_title(self):
        self.assertEqual(self.titles(), [INNOVATION, JAMSTALLD, KOMPETENS])

    def test_sort(self):
        self.assertEqual(self.titles('--sort', 'title'), [INNOVATION, JAMSTALLD, KOMPETENS])
        self.assertEqual(self.titles('--sort', '-title'), [KOMPETENS, JAMSTALLD, INNOVATION])
        starts = [row['planned_start'] for row in json.loads(
            run('list', self.register, '--format', 'json', '--sort', 'planned_start').stdout) if 'planned_start' in row]
        self.assertEqual(starts, sorted(starts))

    def test_sort_puts_the_empty_last(self):
        run('set', self.register, KOMPETENS, 'planned_start', '')
        for sort in ('planned_start', '-planned_start'):
            self.assertEqual(self.titles('--sort', sort)[-1], KOMPETENS)

    def test_where(self):
        run('set', self.register, KOMPETENS, 'lifecycle', 'cancelled')
        self.assertEqual(self.titles('--where', 'lifecycle=cancelled'), [KOMPETENS])
        self.assertEqual(self.titles('--where', 'lifecycle=Cancelled'), [KOMPETENS])
        self.assertEqual(self.titles('--where', f'title={JAMSTALLD}'), [JAMSTALLD])
        self.assertEqual(self.titles('--where', 'lifecycle=cancelled', '--where', f'title={JAMSTALLD}'), [])

    def test_where_inside_a_part(self):
        run('handover', 'step', self.register, JAMSTALLD, 'identified')
        self.assertEqual(self.titles('--where', 'handover.state=identified'), [JAMSTALLD])

    def test_where_a_year_holds_its_days(self):
        run('set', self.register, INNOVATION, 'actual_end', '2031-05-17')
        for value in ('2031', '2031-05', '2031-05-17'):
            self.assertEqual(self.titles('--where', f'actual_end={value}'), [INNOVATION])
        self.assertEqual(self.titles('--where', 'actual_end=2031-06'), [])

    def test_where_a_field_is_empty(self):
        run('set', self.register, INNOVATION, 'actual_end', '2031')
        self.assertNotIn(INNOVATION, self.titles('--where', 'actual_end='))
        self.assertEqual(len(self.titles('--where', 'actual_end=')), 2)

    def test_where_codes_holds_each(self):
        for project in (INNOVATION, KOMPETENS, JAMSTALLD):
            run('set', self.register, project, 'areas', '')
        codes = ['rural', 'planning', 'social']
        run('set', self.register, INNOVATION, 'areas', ','.join(codes[:2]))
        self.assertEqual(self.titles('--where', f'areas={codes[1]}'), [INNOVATION])
        self.assertEqual(self.titles('--where', f'areas={codes[2]}'), [])

    def test_what_cannot_be_asked(self):
        for args, word in [(('--where', 'title'), 'FIELD=VALUE'), (('--where', 'colour=red'), 'handover.state'),
                           (('--where', 'lifecycle=red'), 'red'), (('--sort', 'colour'), 'handover.state'),
                           (('--sort', ''), 'handover.state'), (('--format', 'xml'), 'text, json, csv')]:
            self.assertIn(word, self.refused(2, 'list', self.register, *args))

    def test_formats_say_the_same(self):
        rows = json.loads(run('list', self.register, '--format', 'json').stdout)
        output = run('list', self.register, '--format', 'csv').stdout
        self.assertEqual(output.count('\r\n'), 4)
        self.assertNotIn('\n', output.replace('\r\n', ''))
        table = list(csv.DictReader(io.StringIO(output, newline='')))
        for row, line in zip(rows, table, strict=True):
            self.assertEqual({name: value for name, value in line.items() if value},
                             {name: ', '.join(value) if isinstance(value, list) else str(value) for name, value in row.items()})
        text = run('list', self.register).stdout.splitlines()
        self.assertEqual(len(text), 4)
        for row, line in zip(rows, text[1:], strict=True):
            self.assertIn(row['title'], line)
            self.assertTrue(row['id'].startswith(line.split()[0]))
            self.assertEqual(line, line.rstrip())
            self.assertEqual(line.index(row['title']), text[0].index('Title'))

    def test_csv_guards_against_formulas(self):
        for title, cell in [('=1+1', "'=1+1"), ('+46', "'+46"), ('-x', "'-x"), ('@SUM(A1)', "'@SUM(A1)"), ("'=1", "''=1"), ('-5', '-5'),
                            ('a "quoted", b', 'a "quoted", b'), ('=HYPERLINK("x";"y")', '\'=HYPERLINK("x";"y")')]:
            run('set', self.register, self.project_files()[INNOVATION].stem, 'title', title)
            table = csv.DictReader(io.StringIO(run('list', self.register, '--format', 'csv').stdout, newline=''))
            self.assertIn(cell, [row['title'] for row in table])
            run('set', self.register, title, 'title', INNOVATION)

    def test_tells_of_damaged_files(self):
        self.project_files()[KOMPETENS].write_text('{')
        done = run('list', self.register, '--format', 'json', status=1)
        self.assertEqual(len(json.loads(done.stdout)), 2)
        self.assertRegex(done.stderr, r'^tillvaxt-cli: projects/.*\.json: ')


class Show(RegisterTest):
    def test_by_id_start_and_title(self):
        identity = self.project_files()[JAMSTALLD].stem
        for project in (identity, identity.upper(), identity[:8], JAMSTALLD, 'Ja\u0308msta\u0308lld tillva\u0308xt Stockholm'):
            self.assertEqual(self.show(project)['id'], identity)

    def test_json_is_what_is_stored(self):
        stored = json.loads(self.project_files()[JAMSTALLD].read_bytes())
        del stored['format'], stored['version']
        shown = self.show(JAMSTALLD)
        self.assertEqual(shown, stored)
        self.assertEqual(list(shown), list(stored))

    def test_text_says_all(self):
        run('set', self.register, JAMSTALLD, 'handover.to', 'Region Stockholm')
        text = ' '.join(run('show', self.register, JAMSTALLD).stdout.split())
        project = self.show(JAMSTALLD)
        for value in (project['id'], project['title'], project['goals'][0]['text'], 'Handover: ', 'Region Stockholm'):
            self.assertIn(value, text)
        self.assertIn(' '.join(project['description'].split()), text)

    def test_an_exact_title_goes_before_the_start_of_an_id(self):
        start = self.project_files()[KOMPETENS].stem[:1]
        run('set', self.register, INNOVATION, 'title', start)
        self.assertEqual(self.show(start)['title'], start)

    def test_ambiguous(self):
        run('set', self.register, INNOVATION, 'title', KOMPETENS)
        message = self.refused(1, 'show', self.register, KOMPETENS)
        self.assertEqual(len(message.splitlines()), 3)
        for path in (self.register / 'projects').glob('*.json'):
            self.assertEqual(path.stem in message, json.loads(path.read_bytes())['title'] == KOMPETENS)

    def test_no_such_project(self):
        for project in ('', 'Kompetensarena', 'zzz', '../register', '*', 'kompetensarena stockholm'):
            self.refused(1, 'show', self.register, project)

    def test_a_damaged_project_is_told_of(self):
        path = self.project_files()[KOMPETENS]
        path.write_text('{')
        self.assertIn(path.name, run('show', self.register, path.stem, status=1).stderr)
        self.assertEqual(self.show(INNOVATION)['title'], INNOVATION)


class Set(RegisterTest):
    def test_sets_what_it_says(self):
        for path, value in [('website', 'https://www.example.se/å'), ('handover.to', 'Region Stockholm'), ('goals[0].text', 'Ett mål'),
                            ('planned_end', '2018-09-30')]:
            run('set', self.register, KOMPETENS, path, value)
        project = self.show(KOMPETENS)
        self.assertEqual(project['website'], 'https://www.example.se/å')
        self.assertEqual(project['handover']['to'], 'Region Stockholm')
        self.assertEqual(project['goals'][0]['text'], 'Ett mål')
        self.assertEqual(project['planned_end'], '2018-09-30')

    def test_only_one_file_changes(self):
        before = self.contents()
        run('set', self.register, KOMPETENS, 'website', 'https://www.example.se')
        changed = {path for path, content in self.contents().items() if before.get(path) != content}
        self.assertEqual({path.parts[0] for path in changed}, {'projects', 'history', 'backups'})
        for path in changed:
            self.assertIn(self.project_files()[KOMPETENS].stem, str(path))

    def test_adds_items(self):
        n_goals = len(self.show(KOMPETENS).get('goals', []))
        run('set', self.register, KOMPETENS, 'goals[+].text', 'Ännu ett mål')
        goals = self.show(KOMPETENS)['goals']
        self.assertEqual(len(goals), n_goals + 1)
        self.assertEqual(goals[-1]['text'], 'Ännu ett mål')
        run('set', self.register, KOMPETENS, f'goals[{goals[-1]["id"]}].text', 'Samma mål')
        self.assertEqual(self.show(KOMPETENS)['goals'][-1], {'id': goals[-1]['id'], 'text': 'Samma mål'})

    def test_empties_a_field(self):
        run('set', self.register, KOMPETENS, 'summary', '')
        self.assertNotIn('summary', self.show(KOMPETENS))

    def test_a_value_may_look_like_an_option(self):
        run('set', self.register, KOMPETENS, 'funding[+].amount', '-5')
        self.assertEqual(self.show(KOMPETENS)['funding'][-1]['amount'], -5)
        for value in ('--help', '-x', '--'):
            run('set', self.register, KOMPETENS, 'vision', value)
            self.assertEqual(self.show(KOMPETENS)['vision'], value)

    def test_refuses_what_does_not_fit(self):
        before = self.contents()
        for path, value, word in [('colour', 'red', 'colour'), ('handover.state', 'red', 'decided'), ('goals[99].text', 'x', '99'),
                                  ('goals', 'x', 'goals'), ('goals[+].colour', 'x', 'colour'), ('id', 'x', 'id'),
                                  ('planned_end', '2018-02-30', '2018-02-30'), ('website', 'javascript:alert(1)', 'javascript'),
                                  ('title', 'x' * 141, '141'), ('', 'x', ''), ('goals[', 'x', 'goals['),
                                  ('funding[+].amount', '9007199254740993', '9007199254740993')]:
            message = self.refused(1, 'set', self.register, KOMPETENS, path, value)
            self.assertIn(word, message)
            self.assertIn(path.removeprefix('goals[+].'), message)
        self.assertEqual(self.contents(), before)


class Remove(RegisterTest):
    def test_removes_an_item(self):
        goals = self.show(JAMSTALLD)['goals']
        run('set', self.register, JAMSTALLD, 'goals[+].text', 'Ett till')
        run('remove', self.register, JAMSTALLD, f'goals[{len(goals)}]')
        self.assertEqual(self.show(JAMSTALLD)['goals'], goals)

    def test_empties_a_field(self):
        run('remove', self.register, JAMSTALLD, 'summary')
        self.assertNotIn('summary', self.show(JAMSTALLD))

    def test_refuses_what_is_not_there(self):
        before = self.contents()
        for path in ('goals[99]', 'goals', 'goals[+]', 'handover', 'id', '', 'colour'):
            self.refused(1, 'remove', self.register, JAMSTALLD, path)
        self.assertEqual(self.contents(), before)


class Invented(RegisterTest):
    def invent(self, size):
        folder = self.folder / f'invented-{size}'
        run('sample', '--size', str(size), folder)
        return folder

    def test_is_good(self):
        folder = self.invent(120)
        run('check', folder, '--publish')
        projects = json.loads(run('list', folder, '--format', 'json').stdout)
        self.assertEqual(len(projects), 120)
        self.assertEqual(len({project['title'] for project in projects}), 120)
        self.assertGreaterEqual(len({project['lifecycle'] for project in projects}), 4)
        schema = json.loads(run('schema', 'project').stdout)
        shapes = collections.Counter()
        for path in (folder / 'projects').iterdir():
            project = json.loads(path.read_bytes())
            jsonschema.validate(project, schema)
            shapes.update(tuple(axis['kind'] for axis in table['axes']) for table in project.get('statistics', []))
        self.assertGreaterEqual(shapes['age',], 2)
        self.assertGreaterEqual(len(shapes), 2)

    def test_is_the_same_every_time(self):
        small, large = self.invent(3), self.invent(120)
        for path in small.rglob('*.json'):
            self.assertEqual(path.read_bytes(), (large / path.relative_to(small)).read_bytes())

    def test_names_no_real_person_and_no_real_address(self):
        for path in self.invent(120).rglob('*.json'):
            text = path.read_text()
            self.assertEqual(set(re.findall(r'\S+@(\S+?)"', text)) - {'example.se'}, set())
            self.assertNotIn('"name": "Projekt', text)

    def test_wants_a_size(self):
        for size in ('0', '-1', 'x', '', '1000000'):
            self.refused(2, 'sample', '--size', size, self.folder / 'new')
        self.assertFalse((self.folder / 'new').exists())


class Attach(RegisterTest):
    def test_copies_the_file_and_adds_a_document(self):
        source = self.folder / 'Ansökan.pdf'
        source.write_bytes(b'%PDF-1.7\n')
        run('attach', self.register, INNOVATION, source)
        run('attach', self.register, INNOVATION, source, '--title', 'Ansökan till ESF-rådet')
        documents = self.show(INNOVATION)['documents']
        self.assertEqual([document['title'] for document in documents], ['Ansökan.pdf', 'Ansökan till ESF-rådet'])
        self.assertEqual(documents[1] | {'id': '', 'title': ''}, documents[0] | {'id': '', 'title': ''})
        self.assertEqual(documents[0]['sha256'], hashlib.sha256(source.read_bytes()).hexdigest())
        self.assertEqual((documents[0]['size'], documents[0]['media_type']), (9, 'application/pdf'))
        copies = list((self.register / 'documents').rglob('*.*'))
        self.assertEqual([(copy.name, copy.read_bytes()) for copy in copies], [('Ansökan.pdf', b'%PDF-1.7\n')])
        run('check', self.register)
        copies[0].write_bytes(b'')
        self.assertIn('documents[0].sha256', run('check', self.register, status=1).stdout)

    def test_refuses_what_is_not_there(self):
        before = self.contents()
        self.refused(3, 'attach', self.register, INNOVATION, self.folder / 'none')
        self.refused(1, 'attach', self.register, 'none', self.folder / 'none')
        self.assertEqual(self.contents(), before)


class History(RegisterTest):
    def test_tells_who_did_what(self):
        run('set', self.register, KOMPETENS, 'website', 'https://www.example.se')
        run('remove', self.register, KOMPETENS, 'website')
        entries = json.loads(run('history', self.register, KOMPETENS, '--format', 'json').stdout)
        self.assertEqual(len(entries), 2)
        for entry in entries:
            self.assertRegex(entry['time'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')
            self.assertTrue(entry['who'])
            self.assertIn('Website', entry['change'])
        table = list(csv.DictReader(io.StringIO(run('history', self.register, KOMPETENS, '--format', 'csv').stdout, newline='')))
        self.assertEqual([row['change'] for row in table], [entry['change'] for entry in entries])
        self.assertEqual(len(run('history', self.register, KOMPETENS).stdout.splitlines()), 3)

    def test_tells_of_references_by_name(self):
        innovation = self.project_files()[INNOVATION].stem
        run('set', self.register, KOMPETENS, 'related', innovation)
        self.assertIn(f'Related projects: filled in “{INNOVATION}”', run('history', self.register, KOMPETENS).stdout)
        self.project_files()[INNOVATION].unlink()
        self.assertIn('“something that is no longer there”', run('history', self.register, KOMPETENS).stdout)

    def write_history(self, *lines):
        path = self.register / 'history' / f'{self.project_files()[KOMPETENS].stem}.jsonl'
        path.parent.mkdir(exist_ok=True)
        path.write_text(''.join(f'{json.dumps(line)}\n' for line in lines))

    def test_a_time_that_is_none(self):
        line = {'who': 'B', 'what': 'set', 'path': 'title', 'to': 'X', 'revision': '1'}
        self.write_history({'time': '2026-01-01T00:00:00Z', **line}, {'time': 'then', **line}, line)
        entries = json.loads(run('history', self.register, KOMPETENS, '--format', 'json').stdout)
        self.assertEqual([entry.get('time') for entry in entries], ['2026-01-01T00:00:00Z', None, None])
        self.assertEqual({(entry['who'], entry['change']) for entry in entries}, {('B', 'Title: filled in “X”')})
        text = run('history', self.register, KOMPETENS).stdout.splitlines()
        self.assertEqual({line.index('Title: ') for line in text[1:]}, {text[0].index('Change')})

    def test_a_line_that_tells_nothing(self):
        self.write_history({}, {'who': 'B', 'what': 'set', 'path': 'title', 'to': 'X', 'revision': '1'})
        entries = json.loads(run('history', self.register, KOMPETENS, '--format', 'json').stdout)
        self.assertEqual([entry['change'] for entry in entries], ['Title: filled in “X”'])

    def test_nothing_happened(self):
        self.assertEqual(run('history', self.register, INNOVATION).stdout, '')
        self.assertEqual(json.loads(run('history', self.register, INNOVATION, '--format', 'json').stdout), [])


tap.main()
