#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the application as a person with a screen reader does: through AT-SPI and the keyboard, on a register of its own.

usage: a11y.py TILLVAXT TILLVAXT-CLI
"""

import pathlib
import subprocess
import sys
import tempfile

from bus import (ROLE, STATE, VIEWS, Application, Atspi, children, find, find_named, get_text, has, is_named, keys, run,
                 settle, wait, walk)

PROJECT = 'Innovationskraft Sthlm'
# AT-SPI counts from the corner of the window, and the mouse from that of its shadow, which is above and left of it.
SHADOW = 12
# How far before its title a row is dragged by, in pixels.
HANDLE = 20


def click(node):
    assert node.get_action_iface().do_action(0), f'cannot click {node.get_name()!r}'


def find_middle(node):
    area = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return SHADOW + area.x + area.width // 2, SHADOW + area.y + area.height // 2


def mouse(*args):
    subprocess.run(['xdotool', *map(str, args)], check=True)


def drag(x, y, to_x, to_y):
    """Moves the mouse little by little, as a hand does: GTK begins a drag only after some way."""
    mouse('mousemove', x, y, 'mousedown', 1)
    for part in range(1, 11):
        mouse('mousemove', x + (to_x - x) * part // 10, y + (to_y - y) * part // 10)
        settle()
    mouse('mouseup', 1)


def point_at(node):
    """Clicks with the mouse: GTK 4.18 lets nobody activate a row of a list, or move the focus, through AT-SPI."""
    mouse('mousemove', *find_middle(node), 'click', 1)


def find_nameless(root):
    """Whatever can take the focus and has no name: all but containers that pass it on, and what is inside of a list of
    choices: GTK 4.18 gives that no name."""
    passing = (ROLE.PANEL, ROLE.GROUPING, ROLE.SCROLL_PANE, ROLE.LIST)
    nameless = []
    for node, path in walk(root):
        inside = any(parent.get_role() == ROLE.COMBO_BOX for parent in path)
        if has(node, STATE.FOCUSABLE) and node.get_role() not in passing and not inside and not is_named(node):
            nameless.append(' > '.join(f'{n.get_role_name()} {n.get_name()!r}' for n in (*path[-4:], node)))
    return nameless


def assert_names(root, where):
    """What has just come may get its name a moment later."""
    wait(f'{where}: all has a name', lambda: not find_nameless(root), lambda: '; '.join(find_nameless(root)))
    wait(f'{where}: all has a role and a value', lambda: not find_valueless(root), lambda: '; '.join(find_valueless(root)))


def find_valueless(root):
    """Whatever has a role that promises a value and tells none: the text of a text, the number of a range."""
    valueless = []
    for node, path in walk(root):
        missing = (node.get_role() in (ROLE.TEXT, ROLE.ENTRY) and has(node, STATE.FOCUSABLE) and node.get_text_iface() is None or
                   node.get_role() in (ROLE.PROGRESS_BAR, ROLE.SLIDER, ROLE.SPIN_BUTTON) and node.get_value_iface() is None)
        if missing or has(node, STATE.FOCUSABLE) and node.get_role() in (ROLE.UNKNOWN, ROLE.INVALID, ROLE.FILLER):
            valueless.append(' > '.join(f'{n.get_role_name()} {n.get_name()!r}' for n in (*path[-4:], node)))
    return valueless


def choose(app, row, label, key):
    """Opens a list of choices, and takes the one that a key leads to."""
    point_at(row)
    find_named(app.window, label, 'label')
    keys('Down', key, 'Return')
    wait(f'{label} is chosen', lambda: any(node.get_name() == label for node, _ in walk(row)))


class Reader(Application):
    def __init__(self, program, cli, folder):
        self.folder = folder
        subprocess.run([cli, 'sample', folder / 'register'], check=True)
        super().__init__(program, folder / 'register')
        find_named(self.window, PROJECT, 'list item')

    def open_project(self):
        row = find_named(self.window, PROJECT, 'list item')
        assert row.get_parent().get_selection_iface().select_child(row.get_index_in_parent())
        find_named(self.window, 'Title', 'text')

    def show_view(self, name):
        click(find_named(self.window, name, 'page tab'))
        return find_named(self.window, name, 'panel')

    def open_dialog(self, key, name):
        keys(key)
        return find_named(self.window, name, 'dialog')

    def close_dialog(self, name):
        keys('Escape')
        self.wait_for_no_dialog(name)

    def wait_for_no_dialog(self, name):
        wait(f'{name} closes', lambda: not any(node.get_name() == name and node.get_role_name() == 'dialog'
                                               for node, _ in walk(self.window)))


def test_names(app):
    assert_names(app.window, 'the register')
    for name in VIEWS:
        app.show_view(name)
        assert_names(app.window, name)


def test_pages(app):
    """The pages of the register, each with something on it that must be there."""
    app.show_view('Overview')
    for key, content, role in [('ctrl+0', '3 projects under way', 'button'), ('ctrl+8', 'Take a Step', 'button'),
                               ('ctrl+t', PROJECT, 'table row')]:
        keys(key)
        find_named(app.window, content, role)
        assert_names(app.window, content)
    app.open_project()


def test_dialogs(app):
    for key, name in [('ctrl+comma', 'Preferences'), ('ctrl+question', 'Keyboard Shortcuts'), ('ctrl+e', 'Export Report')]:
        assert_names(app.open_dialog(key, name), name)
        app.close_dialog(name)


def test_register(app):
    """The pages of the dialog of the register."""
    keys('F10')
    find_named(app.window, 'Main Menu', 'menu')
    keys('r')
    dialog = find_named(app.window, 'Register', 'dialog')
    for name, content in [('Register', 'Authority'), ('Organisations', 'Add Organisation'), ('Own Lists', 'Add List')]:
        point_at(find_named(dialog, name, 'page tab'))
        find_named(dialog, content)
        assert_names(dialog, name)
    app.close_dialog('Register')


def test_menus(app):
    """Items of menus have names, with no underscores: GTK 4.18 gives them none."""
    keys('F10')
    menu = find_named(app.window, 'Main Menu', 'menu')
    assert_names(menu, 'the main menu')
    for name in ('New Window', 'Register…', 'About Tillväxt'):
        find_named(menu, name, 'menu item')
    keys('Escape')
    wait('the menu closes', lambda: not any(node.get_role() == ROLE.MENU_ITEM for node, _ in walk(app.window)))
    point_at(find_named(app.show_view('Goals'), 'Actions for the list “Goals”', 'toggle button'))
    find_named(app.window, 'Paste Rows…', 'menu item')
    keys('Escape')


def test_goal(app):
    view = app.show_view('Goals')
    before = 'Bättre resultat av forskning och innovation'
    point_at(find_named(find_named(view, before, 'list item'), before, 'label'))
    entry = find(view, lambda node: node.get_role_name() == 'text' and get_text(node) == before, 'the text of the goal')
    assert Atspi.EditableText.set_text_contents(entry, 'Fler företag växer')
    app.wait_for_json('"text": "Fler företag växer"')
    find_named(view, 'Fler företag växer', 'list item')


def test_dimension(app):
    view = app.show_view('J+')
    click(find_named(find_named(view, 'Gender', 'list item'), 'Examine', 'button'))
    app.wait_for_json('"kind": "gender"')


def test_handover(app):
    view = app.show_view('Handover')
    entry = find(view, lambda node: node.get_role_name() == 'text' and get_text(node) == 'Region Stockholm', 'the receiver')
    assert Atspi.EditableText.set_text_contents(entry, 'Region Stockholm, förvaltningen')
    app.wait_for_json('"to": "Region Stockholm, förvaltningen"')


def test_drag(app):
    """A card is dragged to the next column, and the handover of its project takes the step."""
    keys('F10')
    find(app.window, lambda node: node.get_role_name() == 'menu item', 'the main menu')
    keys('d')
    board = find_named(app.window, 'Not begun', 'list')
    x, y = find_middle(find_named(board, 'Jämställd tillväxt Stockholm', 'label'))
    to_x, _ = find_middle(find_named(app.window, 'Identified', 'label'))
    assert '"state": "identified"' not in app.read_project()
    drag(x, y, to_x, y)
    app.wait_for_json('"state": "identified"')


def test_drag_row(app):
    """A row of a list is dragged by its handle, to before another one."""
    def read_goals():
        return [goal['text'] for project in app.read_projects() if project['title'] == PROJECT for goal in project['goals']]

    before = read_goals()
    rows = find_named(app.show_view('Goals'), 'Goals', 'list')
    dragged, other = (find_named(find_named(rows, before[i], 'list item'), before[i], 'label') for i in (-1, 0))
    area = dragged.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    (_, y), (_, to_y) = find_middle(dragged), find_middle(other)
    # The handle has no name, since it is for the mouse alone. The row is dropped on the upper half of the other one.
    x = SHADOW + area.x - HANDLE
    drag(x, y, x, to_y - area.height)
    wait('the last goal is first', lambda: read_goals() == before[-1:] + before[:-1], lambda: str(read_goals()))


def test_undo(app, before):
    def undo():
        button = find(app.window, lambda node: node.get_role_name() == 'button' and node.get_name().startswith('Undo'), 'Undo')
        if not has(button, STATE.SENSITIVE):
            return True
        keys('ctrl+z')
        return False

    assert app.read_project() != before
    wait('all is undone', undo)
    wait('the files are as they were', lambda: app.read_project() == before)


def test_export(app, suffix, label, start):
    """Choose with the keyboard, and type the name in GTK's own dialog."""
    path = app.folder / f'report.{suffix}'
    dialog = app.open_dialog('ctrl+e', 'Export Report')
    row = find_named(dialog, 'Format', 'combo box')
    if not any(node.get_name() == label for node, _ in walk(row)):
        choose(app, row, label, 'Home' if suffix == 'pdf' else 'End')
    click(find_named(dialog, 'Export…', 'button'))
    chooser = wait('the file dialog', lambda: next((w for w in children(app.root) if w != app.window), None))
    find(chooser, lambda node: node.get_role_name() == 'text' and has(node, STATE.FOCUSED), 'the name of the file')
    keys('ctrl+a')
    subprocess.run(['xdotool', 'type', '--clearmodifiers', str(path)], check=True)
    keys('Return')
    wait('the report', lambda: path.exists() and path.read_bytes().startswith(start))
    find_named(dialog, 'Show in Folder', 'button')
    app.close_dialog('Export Report')


def main():
    program, cli = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        app = Reader(program, cli, pathlib.Path(folder))
        app.open_project()
        before = app.read_project()
        return run(app, [
            ('every view has names', lambda: test_names(app)),
            ('every page of the register has names', lambda: test_pages(app)),
            ('every dialog has names', lambda: test_dialogs(app)),
            ('every page of the register dialog has names', lambda: test_register(app)),
            ('items of menus have names', lambda: test_menus(app)),
            ('a goal is dragged in its list', lambda: test_drag_row(app)),
            ('a goal is changed', lambda: test_goal(app)),
            ('a dimension is examined', lambda: test_dimension(app)),
            ('the receiver of a handover is changed', lambda: test_handover(app)),
            ('a card is dragged on the board', lambda: test_drag(app)),
            ('all is undone', lambda: test_undo(app, before)),
            ('a report is written as HTML', lambda: test_export(app, 'html', 'Web page (HTML)', b'<!DOCTYPE html>')),
            ('a report is written as PDF', lambda: test_export(app, 'pdf', 'Document (PDF)', b'%PDF-')),
        ])


if __name__ == '__main__':
    sys.exit(main())
