# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports by the command line: which projects, which language, where to. What stands in them is tested with the reports."""

import html.parser
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import tap
from cli import INNOVATION, JAMSTALLD, KOMPETENS, RegisterTest, run

KINDS = ('project', 'portfolio', 'final', 'handover', 'jplus')
PDF_CHECK = pathlib.Path(__file__).parents[1] / 'report/pdf_check.py'
HOSTILE = ('<script>alert(1)</script> & ) \\ ( ]]> --> 👩🏽‍🌾 \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd a\u0301\u0323\u0489 '
           '\x1b[31m\u202e\ue000\U0010fffd\ufffe')
NO_DISPLAY = {'DISPLAY': '', 'WAYLAND_DISPLAY': '', 'DBUS_SESSION_BUS_ADDRESS': ''}


class Page(html.parser.HTMLParser):
    """The language of a page and the text of its headings."""

    def __init__(self, text):
        super().__init__()
        self.language, self.headings, self.inside = None, [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == 'html':
            self.language = dict(attrs)['lang']
        if tag in ('h1', 'h2'):
            self.headings.append('')
            self.inside = True

    def handle_endtag(self, tag):
        self.inside = self.inside and tag not in ('h1', 'h2')

    def handle_data(self, data):
        if self.inside:
            self.headings[-1] += data

    def chapters(self):
        return [heading for heading in self.headings if heading in (INNOVATION, JAMSTALLD, KOMPETENS)]


def make_hostile(value):
    """A record with hostile text wherever there is text, which is all that is no code, date or identity."""
    if isinstance(value, dict):
        return {key: make_hostile(item) for key, item in value.items()}
    if isinstance(value, list):
        return [make_hostile(item) for item in value]
    if isinstance(value, str) and not re.fullmatch(r'[\w.:/@+-]*', value, re.ASCII):
        return HOSTILE
    return value


class Report(RegisterTest):
    def report(self, *args):
        target = self.folder / 'report'
        run('report', self.register, *args, '-o', target, env=NO_DISPLAY)
        return target.read_bytes()

    def test_all_projects_by_title(self):
        page = Page(self.report('--format', 'html').decode())
        self.assertEqual(page.language, 'sv')
        self.assertEqual(page.chapters(), [INNOVATION, JAMSTALLD, KOMPETENS])

    def test_chosen_projects_once_each_in_the_order_given(self):
        identity = self.project_files()[KOMPETENS].stem
        page = Page(self.report('--project', KOMPETENS, '--project', INNOVATION, '--project', identity).decode())
        self.assertEqual(page.chapters(), [KOMPETENS, INNOVATION])

    def test_language_is_that_of_the_report(self):
        for language in ('sv', 'en'):
            for locale in ('sv_SE.UTF-8', 'en_US.UTF-8', 'C'):
                target = self.folder / f'{language}-{locale}'
                run('report', self.register, '--language', language, '--date', '2026-01-31', '-o', target,
                    env={'LC_ALL': locale, 'LANGUAGE': locale[:2]})
                self.assertEqual(Page(target.read_text()).language, language)
                self.assertEqual(target.read_bytes(), self.report('--language', language, '--date', '2026-01-31'))
        self.assertNotEqual(self.report('--language', 'sv'), self.report('--language', 'en'))

    def test_standard_output(self):
        for name in ('html', 'dump'):
            args = ('--format', name, '--date', '2026-01-31')
            self.assertEqual(run('report', self.register, *args, '-o', '-').stdout.encode(), self.report(*args))

    def test_pdf(self):
        self.assertTrue(self.report('--format', 'pdf', '--language', 'sv').startswith(b'%PDF-'))
        text = subprocess.run(['pdftotext', self.folder / 'report', '-'], capture_output=True, check=True).stdout.decode()
        for title in (INNOVATION, JAMSTALLD, KOMPETENS):
            self.assertIn(title, text)

    def test_nobody_signs_where_no_handover_is_planned(self):
        options = ('--kind', 'handover', '--language', 'en', '--format', 'dump')
        self.assertIn('Receipt', self.report('--project', INNOVATION, *options).decode())
        protocol = self.report('--project', JAMSTALLD, *options).decode()
        self.assertIn('Nothing is recorded of a handover.', protocol)
        self.assertNotIn('Receipt', protocol)

    def test_time_that_is_left_when_the_protocol_is_written(self):
        for date, is_left in (('2019-01-02', True), ('2020-10-01', False)):
            protocol = self.report('--project', KOMPETENS, '--kind', 'handover', '--language', 'en', '--format', 'dump',
                                   '--date', date).decode()
            self.assertEqual('The project goes on after the handover' in protocol, is_left)

    def check_pdf_of_every_kind(self):
        files = []
        for kind, language, audience in itertools.product(KINDS, ('sv', 'en'), ('public', 'internal')):
            files.append(self.folder / f'{kind}-{language}-{audience}.pdf')
            run('report', self.register, '--kind', kind, '--language', language, '--audience', audience,
                '-o', files[-1])
            subprocess.run(['qpdf', '--check', files[-1]], capture_output=True, check=True)
        done = subprocess.run([sys.executable, PDF_CHECK, *files], capture_output=True, text=True)
        self.assertEqual((done.stdout, done.stderr, done.returncode), ('', '', 0))

    def test_every_kind_is_accessible_and_archival(self):
        self.check_pdf_of_every_kind()

    def test_hostile_text_in_every_field(self):
        for path in self.register.rglob('*.json'):
            path.write_text(json.dumps(make_hostile(json.loads(path.read_bytes()))))
        path = self.project_files()[HOSTILE]
        path.write_text(json.dumps({**json.loads(path.read_bytes()), 'description': 'å' * 100000}))
        for kind in KINDS:
            page = self.report('--kind', kind, '--audience', 'internal')
            self.assertNotIn(b'<script', page)
            self.assertIn(b'&lt;script&gt;', page)
        self.check_pdf_of_every_kind()

    def attached(self, *args):
        """The records that travel inside the PDF, beside the statistics as CSV."""
        self.report('--format', 'pdf', *args)
        with tempfile.TemporaryDirectory(dir=self.folder) as inside:
            subprocess.run(['pdfdetach', '-saveall', '-o', inside, self.folder / 'report'], check=True)
            records, = pathlib.Path(inside).glob('*.json')
            return json.loads(records.read_text())

    def test_the_records_travel_inside(self):
        project = self.attached('--project', KOMPETENS)
        self.assertEqual((project['format'], project['title']), ('tillvaxt-project', KOMPETENS))
        everything = self.attached()
        self.assertEqual(everything['format'], 'tillvaxt-exchange')
        self.assertEqual(len(everything['projects']), 3)

    def test_audience(self):
        public = self.attached('--project', KOMPETENS)
        internal = self.attached('--project', KOMPETENS, '--audience', 'internal')
        self.assertNotIn('note', public['handover'])
        self.assertIn('note', internal['handover'])
        mark = b'class="status"'  # the sample lacks nothing, so it is no draft
        self.assertNotIn(mark, self.report('--project', KOMPETENS))
        self.assertIn(mark, self.report('--project', KOMPETENS, '--audience', 'internal'))

    def test_only_some_parts(self):
        def headings(*args):
            text = run('report', self.register, '--project', KOMPETENS, '--format', 'html', '-o', '-', *args).stdout
            return re.findall('<h2>(.*?)</h2>', text)
        everything = headings()
        self.assertIn('Mål', everything)
        self.assertIn('Aktörer', everything)
        self.assertIn('Mål', headings('--only', 'goals'))
        self.assertNotIn('Aktörer', headings('--only', 'goals'))
        self.assertEqual(headings('--only', 'goals', '--only', 'partners', '--without', 'partners'), headings('--only', 'goals'))
        self.assertIn('“everything”', self.refused(2, 'report', self.register, '--only', 'everything', '-o', '-'))

    def test_from_nothing_to_a_pdf_without_a_display(self):
        for args in [('sample', 'd'), ('check', 'd'), ('report', 'd', '--format', 'pdf', '--language', 'sv', '-o', 'r.pdf')]:
            run(*args, env=NO_DISPLAY, cwd=self.folder)
        info = subprocess.run(['pdfinfo', self.folder / 'r.pdf'], capture_output=True, check=True).stdout.decode()
        self.assertRegex(info, r'Tagged: +yes')

    def test_date(self):
        self.assertIn('2031', self.report('--date', '2031-05-17', '--format', 'dump').decode())
        for date in ('2031', '2031-02-30', 'today', ''):
            self.refused(2, 'report', self.register, '--date', date, '-o', self.folder / 'x')

    def test_usage(self):
        for args in [(), ('-o',), ('--format', 'doc', '-o', 'x'), ('--language', 'fi', '-o', 'x'), ('--language', 'SV', '-o', 'x'),
                     ('--kind', 'none', '-o', 'x'), ('--audience', 'all', '-o', 'x')]:
            self.refused(2, 'report', self.register, *args)

    def test_refused(self):
        target = self.folder / 'x'
        self.refused(1, 'report', self.register, '--project', 'none', '-o', target)
        run('init', self.folder / 'new', '--title', 'T', '--county', '01')
        self.refused(1, 'report', self.folder / 'new', '-o', target)
        self.assertFalse(target.exists())

    def test_file_trouble(self):
        self.refused(3, 'report', self.register, '-o', self.folder / 'none/x')
        self.refused(3, 'report', self.register, '-o', self.folder)
        self.refused(3, 'report', self.folder / 'none', '-o', self.folder / 'x')

    def test_a_damaged_project_is_told_of_and_left_out(self):
        damaged = self.project_files()[KOMPETENS]
        damaged.write_text('{')
        done = run('report', self.register, '-o', '-', status=1)
        self.assertIn(damaged.name, done.stderr)
        self.assertEqual(Page(done.stdout).chapters(), [INNOVATION, JAMSTALLD])


tap.main()
