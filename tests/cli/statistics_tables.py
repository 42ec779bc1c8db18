# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of statistics in reports share: tables of projects, and reading what a report shows of them."""

import html.parser
import json
import re
import uuid

# Where things stand in a picture, which tells no number: a hidden one has no bar.
GEOMETRY = {'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'd', 'points', 'width', 'height', 'viewbox', 'transform',
            'stroke-width', 'font-size', 'stroke-dasharray'}
# Parts of a page are numbered, too.
NAMES = {'id', 'href', 'headers', 'aria-labelledby', 'aria-describedby'}


def axis(kind, *categories):
    """A breakdown, with ids, since a record that has none gets another each time that it is read."""
    return {'id': str(uuid.uuid4()), 'kind': kind,
            'categories': [{'id': str(uuid.uuid4()), 'code': code, 'name': code.title()} for code in categories]}


AGE, HEALTH = axis('age', 'unga', 'vuxna', 'medel', 'gamla'), axis('disability', 'yes', 'no')


def table(title, by, women, men, **more):
    codes = [category['code'] for category in by['categories']]
    counts = {f'{gender}|{code}': n for gender, row in (('women', women), ('men', men)) for code, n in zip(codes, row)}
    return {'id': str(uuid.uuid4()), 'title': title, 'population': 'Deltagare', 'source': 'Listor', 'threshold': 20, 'axes': [by],
            'counts': counts, **more}


def two_projects():
    """Counts that are like no other; those below 20 are hidden, and so are some large ones."""
    first = [table('Efter ålder', AGE, (14, 4177, 2963, 5417), (3881, 18, 6143, 7211)),
             table('Efter hälsa', HEALTH, (16, 12555), (4919, 12334))]
    second = [table('Efter ålder', AGE, (3319, 2297, 12, 1483), (1571, 3463, 2713, 4637))]
    return first, second


class Page(html.parser.HTMLParser):
    """The texts of a page, the values of its attributes, its tables by caption, and all of them in order."""

    def __init__(self, text):
        super().__init__()
        self.texts, self.tables, self.all, self.skip = [], {}, [], False
        self.rows = self.caption = self.cell = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.texts += [value for name, value in attrs if value and name not in GEOMETRY | NAMES]
        self.skip = tag == 'style'
        if tag == 'table':
            self.rows = []
        elif tag == 'caption':
            self.caption = ''
        elif tag == 'tr' and self.rows is not None:
            self.rows.append([])
        elif tag in ('td', 'th') and self.rows:
            self.rows[-1].append('')
            self.cell = True

    def handle_endtag(self, tag):
        self.skip = False
        if tag == 'caption':
            self.tables[self.caption] = self.rows
            self.all.append((self.caption, self.rows))
            self.caption = None
        elif tag in ('td', 'th'):
            self.cell = None

    def handle_data(self, data):
        if self.skip:
            return
        self.texts.append(data)
        if self.caption is not None:
            self.caption += data
        elif self.cell:
            self.rows[-1][-1] += data


def plain(text):
    """Numbers without what stands between their digits."""
    return re.sub(r'(?<=\d)[\u00a0\u202f ,](?=\d{3}(?!\d))', '', text)


def found(numbers, text):
    """Which of the numbers stand in a text, as numbers of their own; the digits of an id are none."""
    text = plain(re.sub(r'\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b', '', text))
    return {n for n in numbers if re.search(rf'(?<![\d.]){n}(?![\d])', text)}


def write_projects(register, projects):
    """Leaves in a register these projects alone: titles and their tables. Nothing is missing, so reports of them are final."""
    for path in (register / 'projects').glob('*.json'):
        path.unlink()
    for title, tables in projects.items():
        identity = str(uuid.uuid4())
        (register / 'projects' / f'{identity}.json').write_text(json.dumps(
            {'format': 'tillvaxt-project', 'version': 1, 'id': identity, 'title': title, 'summary': 'Prov', 'lifecycle': 'ongoing',
             'county': '01', 'goals': [{'id': str(uuid.uuid4()), 'text': 'Att prova'}],
             'partners': [{'id': str(uuid.uuid4()), 'name': 'Länsstyrelsen', 'role': 'beneficiary'}], 'statistics': tables}))
