# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema that is printed is one, and a validator that shares no code with us finds the sample good by it."""

import copy
import json

import jsonschema

import tap
from cli import JAMSTALLD, KOMPETENS, RegisterTest, run


class Schema(RegisterTest):
    def validator(self, kind):
        schema = json.loads(run('schema', kind).stdout)
        self.assertEqual(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema')
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    def test_sample_is_valid(self):
        self.validator('register').validate(json.loads((self.register / 'register.json').read_bytes()))
        paths = list(self.project_files().values())
        self.assertEqual(len(paths), 3)
        for path in paths:
            self.validator('project').validate(json.loads(path.read_bytes()))

    def test_what_is_set_stays_valid(self):
        run('handover', 'step', self.register, JAMSTALLD, 'identified')
        self.validator('project').validate(json.loads(self.project_files()[JAMSTALLD].read_bytes()))
        run('set', self.register, KOMPETENS, 'funding[+].amount', '1 250 000')
        self.validator('project').validate(json.loads(self.project_files()[KOMPETENS].read_bytes()))

    def test_wrong_files_are_not(self):
        validator = self.validator('project')
        good = json.loads(self.project_files()[KOMPETENS].read_bytes())
        for change in ({'title': 1}, {'title': 'x' * 141}, {'lifecycle': 'red'}, {'goals': {}}, {'goals': [{'text': 1}]}, {'id': 'x'},
                       {'handover': {'state': 'red'}}, {'planned_end': 'soon'}, {'format': 'other'}):
            self.assertFalse(validator.is_valid({**copy.deepcopy(good), **change}), change)

    def test_there_are_two(self):
        self.refused(2, 'schema', 'goal')
        self.refused(2, 'schema')


tap.main()
