# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of handovers share: a sender with projects that are ready, a receiver, and packages that were tampered with."""

import hashlib
import json
import zipfile

from cli import INNOVATION, JAMSTALLD, KOMPETENS, RegisterTest, run

PROJECTS = (KOMPETENS, JAMSTALLD, INNOVATION)
DECISION = {'from': 'Länsstyrelsen Stockholm', 'to': 'Region Stockholm', 'legal_basis': 'Prop. 2017/18:206', 'decided_on': '2018-06-19',
            'decision_reference': '101-1-2018', 'effective_on': '2019-01-01', 'url': 'https://example.org/region'}
RECEIVER = ('--reference', 'RS 2019-0001', '--responsible', 'Handläggare B', '--person', 'Handläggare B')


class HandoverTest(RegisterTest):
    """A test that has the sample register in `self.register`, from before its projects were handed over, and an empty register
    of the receiver in `self.receiver`."""

    def setUp(self):
        super().setUp()
        for path in self.project_files().values():
            project = json.loads(path.read_bytes())
            project.pop('handover', None)
            path.write_text(json.dumps(project))
        run('set', self.register, KOMPETENS, 'summary', 'Mötesplats för kompetensförsörjning')
        self.receiver = self.folder / 'mottagare'
        run('init', self.receiver, '--title', 'Regionala projekt', '--county', '01')
        self.package = self.folder / 'paket.zip'
        self.receipt = self.folder / 'kvitto.json'

    def step(self, register, project, state, *args):
        run('handover', 'step', register, project, state, '--person', 'Handläggare A', *args)

    def edit(self, project, edit):
        """Edits the file of a project by hand, where it is much."""
        path = self.project_files()[project]
        record = json.loads(path.read_bytes())
        edit(record)
        path.write_text(json.dumps(record))

    def decide(self, project):
        self.step(self.register, project, 'identified')
        self.edit(project, lambda record: record['handover'].update(DECISION))
        self.step(self.register, project, 'in_preparation')
        self.step(self.register, project, 'decided')

    def answer(self, project):
        """Everything that is asked for before a project is handed over."""
        def edit(record):
            for item in record['handover']['checklist']:
                item.update(state='done', done_on='2018-12-10', done_by='Handläggare A')
            for document in record.get('documents', []):
                document.setdefault('transfer', 'copy')

        self.edit(project, edit)

    def attach(self, project, name, text, transfer='original'):
        (self.folder / name).write_text(text)
        run('attach', self.register, project, self.folder / name)
        number = len(self.show(project)['documents']) - 1
        run('set', self.register, project, f'documents[{number}].transfer', transfer)

    def hand_over(self, *projects):
        for project in projects:
            self.decide(project)
            self.answer(project)
            self.step(self.register, project, 'handed_over')

    def pack(self, *projects, date='2018-12-20', output=None):
        run('handover', 'package', self.register, *projects, '--date', date, '-o', output or self.package)

    def receive(self, *args, package=None, **keywords):
        done = run('handover', 'receive', self.receiver, package or self.package, *RECEIVER, '-o', self.receipt, '--format', 'json',
                   *args, **keywords)
        return {row['title']: row['outcome'] for row in json.loads(done.stdout)}

    def files(self, folder):
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob('*') if path.is_file()}


class PackageTest(HandoverTest):
    """A test that has a project with documents that is handed over."""

    def setUp(self):
        super().setUp()
        self.decide(JAMSTALLD)
        self.answer(JAMSTALLD)
        self.attach(JAMSTALLD, 'Förstudie åäö (1).txt', 'Handlingen\n')
        self.attach(JAMSTALLD, 'kvar.txt', 'Stannar\n', transfer='stays')
        self.step(self.register, JAMSTALLD, 'handed_over')

    def identifier(self):
        return self.show(JAMSTALLD)['id']


def read_package(path):
    """Its files, by their names without the folder that all is in."""
    with zipfile.ZipFile(path) as package:
        return {name.split('/', 1)[1]: package.read(name) for name in package.namelist()}


def make_manifests(files):
    """The lists of checksums that the standard asks for, made by another program than ours."""
    files = {name: content for name, content in files.items() if not name.split('/')[0].endswith(('sha256.txt', 'sha512.txt'))}
    octets = [len(content) for name, content in files.items() if name.startswith('data/')]
    info = [line for line in files['bag-info.txt'].decode().splitlines() if not line.startswith('Payload-Oxum')]
    files['bag-info.txt'] = '\n'.join([*info, f'Payload-Oxum: {sum(octets)}.{len(octets)}', '']).encode()
    for prefix, belongs in (('manifest', lambda name: name.startswith('data/')), ('tagmanifest', lambda name: not name.startswith('data/'))):
        listed = [(name, content) for name, content in files.items() if belongs(name) and not name.startswith('tagmanifest')]
        for algorithm in ('sha256', 'sha512'):
            files[f'{prefix}-{algorithm}.txt'] = ''.join(
                f'{hashlib.new(algorithm, content).hexdigest()}  {name}\n' for name, content in listed).encode()
    return files


def write_package(path, files, top='paket'):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(f'{top}/{name}', content)
