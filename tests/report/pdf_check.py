#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a PDF of ours keeps the rules of PDF/UA-1 and PDF/A-3a that a program can see.

    pdf_check.py FILE…   every finding on a line; exit status 1 if there is one

It is no validator of any PDF: it knows what our writer writes and takes anything else for a fault. That each rule finds
what it is for is proved by pdf-faults.py.
"""

import hashlib
import re
import struct
import sys
import xml.etree.ElementTree as ET
import zlib
from collections import namedtuple

import pikepdf
from pikepdf import Array, Dictionary, String

PAINTING = {'f', 'f*', 'F', 'S', 's', 'B', 'b', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'EI'}
PARENTS = {  # where an element may lie; None: anywhere
    'Document': {'StructTreeRoot'}, 'Sect': {'Document', 'Sect'}, 'P': None, 'Div': None, 'Span': None, 'Link': None,
    'L': {'Document', 'Sect', 'Div', 'LBody'}, 'LI': {'L'}, 'Lbl': {'LI'}, 'LBody': {'LI'},
    'Table': {'Document', 'Sect'}, 'Caption': {'Table', 'TOC', 'Document', 'Sect'}, 'THead': {'Table'},
    'TBody': {'Table'}, 'TR': {'Table', 'THead', 'TBody'}, 'TH': {'TR'}, 'TD': {'TR'},
    'Figure': {'Document', 'Sect'}, 'TOC': {'Document', 'Sect'}, 'TOCI': {'TOC'}, 'Reference': {'TOCI'},
    **{f'H{i}': {'Document', 'Sect'} for i in range(1, 7)},
}
# What a font needs to be painted, and what it is read by, which the file says in other ways.
TABLES = {b'glyf', b'loca', b'hmtx', b'head', b'hhea', b'maxp'}
DROPPED_TABLES = {b'GSUB', b'GPOS', b'GDEF', b'name', b'cmap', b'kern', b'fvar', b'gvar'}
NOT_TEXT = re.compile('[\0\ufeff\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]')
Piece = namedtuple('Piece', 'x y text')  # of text, where it begins
NS = {
    'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'dc': 'http://purl.org/dc/elements/1.1/',
    'xmp': 'http://ns.adobe.com/xap/1.0/', 'pdf': 'http://ns.adobe.com/pdf/1.3/',
    'pdfaid': 'http://www.aiim.org/pdfa/ns/id/', 'pdfuaid': 'http://www.aiim.org/pdfua/ns/id/',
    'pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#', 'pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#',
}


class Checker:
    rules = set()  # every rule that was looked at

    def __init__(self, pdf, data):
        self.pdf = pdf
        self.data = data  # the file, as it is on disk
        self.findings = []
        self.marks = {}  # (page, MCID) found in content
        self.owners = {}  # (page, MCID) to the element that names it
        self.links = {}  # annotation to its element
        self.headings = []
        self.tree = {}  # the parent tree
        self.shown = {}  # font to the codes that are shown with it
        self.codes = {}  # font to the text of each code
        self.texts = {}  # (page, MCID) to pieces of text
        self.repeated = {}  # page to the text of the table heads that are repeated on it

    def need(self, holds, rule, what=''):
        self.rules.add(rule)
        if not holds:
            self.findings.append(f'{rule}: {what}' if what else rule)
        return holds

    def run(self):
        self.file()
        self.catalog()
        self.metadata()
        self.attachments()
        for number, page in enumerate(self.pdf.pages):
            self.page(number, page)
        self.structure()
        self.outline()
        self.parent_tree()
        self.annotations()
        self.fonts()
        return self.findings

    # ---- the document

    def file(self):
        start = int(self.data.rsplit(b'startxref', 1)[1].split()[0])
        table = re.compile(rb'\d+ 0 obj\n<<(.*?)>>\nstream\n', re.S).match(self.data, start)
        self.need(b'/Type/ObjStm' in self.data, 'object-streams')
        if not self.need(table is not None and b'/Type/XRef' in table[1], 'xref-stream'):
            return
        length = int(re.search(rb'/Length (\d+)', table[1])[1])
        entries = zlib.decompress(self.data[table.end():table.end() + length])
        for at in range(0, len(entries), 8):
            kind, offset = entries[at], int.from_bytes(entries[at + 1:at + 6], 'big')
            head = self.data[offset:self.data.find(b'stream\n', offset)]
            self.need(kind != 1 or b'endobj' not in head, 'object-streams', f'object {at // 8}')
        digest = hashlib.md5(self.data[:start]).hexdigest().encode()
        self.need(b'/ID[<%s><%s>]' % (digest, digest) in table[1], 'file-digest')

    def catalog(self):
        root = self.pdf.Root
        self.need(self.pdf.pdf_version == '1.7', 'version', self.pdf.pdf_version)
        self.need('/ID' in self.pdf.trailer, 'file-id')
        self.need(str(root.get('/Lang', '')) != '', 'document-language')
        self.need(root.get('/MarkInfo', {}).get('/Marked', False) is True, 'marked')
        self.need(root.get('/ViewerPreferences', {}).get('/DisplayDocTitle', False) is True, 'display-title')
        self.need(root.get('/PageMode') == '/UseOutlines', 'page-mode')
        self.need('/StructTreeRoot' in root, 'structure-tree')
        self.need('/RoleMap' not in root.get('/StructTreeRoot', {}), 'role-map')
        resources = {page.Resources.objgen for page in self.pdf.pages}
        self.need(len(resources) == 1 and (0, 0) not in resources, 'shared-resources', resources)
        self.need(set(self.pdf.pages[0].Resources.keys()) == {'/Font'}, 'resources')
        for name, font in self.pdf.pages[0].Resources.get('/Font', {}).items():
            self.codes[name] = self.read_codes(font)
        for key in ('/OpenAction', '/AA', '/JavaScript', '/AcroForm'):
            self.need(key not in root, 'active-content', key)
        intents = list(root.get('/OutputIntents', []))
        if self.need(len(intents) == 1 and intents[0].get('/S') == '/GTS_PDFA1', 'output-intent'):
            profile = intents[0].get('/DestOutputProfile')
            data = profile.read_bytes() if profile is not None else b''
            self.need(data[36:40] == b'acsp' and data[16:20] == b'RGB ' and profile.get('/N') == 3, 'icc-profile')

    def metadata(self):
        stream = self.pdf.Root.get('/Metadata')
        if not self.need(stream is not None, 'xmp'):
            return
        self.need((stream.get('/Type'), stream.get('/Subtype')) == ('/Metadata', '/XML'), 'xmp-type')
        self.need('/Filter' not in stream, 'xmp-compressed')
        try:
            tree = ET.fromstring(stream.read_bytes())
        except ET.ParseError as error:
            self.need(False, 'xmp-syntax', error)
            return

        def text(path):
            found = tree.find('.//' + path, NS)
            return None if found is None else ''.join(found.itertext()).strip()

        self.need((text('pdfaid:part'), text('pdfaid:conformance')) == ('3', 'A'), 'pdfa-claim')
        self.need(text('pdfuaid:part') == '1', 'pdfua-claim')
        self.need(text('pdfaSchema:namespaceURI') == NS['pdfuaid'] and text('pdfaProperty:name') == 'part', 'extension-schema')
        self.need(text('dc:title'), 'title')
        self.need(text('dc:language') == str(self.pdf.Root.get('/Lang', '')), 'xmp-language')
        info = self.pdf.trailer.get('/Info', {})
        for key, path in (('/Title', 'dc:title'), ('/Author', 'dc:creator'), ('/Subject', 'dc:description'),
                          ('/Creator', 'xmp:CreatorTool'), ('/Producer', 'pdf:Producer')):
            said = str(info[key]) if key in info else None
            self.need(said == text(path), 'info-is-xmp', f'{key}: {said!r}, {text(path)!r}')
        for key, path in (('/CreationDate', 'xmp:CreateDate'), ('/ModDate', 'xmp:ModifyDate')):
            self.need(re.sub(r'\D', '', str(info.get(key, ''))) == re.sub(r'\D', '', text(path) or 'x'), 'info-is-xmp', key)

    def attachments(self):
        files = list(self.pdf.Root.get('/AF', []))
        named = list(self.pdf.Root.get('/Names', {}).get('/EmbeddedFiles', {}).get('/Names', []))[1::2]
        self.need([f.objgen for f in files] == [f.objgen for f in named], 'attachments-listed')
        for spec in files:
            self.need(spec.get('/F') is not None and spec.get('/UF') is not None, 'attachment-name')
            self.need(spec.get('/Desc') is not None, 'attachment-description')
            self.need(spec.get('/AFRelationship') == '/Source', 'attachment-relationship')
            stream = spec.EF.F
            params = stream.get('/Params', {})
            data = stream.read_bytes()
            self.need(stream.get('/Subtype') in ('/application/json', '/text/csv'), 'attachment-type', stream.get('/Subtype'))
            self.need(params.get('/Size') == len(data), 'attachment-size')
            self.need(bytes(params.get('/CheckSum', b'')) == hashlib.md5(data).digest(), 'attachment-checksum')
            self.need('/CreationDate' in params and '/ModDate' in params, 'attachment-date')

    def outline(self):
        outlines = self.pdf.Root.get('/Outlines')
        if not self.need(outlines is not None and '/First' in outlines, 'outline'):
            return
        titles = self.bookmarks(outlines)
        # What it names are headings, in their order.
        rest = iter([self.said(element) for element in self.headings])
        for title in titles:
            self.need(letters(title) in rest, 'outline-headings', title)

    def bookmarks(self, parent):
        pages = {page.objgen for page in self.pdf.pages}
        titles, before, count, item = [], None, 0, parent.get('/First')
        while item is not None:
            title = str(item.get('/Title', ''))
            self.need(title.strip(), 'outline-title')
            dest = item.get('/Dest')
            self.need(dest is not None and dest[0].objgen in pages, 'outline-target')
            self.need(item.get('/Parent', Dictionary()).objgen == parent.objgen, 'outline-chain', title)
            self.need(before is None or item.get('/Prev', Dictionary()).objgen == before.objgen, 'outline-chain', title)
            titles += [title] + (self.bookmarks(item) if '/First' in item else [])
            before, count, item = item, count + 1, item.get('/Next')
        self.need(before is not None and parent.get('/Last', Dictionary()).objgen == before.objgen, 'outline-chain')
        self.need(abs(parent.get('/Count', 0)) == count, 'outline-chain', 'count')
        return titles

    # ---- pages

    def page(self, number, page):
        self.need(page.get('/Tabs') == '/S', 'tab-order', f'page {number + 1}')
        self.need(page.get('/StructParents') == number, 'struct-parents', f'page {number + 1}')
        self.need('/Group' not in page, 'transparency', f'page {number + 1}')
        stack, font, artifacts, place = [], None, [], None
        actual = None  # what a piece says that its glyphs do not
        pieces = []  # of the marked content or artifact that is open
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ('BDC', 'BMC'):
                properties = operands[1] if name == 'BDC' else {}
                kind = 'span'
                if operands[0] == '/Artifact':
                    kind = 'artifact'
                    kinds = str(properties.get('/Type')), str(properties.get('/Subtype', ''))
                    self.need(kinds in (('/Layout', ''), ('/Pagination', ''), ('/Pagination', '/Header'), ('/Pagination', '/Footer')),
                              'artifact-type', f'page {number + 1}: {kinds}')
                    artifacts.append(kinds[1])
                    pieces = self.repeated.setdefault(number, []) if kinds == ('/Pagination', '') else []
                elif '/MCID' in properties:
                    kind = 'content'
                    key = (number, int(properties['/MCID']))
                    self.need(key not in self.marks, 'mcid-twice', key)
                    self.marks[key] = str(operands[0])[1:]
                    pieces = self.texts.setdefault(key, [])
                else:
                    self.need('/ActualText' in properties, 'bare-mark', f'page {number + 1}')
                    actual = str(properties.get('/ActualText', ''))
                    self.need(actual and not NOT_TEXT.search(actual.replace('\ufeff', '')), 'actual-text', f'page {number + 1}: {actual!r}')
                    pieces.append(Piece(*(place or (None, None)), actual))
                self.need(kind == 'span' or not stack, 'marks-nested', f'page {number + 1}')
                stack.append(kind)
            elif name == 'EMC':
                if self.need(stack, 'marks-balanced', f'page {number + 1}'):
                    if stack.pop() == 'span':
                        actual = None
            elif name in PAINTING:
                self.need('content' in stack or 'artifact' in stack, 'untagged-content', f'page {number + 1}: {name}')
            elif name in ('rg', 'RG', 'g', 'G'):
                self.need(name in ('rg', 'RG'), 'device-colour', name)
            elif name in ('k', 'K', 'cs', 'CS'):
                self.need(False, 'device-colour', name)
            if name == 'Tf':
                font = str(operands[0])
            elif name in ('BT', 'ET'):
                place = None
            elif name == 'Td':
                place = float(operands[0]), float(operands[1])
            elif name == 'TJ':
                codes = b''.join(bytes(part) for part in operands[0] if isinstance(part, String))
                numbers = struct.unpack(f'>{len(codes) // 2}H', codes)
                self.shown.setdefault(font, set()).update(numbers)
                if actual is None:
                    pieces.append(Piece(*(place or (None, None)), ''.join(self.codes.get(font, {}).get(code, '') for code in numbers)))
        self.need(not stack, 'marks-balanced', f'page {number + 1}')
        self.need('/Footer' in artifacts, 'page-footer', f'page {number + 1}')
        has_author = '/Author' in self.pdf.trailer.get('/Info', {})  # whom the header names
        self.need(number == 0 or not has_author or '/Header' in artifacts, 'page-header', f'page {number + 1}')

    # ---- structure

    def structure(self):
        root = self.pdf.Root.get('/StructTreeRoot')
        if root is None:
            return
        self.page_numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.element(root.K, root, 'StructTreeRoot')
        levels = [int(str(element.S)[2]) for element in self.headings]
        self.need(levels[:1] == [1] and levels.count(1) == 1, 'first-heading', levels[:3])
        for before, after in zip(levels, levels[1:]):
            self.need(after <= before + 1, 'skipped-heading', f'H{before} to H{after}')

    def element(self, element, parent, parent_role):
        role = str(element.get('/S', '/?'))[1:]
        self.need(role in PARENTS, 'standard-role', role)
        allowed = PARENTS.get(role)
        self.need(allowed is None or parent_role in allowed, 'nesting', f'{role} in {parent_role}')
        self.need(element.get('/P') is not None and element.P.objgen == parent.objgen, 'parent', role)
        if re.fullmatch('H[1-6]', role):
            self.headings.append(element)
        if '/Lang' in element:
            self.need(re.fullmatch('[a-z]{2,3}(-[A-Za-z0-9]+)*', str(element.Lang)), 'language-tag', element.Lang)
        self.attributes(element, role)
        page = element.get('/Pg')
        kids = element.get('/K', Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                self.own(page, kid, element, role)
            elif kid.get('/Type') == '/MCR':
                self.need('/Pg' in kid, 'kid-page', role)
                self.own(kid.get('/Pg'), int(kid.MCID), element, role)
            elif kid.get('/Type') == '/OBJR':
                self.need(role == 'Link', 'annotation-in-link', role)
                self.need('/Pg' in kid, 'kid-page', role)
                self.links[kid.Obj.objgen] = element
            else:
                self.element(kid, element, role)
        if role == 'Table':
            self.table(element)
        if role == 'LI':
            self.need([str(k.S) for k in element.K] == ['/Lbl', '/LBody'], 'list-item')
        if role == 'Link':
            self.link(element)
        if role == 'Figure':
            self.figure(element)
        if role == 'TOCI':
            self.entry(element)
        self.fragments(element)

    def link(self, element):
        """A link has an area over each line of its text, and all of them lead to the same place."""
        areas = [kid for kid in element.K if not isinstance(kid, int) and kid.get('/Type') == '/OBJR']
        if not self.need(areas, 'link-object'):
            return
        self.need(len({target(area.Obj) for area in areas}) == 1, 'link-one-target')
        self.need(len({str(area.Obj.get('/Contents')) for area in areas}) == 1, 'link-one-target', 'contents')
        covered = set()
        for number, piece in self.pieces(element):
            over = [i for i, area in enumerate(areas) if self.page_numbers.get(area.get('/Pg', Dictionary()).objgen) == number
                    and inside(area.Obj.Rect, piece)]
            self.need(over, 'link-area', piece)
            covered.update(over)
        self.need(covered == set(range(len(areas))), 'link-area', 'over no text')

    def fragments(self, element):
        """Links beside each other that lead to the same place are one link."""
        kids = element.get('/K', Array())
        before = None
        for kid in kids if isinstance(kids, Array) else [kids]:
            now = None
            if not isinstance(kid, int) and kid.get('/S') == '/Link':
                now = [target(k.Obj) for k in kid.K if not isinstance(k, int) and k.get('/Type') == '/OBJR'][:1]
            self.need(not now or now != before, 'link-fragments', now)
            before = now

    def entry(self, element):
        """An entry of the contents ends with the number of the page that it leads to."""
        link = element.K[0].K[0]
        pieces = [piece for _, piece in self.pieces(link)]
        areas = [kid.Obj for kid in link.K if not isinstance(kid, int) and kid.get('/Type') == '/OBJR']
        number = self.page_numbers.get(areas[0].Dest[0].objgen, -1) if areas and '/Dest' in areas[0] else -1
        self.need(pieces and pieces[-1].text == str(number + 1), 'contents-number', pieces[-1:])

    def figure(self, element):
        box = self.attribute(element, '/Layout', '/BBox')
        self.need(self.attribute(element, '/Layout', '/Placement') == '/Block', 'figure-placement')
        if box is None or len(box) != 4:
            return
        pages = {number for number, _ in self.pieces(element)}
        self.need(len(pages) <= 1, 'figure-page', pages)
        for _, piece in self.pieces(element):
            self.need(inside(box, piece), 'figure-content', piece)

    def contents(self, element):
        """The (page, MCID) of all content of an element, in the order of the structure."""
        page = element.get('/Pg')
        kids = element.get('/K', Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                yield self.page_numbers.get(page.objgen) if page is not None else None, kid
            elif kid.get('/Type') == '/MCR':
                yield self.page_numbers.get(kid.get('/Pg', Dictionary()).objgen), int(kid.MCID)
            elif kid.get('/Type') != '/OBJR':
                yield from self.contents(kid)

    def pieces(self, element):
        """The text of an element: the number of the page and the piece."""
        for key in self.contents(element):
            for piece in self.texts.get(key, []):
                yield key[0], piece

    def said(self, element):
        return letters(''.join(piece.text for _, piece in self.pieces(element)))

    def own(self, page, mcid, element, role):
        key = (self.page_numbers.get(page.objgen) if page is not None else None, mcid)
        self.need(key not in self.owners, 'mcid-two-owners', key)
        self.owners[key] = element
        if self.need(key in self.marks, 'mcid-missing', key):
            self.need(self.marks[key] == role, 'mark-role', f'{self.marks[key]} for {role}')

    def attribute(self, element, owner, key):
        attributes = element.get('/A', Dictionary())
        return attributes.get(key) if attributes.get('/O') == owner else None

    def attributes(self, element, role):
        if role == 'TH':
            self.need(self.attribute(element, '/Table', '/Scope') in ('/Row', '/Column'), 'head-scope')
        elif role == 'L':
            self.need(self.attribute(element, '/List', '/ListNumbering') in ('/Disc', '/Decimal'), 'list-numbering')
        elif role == 'Figure':
            self.need(str(element.get('/Alt', '')) != '', 'figure-alternative')
            box = [float(n) for n in self.attribute(element, '/Layout', '/BBox') or []]
            self.need(len(box) == 4 and 0 <= box[0] < box[2] <= 596 and 0 <= box[1] < box[3] <= 842, 'figure-box', box)

    def table(self, element):
        parts = [kid for kid in element.K if kid.S != '/Caption']
        heads = [i for i, kid in enumerate(parts) if kid.S == '/THead']
        self.need(heads in ([], [0]), 'table-head-first')
        self.need(not heads or any(kid.S == '/TBody' for kid in parts), 'table-body')
        self.repeated_head(parts)
        taken, width = {}, None
        rows = []
        for part in parts:
            rows += [part] if part.S == '/TR' else list(part.K)
        for y, row in enumerate(rows):
            x = 0
            for cell in row.K:
                while (x, y) in taken:
                    x += 1
                for dx in range(int(self.attribute(cell, '/Table', '/ColSpan') or 1)):
                    for dy in range(int(self.attribute(cell, '/Table', '/RowSpan') or 1)):
                        self.need((x + dx, y + dy) not in taken, 'table-overlap', f'row {y + 1}')
                        taken[x + dx, y + dy] = True
        widths = {sum(1 for (x, y) in taken if y == row) for row in range(len(rows))}
        self.need(len(widths) <= 1, 'table-grid', widths)
        self.need(max((y for _, y in taken), default=0) < max(len(rows), 1), 'table-overhang')

    def repeated_head(self, parts):
        """The head of a table is in the structure once, and on every further page of the table as an artifact."""
        heads = [kid for kid in parts if kid.S == '/THead']
        if not heads:
            return
        pages = sorted({key[0] for kid in parts for key in self.contents(kid) if key[0] is not None})
        self.need(len({key[0] for key in self.contents(heads[0])}) <= 1, 'table-head-once')
        for page in pages[1:]:
            again = letters(''.join(piece.text for piece in self.repeated.get(page, [])))
            self.need(again == self.said(heads[0]), 'table-head-repeated', f'page {page + 1}: {again!r}')

    def parent_tree(self):
        root = self.pdf.Root.get('/StructTreeRoot')
        if root is None:
            return
        numbers = list(root.ParentTree.Nums)
        tree = dict(zip((int(n) for n in numbers[::2]), numbers[1::2]))
        self.need(root.get('/ParentTreeNextKey') == max(tree, default=-1) + 1, 'next-key')
        for key in self.marks:
            self.need(key in self.owners, 'mcid-unowned', key)
            entries = tree.get(key[0], Array())
            entry = entries[key[1]] if key[1] < len(entries) else None
            owner = self.owners.get(key)
            self.need(entry is not None and owner is not None and entry.objgen == owner.objgen, 'parent-tree', key)
        self.tree = tree

    def annotations(self):
        pages = {page.objgen for page in self.pdf.pages}
        for number, page in enumerate(self.pdf.pages):
            for link in page.get('/Annots', []):
                where = f'page {number + 1}'
                self.need(link.get('/Subtype') == '/Link', 'annotation-kind', where)
                self.need(link.get('/F') == 4, 'annotation-flags', where)
                self.need(str(link.get('/Contents', '')) != '', 'link-contents', where)
                element = self.links.get(link.objgen)
                entry = self.tree.get(int(link.get('/StructParent', -1)))
                self.need(element is not None and entry is not None and entry.objgen == element.objgen, 'link-parent', where)
                if '/Dest' in link:
                    self.need(link.Dest[0].objgen in pages, 'link-target', where)
                else:
                    uri = str(link.get('/A', {}).get('/URI', ''))
                    self.need(re.fullmatch(r'(https?|mailto|tel):[\x21-\x7e]+', uri), 'link-address', uri)

    # ---- fonts

    def fonts(self):
        fonts = self.pdf.pages[0].Resources.Font
        for name, codes in self.shown.items():
            font = fonts.get(name)
            if not self.need(font is not None, 'font-missing', name):
                continue
            inner = font.DescendantFonts[0]
            descriptor = inner.FontDescriptor
            self.need(font.Encoding == '/Identity-H' and inner.Subtype == '/CIDFontType2', 'font-kind', name)
            self.need(inner.get('/CIDToGIDMap') == '/Identity', 'font-glyph-map', name)
            self.need(re.fullmatch('/[A-Z]{6}[+].+', str(font.BaseFont)) and font.BaseFont == inner.BaseFont, 'font-name', name)
            self.need('/CIDSet' not in descriptor, 'font-cid-set', name)
            self.need(0 not in codes, 'notdef', name)
            self.to_unicode(font, codes, name)
            if self.need('/FontFile2' in descriptor, 'font-embedded', name):
                self.widths(inner, descriptor.FontFile2.read_bytes(), codes, name)

    def to_unicode(self, font, codes, name):
        if not self.need('/ToUnicode' in font, 'to-unicode', name):
            return
        for code in codes:
            text = self.codes[name].get(code, '')
            self.need(text and not NOT_TEXT.search(text), 'to-unicode', f'{name} {code}: {text!r}')

    def read_codes(self, font):
        data = font.ToUnicode.read_bytes() if '/ToUnicode' in font else b''
        pairs = re.findall(rb'^<([0-9A-F]{4})><([0-9A-F]+)>$', data, re.M)
        return {int(code, 16): bytes.fromhex(text.decode()).decode('utf-16-be') for code, text in pairs}

    def widths(self, font, program, codes, name):
        tables = {}
        for i in range(struct.unpack('>H', program[4:6])[0]):
            tag, _, start, length = struct.unpack('>4sIII', program[12 + 16 * i:28 + 16 * i])
            tables[tag] = program[start:start + length]
        self.need(TABLES <= set(tables) and not DROPPED_TABLES & set(tables), 'font-tables', name)
        units = struct.unpack('>H', tables[b'head'][18:20])[0]
        n_metrics = struct.unpack('>H', tables[b'hhea'][34:36])[0]
        said, parts = {}, list(font.W)
        for first, widths in zip(parts[::2], parts[1::2]):
            said.update({int(first) + i: float(width) for i, width in enumerate(widths)})
        for code in codes:
            at = 4 * min(code, n_metrics - 1)
            true = struct.unpack('>H', tables[b'hmtx'][at:at + 2])[0] * 1000 / units
            self.need(abs(said.get(code, -1) - true) <= 1, 'font-widths', f'{name} {code}')


def letters(text):
    """The letters of a text in an order of their own: the page has the words of two cells side by side in the order of its
    lines, those of Hebrew from the left, and no joiners and selectors, which nobody sees."""
    return ''.join(sorted(letter for letter in text if letter.isprintable() and not letter.isspace() and not '\ufe00' <= letter <= '\ufe0f'))


def target(annotation):
    """Where a link leads, so that two can be compared."""
    if '/Dest' in annotation:
        return annotation.Dest[0].objgen, *map(str, list(annotation.Dest)[1:])
    return str(annotation.get('/A', {}).get('/URI', ''))


def inside(box, piece):
    """Whether a piece of text begins in a box; what is painted as outlines tells nothing of its place."""
    left, bottom, right, top = (float(number) for number in box)
    return piece.x is None or (left - 0.1 <= piece.x <= right + 0.1 and bottom - 0.1 <= piece.y <= top + 0.1)


def check(path):
    """Checks a file and returns what was found."""
    with pikepdf.open(path) as pdf, open(path, 'rb') as file:
        return Checker(pdf, file.read()).run()


def main(paths):
    findings = [f'{path}: {finding}' for path in paths for finding in check(path)]
    print(*findings, sep='\n', end='\n' if findings else '')
    return 1 if findings else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
