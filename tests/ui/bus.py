# SPDX-License-Identifier: GPL-3.0-or-later
"""The application as others see it: what stands on the accessibility bus, and keys that are really pressed."""

import json
import os
import subprocess
import time
import traceback
import warnings

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter('ignore', DeprecationWarning)
DEADLINE = 30
ROLE = Atspi.Role
STATE = Atspi.StateType
VIEWS = ['Overview', 'Goals', 'J+', 'Partners and Money', 'Handover', 'Documents', 'History']


def settle():
    """Lets Atspi's own main loop run, so that what it remembers follows the application."""
    context, end = GLib.MainContext.default(), time.monotonic() + 0.05
    while time.monotonic() < end:
        if not context.iteration(False):
            time.sleep(0.005)


def wait(what, function, explain=lambda: ''):
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        try:
            result = function()
            if result:
                return result
        except GLib.Error:
            pass  # what was looked at went away
        settle()
    raise AssertionError(f'timed out: {what} {explain()}')


def keys(*names):
    subprocess.run(['xdotool', 'key', '--clearmodifiers', *names], check=True)


def has(node, *states):
    found = node.get_state_set()
    return all(found.contains(state) for state in states)


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child and has(child, STATE.SHOWING):
            yield child


def walk(node, path=()):
    yield node, path
    for child in children(node):
        yield from walk(child, path + (node,))


def is_named(node):
    return node.get_name().strip() or any(relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
                                          for relation in node.get_relation_set())


def get_text(node):
    return Atspi.Text.get_text(node, 0, -1)


def find(root, fits, what):
    return wait(what, lambda: next((node for node, _ in walk(root) if fits(node)), None))


def find_named(root, name, *roles):
    return find(root, lambda node: node.get_name() == name and (not roles or node.get_role_name() in roles), name)


class Application:
    """The program on a register that the test has made."""

    def __init__(self, program, register):
        self.register = register
        self.process = subprocess.Popen([program, register],
                                        env=dict(os.environ, G_DEBUG='gc-friendly,fatal-warnings', GTK_A11Y='atspi'))
        Atspi.init()
        self.root = wait('the application', self.find_application)
        self.window = wait('its window', lambda: next(children(self.root), None))

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def read_project(self):
        """What the files of the projects say, now."""
        return ''.join(path.read_text() for path in sorted((self.register / 'projects').glob('*.json')))

    def read_projects(self):
        return [json.loads(path.read_text()) for path in sorted((self.register / 'projects').glob('*.json'))]

    def wait_for_json(self, text):
        wait(f'{text} on disk', lambda: text in self.read_project())

    def quit(self):
        self.process.terminate()
        self.process.wait(DEADLINE)


def run(app, tests):
    """Runs functions in order, each with a name, and tells of them as TAP. Returns the status to exit with."""
    print(f'1..{len(tests)}')
    failed = False
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f'ok {number} {name}', flush=True)
        except Exception:  # noqa: BLE001, whatever it is, the next test goes on
            failed = True
            print(f'not ok {number} {name}', flush=True)
            traceback.print_exc()
    app.quit()
    return 1 if failed else 0
