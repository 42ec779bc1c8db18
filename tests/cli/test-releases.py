# SPDX-License-Identifier: GPL-3.0-or-later
"""Statistics in several reports: who keeps them all and compares them learns no more than from each."""

import json

import tap
from cli import RegisterTest, run
from statistics_tables import AGE, Page, plain, table, write_projects

TABLE = 'Efter ålder'
AGES = [category['code'] for category in AGE['categories']]
COUNTS = {
    'Alfa': ((40, 77, 63, 17), (81, 3, 43, 11)),
    'Beta': ((19, 97, 12, 83), (71, 63, 4, 37)),
    'Gamma': ((23, 2, 31, 26), (0, 28, 45, 19)),
}


class Releases(RegisterTest):
    def setUp(self):
        super().setUp()
        write_projects(self.register, {title: [table(TABLE, AGE, *counts, threshold=5)] for title, counts in COUNTS.items()})

    def publish(self, *projects, args=('--publish',)):
        """The tables of a report as readers see them: of the sum of several projects, and of each."""
        target = self.folder / 'report'
        names = [arg for project in projects for arg in ('--project', project)]
        run('report', self.register, '--kind', 'jplus', *args, *names, '-o', target)
        tables = [rows for caption, rows in Page(target.read_text()).all if caption == TABLE]
        self.assertEqual(len(tables), len(projects) + (len(projects) > 1))
        return dict(zip([*['sum'] * (len(projects) > 1), *sorted(projects)], tables))

    def change(self, project, place, by):
        path = self.project_files()[project]
        record = json.loads(path.read_text())
        record['statistics'][0]['counts'][place] += by
        path.write_text(json.dumps(record))

    def refusal(self, *projects):
        target = self.folder / 'refused'
        names = [arg for project in projects for arg in ('--project', project)]
        words = self.refused(1, 'report', self.register, '--kind', 'jplus', *names, '-o', target)
        self.assertFalse(target.exists())
        return words

    def audit(self, *reports):
        """Attacks several reports at once, as one table of projects; a report is the name of its sum, and what it shows."""
        groups = {name: projects for name, projects, _ in reports if len(projects) < len(COUNTS)}
        dimensions = [{'id': 'project', 'categories': list(COUNTS), 'groups': [{'id': name, 'of': of} for name, of in groups.items()]},
                      {'id': 'kon', 'categories': ['k', 'm']}, {'id': 'alder', 'categories': AGES}]
        seen = {}
        for name, projects, tables in reports:
            for project, rows in tables.items():
                place = (name if name in groups else '*') if project == 'sum' else project
                for age, row in zip([*AGES, '*'], rows[1:]):
                    for gender, cell in zip('km*', row[-3:]):
                        number = None if cell == '..' else 0 if cell == '–' else int(plain(cell))
                        self.assertEqual(seen.setdefault((place, gender, age), number), number, 'reports agree')
        for place in [*COUNTS, *groups, '*']:
            for gender in 'km*':
                for age in [*AGES, '*']:
                    seen.setdefault((place, gender, age), None)
        cells = [{'at': at, **({'hidden': 'follow'} if n is None else {'n': n})} for at, n in seen.items()]
        truth = [{'at': [project, gender, age], 'n': n} for project, rows in COUNTS.items()
                 for gender, row in zip('km', rows) for age, n in zip(AGES, row)]
        (self.folder / 'out.json').write_text(json.dumps({'tables': [{'dimensions': dimensions, 'cells': cells}]}))
        (self.folder / 'truth.json').write_text(json.dumps({'dimensions': dimensions, 'cells': truth}))
        return run('table', 'audit', self.folder / 'out.json', '--truth', self.folder / 'truth.json')

    def test_selections_are_different_sums(self):
        first = self.publish('Alfa', 'Beta')
        second = self.publish('Alfa', 'Beta', 'Gamma')
        third = self.publish('Beta', 'Gamma')
        alone = self.publish('Gamma')
        published = json.loads((self.register / 'register.json').read_text())['published']
        self.assertEqual([len(report.get('sums', [])) for report in published], [1, 1, 1, 0])
        ids = {title: json.loads(path.read_text())['id'] for title, path in self.project_files().items()}
        self.assertEqual([{title for title in ids if ids[title] in report['sums'][0]} for report in published[:3]],
                         [{'Alfa', 'Beta'}, {'Alfa', 'Beta', 'Gamma'}, {'Beta', 'Gamma'}])
        self.assertNotEqual(first['sum'], second['sum'])
        self.assertNotEqual(second['sum'], third['sum'])
        self.audit(('ab', ['Alfa', 'Beta'], first), ('all', list(COUNTS), second), ('bc', ['Beta', 'Gamma'], third),
                   ('c', ['Gamma'], alone))

    def test_other_projects_are_not_published(self):
        """What is protected together with a report is not in it, and may yet be changed."""
        self.publish('Alfa', 'Beta')
        self.publish('Alfa')
        self.change('Gamma', 'women|unga', 4)
        self.assertEqual(plain(self.publish('Gamma')['Gamma'][1][1]), '27')
        self.change('Beta', 'women|gamla', 4)
        self.assertIn('Alfa', self.publish('Alfa', args=()))

    def test_a_project_that_is_gone_is_missed(self):
        self.publish('Alfa', 'Beta')
        self.project_files()['Beta'].unlink()
        self.assertIn('another project', self.refused(3, 'report', self.register, '--kind', 'jplus', '--project', 'Alfa', '-o',
                                                      self.folder / 'late'))
        self.publish('Gamma')

    def test_a_shown_number_is_corrected(self):
        before = self.publish('Alfa')['Alfa']
        self.assertEqual(before[1][1], '40')
        self.change('Alfa', 'women|unga', 7)
        after = self.publish('Alfa')['Alfa']
        self.assertEqual(after[1][1], '47')
        hidden = [[cell == '..' for cell in row] for row in before]
        self.assertEqual(hidden, [[cell == '..' for cell in row] for row in after])

    def test_a_shown_number_has_become_small(self):
        self.publish('Alfa')
        self.change('Alfa', 'women|unga', -38)
        words = self.refusal('Alfa')
        self.assertIn('Women × Unga in “Efter ålder” was shown as 40 in the report “Alfa', words)

    def test_a_hidden_number_is_corrected(self):
        self.publish('Alfa')
        self.change('Alfa', 'men|vuxna', 1)
        self.assertIn('have changed since', self.refusal('Alfa'))
        # Nor can it be hidden in a sum with others.
        self.assertIn('have changed since', self.refusal('Alfa', 'Beta'))


tap.main()
