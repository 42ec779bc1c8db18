# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever stands in a field of a record comes out of both writers as text, and as nothing else."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import tap
from cli import run
from reports import check_with_nu, names

PDF_CHECK = pathlib.Path(__file__).parents[1] / 'report/pdf-check.py'
MARK = '<script>alert(1)</script>'
HOSTILE = [
    MARK, '&amp; & &lt;', '") /Type /Catalog >> endobj', 'a\\b(c)d', '👩‍👩‍👧🌱🏳️‍🌈', 'مرحبا بالعالم', 'שלום עולם',
    'e\u0301a\u030ao\u0308' + '\u0301' * 30, 'bell\u0007esc\u001b[31m', 'private \ue000\uf8ff\U000f0000', '\u202eright to left\u202c',
    'zero\u200bwidth\ufeff', '漢字かな', '-->', ']]>', "'; DROP TABLE", '\ufffe\uffff', '{{7*7}}', 'a\tb', 'ﬁ ﬀ', '\u2028line\u2029',
]
# What is looked up and must be itself: ids, codes, dates, numbers, addresses.
KEPT = re.compile(r'^([0-9a-f-]{36}|[0-9-]+|[a-z_0-9]+|https?://.*|[0-9a-f]{64}|tillvaxt-.*)$')


class Texts:
    """The hostile texts, one after the other; the first is a word that is longer than any page."""

    def __init__(self):
        self.number = 0

    def spoil(self, value):
        if isinstance(value, dict):
            return {name: self.spoil(member) for name, member in value.items()}
        if isinstance(value, list):
            return [self.spoil(item) for item in value]
        if not isinstance(value, str) or KEPT.match(value):
            return value
        self.number += 1
        return 'x' * 100000 if self.number == 1 else HOSTILE[self.number % len(HOSTILE)] + f' {self.number}'


class HostileText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.register = cls.folder / 'register'
        run('sample', '--size', '2', cls.register)
        texts = Texts()
        for path in [*(cls.register / 'projects').iterdir(), cls.register / 'register.json']:
            path.write_text(json.dumps(texts.spoil(json.loads(path.read_bytes())), ensure_ascii=False), encoding='utf-8')

    def make(self, kind, suffix):
        path = self.folder / f'{kind}.{suffix}'
        run('report', self.register, '--kind', kind, '--format', suffix, '--audience', 'internal', '-o', path)
        return path

    def test_pages(self):
        paths = [self.make(kind, 'html') for kind in names('--kind')]
        for path in paths:
            self.assertNotIn(MARK, path.read_text(encoding='utf-8'))
        self.assertIn('&lt;script&gt;', paths[0].read_text(encoding='utf-8'))
        if 'TVX_CHECKERS' in os.environ:
            # What language such texts are in is anybody's guess.
            self.assertEqual([line for line in check_with_nu(paths) if 'appears to be written in' not in line], [])

    def test_documents(self):
        for kind in names('--kind'):
            with self.subTest(kind):
                path = self.make(kind, 'pdf')
                done = subprocess.run([sys.executable, PDF_CHECK, path], capture_output=True, text=True, check=False)
                self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ''))
                subprocess.run(['qpdf', '--check', path], capture_output=True, check=True)


tap.main()
