# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop and a software centre read of the program is valid, and says the same thing in every file.

The first argument is the folder of the built files, the second the id of the program.
"""

import configparser
import datetime
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
from xml.etree import ElementTree

import tap

BUILT, APP_ID = pathlib.Path(sys.argv[1]), sys.argv[2]
DATA = pathlib.Path(__file__).parents[2] / 'data'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'
SVG = '{http://www.w3.org/2000/svg}'
# What a summary does not say: that it is a program, and for which desktop.
NEEDLESS = re.compile(r'\b(app|application|desktop|gnome|gtk|linux|program|software|tool)\b', re.IGNORECASE)
# What the notes of a release do not say: that something, not what, was done.
EMPTY_WORDS = re.compile(r'\b(bug ?fix(es)?|various|minor|misc)\b', re.IGNORECASE)


def run(*command, **options):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **options)


class Validators(unittest.TestCase):
    def good(self, *command, **options):
        result = run(*command, **options)
        self.assertEqual(result.returncode, 0, f'{command}: {result.stdout}')
        return result.stdout

    def test_desktop_file(self):
        self.assertEqual(self.good('desktop-file-validate', BUILT / f'{APP_ID}.desktop'), '')

    def test_metainfo(self):
        self.good('appstreamcli', 'validate', '--strict', '--no-net', BUILT / f'{APP_ID}.metainfo.xml')

    def test_schemas(self):
        self.assertTrue((DATA / f'{APP_ID}.gschema.xml').is_file())
        self.good('glib-compile-schemas', '--strict', '--dry-run', DATA)

    def test_xml_is_well_formed(self):
        files = [*BUILT.glob('*.xml'), *DATA.rglob('*.svg'), *DATA.rglob('*.gresource.xml'), *DATA.rglob('*.gschema.xml')]
        self.good('xmllint', '--noout', '--nonet', *files)

    def test_mime_types(self):
        with tempfile.TemporaryDirectory() as folder:
            packages = pathlib.Path(folder, 'mime', 'packages')
            packages.mkdir(parents=True)
            shutil.copy(BUILT / f'{APP_ID}.xml', packages)
            environment = {**os.environ, 'PKGSYSTEM_ENABLE_FSYNC': '0', 'XDG_DATA_HOME': folder}
            self.good('update-mime-database', packages.parent, env=environment)
            # What a file manager takes the files of a register for, which are JSON by their names.
            kind = ElementTree.parse(BUILT / f'{APP_ID}.xml').find(f'{MIME}mime-type').get('type')
            other = pathlib.Path(folder, 'other.json')
            other.write_text('{"format": "other"}', encoding='utf-8')
            pathlib.Path(folder, 'x.tillvaxt.json').write_text('{}', encoding='utf-8')
            pathlib.Path(folder, 'register.json').write_text('{}', encoding='utf-8')
            register = DATA / 'sample' / 'register.json'
            for path, expected in ((register, kind), (next(register.parent.glob('projects/*.json')), kind), (other, 'application/json'),
                                   (pathlib.Path(folder, 'x.tillvaxt.json'), kind), (pathlib.Path(folder, 'register.json'), kind)):
                shown = self.good('gio', 'info', '-a', 'standard::content-type', path, env=environment)
                self.assertIn(f'standard::content-type: {expected}\n', shown, path)

    def test_validators_can_fail(self):
        broken = {
            'desktop-file-validate': (f'{APP_ID}.desktop', 'Type=Application', 'Type=Programme'),
            'appstreamcli validate --strict --no-net': (f'{APP_ID}.metainfo.xml', '<id>', '<id>!'),
        }
        with tempfile.TemporaryDirectory() as folder:
            for command, (name, right, wrong) in broken.items():
                text = (BUILT / name).read_text(encoding='utf-8')
                self.assertIn(right, text)
                pathlib.Path(folder, name).write_text(text.replace(right, wrong), encoding='utf-8')
                self.assertNotEqual(run(*command.split(), pathlib.Path(folder, name)).returncode, 0, command)


class Agreement(unittest.TestCase):
    def setUp(self):
        self.desktop = configparser.ConfigParser(delimiters='=', interpolation=None, comment_prefixes='#')
        self.desktop.optionxform = str
        self.desktop.read(BUILT / f'{APP_ID}.desktop', encoding='utf-8')
        self.entry = self.desktop['Desktop Entry']
        self.metainfo = ElementTree.parse(BUILT / f'{APP_ID}.metainfo.xml').getroot()

    def test_id_is_one_that_others_can_check(self):
        self.assertRegex(APP_ID, r'^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){1,3}\.[A-Z][A-Za-z0-9_]*$')
        self.assertEqual(self.metainfo.find('developer').get('id'), APP_ID.rpartition('.')[0])
        self.assertEqual([name.get('translate') for name in self.metainfo.findall('developer/name')], ['no'])

    def test_desktop_entry(self):
        self.assertNotIn('Terminal', self.entry)
        self.assertEqual((self.entry['DBusActivatable'], self.entry['StartupNotify']), ('true', 'true'))
        self.assertIn('Office', self.entry['Categories'].split(';'))

    def test_what_software_centres_ask_for(self):
        one = {tag: self.metainfo.findtext(tag) for tag in ('metadata_license', 'project_license', 'translation')}
        self.assertEqual(one, {'metadata_license': 'CC0-1.0', 'project_license': 'GPL-3.0-or-later', 'translation': 'tillvaxt'})
        self.assertEqual(self.metainfo.find('content_rating').get('type'), 'oars-1.1')
        self.assertEqual({control.text for control in self.metainfo.findall('supports/control')},
                         {'keyboard', 'pointing', 'touch'})
        length = self.metainfo.find('requires/display_length')
        self.assertEqual((length.get('compare'), length.text), ('ge', '360'))
        urls = {url.get('type'): url.text for url in self.metainfo.findall('url')}
        self.assertLessEqual({'homepage', 'bugtracker', 'vcs-browser', 'contact', 'translate'}, urls.keys())
        for url in urls.values():
            self.assertTrue(url.startswith('https://'), url)

    def test_description(self):
        for language in (None, 'sv'):
            paragraphs = [p for p in self.metainfo.findall('description/p') if p.get(LANGUAGE) == language]
            bullets = [li for li in self.metainfo.findall('description/ul/li') if li.get(LANGUAGE) == language]
            self.assertTrue(1 <= len(paragraphs) <= 3 and len(bullets) <= 10, language)
            for paragraph in paragraphs:
                self.assertLessEqual(len(' '.join(paragraph.text.split())), 500)

    def test_ids(self):
        self.assertEqual(self.metainfo.findtext('id'), APP_ID)
        self.assertEqual(self.metainfo.findtext('launchable'), f'{APP_ID}.desktop')
        self.assertEqual(self.entry['Icon'], APP_ID)
        service = (BUILT / f'{APP_ID}.service').read_text(encoding='utf-8')
        self.assertIn(f'Name={APP_ID}\n', service)

    def test_search_provider(self):
        provider = configparser.ConfigParser()
        provider.optionxform = str
        provider.read(BUILT / f'{APP_ID}.search-provider.ini', encoding='utf-8')
        self.assertEqual(dict(provider['Shell Search Provider']), {
            'DesktopId': f'{APP_ID}.desktop', 'BusName': APP_ID, 'Version': '2',
            'ObjectPath': f'/{APP_ID.replace(".", "/")}/SearchProvider'})

    def test_mime_type(self):
        kind = ElementTree.parse(BUILT / f'{APP_ID}.xml').find(f'{MIME}mime-type').get('type')
        kinds = [kind, 'application/pdf']
        self.assertEqual(self.entry['MimeType'], ''.join(kind + ';' for kind in kinds))
        self.assertEqual([found.text for found in self.metainfo.findall('provides/mediatype')], kinds)

    def test_names(self):
        self.assertEqual({name.text for name in self.metainfo.findall('name')}, {self.entry['Name']})
        self.assertLessEqual(len(self.entry['Name']), 15)

    def test_summaries(self):
        summaries = [summary.text for summary in self.metainfo.findall('summary')]
        self.assertEqual(len(summaries), 2)
        for text in summaries:
            self.assertTrue(10 <= len(text) <= 35, text)
            self.assertFalse(text.endswith('.') or self.entry['Name'] in text or NEEDLESS.search(text), text)
            self.assertFalse(re.match(r'(A|An|The|En|Ett)\b', text), text)
            self.assertTrue(text[0].isupper() and text[1:].islower(), text)

    def test_swedish(self):
        for key in ('Comment', 'Keywords'):
            self.assertTrue(self.entry.get(f'{key}[sv]'), key)
        for tag in ('summary', 'description/p', 'description/ul/li', 'screenshots/screenshot/caption',
                    'releases/release/description/p', 'releases/release/description/ul/li'):
            found = self.metainfo.findall(tag)
            swedish = [element for element in found if element.get(LANGUAGE) == 'sv']
            self.assertEqual(len(found), 2 * len(swedish), tag)

    def test_colours(self):
        colours = {color.get('scheme_preference'): color.text for color in self.metainfo.findall('branding/color')}
        self.assertEqual(colours.keys(), {'light', 'dark'})
        for colour in colours.values():
            self.assertRegex(colour, r'^#[0-9a-f]{6}$')

    def test_release(self):
        versions = [release.get('version') for release in self.metainfo.findall('releases/release')]
        project = re.search(r"version: '([^']+)'", (DATA.parent / 'meson.build').read_text(encoding='utf-8'))[1]
        self.assertEqual(versions[0], project)
        news = (DATA.parent / 'NEWS').read_text(encoding='utf-8')
        for version in versions:
            self.assertIn(f'Tillväxt {version}', news)
            self.assertRegex(version, r'^[0-9]+(\.[0-9]+)*$')  # no early version is the latest
        for release in self.metainfo.findall('releases/release'):
            self.assertLessEqual(datetime.date.fromisoformat(release.get('date')), datetime.date.today())
            notes = ' '.join(release.find('description').itertext())
            self.assertGreater(len(notes.split()), 10)
            self.assertIsNone(EMPTY_WORDS.search(notes), notes)

    def test_screenshots(self):
        shots = self.metainfo.findall('screenshots/screenshot')
        self.assertTrue(3 <= len(shots) <= 6)
        self.assertEqual([shot.get('type') for shot in shots], ['default'] + [None] * (len(shots) - 1))
        for shot in shots:
            self.assertFalse(shot.findtext('caption').endswith('.'))
            self.assertEqual([image.get(LANGUAGE) for image in shot.findall('image')], [None, 'sv'])
            pictures = [self.picture(image.text) for image in shot.findall('image')]
            self.assertNotEqual(*pictures)

    def picture(self, url):
        """The picture behind the address of a screenshot, which belongs to the released version and has the right form."""
        self.assertIn(f'/v{self.metainfo.find("releases/release").get("version")}/', url)
        data = (DATA / 'screenshots' / url.rsplit('/', 1)[1]).read_bytes()
        self.assertEqual(data[:8], b'\x89PNG\r\n\x1a\n', url)
        width, height = struct.unpack('>II', data[16:24])
        self.assertTrue(620 <= width <= 1000 and height <= 700, url)
        return data


class Icons(unittest.TestCase):
    def icon(self, folder, suffix, size):
        root = ElementTree.parse(DATA / 'icons/hicolor' / folder / 'apps' / f'{APP_ID}{suffix}.svg').getroot()
        self.assertEqual((root.get('width'), root.get('height'), root.get('viewBox')),
                         (str(size), str(size), f'0 0 {size} {size}'))
        return root

    def test_scalable(self):
        root = self.icon('scalable', '', 128)
        self.assertEqual([element.tag for element in root.iter() if 'filter' in element.tag.lower()], [])

    def test_symbolic_has_one_colour(self):
        root = self.icon('symbolic', '-symbolic', 16)
        self.assertEqual({element.get('fill') for element in root.iter(f'{SVG}path')}, {'#2e3436'})


tap.main()
