# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that is killed while it packs or receives leaves both registers whole."""

import json
import os
import shutil
import signal
import subprocess
import time
import unittest.mock

import tap
from cli import INNOVATION, KOMPETENS, PROGRAM, run
from handover_packages import PROJECTS, RECEIVER, PackageTest


class Killed(PackageTest):
    def setUp(self):
        super().setUp()
        self.temporary = self.folder / 'tmp'
        self.temporary.mkdir()
        environment = unittest.mock.patch.dict(os.environ, TMPDIR=str(self.temporary))
        environment.start()
        self.addCleanup(environment.stop)

    def kill_at_times(self, args, check, n):
        """Runs the program, and kills it after ever longer, until it has come to its end once."""
        start = time.monotonic()
        subprocess.run([PROGRAM, *args], stdout=subprocess.DEVNULL, check=True)
        whole = time.monotonic() - start
        check(True)
        for i in range(n):
            child = subprocess.Popen([PROGRAM, *args], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                child.wait(whole * i / n)
            except subprocess.TimeoutExpired:
                os.kill(child.pid, signal.SIGKILL)
                child.wait()
            check(False)

    def test_killed_while_packing(self):
        self.hand_over(KOMPETENS, INNOVATION)
        before = self.contents()

        def check(finished):
            self.assertEqual(self.contents(), before)
            if self.package.exists():
                rows = json.loads(run('handover', 'receive', self.receiver, self.package, '--dry-run', '--format', 'json').stdout)
                self.assertEqual([row['outcome'] for row in rows], ['new'] * 3)
                self.package.unlink()
            else:
                self.assertFalse(finished)

        self.kill_at_times(['handover', 'package', self.register, '--date', '2018-12-20', '-o', self.package], check, 20)

    def test_killed_while_receiving(self):
        self.hand_over(KOMPETENS, INNOVATION)
        self.pack()
        empty = self.folder / 'tom'
        shutil.copytree(self.receiver, empty)
        sent = {project: self.show(project)['goals'] for project in PROJECTS}
        outcomes = set()

        def check(finished):
            self.assertEqual(run('check', self.receiver).stdout, '')
            there = set()
            for path in (self.receiver / 'projects').glob('*.json'):
                project = json.loads(path.read_bytes())
                self.assertEqual((project['goals'], project['handover']['state']), (sent[project['title']], 'received'))
                self.assertIn('RS 2019-0001', (self.receiver / 'history' / f'{path.stem}.jsonl').read_text())
                there.add(project['title'])
            outcomes.add(len(there))
            # Receiving again does the rest, and what is there is not taken over twice. What was left unpacked goes.
            rows = self.receive()
            self.assertEqual(list(self.temporary.glob('tillvaxt-scratch-*')), [])
            self.assertEqual({title for title, outcome in rows.items() if outcome == 'same'}, there)
            self.assertEqual({outcome for title, outcome in rows.items() if title not in there}, {'new'} if len(there) < 3 else set())
            self.assertEqual(len(json.loads(self.receipt.read_bytes())['projects']), 3)
            shutil.rmtree(self.receiver)
            shutil.copytree(empty, self.receiver)

        self.kill_at_times(['handover', 'receive', self.receiver, self.package, *RECEIVER, '-o', self.receipt], check, 20)
        self.assertGreaterEqual(outcomes, {0, 3})


tap.main()
