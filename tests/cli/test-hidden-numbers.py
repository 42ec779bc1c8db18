# SPDX-License-Identifier: GPL-3.0-or-later
"""No number that is hidden from readers stands anywhere in what leaves the register, as text or otherwise."""

import collections
import csv
import html.parser
import io
import json
import re
import subprocess

import pikepdf
import tap
from cli import RegisterTest, run
from statistics_tables import AGE, GEOMETRY, NAMES, Page, found, plain, two_projects, write_projects

KINDS = ('project', 'portfolio', 'final', 'handover', 'jplus')
LANGUAGES = ('sv', 'en')
# What has digits and tells no number of people.
OTHER_DIGITS = re.compile(r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|Sida \d+ av \d+|Page \d+ of \d+')


def painted_texts(page):
    """The pieces of text that a page paints, by the letters that its fonts say their glyphs stand for, and those in its marks."""
    def letters(font):
        cmap = bytes(font['/ToUnicode'].read_bytes()).decode()
        pairs = re.findall(r'<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>\s*(?=[<e\n])', cmap)
        return {int(code, 16): bytes.fromhex(text).decode('utf-16-be') for code, text in pairs}

    def texts(content, resources):
        fonts = {name: letters(font) for name, font in resources.get('/Font', {}).items()}
        font = {}
        for operands, operator in pikepdf.parse_content_stream(content):
            operator = str(operator)
            if operator == 'Tf':
                font = fonts[str(operands[0])]
            elif operator in ('Tj', 'TJ'):
                pieces = operands[0] if operator == 'TJ' else operands
                data = b''.join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
                yield ''.join(font.get(int.from_bytes(data[i:i + 2], 'big'), '?') for i in range(0, len(data), 2))
            elif operator in ('BDC', 'DP'):
                yield str(operands[1]) if not isinstance(operands[1], pikepdf.Dictionary) else \
                    ' '.join(str(value) for key, value in operands[1].items() if key != '/MCID')
            elif operator == 'Do':
                form = resources['/XObject'][str(operands[0])]
                if form.get('/Subtype') == '/Form':
                    yield from texts(form, form.get('/Resources', resources))

    return list(texts(page, page.resources))


class PagePlaces(html.parser.HTMLParser):
    """All that a page says, by where it says it: text, comments, each kind of attribute."""

    def __init__(self, text):
        super().__init__()
        self.places = collections.defaultdict(list)
        self.skip = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.skip = tag == 'style'
        for name, value in attrs:
            if value and name not in GEOMETRY | NAMES:
                self.places[name].append(value)

    def handle_endtag(self, tag):
        self.skip = False

    def handle_data(self, data):
        if not self.skip:
            self.places['text'].append(data)

    def handle_comment(self, data):
        self.places['comment'].append(data)


def strings_in(item):
    """The texts of an object of a PDF that stand in it itself."""
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif not getattr(item, 'is_indirect', False):
        values = [item[key] for key in item.keys()] if isinstance(item, pikepdf.Dictionary) else item if isinstance(item, pikepdf.Array) else ()
        for value in values:
            yield from strings_in(value)


def pdf_places(path):
    """All that a PDF says, by where it says it."""
    places = collections.defaultdict(list)
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()
    places['text'].append(text)
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            places['painted'] += painted_texts(page)
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream) and item.get('/Type') == pikepdf.Name.Metadata:
                places['metadata'].append(bytes(item.read_bytes()).decode())
            # Checksums are no texts.
            for key in {*item.keys()} - {'/ID', '/CheckSum'} if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)) else ():
                places[key] += strings_in(item[key])
        places['/Info'] += [str(pdf.docinfo[key]) for key in pdf.docinfo.keys()]
        for spec in pdf.attachments.values():
            places[spec.filename].append(bytes(spec.get_file().read_bytes()).decode())
    return places


class HiddenNumbers(RegisterTest):
    def setUp(self):
        super().setUp()
        self.tables = two_projects()
        write_projects(self.register, dict(zip(('Alfa', 'Beta'), self.tables)))
        self.truth = {n for tables in self.tables for each in tables for n in each['counts'].values()}

    def report(self, *args):
        target = self.folder / 'report'
        run('report', self.register, '--date', '2026-05-28', *args, '-o', target)
        return target

    def hidden(self):
        """The counts that readers do not see, by the file of numbers inside a report; those that are small are among them."""
        text = pdf_places(self.report('--format', 'pdf', '--kind', 'jplus'))['statistics.csv'][0]
        rows = list(csv.reader(io.StringIO(text)))
        shown = {int(row[-1]) for row in rows[1:] if row[-1].isdigit()}
        hidden = self.truth - shown
        self.assertLessEqual({n for n in self.truth if n < 20}, hidden)
        self.assertTrue({n for n in hidden if n > 1000}, 'one large number must be hidden, too')
        self.assertTrue(self.truth & shown, 'some numbers are shown')
        return hidden

    def html(self, *args):
        return PagePlaces(self.report(*args, '--format', 'html').read_text()).places

    def pdf(self, *args):
        return pdf_places(self.report(*args, '--format', 'pdf'))

    def leaks(self, hidden, places):
        """What of the numbers stands where."""
        return {place: numbers for place, texts in places.items()
                if (numbers := found(hidden, OTHER_DIGITS.sub('', '\n'.join(texts))))}

    def test_html(self):
        hidden = self.hidden()
        for kind in KINDS:
            for language in LANGUAGES:
                for audience in ('public', 'internal'):
                    places = self.html('--kind', kind, '--language', language, '--audience', audience)
                    self.assertEqual(self.leaks(hidden, places), {}, (kind, language, audience))
        self.assertIn('..', '\n'.join(places['text']))

    def test_pdf(self):
        hidden = self.hidden()
        for kind in KINDS:
            places = self.pdf('--kind', kind)
            numbers = set(re.findall(r'\d{4,}', plain('\n'.join(places['text']))))
            self.assertTrue(numbers)
            self.assertLessEqual(numbers, set(re.findall(r'\d{4,}', plain('\n'.join(places['painted'])))), 'painted text is read at all')
            self.assertEqual(self.leaks(hidden, places), {}, kind)

    def test_a_planted_number_is_found(self):
        """A number that stands in words is in no way hidden, and must be found wherever such words get to."""
        leak = max(self.hidden())
        for path in (self.register / 'projects').glob('*.json'):
            record = json.loads(path.read_text())
            record['title'] += f' {leak}'
            for each in record['statistics']:
                each['title'] += f' ({leak})'
                each['axes'][0]['categories'][-1]['name'] = f'{leak:,}'.replace(',', '\u00a0')
            path.write_text(json.dumps(record))
        self.assertIn('text', self.leaks({leak}, self.html('--kind', 'jplus')))
        places = self.leaks({leak}, self.pdf('--kind', 'jplus', '--project', f'Alfa {leak}'))
        self.assertLessEqual({'text', 'painted', '/Contents', '/Title', '/Info', 'metadata', 'project.json', 'statistics.csv'},
                             set(places))

    def test_the_search_can_fail(self):
        hidden = self.hidden()
        for path in (self.register / 'projects').glob('*.json'):
            self.assertTrue(found(hidden, path.read_text()))
        self.assertEqual(found({4177, 14}, 'Kvinnor: 4\u00a0177 och 1 300'), {4177})
        self.assertEqual(found({4177, 14}, 'alt="14 of 4,177"'), {4177, 14})
        places = PagePlaces('<svg aria-label="4\u202f177"><title>14</title><g data-n="4177"></g><!-- 4177 --></svg>').places
        self.assertEqual(self.leaks({4177, 14}, places), {'aria-label': {4177}, 'text': {14}, 'data-n': {4177}, 'comment': {4177}})

    def change_hidden(self, title, codes):
        """Moves a person from one hidden cell to the next and back in another row, so that all sums stay."""
        path = self.project_files()[title]
        record = json.loads(path.read_text())
        for place, by in (('women', 1), ('men', -1)):
            record['statistics'][0]['counts'][f'{place}|{codes[0]}'] += by
            record['statistics'][0]['counts'][f'{place}|{codes[1]}'] -= by
        path.write_text(json.dumps(record))

    def hidden_ages(self, title):
        rows = Page(self.report('--kind', 'jplus', '--project', title).read_text()).tables['Efter ålder'][1:-1]
        return [age['code'] for age, row in zip(AGE['categories'], rows) if row[1] == row[2] == '..']

    def outputs(self):
        """All that a public report can be; the clock is stopped, so only contents make a difference."""
        for kind in KINDS:
            for form in ('html', 'pdf', 'dump'):
                for language in LANGUAGES:
                    yield kind, form, language

    def same_bytes(self, change):
        before = {each: self.report('--kind', each[0], '--format', each[1], '--language', each[2]).read_bytes() for each in self.outputs()}
        change()
        for each, earlier in before.items():
            self.assertEqual(self.report('--kind', each[0], '--format', each[1], '--language', each[2]).read_bytes(), earlier, each)

    def test_what_is_hidden_changes_nothing(self):
        """Two registers that differ in what readers do not see have the same reports, byte by byte."""
        write_projects(self.register, {'Alfa': self.tables[0][:1]})
        self.report('--kind', 'jplus', '--publish')
        hidden = self.hidden_ages('Alfa')
        self.assertGreaterEqual(len(hidden), 2)
        self.same_bytes(lambda: self.change_hidden('Alfa', hidden))

    def test_what_is_hidden_in_a_portfolio_changes_nothing(self):
        """The same where the reports are of several projects and their sums, and nothing was published before."""
        hidden = self.hidden_ages('Alfa')
        self.assertGreaterEqual(len(hidden), 2)
        self.same_bytes(lambda: self.change_hidden('Alfa', hidden))
        # What readers see does make a difference.
        before = self.report('--kind', 'jplus').read_bytes()
        path = self.project_files()['Beta']
        record = json.loads(path.read_text())
        shown = next(age['code'] for age in AGE['categories'] if age['code'] not in self.hidden_ages('Beta'))
        record['statistics'][0]['counts'][f'women|{shown}'] += 1
        path.write_text(json.dumps(record))
        self.assertNotEqual(self.report('--kind', 'jplus').read_bytes(), before)

    def test_lists_have_no_counts(self):
        """What is copied to a spreadsheet or shown by the search of the desktop."""
        for form in ('text', 'csv', 'json'):
            # The text begins each line with a part of an id.
            text = re.sub(r'^\S+', '', OTHER_DIGITS.sub('', run('list', self.register, '--format', form).stdout), flags=re.MULTILINE)
            self.assertEqual(found({n for n in self.truth if n > 1000}, text), set(), form)

    def test_only_the_public_copy_travels(self):
        places = self.pdf('--project', 'Alfa')
        project = json.loads(places['project.json'][0])
        self.assertEqual(project['statistics'][0]['title'], 'Efter ålder')
        self.assertNotIn('counts', project['statistics'][0])
        self.assertNotIn('totals', project['statistics'][0])


tap.main()
