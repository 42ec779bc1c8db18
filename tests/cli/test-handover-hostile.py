# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is not a whole package of a handover is refused, with the reason, and leaves no trace."""

import stat
import unittest.mock
import zipfile

import tap
from cli import JAMSTALLD
from handover_packages import RECEIVER, PackageTest, make_manifests, read_package, write_package


class Hostile(PackageTest):
    def is_refused(self, reason, status=1):
        temporary = self.folder / 'tmp'
        temporary.mkdir(exist_ok=True)
        before = self.files(self.receiver)
        message = self.refused(status, 'handover', 'receive', self.receiver, self.bad, *RECEIVER, '-o', self.receipt,
                               env={'TMPDIR': str(temporary)})
        self.assertIn(reason, message)
        self.assertIn('bad.zip', message)
        self.assertEqual(self.files(self.receiver), before)
        self.assertFalse(self.receipt.exists())
        self.assertEqual(list(temporary.iterdir()), [])

    def tamper(self):
        self.pack()
        self.bad = self.folder / 'bad.zip'
        return read_package(self.package)

    def test_a_package_of_another_program(self):
        write_package(self.tamper() and self.bad, make_manifests(read_package(self.package)))
        self.assertEqual(self.receive(package=self.bad), {JAMSTALLD: 'new'})

    def test_altered(self):
        files = self.tamper()
        project = f'data/projects/{self.identifier()}.json'
        for name in (project, f'data/documents/{self.identifier()}/Förstudie åäö (1).txt', 'data/handover/receipt.json', 'bag-info.txt',
                     'manifest-sha256.txt'):
            write_package(self.bad, {**files, name: files[name].replace(b'a', b'o', 1)})
            self.is_refused(f'“{name}” is not what was packed')
        write_package(self.bad, {**files, 'manifest-sha512.txt': b'0' + files['manifest-sha512.txt'][1:]})
        self.is_refused('was altered')
        write_package(self.bad, {**files, 'bagit.txt': b'BagIt-Version: 0.97\n'})
        self.is_refused('bagit.txt')

    def test_cut_short(self):
        self.tamper()
        whole = self.package.read_bytes()
        for length in (0, 1, 100, len(whole) // 2, len(whole) - 1000, len(whole) - 1):
            self.bad.write_bytes(whole[:length])
            self.is_refused('cut short')

    def test_missing_and_extra(self):
        files = self.tamper()
        for name in files:
            write_package(self.bad, {other: content for other, content in files.items() if other != name})
            self.is_refused('missing' if name != 'bagit.txt' else 'bagit.txt')
        for name, reason in (('data/extra', 'not in its list'), ('data/projects/x.json', 'not in its list'), ('fetch.txt', 'does not belong'),
                             ('manifest-md5.txt', 'does not belong'), ('meta/x', 'does not belong')):
            write_package(self.bad, {**files, name: b'x'})
            self.is_refused(reason)
        # What is in the lists, but is no part of a handover.
        for name in ('data/extra', 'data/projects/x.json', 'data/documents/x', 'data/projects/.hidden', 'data/register.json/x'):
            write_package(self.bad, make_manifests({**files, name: b'x'}))
            self.is_refused('no part of a handover')
        document = f'data/documents/{self.identifier()}/Förstudie åäö (1).txt'
        write_package(self.bad, make_manifests({name: content for name, content in files.items() if name != document}))
        self.is_refused('is missing')
        write_package(self.bad, make_manifests({**files, document: b'x'}))
        self.is_refused('not the one that its project means')
        write_package(self.bad, make_manifests({**files, f'data/projects/{self.identifier()}.json': b'{'}))
        self.is_refused('line 1')
        write_package(self.bad, make_manifests({**files, f'data/history/{self.identifier()}.jsonl': b'{\n'}))
        self.is_refused('damaged')
        project = f'data/projects/{self.identifier()}.json'
        write_package(self.bad, make_manifests({**files, project: files[project].replace(b'"handed_over"', b'"decided"')}))
        self.is_refused('has not been handed over')

    def test_not_a_handover(self):
        files = self.tamper()
        info = files['bag-info.txt']
        write_package(self.bad, make_manifests({**files, 'bag-info.txt': info.replace(b'Tillvaxt-Handover: 1\n', b'')}))
        self.is_refused('not one of a handover')
        write_package(self.bad, make_manifests({**files, 'bag-info.txt': info.replace(b'Handover: 1', b'Handover: 2')}))
        self.is_refused('newer version')
        self.bad.write_text('Ingen ZIP-fil')
        self.is_refused('no ZIP file')
        self.bad.unlink()
        self.is_refused('no such file', status=3)
        self.bad.mkdir()
        self.is_refused('expected an ordinary file', status=3)

    def test_names_that_lead_out(self):
        files = make_manifests(self.tamper())
        for name in ('../x', 'data/../../x', '/etc/x', 'data/./x', 'data//x', 'data/a\\..\\x', 'data/a\nb', '..'):
            with zipfile.ZipFile(self.bad, 'w') as package:
                for other, content in files.items():
                    package.writestr(f'paket/{other}', content)
                package.writestr(name if name.startswith(('/', '..')) else f'paket/{name}', 'x')
            self.is_refused('leads out of the package')
        with zipfile.ZipFile(self.bad, 'w') as package:
            for other, content in files.items():
                package.writestr(f'paket/{other}', content)
            package.writestr('annan/data/x', 'x')
        self.is_refused('not in the folder')

    def test_links(self):
        files = make_manifests(self.tamper())
        for name in ('data/projects/link.json', 'data', 'data/documents'):
            with zipfile.ZipFile(self.bad, 'w') as package:
                for other, content in files.items():
                    package.writestr(f'paket/{other}', content)
                entry = zipfile.ZipInfo(f'paket/{name}')
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
                package.writestr(entry, '/etc/passwd')
            self.is_refused('link or a device')

    def test_twice(self):
        files = make_manifests(self.tamper())
        project = f'data/projects/{self.identifier()}.json'
        for name in (project, project.upper().replace('DATA/PROJECTS', 'data/projects'), 'bagit.txt'):
            with zipfile.ZipFile(self.bad, 'w') as package, unittest.mock.patch('warnings.warn'):
                for other, content in files.items():
                    package.writestr(f'paket/{other}', content)
                package.writestr(f'paket/{name}', files.get(name, b'x'))
            self.is_refused('is in it twice')

    def test_bombs(self):
        files = self.tamper()
        with zipfile.ZipFile(self.bad, 'w', zipfile.ZIP_DEFLATED) as package:
            for name, content in files.items():
                package.writestr(f'paket/{name}', content)
            with package.open('paket/data/history/bomb.jsonl', 'w') as bomb:
                for _ in range(80):
                    bomb.write(bytes(1024 * 1024))
        self.is_refused('out of all proportion')
        with zipfile.ZipFile(self.bad, 'w') as package:
            for number in range(200_001):
                package.writestr(zipfile.ZipInfo(f'p/data/{number}'), b'')
        self.is_refused('more files than a package may hold')


tap.main()
