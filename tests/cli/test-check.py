# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong in a register is found, and said where it stands."""

import csv
import io
import json

import tap
from cli import KOMPETENS, RegisterTest, run


class Check(RegisterTest):
    def findings(self, *args):
        return json.loads(run('check', self.register, '--format', 'json', *args, status=1).stdout)

    def test_the_sample_is_good(self):
        self.assertEqual(run('check', self.register).stdout, '')
        self.assertEqual(json.loads(run('check', self.register, '--format', 'json').stdout), [])

    def test_names_file_path_and_sentence(self):
        path = self.project_files()[KOMPETENS]
        project = json.loads(path.read_bytes())
        project['goals'][0]['assessment'] = 'splendid'
        path.write_text(json.dumps(project))
        found = self.findings()
        self.assertEqual([(finding['severity'], finding['file'], finding['path']) for finding in found],
                         [('error', f'projects/{path.name}', 'goals[0].assessment')])
        self.assertIn('splendid', found[0]['message'])
        line = run('check', self.register, status=1).stdout.splitlines()[-1]
        for word in (path.name, 'goals[0].assessment', 'splendid'):
            self.assertIn(word, line)
        table = csv.DictReader(io.StringIO(run('check', self.register, '--format', 'csv', status=1).stdout, newline=''))
        self.assertEqual([row['message'] for row in table], [found[0]['message']])

    def test_publish_asks_for_more(self):
        run('set', self.register, KOMPETENS, 'summary', '')
        run('check', self.register)
        found = [finding for finding in self.findings('--publish') if finding['path'] == 'summary']
        self.assertEqual([finding['severity'] for finding in found], ['missing'])

    def test_damaged_files_are_findings(self):
        path = self.project_files()[KOMPETENS]
        path.write_text('{"title": 1,}')
        self.assertEqual([finding['file'] for finding in self.findings()], [f'projects/{path.name}'])


tap.main()
