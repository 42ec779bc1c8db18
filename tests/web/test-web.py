# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports as web pages are valid, accessible and readable on any device: every kind, in both languages."""

import pathlib
import tempfile
import unittest

import tap
from browser import Browser
from cli import run
from reports import CHECKERS, check_with_axe, check_with_nu, names

PAPER = 642  # pixels: A4 without its margins
BROKEN = '''<!DOCTYPE html><html lang="sv"><head><title>T</title></head><body><h1>R</h1><img src="a.png">
<p style="color:#bbb;background:#fff">Svag text</p><table><tr><td scope="row">x</td></tr></table></body></html>'''


class Web(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if CHECKERS is None:
            raise unittest.SkipTest('TVX_CHECKERS does not say where the checkers are')
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.broken = cls.folder / 'broken.html'
        cls.broken.write_text(BROKEN, encoding='utf-8')
        run('sample', cls.folder / 'sample')
        run('sample', '--size', '8', cls.folder / 'invented')
        cls.reports = [cls.make_report(register, kind, language) for register in ('sample', 'invented')
                       for kind in names('--kind') for language in names('--language')]
        cls.browser = cls.enterClassContext(Browser())

    @classmethod
    def make_report(cls, register, kind, language):
        path = cls.folder / f'{register}-{kind}-{language}.html'
        run('report', cls.folder / register, '--kind', kind, '--language', language, '-o', path)
        return path

    def test_valid(self):
        self.assertEqual(check_with_nu(self.reports), [])

    def test_accessible(self):
        for path in self.reports:
            with self.subTest(path.name):
                self.assertEqual(check_with_axe(self.browser, path), [])

    def test_accessible_in_the_dark(self):
        for path in self.reports:
            with self.subTest(path.name):
                self.assertEqual(check_with_axe(self.browser, path, scheme='dark'), [])

    def test_readable_on_a_phone(self):
        """Nothing but a wide table, which scrolls by itself, is wider than the screen."""
        for path in self.reports:
            with self.subTest(path.name):
                self.browser.open(path, width=360)
                self.assertLessEqual(self.browser.run('return document.documentElement.scrollWidth'), 360)

    def test_readable_on_paper(self):
        """Black on white, whatever the colours of the screen, and as wide as the paper: what is beyond would be cut off."""
        for path in self.reports:
            with self.subTest(path.name):
                self.browser.open(path, scheme='dark', width=PAPER, medium='print')
                self.assertLessEqual(self.browser.run('return document.documentElement.scrollWidth'), PAPER)
                self.assertEqual(self.browser.run('const { color, backgroundColor } = getComputedStyle(document.body);'
                                                  'return [color, backgroundColor]'), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
                self.assertEqual(self.browser.run('return getComputedStyle(document.querySelector(".skip")).display'), 'none')

    def test_nothing_is_fetched_and_nothing_runs(self):
        for path in self.reports:
            with self.subTest(path.name):
                self.browser.open(path)
                self.assertEqual(self.browser.run('return performance.getEntriesByType("resource").length'), 0)
                self.assertEqual(self.browser.run('return document.scripts.length'), 0)

    def test_the_checkers_find_faults(self):
        self.assertIn('alt', ' '.join(check_with_nu([self.broken])))
        found = ' '.join(check_with_axe(self.browser, self.broken))
        self.assertIn('image-alt', found)
        self.assertIn('color-contrast', found)


tap.main()
