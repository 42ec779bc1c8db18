# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the project's files, and the proof that a check can fail."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]


def files(top):
    """The paths, below `top`, of all files that are tracked or could be; without git, all outside build folders."""
    git = ['git', '-C', str(top), 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']
    try:
        names = subprocess.run(git, check=True, capture_output=True, text=True).stdout.split('\0')
    except (OSError, subprocess.CalledProcessError):
        names = []
        for folder, inside, found in os.walk(top):
            inside[:] = [name for name in inside if name[0] != '_' and name != '.git']
            names += [os.path.relpath(os.path.join(folder, name), top) for name in found]
    return [pathlib.Path(name) for name in sorted(names) if name and (top / name).is_file()]


def read(path):
    """The text of a file; what is not text is no source and has none."""
    try:
        return path.read_text(encoding='utf-8')
    except UnicodeDecodeError:
        return ''


def is_script(top, path, *interpreters):
    """Whether the first line says that one of these programs reads the file."""
    first = read(top / path).partition('\n')[0]
    return first.startswith('#!') and any(first.split()[-1].split('/')[-1] == name for name in interpreters)


def keywords(top):
    """The functions and macros whose strings are translated, as xgettext's options: meson's preset glib and our own."""
    preset = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
    own = re.findall(r"'--keyword=([^']+)'", read(top / 'po/meson.build'))
    return [f'--keyword={keyword}' for keyword in preset + own]


def lay_out(folder, contents):
    """Writes a small project: a dictionary from path to text."""
    for name, text in contents.items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')


def self_test(check, good, bad):
    """`good` has no finding; each case of `bad`, laid over it, has exactly the findings that begin with these words."""
    for contents, expected in [({}, []), *bad]:
        with tempfile.TemporaryDirectory() as folder:
            lay_out(folder, {**good, **contents})
            found = check(pathlib.Path(folder))
        if len(found) != len(expected) or not all(f.startswith(e) for f, e in zip(sorted(found), sorted(expected))):
            print(f'{contents}\nfound {found}\nexpected {expected}')
            return 1
    return 0


def main(check, good, bad):
    """Runs a check, a function from a folder to a list of findings, on the project or on its own examples."""
    if sys.argv[1:] == ['--self-test']:
        sys.exit(self_test(check, good, bad))
    found = check(TOP)
    for finding in found:
        print(finding)
    sys.exit(1 if found else 0)
