#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tools of others find in a PDF of ours: qpdf, and those of Poppler.

    pdf-tools.py SAMPLE HOSTILE   the files of test-pdf.c
"""

import subprocess
import sys
import unittest

SAMPLE, HOSTILE = sys.argv[1:]
# The words of the sample, in the order in which a program that follows the structure reads them.
PARTS = [
    'Länsstyrelsen i Stockholms län',
    'Jämställd tillväxt Stockholm',
    'Observera att Region Stockholm har övertagit ansvaret för detta projekt den 1 januari 2019.',
    'Innehåll',
    'Målet med uppdraget är att kvinnor och män ska ha samma förutsättningar att nå inflytande i det regionala tillväxtarbetet',
    'Det finns fler skillnader än kön som påverkar. Vi kallar det för J+, på engelska gender equality plus.',
    '• Att systematiskt integrera',
    '1. om arbetsmarknaden,',
    'Period 2016–2018',
    'Projektledare stockholm@example.org',
    'Fler kvinnor får del av företagsstöd 412 388 Nås',
    'Women and men shall have the same opportunities.',
]


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True).stdout


class Tools(unittest.TestCase):
    def test_syntax(self):
        for path in (SAMPLE, HOSTILE):
            found = run('qpdf', '--check', path)
            self.assertIn('No syntax or stream encoding errors found', found)
            self.assertNotIn('WARNING', found)

    def test_is_tagged(self):
        for path in (SAMPLE, HOSTILE):
            self.assertRegex(run('pdfinfo', path), r'(?m)^Tagged: +yes$')

    def test_fonts(self):
        for path in (SAMPLE, HOSTILE):
            fonts = run('pdffonts', path).splitlines()[2:]
            self.assertGreater(len(fonts), 1)
            for font in fonts:
                self.assertRegex(font, r'CID TrueType .* yes yes yes ')  # embedded, cut to what is used, and it can be searched

    def test_text(self):
        rest = ' '.join(run('pdftotext', '-raw', SAMPLE, '-').split())
        for part in PARTS:
            self.assertIn(part, rest)  # and after the part before it
            rest = rest[rest.index(part) + 1:]


unittest.main(argv=sys.argv[:1])
