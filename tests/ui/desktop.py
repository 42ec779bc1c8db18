#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the application as a desktop does: started by the bus, handed files, and looked at through AT-SPI.

usage: desktop.py TILLVAXT TILLVAXT-CLI
"""

import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from a11y import ROLE, STATE, children, click, find, find_named, get_text, has, keys, point_at, wait, walk  # noqa: E402

APP_ID = 'io.github.tillvaxt.Tillvaxt'  # also that of the settings
KOMPETENS, INNOVATION = 'Kompetensarena Stockholm', 'Innovationskraft Sthlm'


# Settings outlive the program, as they do on a desktop.
ENVIRONMENT = {'G_DEBUG': 'gc-friendly,fatal-warnings', 'GSETTINGS_BACKEND': 'keyfile', 'GTK_A11Y': 'atspi'}
os.environ['GSETTINGS_BACKEND'] = ENVIRONMENT['GSETTINGS_BACKEND']


class Notifications:
    """Stands in for the part of a desktop that shows notifications, as GNOME Shell does."""

    NAME, PATH = 'org.gtk.Notifications', '/org/gtk/Notifications'
    INTERFACE = Gio.DBusNodeInfo.new_for_xml('''<node><interface name="org.gtk.Notifications">
      <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
      <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
      </interface></node>''').interfaces[0]

    def __init__(self, desktop):
        self.desktop, self.shown = desktop, {}
        desktop.bus.register_object(self.PATH, self.INTERFACE, self.call, None, None)
        desktop.call_bus('RequestName', self.NAME, 0)

    def call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == 'AddNotification':
            application, identifier, content = parameters.unpack()
            assert application == self.desktop.app_id
            self.shown[identifier] = content
        invocation.return_value(None)


class Desktop:
    """A session bus that knows the application, and the folders of two registers."""

    notifications_class = Notifications

    def __init__(self, program, cli, folder, app_id=APP_ID):
        self.program, self.cli, self.folder, self.app_id = program, cli, folder, app_id
        self.path = '/' + app_id.replace('.', '/')
        self.registers = [folder / 'one', folder / 'two']
        for register in self.registers:
            subprocess.run([cli, 'sample', register], check=True)
        self.set_title(self.registers[1], 'The other register')
        self.titles = [self.read(register / 'register.json')['title'] for register in self.registers]
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.offer_service()
        self.settings = self.open_settings()
        self.notifications = self.notifications_class(self)
        Atspi.init()

    def offer_service(self):
        """Tells the bus how to start the application."""
        services = pathlib.Path(os.environ['XDG_RUNTIME_DIR'], 'dbus-1/services')
        services.mkdir(parents=True, exist_ok=True)
        variables = ' '.join(f'{name}={value}' for name, value in ENVIRONMENT.items())
        (services / f'{self.app_id}.service').write_text(
            f'[D-BUS Service]\nName={self.app_id}\nExec=/usr/bin/env {variables} {self.program} --gapplication-service\n')
        self.call_bus('ReloadConfig')

    def open_settings(self):
        """The settings as they are now in the file."""
        path = pathlib.Path(GLib.get_user_config_dir(), 'glib-2.0/settings/keyfile')
        return Gio.Settings.new_with_backend(APP_ID, Gio.keyfile_settings_backend_new(str(path), '/', None))

    @staticmethod
    def read(path):
        return json.loads(path.read_text(encoding='utf-8'))

    def set_title(self, register, title):
        record = self.read(register / 'register.json')
        record['title'] = title
        (register / 'register.json').write_text(json.dumps(record, ensure_ascii=False), encoding='utf-8')

    def project(self, title, register=0):
        """The id and the file of a project."""
        for path in (self.registers[register] / 'projects').glob('*.json'):
            if self.read(path)['title'] == title:
                return path.stem, path
        raise AssertionError(title)

    def call_bus(self, method, *args):
        signature = '(' + ''.join('u' if isinstance(arg, int) else 's' for arg in args) + ')'
        return self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method,
                                  GLib.Variant(signature, args), None, 0, -1, None).unpack()

    def call(self, interface, method, signature, *args, below=''):
        """A call to the application, which the bus starts where it does not run."""
        return self.bus.call_sync(self.app_id, self.path + below, interface, method, GLib.Variant(signature, args),
                                  None, 0, 30000, None).unpack()

    def activate_action(self, name, *parameters):
        self.call('org.freedesktop.Application', 'ActivateAction', '(sava{sv})', name, list(parameters), {})

    def open(self, *files):
        self.call('org.freedesktop.Application', 'Open', '(asa{sv})', [path.as_uri() for path in files], {})

    def run(self, *args):
        return subprocess.run([self.program, *args], capture_output=True, text=True, timeout=60, check=False)

    def is_running(self):
        return self.call_bus('NameHasOwner', self.app_id)[0]

    def windows(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_name() in ('tillvaxt', self.app_id):
                yield from children(child)

    def wait_for_windows(self, *names):
        wait(f'windows {names}', lambda: sorted(window.get_name() for window in self.windows()) == sorted(names),
             lambda: str([window.get_name() for window in self.windows()]))

    def window(self, name):
        return wait(name, lambda: next((window for window in self.windows() if window.get_name() == name), None))

    def wait_for_project(self, title, register=0):
        window = self.window(self.titles[register])
        find(window, lambda node: node.get_role() == ROLE.TEXT and node.get_name() == 'Title' and get_text(node) == title, title)

    def dialog(self, name, register=None):
        window = self.window(self.titles[register] if register is not None else 'Tillväxt')
        return find(window, lambda node: node.get_role_name() in ('dialog', 'alert') and node.get_name() == name, name)

    def answer(self, dialog, label):
        click(find_named(dialog, label, 'button'))
        wait(f'{label} is done', lambda: not any(node == dialog for window in self.windows() for node, _ in walk(window)))

    def quit(self):
        if self.is_running():
            self.activate_action('quit')
            wait('the application ends', lambda: not self.is_running())


def test_activation(desktop):
    assert not desktop.is_running()
    desktop.call('org.freedesktop.Application', 'Activate', '(a{sv})', {})
    desktop.wait_for_windows('Tillväxt')
    assert desktop.is_running()


def test_one_process(desktop):
    owner = desktop.call_bus('GetNameOwner', desktop.app_id)
    done = desktop.run(desktop.registers[0])
    assert (done.returncode, done.stderr) == (0, ''), done
    desktop.wait_for_windows(desktop.titles[0])
    assert desktop.call_bus('GetNameOwner', desktop.app_id) == owner


def test_one_window(desktop):
    """The same register, however it is named: from another folder, through a link, by a file of it."""
    link = desktop.folder / 'link'
    link.symlink_to(desktop.registers[0])
    subprocess.run([desktop.program, 'one'], cwd=desktop.folder, check=True, timeout=60)
    desktop.run(link)
    desktop.open(link, desktop.registers[0] / 'register.json')
    desktop.open(desktop.registers[1])
    desktop.wait_for_windows(*desktop.titles)


def test_project(desktop):
    identifier, path = desktop.project(INNOVATION)
    assert desktop.run('--project', KOMPETENS, desktop.registers[0]).returncode == 0
    desktop.wait_for_project(KOMPETENS)
    desktop.open(path)
    desktop.wait_for_project(INNOVATION)
    desktop.run('--project', desktop.project(KOMPETENS)[0][:8], desktop.registers[0])
    desktop.wait_for_project(KOMPETENS)
    desktop.activate_action('open-project', GLib.Variant('(ss)', (desktop.registers[0].as_uri(), identifier)))
    desktop.wait_for_project(INNOVATION)
    desktop.run('--project', 'nosuch', desktop.registers[0])
    dialog = desktop.dialog('The Project Was Not Found', 0)
    assert any('nosuch' in node.get_name() for node, _ in walk(dialog))
    desktop.answer(dialog, 'Close')


def test_usage(desktop):
    for args in [('--project', 'x'), ('--project', 'x', desktop.registers[0], desktop.registers[1])]:
        done = desktop.run(*args)
        assert done.returncode == 2 and done.stderr.startswith('tillvaxt: --project'), done
    assert '--project=PROJECT' in desktop.run('--help').stdout
    assert desktop.run('--version').stdout.startswith('tillvaxt ')


def test_report(desktop):
    """A report is offered to the register that was used last, and has nothing new for the one that it is from."""
    report = desktop.folder / f'report-{"long" * 20}.pdf'
    subprocess.run([desktop.cli, 'report', desktop.registers[0], '--project', KOMPETENS, '--format', 'pdf', '-o', report], check=True)
    desktop.run(desktop.registers[0])
    desktop.open(report)
    desktop.answer(desktop.dialog('Import Projects?', 0), 'Import')
    desktop.answer(desktop.dialog('Nothing Was Imported', 0), 'Close')


def test_alone(desktop):
    """A file that a portal grants without what lies beside it. The portal says so with an extended attribute."""
    lone = desktop.folder / 'lone'
    lone.mkdir()
    (lone / 'register.json').write_bytes((desktop.registers[0] / 'register.json').read_bytes())
    os.setxattr(lone / 'register.json', 'user.document-portal.host-path', b'/share/Stockholm/register.json')
    desktop.open(lone / 'register.json')
    desktop.answer(desktop.dialog('Choose the Folder of the Register'), 'Cancel')


def test_recent(desktop):
    def uris():
        return sorted(uri for uri, _title in desktop.settings.get_value('recent-registers').unpack())

    wait('both registers are remembered', lambda: uris() == sorted(path.as_uri() for path in desktop.registers), lambda: str(uris()))


def test_session(desktop):
    def quit_and_choose(restore):
        # Each program writes the whole file of settings, as it last knew it: only one at a time may, and not from memory.
        desktop.quit()
        desktop.settings = desktop.open_settings()
        desktop.settings.set_boolean('restore-session', restore)
        Gio.Settings.sync()

    for restore in (True, False):
        quit_and_choose(restore)
        desktop.call('org.freedesktop.Application', 'Activate', '(a{sv})', {})
        if restore:
            desktop.wait_for_windows(*desktop.titles)
            desktop.wait_for_project(INNOVATION)
        else:
            desktop.wait_for_windows('Tillväxt')
    # Whoever closes one window after the other finds the last again.
    quit_and_choose(True)
    desktop.open(desktop.registers[1])
    desktop.wait_for_windows(desktop.titles[1])
    keys('ctrl+w')
    wait('the application ends', lambda: not desktop.is_running())
    desktop.call('org.freedesktop.Application', 'Activate', '(a{sv})', {})
    desktop.wait_for_windows(desktop.titles[1])
    desktop.quit()


def test_quit(desktop):
    """The program ends with a dialog open, but not before it has asked about what would be lost."""
    def type_amount(text):
        assert Atspi.EditableText.set_text_contents(find_named(window, 'Amount', 'text'), text)
        desktop.activate_action('preferences')
        desktop.dialog('Preferences', 0)

    desktop.open(desktop.project(INNOVATION)[1])
    desktop.wait_for_project(INNOVATION)
    window = desktop.window(desktop.titles[0])
    click(find_named(window, 'Partners and Money', 'page tab'))
    point_at(find_named(window, 'Add Funding', 'button'))
    type_amount('a lot')
    find(window, lambda node: node.get_name() == 'Amount' and has(node, STATE.INVALID_ENTRY), 'what is wrong')
    desktop.activate_action('quit')
    desktop.answer(desktop.dialog('Lose What Was Typed?', 0), 'Cancel')
    assert desktop.is_running()
    type_amount('5')
    desktop.quit()
    assert desktop.read(desktop.project(INNOVATION)[1])['funding'][0]['amount'] == 5


def search(desktop, method, signature, *args):
    return desktop.call('org.gnome.Shell.SearchProvider2', method, signature, *args, below='/SearchProvider')


def test_search(desktop):
    """What GNOME Shell asks, of a program that does not run yet; only titles are found."""
    desktop.quit()
    identifier, path = desktop.project(INNOVATION)
    record = desktop.read(path)
    record['summary'] = 'unfindable words'
    path.write_text(json.dumps(record, ensure_ascii=False), encoding='utf-8')
    found, = search(desktop, 'GetInitialResultSet', '(as)', ['STHLM', 'innov'])
    assert sorted(found) == sorted(f'{identifier} {register.as_uri()}' for register in desktop.registers), found
    assert search(desktop, 'GetSubsearchResultSet', '(asas)', found, ['innov', 'nosuch']) == ([],)
    assert search(desktop, 'GetInitialResultSet', '(as)', ['unfindable']) == ([],)
    metas, = search(desktop, 'GetResultMetas', '(as)', [*found, 'nosuch'])
    assert [meta['name'] for meta in metas] == [INNOVATION, INNOVATION], metas
    assert sorted(meta['description'] for meta in metas) == sorted(desktop.titles), metas
    assert all(desktop.app_id in str(meta['icon']) for meta in metas), metas
    assert not list(desktop.windows())
    search(desktop, 'ActivateResult', '(sasu)', f'{identifier} {desktop.registers[1].as_uri()}', ['innov'], 0)
    desktop.wait_for_project(INNOVATION, 1)
    search(desktop, 'LaunchSearch', '(asu)', ['kompetensarena'], 0)
    # In which register is left to the application.
    wait(KOMPETENS, lambda: any(node.get_role() == ROLE.TEXT and get_text(node) == KOMPETENS
                                for window in desktop.windows() for node, _ in walk(window)))
    desktop.quit()


def test_help(desktop):
    """F1 opens the help on what is shown, in the viewer that the desktop has."""
    opened = desktop.folder / 'opened'
    desktop.open(desktop.registers[0])
    desktop.wait_for_windows(desktop.titles[0])
    window = desktop.window(desktop.titles[0])
    keys('F1')
    desktop.answer(desktop.dialog('The Help Could Not Be Opened', 0), 'Close')

    applications = pathlib.Path(os.environ['HOME'], '.local/share/applications')
    applications.mkdir(parents=True)
    viewer = applications / 'viewer.sh'
    viewer.write_text(f'#!/bin/sh\necho "$1" >>{opened}\n')
    viewer.chmod(0o755)
    (applications / 'viewer.desktop').write_text(
        f'[Desktop Entry]\nType=Application\nName=Viewer\nExec={viewer} %u\nMimeType=x-scheme-handler/help;\n')
    (applications / 'mimeapps.list').write_text('[Default Applications]\nx-scheme-handler/help=viewer.desktop\n')

    def assert_help(page):
        def is_opened():
            if not opened.exists():
                return False
            if opened.read_text().strip() == expected:
                return True
            # The view that was chosen came later than the key.
            opened.unlink()
            keys('F1')
            return False

        expected = f'help:{desktop.app_id}/{page}'
        wait('the desktop knows the viewer', lambda: Gio.AppInfo.get_default_for_uri_scheme('help'))
        opened.unlink(missing_ok=True)
        keys('F1')
        wait(expected, is_opened)

    assert_help('first-project')
    desktop.run('--project', INNOVATION, desktop.registers[0])
    desktop.wait_for_project(INNOVATION)
    for view, page in (('J+', 'jplus'), ('Handover', 'handover'), ('History', 'together')):
        click(find_named(window, view, 'page tab'))
        find_named(window, view, 'panel')
        assert_help(page)
    keys('ctrl+e')
    desktop.dialog('Export Report', 0)
    assert_help('reports')
    keys('Escape')
    desktop.quit()


def test_reminders(desktop):
    desktop.quit()
    notifications = desktop.notifications
    soon = (datetime.date.today() + datetime.timedelta(days=10)).isoformat()
    dates = {KOMPETENS: '2019-03-01', INNOVATION: soon}
    identifiers = {}
    for title, date in dates.items():
        identifiers[title], path = desktop.project(title)
        record = desktop.read(path)
        record['reports_due'] = [{'id': '11111111-1111-4111-8111-111111111111', 'kind': 'final', 'recipient': 'Somebody Private',
                                  'due': date, 'note': 'between us'}]
        path.write_text(json.dumps(record, ensure_ascii=False), encoding='utf-8')
    # Nobody is reminded who has not asked for it.
    desktop.open(desktop.registers[0])
    desktop.wait_for_windows(desktop.titles[0])
    assert notifications.shown == {}
    desktop.settings.set_boolean('remind', True)
    wait('both are shown', lambda: len(notifications.shown) == 2, lambda: str(notifications.shown))
    late, due = (notifications.shown[f'due-{identifiers[title]}'] for title in dates)
    assert late['title'] == KOMPETENS and 'was due' in late['body'] and 'is due' in due['body'], notifications.shown
    assert 'Private' not in str(notifications.shown) and 'between us' not in str(notifications.shown)
    # Who clicks gets to the project.
    desktop.activate_action(due['default-action'].removeprefix('app.'), GLib.Variant('(ss)', due['default-action-target']))
    desktop.wait_for_project(INNOVATION)
    # Once is enough.
    notifications.shown.clear()
    desktop.quit()
    desktop.open(desktop.registers[0])
    desktop.wait_for_windows(desktop.titles[0])
    assert notifications.shown == {}
    desktop.quit()


TESTS = [test for name, test in globals().items() if name.startswith('test_')]


def run(desktop, tests):
    """Runs functions in order, and tells of them as TAP. Returns the status to exit with."""
    print(f'1..{len(tests)}')
    failed = False
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix('test_').replace('_', ' ')
        try:
            test(desktop)
            print(f'ok {number} {name}', flush=True)
        except Exception:  # noqa: BLE001, whatever it is, the next test goes on
            failed = True
            print(f'not ok {number} {name}', flush=True)
            traceback.print_exc()
    desktop.quit()
    return 1 if failed else 0


def main():
    program, cli = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        return run(Desktop(program, cli, pathlib.Path(folder).resolve()), TESTS)


if __name__ == '__main__':
    sys.exit(main())
