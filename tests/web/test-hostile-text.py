# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever stands in any field of any kind of record comes out of both writers as text, and as nothing else."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tap
from browser import Browser
from cli import run
from everything import Everything
from reports import check_with_axe, check_with_nu, names

PDF_CHECK = pathlib.Path(__file__).parents[1] / 'report/pdf_check.py'
MARK = '<script>alert(1)</script>'
HOSTILE = ' '.join([
    MARK, '&amp; & &lt;', '") /Type /Catalog >> endobj', 'a\\b(c)d', '👩‍👩‍👧🌱🏳️‍🌈', 'مرحبا بالعالم', 'שלום עולם',
    'e\u0301a\u030ao\u0308' + '\u0301' * 30, 'bell\u0007esc\u001b[31m', 'private \ue000\uf8ff\U000f0000', '\u202eright to left\u202c',
    'zero\u200bwidth\ufeff', '漢字かな', '-->', ']]>', "'; DROP TABLE", '\ufffe\uffff', '{{7*7}}', 'a\tb', 'ﬁ ﬀ', '\u2028line\u2029',
])
LONG_WORD = 'x' * 100000


class HostileText(unittest.TestCase):
    """Two registers: in one, every text is all of these; in the other, it is a word that is longer than any page."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.fill('signs', 2, Everything(HOSTILE))
        cls.fill('words', 1, Everything(LONG_WORD, items=1))
        cls.pages = [cls.make('signs', kind, 'html', language) for kind in names('--kind') for language in names('--language')]

    @classmethod
    def fill(cls, name, size, everything):
        register = cls.folder / name
        run('sample', '--size', str(size), register)
        identifier = json.loads((register / 'register.json').read_bytes())['id']
        (register / 'register.json').write_text(json.dumps(everything.record('register', identifier), ensure_ascii=False), encoding='utf-8')
        for path in (register / 'projects').iterdir():
            path.write_text(json.dumps(everything.project(path.stem), ensure_ascii=False), encoding='utf-8')

    @classmethod
    def make(cls, register, kind, suffix, language='sv'):
        path = cls.folder / f'{register}-{kind}-{language}.{suffix}'
        run('report', cls.folder / register, '--kind', kind, '--language', language, '--format', suffix, '--audience', 'internal',
            '-o', path)
        return path

    def check_pdf(self, path):
        done = subprocess.run([sys.executable, PDF_CHECK, path], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ''))
        subprocess.run(['qpdf', '--check', path], capture_output=True, check=True)

    def test_pages_are_text(self):
        for path in self.pages:
            with self.subTest(path.name):
                page = path.read_text(encoding='utf-8')
                self.assertNotIn(MARK, page)
                self.assertIn('&lt;script&gt;', page)

    @unittest.skipUnless('TVX_CHECKERS' in os.environ, 'TVX_CHECKERS does not say where the checkers are')
    def test_pages_are_valid(self):
        # What language such texts are in is anybody's guess.
        self.assertEqual([line for line in check_with_nu(self.pages) if 'appears to be written in' not in line], [])

    @unittest.skipUnless('TVX_CHECKERS' in os.environ, 'TVX_CHECKERS does not say where the checkers are')
    def test_pages_are_accessible(self):
        with Browser() as browser:
            for path in self.pages:
                with self.subTest(path.name):
                    self.assertEqual(check_with_axe(browser, path), [])

    def test_documents(self):
        for kind in names('--kind'):
            with self.subTest(kind):
                self.check_pdf(self.make('signs', kind, 'pdf'))

    def test_long_words(self):
        """They are everywhere, which makes thousands of pages; on paper, the shortest kind is enough of them."""
        for kind in names('--kind'):
            with self.subTest(kind):
                self.assertIn(LONG_WORD, self.make('words', kind, 'html').read_text(encoding='utf-8'))
        subprocess.run(['qpdf', '--check', self.make('words', 'portfolio', 'pdf')], capture_output=True, check=True)


tap.main()
