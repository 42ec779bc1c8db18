# SPDX-License-Identifier: GPL-3.0-or-later
"""Records in which every field of every kind of record is filled in, as the program's own schema lists them."""

import itertools
import json
import uuid

from cli import run

DATES, NUMBER = '[0-9]{4}', '^-?'


class Everything:
    """Each field that holds a text holds this one, and each list so many records."""

    def __init__(self, text, items=2):
        self.text, self.items = text, items
        self.numbers = itertools.count()

    def project(self, identifier):
        record = self.record('project', identifier)
        for table in record['statistics']:
            codes = [[category['code'] for category in axis['categories']] for axis in table['axes']]
            # Tables of the same people cannot have zeros both shown and protected.
            table['zeros'] = record['statistics'][0]['zeros']
            # Codes that are no words: the counts are kept by them.
            table['counts'] = {'|'.join(place): 12 + i for i, place in enumerate(itertools.product(['women', 'men'], *codes))}
        return record

    def record(self, kind, identifier):
        schema = json.loads(run('schema', kind).stdout)
        return self.fill(schema, schema['$defs']) | {'id': identifier}

    def fill(self, schema, kinds, name=None):
        if '$ref' in schema:
            schema = kinds[schema['$ref'].rsplit('/', 1)[1]]
        if 'const' in schema:
            return schema['const']
        if schema['type'] == 'object':
            return {field: self.fill(value, kinds, field) for field, value in schema.get('properties', {}).items()}
        if schema['type'] == 'array':
            # A group of a statistics table names other categories; what earlier reports told is kept by the program itself.
            return [] if name in ('of', 'published') else [self.fill(schema['items'], kinds) for _ in range(self.items)]
        if schema['type'] == 'integer':
            return 7
        if schema['type'] == 'boolean':
            return True
        assert schema['type'] == 'string', schema
        if 'enum' in schema:
            return schema['enum'][next(self.numbers) % len(schema['enum'])]
        if schema.get('format') == 'uuid':
            return str(uuid.uuid4())
        if DATES in schema.get('pattern', ''):
            return '2018-09-30'
        if schema.get('pattern', '').startswith(NUMBER):
            return '12.5'
        return f'c{next(self.numbers)}' if name == 'code' else self.text
