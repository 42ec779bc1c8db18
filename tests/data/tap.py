# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the unittest cases of a module and tells the outcome as TAP."""

import sys
import unittest


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0

    def point(self, ok, test, note=''):
        self.number += 1
        print(f'{ok} {self.number} {test.id().removeprefix("__main__.")}{note}')

    def problem(self, test, err):
        self.point('not ok', test)
        print('\n'.join(f'# {line}' for line in self._exc_info_to_string(err, test).splitlines()))

    def addSuccess(self, test):
        super().addSuccess(test)
        self.point('ok', test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.point('ok', test, f' # SKIP {reason}')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.problem(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.problem(test, err)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    print(f'1..{suite.countTestCases()}')
    result = TapResult()
    suite.run(result)
    sys.exit(not result.wasSuccessful())
