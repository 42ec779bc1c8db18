# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects are packed for the receiver, taken over whole, and confirmed."""

import csv
import fcntl
import io
import json
import os
import stat
import subprocess
import zipfile

import tap
from cli import JAMSTALLD, KOMPETENS, run
from handover_packages import RECEIVER, PackageTest, read_package


class Package(PackageTest):
    def validate(self, bag):
        """Checks a bag as RFC 8493 has it, with coreutils, which know nothing of us: every file is in every list, and is what the
        list says. There is no other validator in Debian or npm that checks as much."""
        self.assertEqual((bag / 'bagit.txt').read_text(), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
        payload = {str(path.relative_to(bag)) for path in (bag / 'data').rglob('*') if path.is_file()}
        tags = {'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'manifest-sha512.txt'}
        for algorithm in ('sha256', 'sha512'):
            for manifest, names in ((f'manifest-{algorithm}.txt', payload), (f'tagmanifest-{algorithm}.txt', tags)):
                subprocess.run([f'{algorithm}sum', '--check', '--strict', '--status', manifest], cwd=bag, check=True)
                listed = [line.split('  ', 1)[1] for line in (bag / manifest).read_text().splitlines()]
                self.assertEqual(sorted(listed), sorted(names))
        return payload

    def test_is_a_bag(self):
        before = self.contents()
        self.pack()
        self.assertEqual(self.contents(), before)
        folder = self.folder / 'out'
        with zipfile.ZipFile(self.package) as package:
            self.assertIsNone(package.testzip())
            self.assertEqual({name.split('/')[0] for name in package.namelist()}, {'paket'})
            package.extractall(folder)
        bag = folder / 'paket'
        self.validate(bag)
        # It would be seen if it were not so.
        project = bag / 'data' / 'projects' / f'{self.identifier()}.json'
        whole = project.read_bytes()
        for damage in (lambda: project.write_bytes(whole.replace(b'a', b'o', 1)), project.unlink,
                       lambda: (project.write_bytes(whole), (bag / 'data' / 'extra').write_text('x'))):
            damage()
            with self.assertRaises((AssertionError, subprocess.CalledProcessError)):
                self.validate(bag)
        (bag / 'data' / 'extra').unlink()
        payload = self.validate(bag)
        info = dict(line.split(': ', 1) for line in (bag / 'bag-info.txt').read_text().splitlines())
        sizes = [(bag / name).stat().st_size for name in payload]
        self.assertEqual(info['Payload-Oxum'], f'{sum(sizes)}.{len(sizes)}')
        self.assertEqual(info['Source-Organization'], 'Länsstyrelsen Stockholm')
        self.assertEqual(info['Bagging-Date'], '2018-12-20')
        self.assertIn('must not be published', info['Internal-Sender-Description'])

    def published(self, text):
        """The keys of numbers that reports have told, and those of them that were small."""
        reports = json.loads(text)['published']
        small = {key for report in reports for key in report.get('small', ())}
        return small.union(*(report.get(field, ()) for report in reports for field in ('shown', 'rounded', 'follow'))), small

    def test_takes_along_what_was_published_of_it(self):
        """Which hidden numbers of other projects are small is nobody’s business but the sender’s."""
        both = ('--project', JAMSTALLD, '--project', KOMPETENS)
        for projects in (both, both[:2]):
            run('report', self.register, '--kind', 'jplus', '--publish', *projects, '-o', self.folder / 'report')
        told, small = self.published((self.register / 'register.json').read_text())
        mine = {key for key in told if f'|project={self.identifier()}' in key}
        sums = {key for key in told if '|project=*' in key}
        self.assertTrue(mine & small and sums and told - mine - sums)
        self.pack()
        files = read_package(self.package)
        packed, packed_small = self.published(files['data/register.json'])
        self.assertEqual(packed, mine)
        self.assertEqual(packed_small, mine & small)
        self.assertEqual([report['sums'] for report in json.loads(files['data/register.json'])['published'] if 'sums' in report], [])
        # The receiver keeps to it, and another package adds what is about its project.
        self.receive()
        self.hand_over(KOMPETENS)
        self.pack(KOMPETENS, output=self.folder / 'other.zip')
        other, _ = self.published(read_package(self.folder / 'other.zip')['data/register.json'])
        self.assertTrue(other and not other & mine)
        self.receive(package=self.folder / 'other.zip')
        self.assertEqual(self.published((self.receiver / 'register.json').read_text())[0], mine | other)
        run('report', self.receiver, '--kind', 'jplus', '-o', self.folder / 'received')
        # Sums come along where all their projects do.
        self.pack(JAMSTALLD, KOMPETENS, output=self.folder / 'both.zip')
        together, _ = self.published(read_package(self.folder / 'both.zip')['data/register.json'])
        self.assertEqual(together, mine | other | sums)

    def test_holds_a_register_and_the_papers(self):
        self.pack()
        files = read_package(self.package)
        folder = self.folder / 'out'
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        rows = json.loads(run('list', folder / 'data', '--format', 'json').stdout)
        self.assertEqual([row['title'] for row in rows], [JAMSTALLD])
        self.assertEqual(run('check', folder / 'data').stdout, '')
        self.assertEqual(run('history', folder / 'data', JAMSTALLD).stdout, run('history', self.register, JAMSTALLD).stdout)
        self.assertEqual(files[f'data/documents/{self.identifier()}/Förstudie åäö (1).txt'].decode(), 'Handlingen\n')
        self.assertFalse([name for name in files if name.endswith('kvar.txt')])
        self.assertTrue(files['data/handover/protocol.pdf'].startswith(b'%PDF-'))
        protocol = files['data/handover/protocol.html'].decode()
        self.assertIn('lang="sv"', protocol)
        self.assertIn(JAMSTALLD, protocol)
        self.assertIn('Endast för mottagaren', protocol)
        documents = list(csv.DictReader(io.StringIO(files['data/handover/documents.csv'].decode(), newline='')))
        self.assertEqual([(row['project_title'], row['file'], row['transfer']) for row in documents][-2:],
                         [(JAMSTALLD, 'Förstudie åäö (1).txt', 'original'), (JAMSTALLD, '', 'stays')])
        form = json.loads(files['data/handover/receipt.json'])
        self.assertEqual((form['format'], form['from'], form['to']), ('tillvaxt-receipt', 'Länsstyrelsen Stockholm', 'Region Stockholm'))
        self.assertEqual([(line['title'], line['receiver_reference']) for line in form['projects']], [(JAMSTALLD, '')])

    def test_same_bytes(self):
        (self.folder / 'two').mkdir()
        self.pack()
        run('handover', 'package', self.register, JAMSTALLD, '--date', '2018-12-20', '-o', self.folder / 'two' / 'paket.zip',
            env={'TZ': 'Pacific/Auckland', 'LC_ALL': 'C', 'LANGUAGE': 'sv'})
        self.assertEqual(self.package.read_bytes(), (self.folder / 'two' / 'paket.zip').read_bytes())

    def test_is_for_nobody_else(self):
        self.pack()
        self.assertEqual(stat.S_IMODE(self.package.stat().st_mode), 0o600)

    def test_what_cannot_be_packed(self):
        self.decide(KOMPETENS)
        self.assertIn('“Decided”, not “Handed over”',
                      self.refused(1, 'handover', 'package', self.register, KOMPETENS, '-o', self.package))
        self.assertIn('-o FILE', self.refused(2, 'handover', 'package', self.register))
        self.answer(KOMPETENS)
        run('set', self.register, KOMPETENS, 'handover.to', 'Region Gotland')
        self.step(self.register, KOMPETENS, 'handed_over')
        self.assertIn('another sender or receiver', self.refused(1, 'handover', 'package', self.register, '-o', self.package))
        self.refused(1, 'handover', 'package', self.receiver, '-o', self.package)
        self.edit(KOMPETENS, lambda record: record['handover'].pop('to'))
        self.assertIn('does not say who', self.refused(1, 'handover', 'package', self.register, KOMPETENS, '-o', self.package))
        attached = self.register / 'documents' / self.identifier() / 'Förstudie åäö (1).txt'
        attached.chmod(0o600)
        attached.write_text('Något annat')
        self.assertIn('its checksum differs', self.refused(1, 'handover', 'package', self.register, JAMSTALLD, '-o', self.package))
        attached.unlink()
        self.refused(3, 'handover', 'package', self.register, JAMSTALLD, '-o', self.package)
        self.refused(3, 'handover', 'package', self.register, JAMSTALLD, '-o', self.folder / 'none' / 'paket.zip')
        self.assertEqual([path.name for path in self.folder.iterdir() if 'paket' in path.name or path.name.startswith('.')], [])

    def test_received_as_it_was_sent(self):
        self.pack()
        before = self.files(self.receiver)
        preview = run('handover', 'receive', self.receiver, self.package, '--dry-run', '--format', 'json').stdout
        self.assertEqual([(row['title'], row['outcome'], row['documents']) for row in json.loads(preview)], [(JAMSTALLD, 'new', 1)])
        self.assertEqual(self.files(self.receiver), before)
        self.assertEqual(self.receive(), {JAMSTALLD: 'new'})

        sent, received = self.show(JAMSTALLD), self.show(JAMSTALLD, self.receiver)
        handover = received.pop('handover')
        self.assertEqual(handover['state'], 'received')
        self.assertEqual((handover['receiver_reference'], handover['receiver_responsible']), ('RS 2019-0001', 'Handläggare B'))
        self.assertEqual(handover['log'][:-1], sent.pop('handover')['log'])
        self.assertEqual((handover['log'][-1]['to_state'], handover['log'][-1]['person']), ('received', 'Handläggare B'))
        self.assertEqual(sent['documents'][-1].pop('file'), 'kvar.txt')
        self.assertEqual(received, sent)
        history = [json.loads(run('history', register, JAMSTALLD, '--format', 'json').stdout) for register in (self.register, self.receiver)]
        self.assertTrue(all(line in history[1] for line in history[0]))
        self.assertGreater(len(history[1]), len(history[0]))
        self.assertEqual((self.receiver / 'documents' / self.identifier() / 'Förstudie åäö (1).txt').read_text(), 'Handlingen\n')
        self.assertEqual(run('check', self.receiver).stdout, '')

    def test_twice_changes_nothing(self):
        self.pack()
        self.receive()
        before, receipt = self.files(self.receiver), self.receipt.read_bytes()
        self.receipt.unlink()
        self.assertEqual(self.receive('--reference', 'RS 2019-9999'), {JAMSTALLD: 'same'})
        self.assertEqual(self.files(self.receiver), before)
        self.assertEqual(self.receipt.read_bytes(), receipt)
        # Nor after work has gone on there.
        run('set', self.receiver, JAMSTALLD, 'summary', 'Nytt hos mottagaren')
        before = self.files(self.receiver)
        self.assertEqual(self.receive(), {JAMSTALLD: 'same'})
        self.assertEqual(self.files(self.receiver), before)

    def send_again(self):
        self.step(self.register, JAMSTALLD, 'decided', '--note', 'Fel i paketet')
        run('set', self.register, JAMSTALLD, 'summary', 'Rättad')
        self.step(self.register, JAMSTALLD, 'handed_over')
        self.pack(date='2019-01-10')

    def test_renewed_by_a_later_package(self):
        self.pack()
        self.receive('--remarks', 'Sammanfattningen är fel')
        self.assertEqual(self.show(JAMSTALLD, self.receiver)['handover']['state'], 'received_with_remarks')
        log = self.show(JAMSTALLD, self.receiver)['handover']['log']
        self.send_again()
        self.assertEqual(self.receive(), {JAMSTALLD: 'changed'})
        project = self.show(JAMSTALLD, self.receiver)
        self.assertEqual((project['summary'], project['handover']['state']), ('Rättad', 'received'))
        self.assertNotIn('receipt_remarks', project['handover'])
        # What either side logged is there, and the history tells each thing once.
        for line in log:
            self.assertIn(line, project['handover']['log'])
        lines = (self.receiver / 'history' / f'{self.identifier()}.jsonl').read_text().splitlines()
        self.assertEqual(len(lines), len(set(lines)))
        self.assertEqual(run('check', self.receiver).stdout, '')
        self.assertEqual(self.receive(), {JAMSTALLD: 'same'})

    def test_conflict(self):
        self.pack()
        self.receive()
        run('set', self.receiver, JAMSTALLD, 'summary', 'Ändrad hos mottagaren')
        self.send_again()
        before = self.files(self.receiver)
        self.receipt.unlink()
        done = run('handover', 'receive', self.receiver, self.package, *RECEIVER, '-o', self.receipt, '--format', 'json', status=1)
        self.assertEqual([row['outcome'] for row in json.loads(done.stdout)], ['conflict'])
        self.assertIn('It is left as it is.', done.stderr)
        self.assertEqual(self.files(self.receiver), before)
        self.assertFalse(self.receipt.exists())

        # What the message says: without the project here, the sender's version is taken over.
        self.assertIn('delete the project here and receive the package again', done.stderr)
        (self.receiver / 'projects' / f'{self.identifier()}.json').unlink()
        self.assertEqual(self.receive(), {JAMSTALLD: 'new'})
        self.assertEqual(self.show(JAMSTALLD, self.receiver)['summary'], 'Rättad')
        self.assertEqual(run('check', self.receiver).stdout, '')

    def test_for_another_receiver(self):
        self.pack()
        path = self.receiver / 'register.json'
        register = json.loads(path.read_bytes())
        path.write_text(json.dumps({**register, 'authority': 'region stockholm'}))
        self.receive('--dry-run')
        path.write_text(json.dumps({**register, 'authority': 'Region Gotland'}))
        warned = run('handover', 'receive', self.receiver, self.package, '--dry-run', advice=True)
        self.assertIn('The package is for “Region Stockholm”, and this is the register of “Region Gotland”.', warned.stderr)
        self.assertEqual(self.receive(advice=True), {JAMSTALLD: 'new'})

    def test_names_others(self):
        """A related project that does not come along is told of, and stays named, since it may come later."""
        self.edit(JAMSTALLD, lambda record: record.update(related=[self.show(KOMPETENS)['id']]))
        self.pack()
        done = run('handover', 'receive', self.receiver, self.package, *RECEIVER, '-o', self.receipt, advice=True)
        self.assertIn('names 1 related project that is neither in the package nor in this register', done.stderr)
        self.assertEqual(self.show(JAMSTALLD, self.receiver)['related'], [self.show(KOMPETENS)['id']])
        self.assertIn('which is not there', run('check', self.receiver, status=1).stdout)
        self.hand_over(KOMPETENS)
        self.pack(KOMPETENS)
        self.receive()
        self.assertEqual(run('check', self.receiver).stdout, '')

    def test_what_was_left_by_a_killed_program(self):
        """Its folder goes with the next package; that of a program which is at work stays, and so does what a link leads to."""
        self.pack()
        temporary, kept = self.folder / 'tmp', self.folder / 'kept'
        left, used, link = (temporary / f'tillvaxt-scratch-{name}' for name in ('left', 'used', 'link'))
        for folder in (left / 'projects', used, kept):
            folder.mkdir(parents=True)
        for folder in (left / 'projects', used, kept):
            (folder / 'x.json').write_text('x')
        link.symlink_to(kept)
        lock = os.open(used, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        self.receive(env={'TMPDIR': str(temporary)})
        os.close(lock)
        self.assertEqual({path.name for path in temporary.rglob('*')}, {used.name, 'x.json', link.name})
        self.assertTrue((kept / 'x.json').exists())

    def test_damaged_at_the_receiver(self):
        self.pack()
        self.receive()
        (self.receiver / 'projects' / f'{self.identifier()}.json').write_text('{')
        before = self.files(self.receiver)
        run('handover', 'receive', self.receiver, self.package, *RECEIVER, '-o', self.receipt, status=1)
        self.assertEqual(self.files(self.receiver), before)

    def test_the_sender_does_not_receive(self):
        self.pack()
        before = self.contents()
        self.assertIn('the one that hands over',
                      self.refused(1, 'handover', 'receive', self.register, self.package, *RECEIVER, '-o', self.receipt))
        self.assertEqual(self.contents(), before)

    def test_says_what_is_needed(self):
        self.pack()
        for needed in ('--reference', '--responsible', '--output'):
            args = {'--reference': 'R', '--responsible': 'B', '--output': self.receipt}
            del args[needed]
            self.assertIn(needed, self.refused(2, 'handover', 'receive', self.receiver, self.package, *[x for pair in args.items() for x in pair]))

    def test_what_projects_refer_to_comes_along(self):
        self.pack()
        self.receive()
        sent = json.loads((self.register / 'register.json').read_bytes())
        received = json.loads((self.receiver / 'register.json').read_bytes())
        self.assertEqual(received['organisations'], sent['organisations'])
        self.assertNotEqual(received['checklist_template'], sent['checklist_template'])
        self.assertEqual(received['title'], 'Regionala projekt')

    def record(self, receipt=None, **keywords):
        done = run('handover', 'receipt', self.register, receipt or self.receipt, '--person', 'Handläggare A', '--format', 'json', **keywords)
        return {row['title']: row['outcome'] for row in json.loads(done.stdout)}

    def test_receipt(self):
        self.pack()
        self.receive()
        self.assertEqual(self.record(), {JAMSTALLD: 'completed'})
        handover = self.show(JAMSTALLD)['handover']
        self.assertEqual((handover['state'], handover['receiver_reference'], handover['receiver_responsible']),
                         ('completed', 'RS 2019-0001', 'Handläggare B'))
        self.assertEqual([line['to_state'] for line in handover['log']][-2:], ['received', 'completed'])
        before = self.contents()
        self.assertEqual(self.record(), {JAMSTALLD: 'same'})
        self.assertEqual(self.contents(), before)

    def test_receipt_with_remarks(self):
        self.pack()
        self.receive('--remarks', 'En handling är oläslig')
        self.assertEqual(self.record(advice=True), {JAMSTALLD: 'received'})
        handover = self.show(JAMSTALLD)['handover']
        self.assertEqual((handover['state'], handover['receipt_remarks']), ('received_with_remarks', 'En handling är oläslig'))

    def test_receipt_of_another_version(self):
        self.pack()
        self.receive()
        run('set', self.register, JAMSTALLD, 'summary', 'Ändrad efteråt')
        done = run('handover', 'receipt', self.register, self.receipt, advice=True)
        self.assertIn('the receiver does not have these changes', done.stderr)
        self.assertEqual(self.show(JAMSTALLD)['handover']['state'], 'received')

    def test_refused_receipts(self):
        self.pack()
        self.receive()
        good = json.loads(self.receipt.read_bytes())
        before = self.contents()
        bad = self.folder / 'bad.json'
        for text in ('', '{', '[]', '{}', '{"format": "tillvaxt-receipt", "version": 1}', '{"format": "tillvaxt-receipt", "version": 99}',
                     '{"format": "tillvaxt-receipt", "version": 1, "projects": [1]}'):
            bad.write_text(text)
            self.assertIn('bad.json', self.refused(1, 'handover', 'receipt', self.register, bad))
        for change in ({'state': ''}, {'state': 'completed'}, {'receiver_reference': ''}, {'state': 'received_with_remarks'},
                       {'id': '00000000-0000-4000-8000-000000000000'}):
            bad.write_text(json.dumps({**good, 'projects': [{**good['projects'][0], **change}]}))
            done = run('handover', 'receipt', self.register, bad, '--format', 'json', status=1)
            self.assertEqual([row['outcome'] for row in json.loads(done.stdout)], ['refused'], change)
            self.assertEqual(self.contents(), before)
        self.refused(3, 'handover', 'receipt', self.register, self.folder / 'none.json')
        # The form in the package is no answer yet.
        bad.write_bytes(read_package(self.package)['data/handover/receipt.json'])
        run('handover', 'receipt', self.register, bad, status=1)
        self.assertEqual(self.contents(), before)


tap.main()
