# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample register is in canonical form, whole, and tells of no real person."""

import json
import pathlib
import re
import unicodedata
import unittest
from xml.etree import ElementTree

import tap

FOLDER = pathlib.Path(__file__).parents[2] / 'data/sample'
UUID = re.compile(r'^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')


def files():
    """The files of the register; the words that other projects are invented with are something else."""
    return sorted(path for path in FOLDER.rglob('*.json') if path.name != 'invented.json')


def records(value):
    """The record and all its parts, in the order of the file."""
    if isinstance(value, dict):
        yield value
        for member in value.values():
            yield from records(member)
    elif isinstance(value, list):
        for item in value:
            yield from records(item)


class Sample(unittest.TestCase):
    def setUp(self):
        self.projects = {path.stem: json.loads(path.read_bytes()) for path in files() if path.parent.name == 'projects'}

    def test_text_is_canonical(self):
        for path in files():
            with self.subTest(path.name):
                text = path.read_bytes().decode('utf-8')
                self.assertEqual(text, json.dumps(json.loads(text), ensure_ascii=False, indent=2) + '\n')
                self.assertTrue(unicodedata.is_normalized('NFC', text))

    def test_the_three_projects(self):
        self.assertEqual({project['title'] for project in self.projects.values()},
                         {'Kompetensarena Stockholm', 'Innovationskraft Sthlm', 'Jämställd tillväxt Stockholm'})

    def test_file_is_named_by_id(self):
        self.assertEqual({name: project['id'] for name, project in self.projects.items()},
                         {name: name for name in self.projects})

    def test_ids_are_unique(self):
        ids = [record['id'] for path in files() for record in records(json.loads(path.read_bytes())) if 'id' in record]
        self.assertEqual(len(ids), len(set(ids)))
        for identity in ids:
            self.assertRegex(identity, UUID)

    def test_nothing_is_said_without_words(self):
        for path in files():
            for record in records(json.loads(path.read_bytes())):
                for name, value in record.items():
                    self.assertNotIn(value, ('', [], {}, None), f'{path.name}: {name}')

    def test_contacts_are_roles(self):
        for project in self.projects.values():
            for contact in project.get('contacts', []):
                self.assertFalse({'name', 'email', 'phone'} & contact.keys())
                self.assertTrue(contact['role'])

    def test_statistics_are_told_to_be_invented(self):
        """The projects are real ones, but nobody was counted; the source stands below no sum, so that the people say it, too."""
        tables = [table for project in self.projects.values() for table in project['statistics']]
        for table in tables:
            self.assertIn('Påhittade tal', table['source'])
            self.assertIn('Påhittade', table['title'])
            self.assertIn('Påhittade', table['population'])
            self.assertEqual(list(table['counts']), sorted(table['counts']))
        self.assertTrue(any(0 < count < 5 for table in tables for count in table['counts'].values()))
        self.assertIn('disability', {axis['kind'] for table in tables for axis in table['axes']})

    def test_tables_of_a_project_agree(self):
        for project in self.projects.values():
            sums = [[sum(count for key, count in table['counts'].items() if key.startswith(gender)) for gender in ('women', 'men')]
                    for table in project['statistics']]
            self.assertEqual([sums[0]] * len(sums), sums)

    def test_all_files_are_built_in(self):
        listed = {element.text for element in ElementTree.parse(FOLDER / 'sample.gresource.xml').iter('file')}
        self.assertEqual(listed, {str(path.relative_to(FOLDER)) for path in FOLDER.rglob('*.json')})


tap.main()
