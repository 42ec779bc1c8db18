# SPDX-License-Identifier: GPL-3.0-or-later
"""Statistics tables in reports: what they show, and what of it may be published."""

import html.parser
import json

import pikepdf
import tap
from cli import RegisterTest, run
from statistics_tables import AGE, HEALTH, Page, plain, table, two_projects, write_projects


class Languages(html.parser.HTMLParser):
    """The texts of a page outside of pictures, each with the language that it is said to be in."""

    EMPTY = {'meta', 'link', 'br', 'img', 'hr', 'wbr'}

    def __init__(self, text):
        super().__init__()
        self.texts, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag not in self.EMPTY:
            self.open.append((tag, dict(attrs).get('lang', self.open[-1][1] if self.open else None)))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not any(tag in ('svg', 'style') for tag, _ in self.open):
            self.texts.append((data.strip(), self.open[-1][1]))


def languages_in(element, language):
    """The languages of the elements below one of a PDF's structure, with the kind of each."""
    language = str(element.get('/Lang', language))
    yield str(element.S), language
    for kid in element.get('/K', []):
        if isinstance(kid, pikepdf.Dictionary) and '/S' in kid:
            yield from languages_in(kid, language)


class Statistics(RegisterTest):
    def setUp(self):
        super().setUp()
        self.tables = two_projects()
        write_projects(self.register, dict(zip(('Alfa', 'Beta'), self.tables)))

    def report(self, *args):
        target = self.folder / 'report'
        run('report', self.register, '--date', '2026-05-28', *args, '-o', target)
        return target

    def test_the_table(self):
        page = Page(self.report('--kind', 'jplus', '--project', 'Alfa').read_text())
        head, *rows = page.tables['Efter ålder']
        self.assertEqual(head, ['Ålder', 'Kvinnor', 'Män', 'Totalt'])
        self.assertEqual([row[0] for row in rows], ['Unga', 'Vuxna', 'Medel', 'Gamla', 'Totalt'])
        self.assertEqual(rows[0][1], '..')
        self.assertEqual(rows[1][2], '..')
        self.assertEqual([plain(cell) for cell in rows[3][1:]], ['5417', '7211', '12628'])
        # What is kept on one line stands in an element of its own.
        self.assertRegex('\n'.join(page.texts), r'Grupper med \nwhole\n1–19\n personer visas inte\.')
        self.assertEqual(page.tables['Efter ålder: kvinnor och män inom varje grupp'][4][1:], ['43\u00a0%', '57\u00a0%'])

    def test_which_reports_have_it(self):
        kinds = ('project', 'portfolio', 'final', 'handover', 'jplus')
        reports = {kind: Page(self.report('--kind', kind, '--project', 'Alfa').read_text()).tables for kind in kinds}
        self.assertEqual([kind for kind in kinds if 'Efter ålder' in reports[kind]], ['project', 'final', 'jplus'])

    def test_swedish_names_in_an_english_report_say_so(self):
        texts = Languages(self.report('--kind', 'jplus', '--language', 'en').read_text()).texts
        for text, language in texts:
            if text in ('Efter ålder', 'Efter hälsa', 'Unga', 'Medel'):
                self.assertEqual(language, 'sv', text)
            elif 'women' in text:
                self.assertEqual(language, 'en', text)
        for text in ('Efter ålder', 'Unga', ': share of all women and of all men'):
            self.assertIn(text, [text for text, _ in texts])
        with pikepdf.open(self.report('--kind', 'jplus', '--language', 'en', '--format', 'pdf')) as pdf:
            elements, captions = [pdf.Root.StructTreeRoot.K], []
            for element in elements:
                elements += [kid for kid in element.get('/K', []) if isinstance(kid, pikepdf.Dictionary) and '/S' in kid]
                captions += [set(languages_in(element, 'en'))] if element.S == '/Caption' else []
        self.assertGreater(captions.count({('/Caption', 'en'), ('/Span', 'sv')}), 9)

    def test_each_sum_says_what_it_sums_up(self):
        first, second = self.tables
        write_projects(self.register, {'Alfa': first, 'Beta': [*second, table('Efter hälsa', HEALTH, (3012, 4099), (5023, 7361))]})
        page = self.report('--kind', 'jplus', '--language', 'en').read_text()
        self.assertEqual(page.count('The table below sums up 2 projects.'), 2)

    def test_later_reports_keep_to_what_was_published(self):
        before = Page(self.report('--kind', 'jplus', '--publish').read_text()).tables['Efter ålder']
        earlier = json.loads((self.register / 'register.json').read_text())['published']
        self.assertEqual([each['date'] for each in earlier], ['2026-05-28'])
        page = Page(self.report('--kind', 'jplus').read_text())
        self.assertEqual(page.tables['Efter ålder'], before)
        self.assertTrue(any('till och med 28\u00a0maj\u00a02026' in text for text in page.texts))
        # One project alone is protected together with what was told of all.
        alone = Page(self.report('--kind', 'jplus', '--project', 'Beta').read_text())
        self.assertEqual(alone.tables['Efter ålder'][1][1:3], ['..', '..'])
        # Without the table that the sum was made of, nobody can tell what comparing reports would give away.
        path = self.project_files()['Beta']
        record = json.loads(path.read_text())
        del record['statistics']
        path.write_text(json.dumps(record))
        target = self.folder / 'late'
        refusal = self.refused(1, 'report', self.register, '--kind', 'jplus', '-o', target)
        self.assertIn('J+-rapport', refusal)
        self.assertFalse(target.exists())

    def test_only_public_reports_are_published(self):
        target = self.folder / 'x'
        self.refused(2, 'report', self.register, '--publish', '--audience', 'internal', '-o', target)

    def test_drafts_are_not_published(self):
        before = (self.register / 'register.json').read_bytes()
        path = self.project_files()['Alfa']
        record = json.loads(path.read_text())
        del record['summary']
        path.write_text(json.dumps(record))
        target = self.folder / 'draft'
        self.assertIn('draft', self.refused(1, 'report', self.register, '--kind', 'jplus', '--publish', '-o', target))
        self.assertFalse(target.exists())
        self.assertEqual((self.register / 'register.json').read_bytes(), before)
        self.assertIn('Utkast', Page(self.report('--kind', 'jplus').read_text()).texts)
        # One that is whole may be published all the same.
        self.report('--kind', 'jplus', '--project', 'Beta', '--publish')
        self.assertNotEqual((self.register / 'register.json').read_bytes(), before)

    def test_rounded(self):
        page = Page(self.report('--kind', 'jplus', '--project', 'Alfa', '--round').read_text())
        numbers = [int(plain(cell)) for row in page.tables['Efter ålder'][1:] for cell in row[1:] if cell != '–']
        self.assertTrue(numbers and all(n % 5 == 0 for n in numbers))
        self.assertIn('avrundade till ett närliggande femtal', '\n'.join(page.texts))

    def test_left_out(self):
        page = Page(self.report('--kind', 'jplus', '--without', 'statistics').read_text())
        self.assertNotIn('Efter ålder', page.tables)

    def test_what_cannot_be_protected_is_refused_in_words(self):
        path = next((self.register / 'projects').glob('*.json'))
        record = json.loads(path.read_text())
        other = table('Också efter ålder', AGE, (15, 4177, 2963, 5417), (3881, 18, 6143, 7211))
        record['statistics'].append(other)
        record['statistics'] = [each for each in record['statistics'] if 'ålder' in each['title']]
        path.write_text(json.dumps(record))
        target = self.folder / 'report'
        self.refused(1, 'report', self.register, '--kind', 'jplus', '-o', target)
        self.assertFalse(target.exists())


tap.main()
