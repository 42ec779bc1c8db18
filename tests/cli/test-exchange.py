# SPDX-License-Identifier: GPL-3.0-or-later
"""A register goes into one file and out of it again."""

import json

import tap
from cli import INNOVATION, JAMSTALLD, KOMPETENS, RegisterTest, run


class Exchange(RegisterTest):
    def test_whole_register_there_and_back(self):
        run('export', self.register, '-o', self.folder / 'all.json')
        run('init', self.folder / 'new', '--title', 'T', '--county', '01')
        done = json.loads(run('import', self.folder / 'new', self.folder / 'all.json', '--format', 'json').stdout)
        self.assertEqual([row['outcome'] for row in done], ['new'] * 3)
        for title in (KOMPETENS, JAMSTALLD, INNOVATION):
            self.assertEqual(self.show(title, self.folder / 'new'), self.show(title))

    def test_one_project(self):
        run('export', self.register, KOMPETENS, '-o', self.folder / 'one.json')
        before = self.contents()
        done = json.loads(run('import', self.register, self.folder / 'one.json', '--format', 'json').stdout)
        self.assertEqual([(row['outcome'], row['title']) for row in done], [('same', KOMPETENS)])
        self.assertEqual(self.contents(), before)
        run('set', self.register, KOMPETENS, 'summary', 'Annat')
        done = json.loads(run('import', self.register, self.folder / 'one.json', '--format', 'json').stdout)
        self.assertEqual([row['outcome'] for row in done], ['changed'])
        self.assertNotEqual(self.show(KOMPETENS)['summary'], 'Annat')
        self.assertIn(KOMPETENS, run('import', self.register, self.folder / 'one.json').stdout)

    def test_a_damaged_project_is_told_of_and_left_out(self):
        damaged = self.project_files()[KOMPETENS]
        damaged.write_text('{')
        done = run('export', self.register, '-o', self.folder / 'all.json', status=1)
        self.assertIn(damaged.name, done.stderr)
        self.assertEqual(len(json.loads((self.folder / 'all.json').read_bytes())['projects']), 2)

    def test_a_damaged_project_is_not_overwritten(self):
        run('export', self.register, KOMPETENS, '-o', self.folder / 'one.json')
        self.project_files()[KOMPETENS].write_text('{')
        before = self.contents()
        done = run('import', self.register, self.folder / 'one.json', status=1)
        self.assertIn('mend or remove that first', done.stdout + done.stderr)
        self.assertEqual(self.contents(), before)

    def test_says_where(self):
        self.assertIn('-o', self.refused(2, 'export', self.register))

    def test_refuses_what_is_no_exchange_file(self):
        before = self.contents()
        for text in ('', '{', '[]', '{}', '{"format": "tillvaxt-project", "version": 1, "id": "../../x"}'):
            (self.folder / 'bad.json').write_text(text)
            self.assertIn('bad.json', self.refused(1, 'import', self.register, self.folder / 'bad.json'))
        self.assertEqual(self.contents(), before)

    def test_file_trouble(self):
        self.refused(3, 'import', self.register, self.folder / 'none.json')
        self.refused(3, 'import', self.register, self.folder)
        self.refused(3, 'export', self.register, '-o', self.folder / 'none/all.json')

    def test_a_report_gives_its_projects_back(self):
        for audience in ('public', 'internal'):
            report = self.folder / f'{audience}.pdf'
            run('report', self.register, '--format', 'pdf', '--language', 'sv', '--audience', audience, '-o', report)
            done = json.loads(run('import', self.register, report, '--format', 'json').stdout)
            self.assertEqual([row['outcome'] for row in done], ['same'] * 3)
            run('init', self.folder / audience, '--title', 'T', '--county', '01')
            done = json.loads(run('import', self.folder / audience, report, '--format', 'json').stdout)
            self.assertEqual([row['outcome'] for row in done], ['new'] * 3)
        self.assertEqual(self.show(KOMPETENS, self.folder / 'internal'), self.show(KOMPETENS))
        self.assertNotIn('note', self.show(KOMPETENS, self.folder / 'public')['handover'])


tap.main()
