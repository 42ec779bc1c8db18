#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak that is installed, as a desktop uses it: the tests of tests/ui/desktop.py, of the app in its sandbox.

    headless python3 test-desktop.py APP-ID

The bus reads what Flatpak exports, which has to be on XDG_DATA_DIRS, and notifications and the help go the ways that are
open to a sandbox.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

APP_ID = sys.argv[1]
TOP = pathlib.Path(__file__).parents[2]
INSTALLED = pathlib.Path(os.environ['FLATPAK_USER_DIR'], 'app', APP_ID, 'current/active/files')
os.environ['GSETTINGS_SCHEMA_DIR'] = str(INSTALLED / 'share/glib-2.0/schemas')
sys.path.insert(0, str(TOP / 'tests/ui'))

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

import desktop as native  # noqa: E402
from a11y import keys, wait  # noqa: E402

OWN = pathlib.Path.home() / '.var/app' / APP_ID  # the app's own folder, which it sees without being granted it


class PortalNotifications(native.Notifications):
    """The portal that a sandbox notifies through."""

    NAME, PATH = 'org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop'
    INTERFACE = Gio.DBusNodeInfo.new_for_xml('''<node><interface name="org.freedesktop.portal.Notification">
      <method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
      <method name="RemoveNotification"><arg type="s" direction="in"/></method>
      <property name="version" type="u" access="read"/>
      </interface></node>''').interfaces[0]

    def call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == 'AddNotification':
            identifier, content = parameters.unpack()
            self.shown[identifier] = content
        invocation.return_value(None)


class Desktop(native.Desktop):
    notifications_class = PortalNotifications

    def offer_service(self):
        """Nothing is to be told: the bus has found what Flatpak exports."""
        assert self.app_id in self.call_bus('ListActivatableNames')[0]
        self.set_environment(GSETTINGS_BACKEND='keyfile', LANG='en_US.UTF-8', LC_ALL='', LANGUAGE='en')

    def set_environment(self, **variables):
        """Sets variables for what the bus starts from now on."""
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'UpdateActivationEnvironment',
                           GLib.Variant('(a{ss})', (variables,)), None, 0, -1, None)

    def open_settings(self):
        backend = Gio.keyfile_settings_backend_new(str(OWN / 'config/glib-2.0/settings/keyfile'), '/', None)
        return Gio.Settings.new_with_backend(native.APP_ID, backend)


def write_wrapper(path, program):
    """A program that is to be called as if it were not in a sandbox."""
    path.write_text(f'#!/bin/sh\nexec flatpak run --command={program} {APP_ID} "$@"\n')
    path.chmod(0o755)
    return path


def get_text_of_page():
    """The text of the page that the viewer shows, which has the focus."""
    keys('ctrl+a', 'ctrl+c')
    return subprocess.run(['xclip', '-o', '-selection', 'clipboard'], capture_output=True, text=True, check=False).stdout


def test_help(desktop):
    """F1 opens the page on what is shown, which came along, in the language at hand and in the viewer of the runtime."""
    desktop.quit()
    desktop.set_environment(LANGUAGE='sv')
    desktop.activate_action('open-project', GLib.Variant('(ss)', (desktop.registers[0].as_uri(), desktop.project(native.KOMPETENS)[0])))
    desktop.wait_for_windows(desktop.titles[0])
    keys('F1')
    wait('the help', lambda: 'Skapa ett register' in get_text_of_page(), get_text_of_page)
    desktop.set_environment(LANGUAGE='en')
    desktop.quit()


def main():
    (OWN / 'data').mkdir(parents=True)
    tests = [test_help if test.__name__ == test_help.__name__ else test for test in native.TESTS]
    with tempfile.TemporaryDirectory(dir=OWN / 'data') as name:
        programs = [write_wrapper(pathlib.Path(name, program), program) for program in ('tillvaxt', 'tillvaxt-cli')]
        return native.run(Desktop(*programs, pathlib.Path(name), APP_ID), tests)


if __name__ == '__main__':
    sys.exit(main())
