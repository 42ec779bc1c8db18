# SPDX-License-Identifier: GPL-3.0-or-later
"""The help is valid, whole in every language, and tells of the program that is there."""

import pathlib
import re
import subprocess
import tempfile
import unittest
from xml.etree import ElementTree

import tap

TOP = pathlib.Path(__file__).parents[2]
HELP = TOP / 'data' / 'help'
PAGES = sorted((HELP / 'C').glob('*.page'))
SOURCES = [*PAGES, HELP / 'C' / 'legal.xml']
MALLARD = '{http://projectmallard.org/1.0/}'
LANGUAGES = (HELP / 'LINGUAS').read_text(encoding='utf-8').split()


def run(*command, **keywords):
    return subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **keywords)


class HelpPages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def good(self, *command, **keywords):
        result = run(*command, **keywords)
        self.assertEqual((result.returncode, result.stdout), (0, ''), command)

    def catalogue(self, language):
        path = self.folder / f'{language}.mo'
        self.good('msgfmt', '-c', '-o', path, HELP / language / f'{language}.po')
        return path

    def translate(self, language):
        folder = self.folder / language
        folder.mkdir()
        self.good('itstool', '--strict', '-l', language, '-m', self.catalogue(language), '-o', folder, *SOURCES)
        return sorted(folder.glob('*.page'))

    def test_valid(self):
        for pages in (PAGES, *(self.translate(language) for language in LANGUAGES)):
            for check in ('validate', 'links', 'orphans', 'ids'):
                self.good('yelp-check', check, *pages)

    def test_checks_can_fail(self):
        page = self.folder / 'broken.page'
        text = (HELP / 'C' / 'jplus.page').read_text(encoding='utf-8')
        page.write_text(text.replace('<title>', '<heading>', 1).replace('</title>', '</heading>', 1), encoding='utf-8')
        self.assertNotEqual(run('yelp-check', 'validate', page).stdout, '')
        page.write_text(text.replace('xref="statistics"', 'xref="nosuch"'), encoding='utf-8')
        self.assertNotEqual(run('yelp-check', 'links', page).stdout, '')

    def test_translations_are_whole(self):
        template = self.folder / 'help.pot'
        self.good('itstool', '-o', template, *SOURCES)
        for language in LANGUAGES:
            merged = self.folder / f'{language}.po'
            self.good('msgmerge', '-q', '--no-fuzzy-matching', '-o', merged, HELP / language / f'{language}.po', template)
            for kind in ('--untranslated', '--only-fuzzy', '--only-obsolete'):
                self.good('msgattrib', kind, merged)

    def test_html(self):
        """What people read, in each language: a page for each page, with its words in it."""
        for language, pages in (('C', PAGES), *((language, self.translate(language)) for language in LANGUAGES)):
            html = self.folder / f'html-{language}'
            html.mkdir()
            self.good('yelp-build', 'html', '-o', html, '.', cwd=pages[0].parent)
            for page in pages:
                title = ElementTree.parse(page).findtext(f'{MALLARD}title')
                self.assertIn(title, (html / f'{page.stem}.html').read_text(encoding='utf-8'))

    def test_all_pages_are_installed(self):
        listed = re.findall(r"'([a-z-]+\.(?:page|xml))'", (HELP / 'meson.build').read_text(encoding='utf-8'))
        self.assertEqual(sorted(listed), sorted(path.name for path in SOURCES))

    def test_pages_that_the_program_opens(self):
        opened = dict(re.findall(r'^ +{ "(\w+)", "([a-z-]+)" },$', (TOP / 'src/ui/tvx-help.c').read_text(encoding='utf-8'), re.MULTILINE))
        self.assertGreater(len(opened), 10)
        self.assertLessEqual(set(opened.values()), {page.stem for page in PAGES})
        dialogs = {dialog for path in TOP.glob('src/ui/**/*-dialog.c')
                   for dialog in re.findall(r'G_DEFINE_\w+ \((Tvx\w+Dialog)', path.read_text(encoding='utf-8'))}
        self.assertLessEqual({shown for shown in opened if shown.startswith('Tvx')}, dialogs)

    def test_keys(self):
        """Each key of the program stands on the page."""
        names = {'Control': 'Ctrl', 'comma': ',', 'question': '?'}
        table = re.findall(r'"((?:<\w+>)*\w+)", N_\(', (TOP / 'src/ui/tvx-shortcuts.c').read_text(encoding='utf-8'))
        expected = set()
        for keys in table:
            modifiers = [names.get(modifier, modifier) for modifier in re.findall(r'<(\w+)>', keys)]
            key = keys.rsplit('>', 1)[-1]
            expected.add((*modifiers, names.get(key, key.upper() if len(key) == 1 else key)))
        cells = ElementTree.parse(HELP / 'C' / 'keyboard.page').iter(f'{MALLARD}td')
        shown = {tuple(key.text for key in cell.iter(f'{MALLARD}key')) for cell in cells} - {()}
        self.assertGreater(len(expected), 20)
        self.assertLessEqual(expected, shown)

    def test_words_of_the_program(self):
        """What a person is told to choose is called the same in the program, in each language."""
        catalogues = {'C': 'msgid', 'sv': 'msgstr'}
        for language, keyword in catalogues.items():
            pages = PAGES if language == 'C' else self.translate(language)
            entries = run('msgcat', '--no-wrap', TOP / 'po' / 'sv.po').stdout
            known = {text.replace('_', '') for text in re.findall(rf'^{keyword} "(.*)"$', entries, re.MULTILINE)}
            for page in pages:
                for element in ElementTree.parse(page).iter(f'{MALLARD}gui'):
                    self.assertIn(element.text, known, page)


tap.main()
