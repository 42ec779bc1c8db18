# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables are protected, the proof holds, and what is tampered with is found."""

import itertools
import json
import pathlib
import re
import tempfile
import unittest

import tap
from cli import run
from statistics_tables import found

KON = {'id': 'kon', 'categories': ['k', 'm']}
ALDER = {'id': 'alder', 'categories': ['0-17', '18-29', '30-54'], 'groups': [{'id': 'unga', 'of': ['0-17', '18-29']}]}
COUNTS = [[3, 22, 9], [12, 14, 17]]


def inner(counts):
    return [{'at': [kon, alder], 'n': n} for kon, row in zip(KON['categories'], counts)
            for alder, n in zip(ALDER['categories'], row)]


TABLE = {'dimensions': [KON, ALDER], 'cells': inner(COUNTS)}


BO = {'id': 'bo', 'categories': ['stad', 'land']}
# Numbers that are like no other, to be searched for: two tables of the same women and men.
GRUPP = {'id': 'grupp', 'categories': ['unga', 'vuxna', 'gamla'], 'groups': [{'id': 'yngre', 'of': ['unga', 'vuxna']}]}
LINKED = {'tables': [{'dimensions': [KON, GRUPP],
                      'cells': [{'at': [kon, name], 'n': n} for kon, row in (('k', (14, 4177, 2963)), ('m', (3881, 18, 6143)))
                                for name, n in zip(GRUPP['categories'], row)]},
                     {'dimensions': [KON, BO], 'cells': [{'at': ['k', 'stad'], 'n': 7138}, {'at': ['k', 'land'], 'n': 16},
                                                         {'at': ['m', 'stad'], 'n': 5019}, {'at': ['m', 'land'], 'n': 5023}]}]}


def sums(table):
    """The true number of each cell, also of sums, by coordinates."""
    above = [{name: {name, '*'} | {group['id'] for group in dimension.get('groups', []) if name in group['of']}
              for name in dimension['categories']} for dimension in table['dimensions']]
    numbers = {}
    for cell in table['cells']:
        for at in itertools.product(*(above[d][name] for d, name in enumerate(cell['at']))):
            numbers[at] = numbers.get(at, 0) + cell['n']
    return numbers


class Table(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, value):
        path = self.folder / name
        path.write_text(value if isinstance(value, str) else json.dumps(value))
        return path

    def protect(self, tables, *options):
        source = self.write('file.json', tables)
        run('table', 'protect', source, *options, '--witness', self.folder / 'w.json', '-o', self.folder / 'out.json', advice=True)
        return json.loads((self.folder / 'out.json').read_bytes()), json.loads((self.folder / 'w.json').read_bytes())

    def certify(self, status=0):
        return run('table', 'certify', *(self.folder / name for name in ('file.json', 'out.json', 'w.json')), status=status)

    def refused(self, value, *words, options=()):
        done = run('table', 'protect', self.write('bad.json', value), *options, status=1)
        self.assertEqual(done.stdout, '')
        for word in words:
            self.assertIn(word, done.stderr)

    def test_every_cell_is_there_and_true(self):
        out, _ = self.protect(TABLE)
        cells = {tuple(cell['at']): cell for cell in out['tables'][0]['cells']}
        self.assertEqual(len(cells), 3 * 5)
        self.assertEqual(cells['k', '0-17'], {'at': ['k', '0-17'], 'hidden': 'small'})
        self.assertEqual(cells['*', '*']['n'], sum(map(sum, COUNTS)))
        self.assertEqual(cells['k', 'unga']['n'], 25)
        self.assertEqual(out['tables'][0]['dimensions'], TABLE['dimensions'])
        self.assertEqual({key: out['summary'][key] for key in ('cells', 'small', 'follow', 'hidden_sum')},
                         {'cells': 15, 'small': 1, 'follow': 3, 'hidden_sum': 3 + 22 + 12 + 14})
        self.assertEqual(sum('hidden' in cell for cell in cells.values()), 4)

    def hidden_numbers(self, out, tables):
        """What readers do not see: the numbers of hidden cells that are not those of shown ones as well."""
        numbers = {True: set(), False: set()}
        for table, published in zip(tables, out['tables']):
            truth = sums(table)
            for cell in published['cells']:
                numbers['hidden' in cell].add(truth[tuple(cell['at'])])
        return numbers[True] - numbers[False]

    def test_hidden_numbers_are_nowhere(self):
        source = self.write('file.json', LINKED)
        for options in ([], ['--zeros', 'shown'], ['--insider', 'bo']):
            out, _ = self.protect(LINKED, '--threshold', '20', *options)
            hidden = self.hidden_numbers(out, LINKED['tables'])
            self.assertLessEqual({14, 16, 18}, hidden)
            self.assertTrue({n for n in hidden if n > 1000}, 'large numbers are hidden, too')
            done = run('table', 'protect', source, '--threshold', '20', *options, '-o', self.folder / 'again.json', advice=True)
            # The summary counts the hidden cells, which may be as many as a small number.
            summary = json.dumps({key: value for key, value in out['summary'].items() if key not in ('cells', 'small', 'follow')})
            texts = [json.dumps(out['tables']), re.sub(r'"seconds": [^,}]*', '', summary), done.stdout,
                     re.sub(r'\d+ (of|numbers|are|can)\b', '', done.stderr)]
            texts.append(run('table', 'audit', self.folder / 'out.json').stdout)
            texts.append(run('table', 'audit', self.folder / 'out.json', '--truth', source).stdout)
            texts.append(self.certify().stdout)
            # What is said of proofs that do not hold tells no number either.
            proof = json.loads((self.folder / 'w.json').read_bytes())
            del proof['witnesses'][0]
            self.write('w.json', proof)
            texts.append(self.certify(1).stderr)
            for text in texts:
                self.assertEqual(found(hidden, text), set(), text)
        self.assertEqual(found(hidden, source.read_text()) & {14, 16, 18}, {14, 16, 18}, 'the search can fail')

    def test_what_is_hidden_changes_nothing(self):
        """Two files that differ in what readers do not see leave the same, byte by byte, but for the time it took."""
        def published(counts):
            self.protect({'dimensions': [KON, ALDER], 'cells': inner(counts)}, '--threshold', '20')
            text = (self.folder / 'out.json').read_bytes()
            return re.sub(rb'"seconds": [-+.e0-9]+', b'"seconds": 0', text), run('table', 'audit', self.folder / 'out.json').stdout

        before = published([[14, 4177, 2963], [3881, 14, 6143]])
        self.assertEqual(before[0].count(b'"hidden"'), 4)
        self.assertEqual(published([[15, 4176, 2963], [3880, 15, 6143]]), before)
        self.assertEqual(published([[11, 4180, 2963], [3884, 11, 6143]]), before)
        self.assertNotEqual(published([[14, 4177, 2964], [3881, 14, 6143]]), before, 'the comparison can fail')

    def test_certified_and_audited(self):
        self.protect(TABLE)
        self.assertIn('threshold 5', self.certify().stdout)
        shown = run('table', 'audit', self.folder / 'out.json', '--truth', self.folder / 'file.json').stdout
        self.assertEqual(len(shown.splitlines()), 4)
        self.assertIn('k × 0-17 in “table 1”: 0 to 15', shown)

    def test_same_input_same_output(self):
        first, proof = self.protect(TABLE)
        second, again = self.protect(TABLE)
        self.assertEqual((first['tables'], proof), (second['tables'], again))

    def test_standard_output(self):
        out = json.loads(run('table', 'protect', self.write('file.json', TABLE)).stdout)
        self.assertEqual(out['summary']['small'], 1)

    def test_shown_against_the_proof(self):
        out, _ = self.protect(TABLE)
        for cell in out['tables'][0]['cells']:
            if cell.get('hidden') == 'follow':
                break
        del cell['hidden']
        cell['n'] = COUNTS[KON['categories'].index(cell['at'][0])][ALDER['categories'].index(cell['at'][1])]
        self.write('out.json', out)
        self.assertIn('contradicts a published number', self.certify(1).stderr)
        audit = run('table', 'audit', self.folder / 'out.json', '--truth', self.folder / 'file.json', status=1)
        self.assertIn('too narrow: it must be possible from 1 to 5', audit.stdout)

    def test_untrue_number(self):
        out, _ = self.protect(TABLE)
        out['tables'][0]['cells'][-1]['n'] += 1
        self.write('out.json', out)
        self.assertIn('not the true one', self.certify(1).stderr)
        self.assertIn('contradict', run('table', 'audit', self.folder / 'out.json', status=1).stderr)

    def test_bent_proof(self):
        _, proof = self.protect(TABLE)
        proof['witnesses'][0]['shifts'][-1]['by'] += 1
        self.write('w.json', proof)
        self.assertIn('sums', self.certify(1).stderr)
        del proof['witnesses'][0]
        self.write('w.json', proof)
        self.assertIn('not proved', self.certify(1).stderr)

    def test_linked_tables(self):
        other = {'dimensions': [KON, {'id': 'bo', 'categories': ['stad', 'land']}],
                 'cells': [{'at': ['k', 'stad'], 'n': 32}, {'at': ['k', 'land'], 'n': 2},
                           {'at': ['m', 'stad'], 'n': 40}, {'at': ['m', 'land'], 'n': 3}]}
        out, _ = self.protect({'tables': [TABLE, other]})
        self.assertEqual(len(out['tables']), 2)
        self.certify()
        run('table', 'audit', self.folder / 'out.json', '--truth', self.folder / 'file.json')
        other['cells'][0]['n'] = 33
        self.refused({'tables': [TABLE, other]}, '34 and 35', 'k × *')

    def test_rules(self):
        for options in (['--zeros', 'shown'], ['--zeros', 'protected'], ['--threshold', '10'], ['--insider', 'alder']):
            out, proof = self.protect({'dimensions': [KON, ALDER], 'cells': inner([[3, 0, 9], [12, 14, 1]])}, *options)
            self.assertEqual(out['summary']['rule'], proof['rule'])
            self.certify()
            run('table', 'audit', self.folder / 'out.json', '--truth', self.folder / 'file.json')

    def test_owners_are_insiders(self):
        for dimension in ('project', 'kommun'):
            table = {'dimensions': [KON, {'id': dimension, 'categories': ['a', 'b', 'c']}],
                     'cells': [{'at': [kon, name], 'n': n} for kon, row in (('k', [1, 9, 7]), ('m', [8, 2, 30]))
                               for name, n in zip('abc', row)]}
            out, proof = self.protect(table)
            self.assertEqual(out['summary']['rule']['insiders'], [dimension])
            self.certify()
            # Without them less is hidden, and that proof is none against them.
            open_out, open_proof = self.protect(table, '--insider', 'none')
            self.assertEqual(open_out['summary']['rule']['insiders'], [])
            self.certify()
            self.assertLess(open_out['summary']['follow'], out['summary']['follow'])
            open_proof['rule'] = proof['rule']
            self.write('w.json', open_proof)
            self.assertIn('another rule', self.certify(1).stderr)
            open_out['summary']['rule'] = proof['rule']
            self.write('out.json', open_out)
            self.assertIn('know their own counts', self.certify(1).stderr)
        self.assertEqual(self.protect(TABLE)[0]['summary']['rule']['insiders'], [])

    def test_much_hidden(self):
        done = run('table', 'protect', self.write('file.json', {'dimensions': [KON, ALDER], 'cells': inner([[3, 2, 9], [2, 14, 1]])}),
                   advice=True)
        hidden = sum('hidden' in cell for cell in json.loads(done.stdout)['tables'][0]['cells'])
        self.assertIn(f'{hidden} of 15 numbers are hidden', done.stderr)
        self.assertRegex(done.stderr, r'Merge [^\n]*: \d+ numbers can be shown, \d+ are hidden')
        self.assertEqual(run('table', 'protect', self.write('file.json', TABLE)).stderr, '')

    def test_audit_of_a_file_without_rule(self):
        out, _ = self.protect(TABLE)
        del out['summary']
        self.write('out.json', out)
        run('table', 'audit', self.folder / 'out.json', '--truth', self.folder / 'file.json')

    def test_files_that_are_to_hurt(self):
        many = [str(i) for i in range(3000)]
        self.refused({'dimensions': [{'id': 'd', 'categories': many}], 'cells': []}, 'more than 2000')
        self.refused({'dimensions': [{'id': 'd', 'categories': ['a', 'b'], 'groups': [{'id': i, 'of': ['a']} for i in many]}],
                      'cells': []}, 'more than 2000')
        self.refused({'dimensions': [{'id': d, 'categories': many[:1500]} for d in 'ab'], 'cells': []}, 'million')
        self.refused({'dimensions': [{'id': d, 'categories': ['a', 'b']} for d in many[:40]], 'cells': []}, 'million')
        self.refused({'dimensions': [KON], 'cells': [{'at': ['k'], 'n': 2 ** 53 - 1}]}, 'number of people')
        self.refused('{"dimensions": ' + '[' * 100000, 'bad.json')
        self.refused({'dimensions': [{'id': 'a', 'categories': ['a', '*']}], 'cells': []}, '“*”')
        self.refused({'dimensions': [{'id': 'a', 'categories': ['a'], 'groups': [{'id': 'g', 'of': ['g']}]}], 'cells': []}, '“g”')
        self.refused({'tables': [TABLE, 7]}, 'tables[1]', 'an object was expected')

    def test_proofs_that_are_to_hurt(self):
        out, proof = self.protect(TABLE)
        for change in ({'witnesses': {}}, {'witnesses': [3]}, {'rule': []}, {'rule': {'threshold': 2 ** 40}},
                       {'witnesses': [proof['witnesses'][0] | {'shifts': [{'table': 9, 'at': ['k', '0-17'], 'by': 1}]}]},
                       {'witnesses': [proof['witnesses'][0] | {'shifts': [{'table': 0, 'at': ['k', '0-17'], 'by': 2 ** 52}]}]},
                       {'witnesses': [proof['witnesses'][0] | {'end': 'middle'}]},
                       {'witnesses': [proof['witnesses'][0] | {'at': 'k'}]}):
            self.write('w.json', proof | change)
            self.assertEqual(self.certify(1).stdout, '')

    def test_missing_cell_is_zero(self):
        out, _ = self.protect({'dimensions': [KON], 'cells': [{'at': ['k'], 'n': 7}]})
        self.assertEqual([cell['n'] for cell in out['tables'][0]['cells']], [7, 0, 7])

    def test_what_cannot_occur(self):
        """Readers know it, so it is shown, and hides nothing else."""
        alder = {'id': 'alder', 'categories': ['0-17', '18-29', '30-54', '55-'], 'groups': [{'id': 'unga', 'of': ['0-17', '18-29']}]}
        syssla = {'id': 'syssla', 'categories': ['studerande', 'pensionar']}
        never = [(kon, age, 'pensionar') for kon in ('k', 'm') for age in ('0-17', '18-29')]
        places = list(itertools.product(*(dimension['categories'] for dimension in (KON, alder, syssla))))
        counts = {at: n for at, n in zip(places, (9, 0, 3, 0, 12, 8, 0, 21, 11, 0, 7, 0, 14, 2, 1, 30))}
        table = {'dimensions': [KON, alder, syssla],
                 'cells': [{'at': list(at), 'impossible': True} if at in never else {'at': list(at), 'n': n} for at, n in counts.items()]}
        for options in ([], ['--zeros', 'shown'], ['--zeros', 'protected']):
            out, _ = self.protect(table, *options)
            cells = {tuple(cell['at']): cell for cell in out['tables'][0]['cells']}
            # A sum of nothing else cannot occur, either.
            above = {(kon, age, 'pensionar') for kon in ('k', 'm', '*') for age in ('0-17', '18-29', 'unga')}
            self.assertEqual({at for at, cell in cells.items() if cell.get('impossible')}, above)
            for at in above:
                self.assertEqual(cells[at], {'at': list(at), 'n': 0, 'impossible': True})
            self.assertIn('hidden', cells['k', '18-29', 'studerande'])
            self.certify()
            run('table', 'audit', self.folder / 'out.json', '--truth', self.folder / 'file.json')
        # A zero of which nobody knows is protected in the same place.
        plain = {'dimensions': table['dimensions'], 'cells': [{'at': list(at), 'n': n} for at, n in counts.items()]}
        out, _ = self.protect(plain, '--zeros', 'protected')
        self.assertTrue(any('hidden' in cell for cell in out['tables'][0]['cells'] if tuple(cell['at']) in never))

    def test_what_cannot_occur_is_the_same_everywhere(self):
        table = {'dimensions': [KON, ALDER], 'cells': inner([[3, 22, 9], [12, 14, 17]])}
        table['cells'][3:4] = [{'at': ['m', '0-17'], 'impossible': True, 'n': 0}]
        out, _ = self.protect(table)
        self.certify()
        audit = [self.folder / 'out.json', '--truth', self.folder / 'file.json']
        run('table', 'audit', *audit)
        marked = next(cell for cell in out['tables'][0]['cells'] if 'impossible' in cell)
        for change in ({'impossible': False}, {'n': 4}, {'hidden': 'small'}, {'impossible': 'no'}):
            before = dict(marked)
            marked.update(change)
            if 'hidden' in change:
                del marked['n']
            self.write('out.json', out)
            self.assertIn('cells[', self.certify(1).stderr)
            run('table', 'audit', *audit, status=1)
            marked.clear()
            marked.update(before)
        # Readers are told of more than the proof knows of: of a cell, or of a sum that does not follow.
        for at in (['m', '18-29'], ['m', '*']):
            cell = next(cell for cell in out['tables'][0]['cells'] if cell['at'] == at)
            before = dict(cell)
            cell.clear()
            cell.update({'at': at, 'n': 0, 'impossible': True})
            self.write('out.json', out)
            self.assertIn('inner cells', self.certify(1).stderr)
            run('table', 'audit', *audit, status=1)
            cell.clear()
            cell.update(before)
        self.write('out.json', out)
        self.certify()

    def test_people_where_nobody_can_be(self):
        def cells(**members):
            return {'dimensions': [KON], 'cells': [{'at': ['k'], 'n': 7}, {'at': ['m'], **members}]}
        self.refused(cells(n=3, impossible=True), 'cells[1]', '3 people', 'nobody can be')
        self.refused(cells(n=None, impossible=True), 'cells[1].n', 'whole number')
        self.refused(cells(n=0, impossible=1), 'cells[1].impossible', 'true or false')
        self.refused(cells(impossible=False), 'cells[1].n', 'whole number')
        self.refused({'dimensions': [KON], 'cells': [{'at': ['*'], 'impossible': True}]}, 'cells[0]', 'sum')

    def test_refused_data(self):
        self.refused({'dimensions': [KON]}, 'tables[0].cells', 'a list was expected')
        self.refused({'tables': []}, 'tables', 'one or more tables')
        self.refused([], 'an object was expected')
        self.refused({'dimensions': [KON], 'cells': [{'at': ['*'], 'n': 3}]}, 'cells[0]', 'sum')
        self.refused({'dimensions': [KON], 'cells': [{'at': ['x'], 'n': 3}]}, 'cells[0].at', '“x”')
        self.refused({'dimensions': [KON], 'cells': [{'at': ['k'], 'n': -3}]}, 'cells[0]', '-3')
        self.refused({'dimensions': [KON], 'cells': [{'at': ['k'], 'n': 1.5}]}, 'cells[0].n', 'whole number')
        self.refused({'dimensions': [KON], 'cells': [{'at': ['k'], 'n': 3}] * 2}, 'cells[1]', 'before')
        self.refused({'dimensions': [KON, KON], 'cells': []}, 'twice')
        self.refused(TABLE, 'project', options=['--insider', 'project'])
        self.refused('{', 'bad.json')

    def test_usage_and_files(self):
        self.protect(TABLE)
        source, out, proof = (self.folder / name for name in ('file.json', 'out.json', 'w.json'))
        for args in (['protect', source, '--threshold', '2'], ['protect', source, '--threshold', '21'],
                     ['protect', source, '--zeros', 'never'], ['protect', source, 'more'], ['protect'], ['protect', source, '--truth', source],
                     ['certify', source], ['certify', source, out], ['certify', source, out, proof, 'more'],
                     ['certify', source, out, proof, '--zeros', 'maybe'], ['audit'], ['audit', out, 'more'],
                     ['audit', out, '--threshold', '5'], ['hide', source], []):
            self.assertEqual(run('table', *args, status=2).stdout, '', args)
        for args in (['protect', self.folder / 'none.json'], ['protect', self.folder], ['certify', source, out, self.folder / 'none.json'],
                     ['audit', out, '--truth', self.folder / 'none.json'], ['protect', source, '-o', self.folder / 'none' / 'out.json'],
                     ['protect', source, '--witness', self.folder / 'none' / 'w.json']):
            done = run('table', *args, status=3)
            self.assertEqual(done.stdout, '')
            self.assertIn(str(args[-1].name), done.stderr)

    def test_files_in_each_others_place(self):
        self.protect(TABLE)
        source, out, proof = (self.folder / name for name in ('file.json', 'out.json', 'w.json'))
        for args, words in ((['certify', source, out, out], 'out.json.witnesses'), (['certify', source, proof, proof], 'cells'),
                            (['certify', out, out, proof], 'out.json: tables[0].cells'), (['audit', source], 'every cell must be there'),
                            (['audit', proof], 'dimensions'), (['protect', out], 'cells[0]')):
            done = run('table', *args, status=1)
            self.assertIn(words, done.stderr)
            self.assertEqual(done.stdout, '')

    def test_told_although_hidden(self):
        out, _ = self.protect(TABLE)
        next(cell for cell in out['tables'][0]['cells'] if 'hidden' in cell)['n'] = 3
        self.write('out.json', out)
        for args in (['certify', self.folder / 'file.json', self.folder / 'out.json', self.folder / 'w.json'], ['audit', self.folder / 'out.json']):
            self.assertIn('told all the same', run('table', *args, status=1).stderr)

    def test_four_dimensions_and_linked(self):
        """Groups in one of four dimensions, a second table of the same people, insiders, every rule."""
        dimensions = [KON, ALDER, {'id': 'bo', 'categories': ['stad', 'land']},
                      {'id': 'kommun', 'categories': ['a', 'b']}]
        places = list(itertools.product(*(dimension['categories'] for dimension in dimensions)))
        large = {'dimensions': dimensions, 'cells': [{'at': list(at), 'n': i * i * 7 % 31 % (3 if i % 4 else 31)} for i, at in enumerate(places)]}
        truth = sums(large)
        small = {'dimensions': [KON, dimensions[3], {'id': 'svar', 'categories': ['ja', 'nej']}],
                 'cells': [{'at': [kon, place, answer], 'n': n} for kon in KON['categories'] for place in 'ab'
                           for answer, n in (('ja', truth[kon, '*', '*', place] // 3),
                                             ('nej', truth[kon, '*', '*', place] - truth[kon, '*', '*', place] // 3))]}
        for options in (['--zeros', 'protected'], ['--zeros', 'shown', '--threshold', '10'], []):
            out, _ = self.protect({'tables': [large, small]}, '--insider', 'kommun', *options)
            self.certify()
            run('table', 'audit', self.folder / 'out.json', '--truth', self.folder / 'file.json')
            self.assertEqual([len(table['cells']) for table in out['tables']], [3 * 5 * 3 * 3, 3 * 3 * 3])
            shown = {(table, tuple(cell['at'])): cell['n'] for table, each in enumerate(out['tables']) for cell in each['cells'] if 'n' in cell}
            for table, numbers in enumerate((truth, sums(small))):
                for at, n in numbers.items():
                    self.assertIn(shown.get((table, at), n), (n,))
            # One follow-on cell shown after all gives something away, or contradicts the proof.
            cell = next(cell for cell in out['tables'][0]['cells'] if cell.get('hidden') == 'follow')
            del cell['hidden']
            cell['n'] = truth[tuple(cell['at'])]
            self.write('out.json', out)
            self.certify(1)


tap.main()
