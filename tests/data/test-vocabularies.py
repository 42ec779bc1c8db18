# SPDX-License-Identifier: GPL-3.0-or-later
"""The code lists that ship as data are whole: Sweden has 21 counties (län) and 290 municipalities (kommuner)."""

import pathlib
import unicodedata
import unittest

import tap

FOLDER = pathlib.Path(__file__).parents[2] / 'src/model/vocabularies'


def read(name):
    """The comment lines and the (code, name) pairs of a file of terms."""
    lines = (FOLDER / name).read_text(encoding='utf-8').splitlines()
    comments = [line for line in lines if line.startswith('#')]
    return comments, [tuple(line.split('\t')) for line in lines if not line.startswith('#')]


class Vocabularies(unittest.TestCase):
    def check(self, name, count, digits):
        comments, terms = read(name)
        self.assertIn('Source: ', ' '.join(comments))
        self.assertEqual(len(terms), count)
        codes, names = [code for code, _ in terms], [label for _, label in terms]
        self.assertEqual(codes, sorted(set(codes)))
        self.assertEqual(len(set(names)), count)
        for code, label in terms:
            self.assertRegex(code, rf'^[0-9]{{{digits}}}$')
            self.assertRegex(label, r'^[A-ZÅÄÖ][a-zåäö]+([ -][A-ZÅÄÖa-zåäö]+)*$')
            self.assertTrue(unicodedata.is_normalized('NFC', label))
        return codes

    def test_counties(self):
        self.check('county.tsv', 21, 2)

    def test_municipalities(self):
        counties = {code for code, _ in read('county.tsv')[1]}
        codes = self.check('municipality.tsv', 290, 4)
        self.assertEqual({code[:2] for code in codes}, counties)

    def test_municipalities_by_county(self):
        """How many municipalities each county has, as Statistics Sweden counts them."""
        expected = {
            '01': 26, '03': 8, '04': 9, '05': 13, '06': 13, '07': 8, '08': 12, '09': 1, '10': 5, '12': 33, '13': 6,
            '14': 49, '17': 16, '18': 12, '19': 10, '20': 15, '21': 10, '22': 7, '23': 8, '24': 15, '25': 14,
        }
        found = dict.fromkeys(expected, 0)
        for code, _ in read('municipality.tsv')[1]:
            found[code[:2]] += 1
        self.assertEqual(found, expected)


tap.main()
