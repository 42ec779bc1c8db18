# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of published reports share."""

import json
import os
import pathlib
import re
import subprocess

from cli import run

CHECKERS = os.environ.get('TVX_CHECKERS')


def names(option):
    """The values that an option of `report` takes, which the program tells when it refuses one."""
    refusal = run('report', '.', option, '?', '-o', '-', status=2).stderr
    return re.search(r'none of (.+)\.$', refusal.splitlines()[0].replace(', ', '|'))[1].split('|')


def check_with_nu(paths):
    """What the Nu HTML checker has to say: errors and warnings."""
    jar = pathlib.Path(CHECKERS, 'node_modules/vnu-jar/build/dist/vnu.jar')
    done = subprocess.run(['java', '-Xss4m', '-jar', jar, '--stdout', '--format', 'json', '--exit-zero-always', *paths],
                          capture_output=True, check=True)
    return [f'{pathlib.Path(message["url"]).name}:{message.get("lastLine")}: {message["message"]}'
            for message in json.loads(done.stdout)['messages']]


def check_with_axe(browser, path, **how):
    """What axe has to say of a page as a device shows it: violations."""
    browser.open(path, **how)
    browser.run(pathlib.Path(CHECKERS, 'node_modules/axe-core/axe.min.js').read_text(encoding='utf-8'))
    found = browser.run_async('axe.run(document, {resultTypes: ["violations"]}).then(arguments[0])')
    return [f'{path.name}: {rule["id"]}: {node["html"][:120]}' for rule in found['violations'] for node in rule['nodes']]
