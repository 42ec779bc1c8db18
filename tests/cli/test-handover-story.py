# SPDX-License-Identifier: GPL-3.0-or-later
"""The story of 1 January 2019, in two registers: the county board hands three projects over to the region."""

import json
import re

import tap
from cli import INNOVATION, JAMSTALLD, KOMPETENS, run
from handover_packages import PROJECTS, HandoverTest

NOTICE = {'sv': 'Observera att {} har övertagit ansvaret för detta projekt', 'en': 'Please note that {} has taken over responsibility for this project'}


class Story(HandoverTest):
    def report(self, register, project, language, date):
        """Its text, without what it is marked up with."""
        dump = run('report', register, '--project', project, '--language', language, '--date', date, '--format', 'dump', '-o', '-').stdout
        return ''.join(re.findall(r'^ *text "(.*)"$', dump, re.MULTILINE))

    def states(self, register):
        return {row['title']: row['state'] for row in json.loads(run('handover', 'status', register, '--format', 'json').stdout)}

    def test_story(self):
        # In the summer of 2018 it is decided. The officers begin, and are told what lacks.
        for project in PROJECTS:
            self.assertIn('No step leads', self.refused(1, 'handover', 'step', self.register, project, 'handed_over'))
            self.step(self.register, project, 'identified')
            self.assertIn('“Taken over by” is not filled in.',
                          self.refused(1, 'handover', 'step', self.register, project, 'in_preparation'))
            run('set', self.register, project, 'handover.from', 'Länsstyrelsen Stockholm')
            run('set', self.register, project, 'handover.to', 'Region Stockholm')
            self.step(self.register, project, 'in_preparation')
            self.assertIn('“Registration number of the decision” is not filled in.',
                          self.refused(1, 'handover', 'step', self.register, project, 'decided'))
            for field, value in {'legal_basis': 'Prop. 2017/18:206', 'decided_on': '2018-06-19', 'decision_reference': '101-1-2018',
                                 'effective_on': '2019-01', 'url': 'https://example.org/region'}.items():
                run('set', self.register, project, f'handover.{field}', value)
            self.step(self.register, project, 'decided')
        self.attach(JAMSTALLD, 'plan.txt', 'Handlingsplan', transfer='original')
        self.attach(JAMSTALLD, 'underlag.txt', 'Underlag', transfer='stays')

        # In December nothing can be packed until everything is in order.
        self.refused(1, 'handover', 'package', self.register, '-o', self.package)
        for project in PROJECTS:
            message = self.refused(1, 'handover', 'step', self.register, project, 'handed_over')
            self.assertIn('The day on which the handover takes effect must be known', message)
            self.assertIn('The checklist is not complete', message)
            run('set', self.register, project, 'handover.effective_on', '2019-01-01')
        self.assertIn('what becomes of the document', self.refused(1, 'handover', 'step', self.register, JAMSTALLD, 'handed_over'))
        for item in json.loads(run('handover', 'check', self.register, KOMPETENS, '--format', 'json').stdout):
            run('handover', 'check', self.register, KOMPETENS, item['id'], 'done', '--date', '2018-12-10', '--person', 'Handläggare A')
        for project in (JAMSTALLD, INNOVATION):
            self.answer(project)
        for project in PROJECTS:
            self.step(self.register, project, 'handed_over')
        self.assertEqual(self.states(self.register), dict.fromkeys(PROJECTS, 'handed_over'))
        self.assertNotIn('receiver_reference', self.show(KOMPETENS)['handover'])

        # The notice stands in reports from the day on which it takes effect.
        for language, notice in NOTICE.items():
            notice = notice.format('Region Stockholm')
            self.assertNotIn(notice, self.report(self.register, KOMPETENS, language, '2018-12-31'))
            self.assertIn(notice, self.report(self.register, KOMPETENS, language, '2019-01-01'))

        # The package goes to the region, where nobody knows the projects yet.
        self.pack()
        self.assertEqual(self.states(self.receiver), {})
        self.assertEqual(self.receive('--dry-run'), dict.fromkeys(PROJECTS, 'new'))
        self.assertEqual(self.states(self.receiver), {})
        self.assertEqual(self.receive(), dict.fromkeys(PROJECTS, 'new'))
        self.assertEqual(self.states(self.receiver), dict.fromkeys(PROJECTS, 'received'))
        self.assertEqual(run('check', self.receiver).stdout, '')
        identifier = self.show(JAMSTALLD)['id']
        self.assertEqual([path.name for path in (self.receiver / 'documents' / identifier).iterdir()], ['plan.txt'])

        # The receipt closes the loop.
        self.assertEqual(self.states(self.register), dict.fromkeys(PROJECTS, 'handed_over'))
        rows = json.loads(run('handover', 'receipt', self.register, self.receipt, '--person', 'Handläggare A', '--format', 'json').stdout)
        self.assertEqual({row['title']: row['outcome'] for row in rows}, dict.fromkeys(PROJECTS, 'completed'))
        self.assertEqual(self.states(self.register), dict.fromkeys(PROJECTS, 'completed'))
        for project in PROJECTS:
            self.step(self.receiver, project, 'completed')
            sender, receiver = (self.show(project, register)['handover'] for register in (self.register, self.receiver))
            self.assertEqual(sender['receiver_reference'], receiver['receiver_reference'])
            for side in (sender, receiver):
                self.assertEqual([line['to_state'] for line in side['log']],
                                 ['identified', 'in_preparation', 'decided', 'handed_over', 'received', 'completed'])

        # Both sides now publish who answers for the projects.
        for register in (self.register, self.receiver):
            for project in PROJECTS:
                for language, notice in NOTICE.items():
                    report = self.report(register, project, language, '2019-02-01')
                    self.assertIn(notice.format('Region Stockholm'), report)
                    self.assertNotIn('Handläggare', report)
        self.assertEqual(run('check', self.register).stdout, '')


tap.main()
