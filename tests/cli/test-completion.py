# SPDX-License-Identifier: GPL-3.0-or-later
"""Bash completes the commands and options that the program has."""

import pathlib
import subprocess
import unittest

import tap
from cli import PROGRAM, run

SCRIPT = pathlib.Path(__file__).parents[2] / 'data' / 'completions' / 'tillvaxt-cli'
COMPLETE = '''set -e; . "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tillvaxt_cli "$1"
((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"'''


def complete(*words):
    done = subprocess.run(['bash', '-c', COMPLETE, SCRIPT, PROGRAM, *words], capture_output=True, text=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout.split()


class Completion(unittest.TestCase):
    def test_commands(self):
        self.assertEqual(complete('he'), ['help'])
        commands = complete('')
        self.assertLessEqual({'init', 'check', 'report', 'table', 'help'}, set(commands))
        for command in commands:
            run('help', command)
        self.assertEqual(complete('help', ''), commands)
        self.assertLessEqual({'status', 'step', 'check'}, set(complete('handover', '')))
        self.assertEqual(complete('help', 'handover', 'sta'), ['status'])
        self.assertEqual(complete('table', 'audit', 'a', '--t'), ['--truth'])
        self.assertEqual(complete('handover', 'step', ''), [])

    def test_options(self):
        self.assertEqual(complete('report', '--la'), ['--language'])
        self.assertEqual(complete('report', 'a', '--la'), ['--language'])
        self.assertEqual(complete('handover', 'step', 'a', '--pe'), ['--person'])
        self.assertEqual(complete('help', 'list', '--so'), ['--sort'])
        self.assertLessEqual({'--project', '--format', '--output', '--help'}, set(complete('report', '--')))
        self.assertEqual(sorted(complete('--')), ['--help', '--version'])

    def test_names_of_files_are_left_to_bash(self):
        self.assertEqual(complete('check', ''), [])
        self.assertEqual(complete('nosuch', '--'), [])


tap.main()
