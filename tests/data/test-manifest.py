# SPDX-License-Identifier: GPL-3.0-or-later
"""The manifests of the Flatpak ask for no more than they need, and pin what they build.

The first argument is the id of the program. The rules are those of Flathub's linter and quality guidelines.
"""

import copy
import pathlib
import re
import sys
import unittest

import yaml

import tap

APP_ID = sys.argv[1]
FOLDER = pathlib.Path(__file__).parents[2] / 'flatpak'
KEYS = ['id', 'runtime', 'runtime-version', 'sdk', 'command', 'separate-locales', 'finish-args', 'cleanup', 'modules']
PERMISSIONS = ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri']
SUPPORTED = {'50', '51'}  # runtimes of GNOME that get updates


def read(path):
    return yaml.safe_load(path.read_text(encoding='utf-8'))


def get_modules(manifest):
    return [read(FOLDER / module) if isinstance(module, str) else module for module in manifest['modules']]


def faults_of_source(module, source):
    where = f'{module["name"]}: {source["type"]}'
    if 'branch' in source:
        yield f'{where}: a branch moves'
    if source['type'] == 'git':
        if not source['url'].startswith('https://') or not source.get('tag'):
            yield f'{where}: from where, and which version?'
        if not re.fullmatch('[0-9a-f]{40}', source.get('commit', '')):
            yield f'{where}: which commit?'
    elif source['type'] == 'archive':
        if not source['url'].startswith('https://') or not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
            yield f'{where}: from where, and with which SHA-256?'
    elif source['type'] != 'dir' or module['name'] != 'tillvaxt' or source['path'] != '..':
        yield f'{where}: only this checkout may be a folder'


def faults(manifest):
    """What is wrong with a manifest, one sentence each."""
    if list(manifest) != KEYS:
        yield f'the keys are {list(manifest)}'
        return
    if manifest['id'] not in (APP_ID, f'{APP_ID}.Devel'):
        yield f'the id is {manifest["id"]}'
    if (manifest['runtime'], manifest['sdk']) != ('org.gnome.Platform', 'org.gnome.Sdk'):
        yield 'the runtime is not that of GNOME'
    if manifest['runtime-version'] not in SUPPORTED:
        yield f'the runtime {manifest["runtime-version"]} gets no updates'
    if manifest['finish-args'] != PERMISSIONS:
        yield f'the permissions are {manifest["finish-args"]}'
    if manifest['separate-locales']:
        yield 'a bundle would lack its translations'
    for module in get_modules(manifest):
        if 'network' in str(module.get('build-options', {})):
            yield f'{module["name"]}: the build reaches for the network'
        for source in module['sources']:
            yield from faults_of_source(module, source)
    if any('debug' in str(entry) for entry in manifest['cleanup']):
        yield 'the debugging information is thrown away'
    if get_modules(manifest)[-1]['name'] != 'tillvaxt':
        yield 'the app is not built last'


class Manifests(unittest.TestCase):
    def test_faultless(self):
        paths = sorted(FOLDER.glob('*.yml'))
        self.assertEqual([path.stem for path in paths], [f'{APP_ID}.Devel', APP_ID])
        for path in paths:
            self.assertEqual(list(faults(read(path))), [], path.name)
            self.assertEqual(read(path)['id'], path.stem)

    def test_same_where_not_meant_to_differ(self):
        app, devel = (read(FOLDER / f'{name}.yml') for name in (APP_ID, f'{APP_ID}.Devel'))
        for key in set(KEYS) - {'id', 'modules'}:
            self.assertEqual(app[key], devel[key], key)
        self.assertTrue(get_modules(devel)[-1]['run-tests'])
        self.assertLess({module['name'] for module in get_modules(app)}, {module['name'] for module in get_modules(devel)})

    def test_written_as_usual(self):
        for path in FOLDER.rglob('*.yml'):
            for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
                indent = len(line) - len(line.lstrip(' '))
                self.assertEqual((indent % 2, '\t' in line, line.rstrip()), (0, False, line), f'{path}:{number}')

    def test_faults_are_found(self):
        good = read(FOLDER / f'{APP_ID}.yml')
        good['modules'] = get_modules(good)

        def broken(change):
            manifest = copy.deepcopy(good)
            change(manifest)
            return ' '.join(faults(manifest))

        for change, words in [
            (lambda m: m.update(id='org.example.App'), 'the id is'),
            (lambda m: m.update(runtime='org.kde.Platform'), 'not that of GNOME'),
            (lambda m: m.update({'runtime-version': '48'}), 'gets no updates'),
            (lambda m: m['finish-args'].append('--filesystem=home'), 'permissions'),
            (lambda m: m['finish-args'].append('--talk-name=org.freedesktop.portal.Desktop'), 'permissions'),
            (lambda m: m.update({'separate-locales': True}), 'translations'),
            (lambda m: m.update({'build-options': {'build-args': ['--share=network']}}), 'the keys are'),
            (lambda m: m['modules'][0].update({'build-options': {'build-args': ['--share=network']}}), 'the network'),
            (lambda m: m['modules'][0]['sources'][0].update(branch='master'), 'moves'),
            (lambda m: m['modules'][0]['sources'][0].pop('commit'), 'which commit'),
            (lambda m: m['modules'][0]['sources'][0].pop('tag'), 'which version'),
            (lambda m: m['modules'][0].update(sources=[{'type': 'archive', 'url': 'https://example.org/a.tar.gz'}]), 'SHA-256'),
            (lambda m: m['modules'][0].update(sources=[{'type': 'dir', 'path': '..'}]), 'only this checkout'),
            (lambda m: m['cleanup'].append('/lib/debug'), 'debugging'),
            (lambda m: m['modules'].reverse(), 'built last'),
        ]:
            self.assertIn(words, broken(change))


tap.main()
