# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums over projects in reports: each number shown is what the files of the projects add up to, worked out here anew."""

import json
import re
import uuid

import tap
from cli import RegisterTest, run
from statistics_tables import AGE, Page, axis, plain, table, write_projects

GENDERS = {'Women': ('women',), 'Men': ('men',), 'Total': ('women', 'men')}
SPRING, AUTUMN = {'from': '2017-01-01', 'until': '2017-06-30'}, {'from': '2017-07-01', 'until': '2017-12-31'}
PLACES = axis('municipality', '0114', '0115', '0180', '0191')
NORTH = {'id': str(uuid.uuid4()), 'code': 'north', 'name': 'North', 'of': ['0114', '0115', '0191']}
REST = {'id': str(uuid.uuid4()), 'code': 'rest', 'name': 'Rest', 'of': ['0180', '0191']}


def with_groups(by, *groups):
    return {**by, 'categories': [*by['categories'], *groups]}


def backwards(by):
    return {**by, 'categories': by['categories'][::-1]}


class Sums(RegisterTest):
    # Of the same people in the same time all tables agree: Alfa 60 women and 90 men, Beta 120 and 80, Gamma 70 and 70.
    PROJECTS = {
        'Alfa': [table('Ages in spring', AGE, (20, 7, 23, 10), (11, 29, 37, 13), threshold=5, **SPRING),
                 table('Ages in autumn', AGE, (31, 18, 22, 40), (17, 25, 33, 6), threshold=5, **AUTUMN),
                 table('Places', with_groups(PLACES, NORTH), (9, 21, 19, 11), (30, 14, 26, 20), threshold=5, **SPRING),
                 table('Tutors', AGE, (6, 20, 30, 40), (15, 25, 35, 45), threshold=5, population='Handledare', **SPRING)],
        'Beta': [table('Ages in spring', backwards(AGE), (45, 27, 33, 15), (20, 7, 31, 22), threshold=10, **SPRING),
                 table('Ages in autumn', AGE, (12, 28, 14, 7), (8, 36, 19, 24), threshold=5, **AUTUMN),
                 table('Places', with_groups(PLACES, NORTH, REST), (37, 52, 16, 15), (25, 13, 31, 11), threshold=5, **SPRING),
                 table('Tutors', AGE, (0, 21, 31, 41), (16, 26, 36, 46), threshold=10, population='Handledare', **SPRING)],
        'Gamma': [table('Ages in spring', AGE, (16, 24, 18, 12), (19, 21, 17, 13), threshold=5, zeros='shown', **SPRING)],
        'Delta': [table('Ages in summer', AGE, (41, 33, 28, 19), (52, 26, 31, 44), threshold=5, **SPRING, population='Mentorer')],
        # Nobody has filled it in yet.
        'Epsilon': [table('Ages in spring', AGE, (), (), threshold=5, **SPRING)],
    }

    def setUp(self):
        super().setUp()
        write_projects(self.register, self.PROJECTS)

    def page(self, *args):
        run('report', self.register, '--language', 'en', *args, '-o', self.folder / 'report')
        return Page((self.folder / 'report').read_text())

    def count(self, title, projects, genders, codes):
        """Straight from the files."""
        return sum(number for path in (self.register / 'projects').glob('*.json') for project in [json.loads(path.read_text())]
                   if project['title'] in projects for counted in project['statistics'] if counted['title'] == title
                   for place, number in counted['counts'].items()
                   if place.split('|')[0] in genders and place.split('|')[1] in codes)

    def check(self, title, projects, rows, by):
        """Returns how many numbers are shown."""
        of = {category['name']: category.get('of', [category['code']]) for category in by['categories']}
        of['Total'] = [category['code'] for category in by['categories'] if 'of' not in category]
        self.assertEqual({row[0] for row in rows[1:]}, set(of))
        shown = 0
        for row in rows[1:]:
            for gender, cell in zip(rows[0][1:], row[1:]):
                if cell != '..':
                    self.assertEqual(0 if cell == '–' else int(plain(cell)), self.count(title, projects, GENDERS[gender], of[row[0]]),
                                     (title, row[0], gender))
                    shown += 1
        return shown

    def test_portfolio(self):
        page = self.page('--kind', 'portfolio')
        self.assertGreater(self.check('Ages in spring', ('Alfa', 'Beta', 'Gamma'), page.tables['Ages in spring'], AGE), 8)
        self.assertGreater(self.check('Ages in autumn', ('Alfa', 'Beta'), page.tables['Ages in autumn'], AGE), 8)
        self.assertGreater(self.check('Places', ('Alfa', 'Beta'), page.tables['Places'], with_groups(PLACES, NORTH)), 8)
        self.assertNotIn('Ages in summer', page.tables)
        texts = ' '.join(page.texts)
        self.assertEqual(texts.count('The table below sums up 3 projects.'), 1)
        self.assertEqual(texts.count('The table below sums up 2 projects.'), 3)

    def coverage(self, *args):
        """What is said of the projects of each sum, by the title of its table, and of what is not summed up."""
        text = (self.page(*args), (self.folder / 'report').read_text())[1]
        plain_text = re.sub(r'\s+', ' ', re.sub(r'<[^>]*>', '', text.replace('</h3>', '|').replace('<h3', '§<h3')))
        return {part.split('|')[0].strip(): part.split('|', 1)[1] for part in plain_text.split('§')[1:] if '|' in part}

    def test_nobody_is_left_out_in_silence(self):
        told = self.coverage('--kind', 'portfolio')
        self.assertIn('sums up 3 projects. Not in the sum, with a table of other people, another time or other categories: Delta. '
                      'Without such a table: Epsilon.', told['Ages in spring'])
        self.assertIn('The projects are: Alfa, Beta. No other project of the report has such a table.', told['Places'])
        told = self.coverage('--kind', 'portfolio', '--project', 'Alfa', '--project', 'Beta')
        self.assertRegex(told['Places'], r'sums up 2 projects\. (?!Not|Without|The projects)')

    def test_many_names_stand_apart(self):
        """Between the heading of a sum and its table there are numbers, and a link to where each project is named."""
        counting = [f'Counting {n}' for n in range(7)]
        write_projects(self.register, {
            **{title: [table('Ages', AGE, (20, 30, 40, 50), (21, 31, 41, 51), threshold=5, **SPRING)] for title in counting},
            **{f'Later {n}': [table('Ages', AGE, (22, 32, 42, 52), (23, 33, 43, 53), threshold=5, population=f'Mentorer {n}', **AUTUMN)] for n in range(2)},
            **{f'Without {n}': [] for n in range(8)}})
        told = self.coverage('--kind', 'portfolio')
        self.assertIn('sums up 7 projects. 2 other projects have tables of other people, another time or other categories. '
                      '8 projects have no such table. The projects are named under “Projects in the sums”.', told['Ages'])
        page = (self.folder / 'report').read_text()
        target = re.search(r'<a href="#([^"]+)">The projects are named', page)[1]
        self.assertIn('Projects in the sums', page[page.index(f'id="{target}"'):][:300])
        names = page[page.index(f'id="{target}"'):page.index('All projects</h2>')]
        names = re.sub(r'\s+', ' ', re.sub(r'<[^>]*>', '', names))
        self.assertIn(', '.join(counting), names)
        self.assertIn('Later 0, Later 1', names)
        self.assertRegex(names, 'Without such a table *All other projects of the report')

    def test_without_numbers(self):
        """A table that nobody has filled in says nothing, which is not the same as that there was nobody."""
        self.assertNotIn('Ages in spring', self.page('--kind', 'jplus', '--project', 'Epsilon').tables)
        self.assertIn('Ages in spring', self.page('--kind', 'jplus', '--project', 'Gamma').tables)

    def test_other_categories(self):
        """What cannot be summed up is named."""
        write_projects(self.register, {
            'Alfa': [table('Health', axis('disability', 'yes', 'no'), (30, 40), (50, 60), threshold=5, **SPRING)],
            'Beta': [table('Ability', axis('disability', 'yes', 'no', 'partly'), (31, 41, 51), (51, 61, 71), threshold=5, **SPRING)],
            'Gamma': [table('Ages', AGE, (30, 40, 50, 60), (31, 41, 51, 61), threshold=5, **SPRING)]})
        told = self.coverage('--kind', 'portfolio')['Tables that are not summed up']
        self.assertIn('other categories: Alfa: Health Beta: Ability', told)
        self.assertNotIn('Ages', told)

    def test_a_third_gender_in_some_projects(self):
        """A project that does not count it has none of it; the column says whose it is, and all are in the other ones."""
        third = dict(zip(('other|unga', 'other|vuxna', 'other|medel', 'other|gamla'), (12, 7, 9, 21)))
        with_third = table('Ages', AGE, (45, 27, 33, 15), (20, 17, 31, 22), threshold=5, third_category=True, **SPRING)
        with_third['counts'] |= third
        without = table('Ages', AGE, (20, 17, 23, 10), (11, 29, 37, 13), threshold=5, **SPRING)
        # Left from when it was counted.
        without['counts']['other|unga'] = 31
        write_projects(self.register, {
            'Alfa': [without],
            'Beta': [with_third],
            'Gamma': [table('Ages', AGE, (16, 24, 18, 12), (19, 21, 17, 13), threshold=5, **SPRING)]})
        page = self.page('--kind', 'portfolio')
        rows = page.tables['Ages']
        self.assertEqual(rows[0][1:], ['Women', 'Men', 'Another gender', 'Total'])
        self.assertEqual([plain(cell) for cell in rows[1][1:]], ['81', '50', '12', '143'])
        self.assertEqual(plain(rows[5][4]), str(70 + 90 + 120 + 90 + 49 + 70 + 70))
        self.assertIn('The column “Another gender” is only of: Beta. The other projects have not counted that group.',
                      self.coverage('--kind', 'portfolio')['Ages'])
        self.assertNotIn('is only of', self.coverage('--kind', 'portfolio', '--project', 'Alfa', '--project', 'Gamma')['Ages'])
        # Three of another gender are few in the project and in the sum, and hidden in both.
        with_third['counts']['other|vuxna'] = 3
        write_projects(self.register, {
            'Alfa': [table('Ages', AGE, (20, 17, 23, 10), (11, 29, 37, 13), threshold=5, **SPRING)], 'Beta': [with_third]})
        page = self.page('--kind', 'jplus')
        tables = [rows for caption, rows in page.all if caption == 'Ages']
        self.assertEqual([len(rows[0]) for rows in tables], [5, 4, 5])
        self.assertEqual((tables[0][2][3], tables[2][2][3]), ('..', '..'))

    def test_selection(self):
        page = self.page('--kind', 'portfolio', '--project', 'Beta', '--project', 'Gamma', '--project', 'Epsilon')
        self.assertGreater(self.check('Ages in spring', ('Beta', 'Gamma'), page.tables['Ages in spring'], AGE), 8)
        self.assertNotIn('Places', page.tables)

    def test_the_strictest_rule(self):
        """A sum hides what any of its projects would; a project with a milder rule keeps to its own."""
        page = self.page('--kind', 'jplus', '--project', 'Alfa', '--project', 'Gamma', '--project', 'Beta')
        # Six tutors are enough for Alfa, and too few for the sum, where the note says so.
        tables = [rows for caption, rows in page.all if caption == 'Tutors']
        self.assertEqual([rows[1][1] for rows in tables], ['..', '..', '..'])
        notes = re.findall(r'(1–\d)\s+people are not shown', ''.join(page.texts))
        self.assertEqual(notes.count('1–9'), 3, 'of both tables of Beta, and of the sum of tutors')
        tables = [rows for caption, rows in page.all if caption == 'Ages in spring']
        self.assertEqual(len(tables), 4)
        for rows, projects in zip(tables, (('Alfa', 'Beta', 'Gamma'), ('Alfa',), ('Gamma',), ('Beta',))):
            self.check('Ages in spring', projects, rows, AGE)
        alone = self.page('--kind', 'jplus', '--project', 'Alfa').tables
        self.assertEqual((alone['Ages in spring'][2][1], alone['Tutors'][1][1]), ('7', '6'))


tap.main()
