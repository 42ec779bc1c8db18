# SPDX-License-Identifier: GPL-3.0-or-later
"""A handover goes step by step: what lacks is told, what is done is logged."""

import csv
import io
import json

import tap
from cli import JAMSTALLD, RegisterTest, run

DECISION = {'from': 'Länsstyrelsen Stockholm', 'to': 'Region Stockholm', 'legal_basis': 'Prop. 2017/18:206', 'decided_on': '2018-06-19',
            'decision_reference': '101-1-2018', 'effective_on': '2019-01-01'}


class Handover(RegisterTest):
    def step(self, *args, **kwargs):
        return run('handover', 'step', self.register, JAMSTALLD, *args, '--person', 'Handläggare A', **kwargs)

    def set(self, **fields):
        for field, value in fields.items():
            run('set', self.register, JAMSTALLD, f'handover.{field}', value)

    def rows(self, *args):
        return json.loads(run('handover', *args, '--format', 'json').stdout)

    def handover(self):
        return self.show(JAMSTALLD)['handover']

    def decide(self):
        self.step('identified')
        self.set(**DECISION)
        self.step('in_preparation')
        self.step('Decided')

    def test_the_whole_way(self):
        self.decide()
        for item in self.rows('check', self.register, JAMSTALLD):
            if item.get('mandatory'):
                run('handover', 'check', self.register, JAMSTALLD, item['title'][:30], 'done', '--date', '2018-12-01')
        for number, _ in enumerate(self.show(JAMSTALLD).get('documents', [])):
            run('set', self.register, JAMSTALLD, f'documents[{number}].transfer', 'copy')
        self.step('handed_over')
        self.set(receiver_reference='RS 2019-1', receiver_responsible='Handläggare B')
        self.step('received')
        self.step('completed')
        handover = self.handover()
        self.assertEqual([line['to_state'] for line in handover['log']],
                         ['identified', 'in_preparation', 'decided', 'handed_over', 'received', 'completed'])
        self.assertEqual({line['person'] for line in handover['log']}, {'Handläggare A'})
        self.assertNotIn('note', handover['log'][0])
        self.assertEqual(run('check', self.register).stdout, '')

    def test_what_lacks_is_told(self):
        self.step('identified')
        before = self.contents()
        message = self.refused(1, 'handover', 'step', self.register, JAMSTALLD, 'in_preparation')
        self.assertIn('“Taken over by” is not filled in.', message)
        self.refused(1, 'handover', 'step', self.register, JAMSTALLD, 'handed_over')
        self.refused(1, 'handover', 'step', self.register, JAMSTALLD, 'red')
        self.refused(1, 'handover', 'step', self.register, JAMSTALLD, '')
        self.refused(1, 'handover', 'step', self.register, JAMSTALLD, 'cancelled')
        self.assertEqual(self.contents(), before)
        rows = self.rows('status', self.register, JAMSTALLD)
        self.assertEqual([(row['next'], row.get('path'), row['reason']) for row in rows],
                         [('in_preparation', 'handover.from', False), ('in_preparation', 'handover.to', False),
                          ('on_hold', None, True), ('cancelled', None, True), ('not_applicable', None, True)])
        of_all = {row['title']: row for row in self.rows('status', self.register)}
        self.assertEqual(len(of_all), 3)
        self.assertEqual((of_all[JAMSTALLD]['state'], of_all[JAMSTALLD]['next'], of_all[JAMSTALLD]['lacking']),
                         ('identified', 'in_preparation', 2))
        text = csv.DictReader(io.StringIO(run('handover', 'status', self.register, JAMSTALLD, '--format', 'csv').stdout))
        self.assertEqual(len(list(text)), len(rows))

    def test_a_step_back_has_a_reason(self):
        self.step('identified')
        self.step('on_hold', '--note', 'Väntar på beslut')
        self.assertEqual(self.handover()['log'][-1]['note'], 'Väntar på beslut')

    def test_only_steps_change(self):
        self.step('identified')
        before = self.contents()
        for args in [('set', 'handover.state', 'completed'), ('remove', 'handover.state'), ('remove', 'handover.log[0]'),
                     ('set', 'handover.log[0].person', 'x'), ('set', 'handover.log[+].note', 'x')]:
            self.assertIn('handover step', self.refused(1, args[0], self.register, JAMSTALLD, *args[1:]))
        self.assertEqual(self.contents(), before)

    def test_checklist(self):
        self.step('identified')
        self.set(**DECISION)
        self.assertEqual(self.rows('check', self.register, JAMSTALLD), [])
        self.step('in_preparation')
        items = self.rows('check', self.register, JAMSTALLD)
        self.assertGreater(len(items), 10)
        for answer in [('x', 'done'), ('', 'done'), (items[0]['id'], 'not-relevant'), ('D', 'done'), (items[0]['id'], 'done', '--date', 'soon')]:
            self.refused(1, 'handover', 'check', self.register, JAMSTALLD, *answer)
        for answer in [(items[0]['id'],), (items[0]['id'], 'red')]:
            self.refused(2, 'handover', 'check', self.register, JAMSTALLD, *answer)
        run('handover', 'check', self.register, JAMSTALLD, items[0]['id'], 'not-relevant', '--reason', 'Inga handlingar')
        run('handover', 'check', self.register, JAMSTALLD, items[1]['title'], 'Done', '--person', 'Handläggare B', '--date', '2018-12-01')
        items = self.rows('check', self.register, JAMSTALLD)
        self.assertEqual((items[0]['state'], items[0]['reason']), ('not_relevant', 'Inga handlingar'))
        self.assertEqual((items[1]['state'], items[1]['done_on'], items[1]['done_by']), ('done', '2018-12-01', 'Handläggare B'))
        run('handover', 'check', self.register, JAMSTALLD, items[1]['id'], 'open')
        self.assertNotIn('done_by', self.rows('check', self.register, JAMSTALLD)[1])

    def test_a_register_without_checklists(self):
        path = self.register / 'register.json'
        register = json.loads(path.read_bytes())
        del register['checklist_template']
        path.write_text(json.dumps(register))
        self.decide()
        self.assertNotIn('checklist', self.handover())
        lacking = [row.get('path') for row in self.rows('status', self.register, JAMSTALLD) if row['next'] == 'handed_over']
        self.assertFalse([path for path in lacking if path and 'checklist' in path])

    def test_a_new_register_has_a_checklist(self):
        for language, words in [('sv', 'Den rättsliga grunden'), ('en', 'The legal basis')]:
            folder = self.folder / language
            run('init', folder, '--title', 'T', '--county', '01', '--language', language)
            template = json.loads((folder / 'register.json').read_bytes())['checklist_template']
            self.assertTrue(template[0]['title'].startswith(words))
            self.assertTrue(template[0]['mandatory'])


tap.main()
