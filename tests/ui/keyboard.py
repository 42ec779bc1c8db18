#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a project from nothing to ready to publish with the keys of the keyboard alone.

usage: keyboard.py TILLVAXT TILLVAXT-CLI

What has the focus is read from the accessibility bus, as a screen reader does; nothing is done through it.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from bus import ROLE, STATE, VIEWS, Application, Atspi, GLib, children, find_named, get_text, has, keys, run, wait, walk

# More stops than any view has.
MANY = 200


def type_text(text):
    subprocess.run(['xdotool', 'type', '--delay', '4', '--clearmodifiers', text], check=True)


class Typist(Application):
    def __init__(self, program, cli, folder):
        subprocess.run([cli, 'init', folder / 'register', '--title', 'Tillväxt', '--county', '01', '--authority', 'Länsstyrelsen'],
                       check=True)
        self.cli = cli
        self.focus = None
        self.n_moves = 0
        super().__init__(program, folder / 'register')
        self.listener = Atspi.EventListener.new(self.focused_cb)
        self.listener.register('object:state-changed:focused')
        self.words = []
        self.announcements = Atspi.EventListener.new(self.announced_cb)
        self.announcements.register('object:announcement')

    def focused_cb(self, event):
        if event.detail1:
            self.focus = event.source
            self.n_moves += 1

    def announced_cb(self, event):
        self.words.append(event.any_data)

    def wait_for_words(self, words):
        """What a screen reader is to say."""
        wait(f'{words!r} is said', lambda: any(words in said for said in self.words), lambda: str(self.words))
        self.words.clear()

    def tell_focus(self):
        try:
            return f'at {self.focus.get_role_name()} {self.focus.get_name()!r}' if self.focus else 'nowhere'
        except GLib.Error:
            return 'at what is gone'

    def is_at(self, name, *roles):
        return self.focus.get_name() == name and (not roles or self.focus.get_role_name() in roles)

    def wait_for_focus(self, name, *roles):
        wait(f'the focus at {name}', lambda: self.focus and self.is_at(name, *roles), self.tell_focus)

    def move(self, key='Tab'):
        before = self.n_moves
        keys(key)
        wait(f'{key} moves the focus', lambda: self.n_moves > before, self.tell_focus)

    def go_to(self, name, *roles, key='Tab'):
        """Presses a key until something has the focus."""
        for _ in range(MANY):
            if self.focus and self.is_at(name, *roles):
                return
            self.move(key)
        raise AssertionError(f'{key} does not lead to {name!r}')

    def show_view(self, name):
        keys(f'ctrl+{VIEWS.index(name) + 1}')
        return find_named(self.window, name, 'panel')

    def fill_in(self, name, text):
        self.go_to(name, 'text')
        type_text(text)
        wait(f'{name} says so', lambda: get_text(self.focus) == text)

    def choose(self, name, label, n_down):
        """Opens a list of choices, and takes the one that is so far down."""
        self.go_to(name, 'combo box')
        row = self.focus
        keys('space')
        find_named(row, label, 'label')
        keys(*['Down'] * n_down, 'Return')
        wait(f'{label} is chosen', lambda: {node.get_name() for node, _ in walk(row)} >= {label} and has(row, STATE.FOCUSED))

    def read(self):
        return json.loads(self.read_project())


def test_new_project(app):
    keys('ctrl+n')
    app.wait_for_focus('Title', 'text')
    type_text('Green jobs')
    # Away at once: what was typed is stored, which changes the page that is left.
    keys('ctrl+3')
    app.wait_for_json('"title": "Green jobs"')
    keys('ctrl+1')


def test_missing(app):
    """What is missing leads to where it is missing, and goes away once it is there."""
    app.go_to('4 things to do before publishing', 'list item')
    keys('Return')
    app.go_to('Summary', 'list item')
    keys('Return')
    app.wait_for_focus('Summary', 'text')
    type_text('More firms hire, and emit less.')
    app.wait_for_json('"summary": "More firms hire, and emit less."')
    app.go_to('3 things to do before publishing', 'list item', key='shift+Tab')
    app.go_to('Status', 'combo box', key='shift+Tab')
    app.choose('Status', 'Ongoing', 2)
    app.wait_for_json('"lifecycle": "ongoing"')
    app.fill_in('Planned start', '1 feb 2025')
    app.fill_in('Planned end', '2027')
    app.move()
    app.wait_for_json('"planned_start": "2025-02-01"')


def test_goals(app):
    """Rows are added, copied, moved and removed, and come back."""
    app.show_view('Goals')
    app.go_to('Add Goal', 'button')
    keys('Return')
    app.wait_for_focus('Goal', 'text')
    type_text('Fewer tonnes')
    app.choose('Level', 'Result', 2)
    app.go_to('Fewer tonnes', 'list item', key='shift+Tab')
    app.wait_for_words('Added: Goal')
    keys('ctrl+d')
    wait('two goals', lambda: len(app.read()['goals']) == 2)
    app.go_to('Add Goal', 'button')
    keys('Return')
    app.wait_for_focus('Goal', 'text')
    type_text('More jobs')
    app.go_to('More jobs', 'list item', key='shift+Tab')
    keys('alt+Up', 'alt+Up')
    wait('the goal is first', lambda: app.read()['goals'][0]['text'] == 'More jobs')
    app.wait_for_words('Moved: Goal')
    app.move()
    app.go_to('Fewer tonnes', 'list item')
    keys('Delete')
    wait('the goal is gone', lambda: len(app.read()['goals']) == 2)
    app.wait_for_words('Removed: Goal')
    keys('ctrl+z')
    wait('the goal is back', lambda: len(app.read()['goals']) == 3)
    app.wait_for_words('Undone: Remove: Goal')
    keys('ctrl+shift+z')
    app.wait_for_words('Redone: Remove: Goal')
    wait('the goal is gone again', lambda: len(app.read()['goals']) == 2)


def test_copy(app):
    """What is copied from a list is pasted into it, after a look at it, in one step."""
    before = [goal['text'] for goal in app.read()['goals']]
    keys('ctrl+shift+c')
    app.wait_for_words('2 rows copied')
    keys('ctrl+shift+v')
    app.wait_for_focus('Paste 2 Rows', 'button')
    find_named(app.window, 'Goal: More jobs', 'list item')
    keys('Return')
    wait('four goals', lambda: [goal['text'] for goal in app.read()['goals']] == before * 2)
    keys('ctrl+z')
    wait('two goals', lambda: len(app.read()['goals']) == 2)


def test_partners(app):
    app.show_view('Partners and Money')
    app.go_to('Add Partner', 'button')
    keys('Return')
    app.wait_for_focus('Name', 'text')
    type_text('Example municipality')
    app.choose('Role', 'Project owner', 1)
    app.go_to('Add Funding', 'button')
    keys('Return')
    app.wait_for_focus('Funder', 'text')
    type_text('Example fund')
    app.fill_in('Amount', 'a lot')
    app.wait_for_words('“a lot” is not a whole number.')
    keys('ctrl+a')
    app.fill_in('Amount', '1 500 000')
    app.go_to('Add Cost', 'button')
    keys('Return')
    app.wait_for_focus('Description', 'text')
    app.choose('Kind of cost', 'Staff', 1)
    app.fill_in('Budget', '1500000')
    app.move()
    app.wait_for_json('"budget": 1500000')


def test_ready(app):
    app.show_view('Overview')
    app.go_to('Ready to publish', 'list item')
    checked = subprocess.run([app.cli, 'check', app.register], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


def test_title(app):
    app.show_view('Goals')
    keys('F2')
    app.wait_for_focus('Title', 'text')


def test_print(app):
    keys('ctrl+p')
    dialog = find_named(app.window, 'Export Report', 'dialog')
    wait('the print dialog', lambda: len(list(children(app.root))) > 1)
    keys('Escape')
    wait('it closes', lambda: len(list(children(app.root))) == 1)
    keys('Escape')
    wait('the report closes', lambda: dialog not in [node for node, _ in walk(app.window)])


def test_table(app):
    """A statistics table is made and filled in as in a spreadsheet."""
    app.show_view('J+')
    app.go_to('Add Statistics Table', 'toggle button')
    keys('Return')
    app.wait_for_focus('Age according to ESF+', 'menu item')
    keys('Return')
    app.wait_for_focus('Women, Under 18', 'text')
    type_text('3')
    keys('Return')
    app.wait_for_focus('Women, 18–29', 'text')
    type_text('24')
    keys('Right')
    app.wait_for_focus('Men, 18–29', 'text')
    app.wait_for_json('"women|18-29": 24')
    table = app.read()['statistics'][-1]
    assert table['title'] == 'Participants by age', table['title']
    assert table['counts'] == {'women|0-17': 3, 'women|18-29': 24}, table['counts']
    keys('Escape')


def test_reach(app, name):
    """The Tab key comes to whatever can be used in a view, and back to where it began."""
    app.show_view(name)
    passing = (ROLE.PANEL, ROLE.GROUPING, ROLE.SCROLL_PANE, ROLE.LIST, ROLE.PAGE_TAB)
    app.move()
    first, stops = app.focus, []
    while app.focus not in stops:
        stops.append(app.focus)
        app.move()
    assert app.focus == first, app.tell_focus()

    paths = {node: path for node, path in walk(app.window)}
    covered = {node for stop in stops for node in (stop, *paths.get(stop, ()))}
    missed = [node for node, path in paths.items()
              if has(node, STATE.FOCUSABLE, STATE.SENSITIVE) and node.get_role() not in passing and node.get_name() != 'Close'
              and node not in covered and not any(parent.get_role() == ROLE.COMBO_BOX for parent in path)]
    assert not missed, [f'{node.get_role_name()} {node.get_name()!r}' for node in missed]


def main():
    program, cli = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        app = Typist(program, cli, pathlib.Path(folder))
        return run(app, [
            ('a project is new', lambda: test_new_project(app)),
            ('what is missing is filled in', lambda: test_missing(app)),
            ('goals are added, copied, moved and removed', lambda: test_goals(app)),
            ('goals are copied and pasted', lambda: test_copy(app)),
            ('partners and money are added', lambda: test_partners(app)),
            ('the project is ready to publish', lambda: test_ready(app)),
            ('its title is edited', lambda: test_title(app)),
            *((f'all of {name} is reached', lambda name=name: test_reach(app, name)) for name in VIEWS),
            ('a statistics table is filled in', lambda: test_table(app)),
            # The last, since no window manager gives the keys back to the window.
            ('it is printed', lambda: test_print(app)),
        ])


if __name__ == '__main__':
    sys.exit(main())
