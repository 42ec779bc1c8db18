#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a PDF of ours keeps the rules of PDF/UA-1 and PDF/A-3a that a program can see.

    pdf-check.py FILE…              every finding on a line; exit status 1 if there is one
    pdf-check.py --self-test FILE   breaks the file in many ways and sees that each is found

It is no validator of any PDF: it knows what our writer writes and takes anything else for a fault.
"""

import hashlib
import io
import re
import struct
import sys
import xml.etree.ElementTree as ET
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

PAINTING = {'f', 'f*', 'F', 'S', 's', 'B', 'b', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'EI'}
PARENTS = {  # where an element may lie; None: anywhere
    'Document': {'StructTreeRoot'}, 'Sect': {'Document', 'Sect'}, 'P': None, 'Div': None, 'Span': None, 'Link': None,
    'L': {'Document', 'Sect', 'Div', 'LBody'}, 'LI': {'L'}, 'Lbl': {'LI'}, 'LBody': {'LI'},
    'Table': {'Document', 'Sect'}, 'Caption': {'Table', 'TOC', 'Document', 'Sect'}, 'THead': {'Table'},
    'TBody': {'Table'}, 'TR': {'Table', 'THead', 'TBody'}, 'TH': {'TR'}, 'TD': {'TR'},
    'Figure': {'Document', 'Sect'}, 'TOC': {'Document', 'Sect'}, 'TOCI': {'TOC'}, 'Reference': {'TOCI'},
    **{f'H{i}': {'Document', 'Sect'} for i in range(1, 7)},
}
NS = {
    'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'dc': 'http://purl.org/dc/elements/1.1/',
    'xmp': 'http://ns.adobe.com/xap/1.0/', 'pdf': 'http://ns.adobe.com/pdf/1.3/',
    'pdfaid': 'http://www.aiim.org/pdfa/ns/id/', 'pdfuaid': 'http://www.aiim.org/pdfua/ns/id/',
    'pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#', 'pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#',
}


class Checker:
    rules = set()  # every rule that was looked at

    def __init__(self, pdf):
        self.pdf = pdf
        self.findings = []
        self.marks = {}  # (page, MCID) found in content
        self.owners = {}  # (page, MCID) to the element that names it
        self.links = {}  # annotation to its element
        self.headings = []
        self.tree = {}  # the parent tree
        self.shown = {}  # font to the codes that are shown with it

    def need(self, holds, rule, what=''):
        self.rules.add(rule)
        if not holds:
            self.findings.append(f'{rule}: {what}' if what else rule)
        return holds

    def run(self):
        self.catalog()
        self.metadata()
        self.attachments()
        self.outline()
        for number, page in enumerate(self.pdf.pages):
            self.page(number, page)
        self.structure()
        self.parent_tree()
        self.annotations()
        self.fonts()
        return self.findings

    # ---- the document

    def catalog(self):
        root = self.pdf.Root
        self.need(self.pdf.pdf_version == '1.7', 'version', self.pdf.pdf_version)
        self.need(Name.ID in self.pdf.trailer, 'file-id')
        self.need(str(root.get(Name.Lang, '')) != '', 'document-language')
        self.need(root.get('/MarkInfo', {}).get('/Marked', False) is True, 'marked')
        self.need(root.get('/ViewerPreferences', {}).get('/DisplayDocTitle', False) is True, 'display-title')
        self.need('/StructTreeRoot' in root, 'structure-tree')
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
            self.need(stream.get('/Subtype') is not None, 'attachment-type')
            self.need(params.get('/Size') == len(data), 'attachment-size')
            self.need(bytes(params.get('/CheckSum', b'')) == hashlib.md5(data).digest(), 'attachment-checksum')
            self.need('/ModDate' in params, 'attachment-date')

    def outline(self):
        outlines = self.pdf.Root.get('/Outlines')
        if not self.need(outlines is not None and '/First' in outlines, 'outline'):
            return
        pages = {page.objgen for page in self.pdf.pages}
        todo = [outlines.First]
        while todo:
            item = todo.pop()
            self.need(str(item.get('/Title', '')) != '', 'outline-title')
            dest = item.get('/Dest')
            self.need(dest is not None and dest[0].objgen in pages, 'outline-target')
            todo += [item[key] for key in ('/First', '/Next') if key in item]

    # ---- pages

    def page(self, number, page):
        self.need(page.get('/Tabs') == '/S', 'tab-order', f'page {number + 1}')
        self.need(page.get('/StructParents') == number, 'struct-parents', f'page {number + 1}')
        self.need('/Group' not in page, 'transparency', f'page {number + 1}')
        stack, font, artifacts = [], None, []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ('BDC', 'BMC'):
                properties = operands[1] if name == 'BDC' else {}
                kind = 'span'
                if operands[0] == '/Artifact':
                    kind = 'artifact'
                    self.need(properties.get('/Type') in ('/Layout', '/Pagination'), 'artifact-type', f'page {number + 1}')
                    artifacts.append(str(properties.get('/Subtype', '')))
                elif '/MCID' in properties:
                    kind = 'content'
                    key = (number, int(properties['/MCID']))
                    self.need(key not in self.marks, 'mcid-twice', key)
                    self.marks[key] = str(operands[0])[1:]
                else:
                    self.need('/ActualText' in properties, 'bare-mark', f'page {number + 1}')
                self.need(kind == 'span' or not stack, 'marks-nested', f'page {number + 1}')
                stack.append(kind)
            elif name == 'EMC':
                if self.need(stack, 'marks-balanced', f'page {number + 1}'):
                    stack.pop()
            elif name in PAINTING:
                self.need('content' in stack or 'artifact' in stack, 'untagged-content', f'page {number + 1}: {name}')
            elif name in ('rg', 'RG', 'g', 'G'):
                self.need(name in ('rg', 'RG'), 'device-colour', name)
            elif name in ('k', 'K', 'cs', 'CS'):
                self.need(False, 'device-colour', name)
            if name == 'Tf':
                font = str(operands[0])
            elif name == 'TJ':
                codes = b''.join(bytes(part) for part in operands[0] if isinstance(part, String))
                self.shown.setdefault(font, set()).update(struct.unpack(f'>{len(codes) // 2}H', codes))
        self.need(not stack, 'marks-balanced', f'page {number + 1}')
        self.need('/Footer' in artifacts, 'page-footer', f'page {number + 1}')

    # ---- structure

    def structure(self):
        root = self.pdf.Root.get('/StructTreeRoot')
        if root is None:
            return
        self.page_numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.element(root.K, root, 'StructTreeRoot')
        levels = [int(role[1]) for role in self.headings]
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
            self.headings.append(role)
        if '/Lang' in element:
            self.need(re.fullmatch('[a-z]{2,3}(-[A-Za-z0-9]+)*', str(element.Lang)), 'language-tag', element.Lang)
        self.attributes(element, role)
        page = element.get('/Pg')
        kids = element.get('/K', Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                self.own(page, kid, element, role)
            elif kid.get('/Type') == '/MCR':
                self.own(kid.Pg, int(kid.MCID), element, role)
            elif kid.get('/Type') == '/OBJR':
                self.need(role == 'Link', 'annotation-in-link', role)
                self.links[kid.Obj.objgen] = element
            else:
                self.element(kid, element, role)
        if role == 'Table':
            self.table(element)
        if role == 'LI':
            self.need([str(k.S) for k in element.K] == ['/Lbl', '/LBody'], 'list-item')
        if role == 'Link':
            self.need(any(not isinstance(k, int) and k.get('/Type') == '/OBJR' for k in element.K), 'link-object')

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
            self.need(0 not in codes, 'notdef', name)
            self.to_unicode(font, codes, name)
            if self.need('/FontFile2' in descriptor, 'font-embedded', name):
                self.widths(inner, descriptor.FontFile2.read_bytes(), codes, name)

    def to_unicode(self, font, codes, name):
        if not self.need('/ToUnicode' in font, 'to-unicode', name):
            return
        pairs = re.findall(rb'^<([0-9A-F]{4})><([0-9A-F]+)>$', font.ToUnicode.read_bytes(), re.M)
        texts = {int(code, 16): bytes.fromhex(text.decode()).decode('utf-16-be') for code, text in pairs}
        for code in codes:
            text = texts.get(code, '')
            self.need(text and not re.search('[\0\ufeff\ufffe\ue000-\uf8ff]', text), 'to-unicode', f'{name} {code}: {text!r}')

    def widths(self, font, program, codes, name):
        tables = {}
        for i in range(struct.unpack('>H', program[4:6])[0]):
            tag, _, start, length = struct.unpack('>4sIII', program[12 + 16 * i:28 + 16 * i])
            tables[tag] = program[start:start + length]
        self.need({b'glyf', b'loca', b'hmtx', b'head', b'hhea', b'maxp'} <= set(tables), 'font-tables', name)
        units = struct.unpack('>H', tables[b'head'][18:20])[0]
        n_metrics = struct.unpack('>H', tables[b'hhea'][34:36])[0]
        said, parts = {}, list(font.W)
        for first, widths in zip(parts[::2], parts[1::2]):
            said.update({int(first) + i: float(width) for i, width in enumerate(widths)})
        for code in codes:
            at = 4 * min(code, n_metrics - 1)
            true = struct.unpack('>H', tables[b'hmtx'][at:at + 2])[0] * 1000 / units
            self.need(abs(said.get(code, -1) - true) <= 1, 'font-widths', f'{name} {code}')


# ---- how each rule can fail

def elements(pdf, role):
    found, todo = [], [pdf.Root.StructTreeRoot.K]
    while todo:
        element = todo.pop()
        if element.S == '/' + role:
            found.append(element)
        kids = element.get('/K', Array())
        todo += reversed([kid for kid in kids if not isinstance(kid, int) and '/S' in kid])
    return found


def links(pdf):
    return [link for page in pdf.pages for link in page.get('/Annots', [])]


def edit_content(old, new):
    def edit(pdf):
        page = pdf.pages[1]
        data = page.Contents.read_bytes()
        assert re.search(old, data), old
        page.Contents = pdf.make_stream(re.sub(old, new, data, count=1))
    return edit


def edit_xmp(old, new):
    def edit(pdf):
        data = pdf.Root.Metadata.read_bytes()
        assert old in data, old
        pdf.Root.Metadata.write(data.replace(old, new))
    return edit


def font(pdf):
    return pdf.pages[0].Resources.Font['/F0']


def drop(path, *keys):
    def edit(pdf):
        target = path(pdf)
        for key in keys:
            assert key in target, key
            del target[key]
    return edit


def put(path, key, value):
    def edit(pdf):
        path(pdf)[key] = value
    return edit


def root(pdf):
    return pdf.Root


def drop_cell(pdf):
    row = elements(pdf, 'TR')[0]
    row.K = Array(list(row.K)[1:])


def spread_cell(pdf):
    row = elements(pdf, 'THead')[1].K[1]  # under cells that reach down into it
    row.K[-1].A = Dictionary(O=Name.Table, Scope=Name.Column, ColSpan=2)


def rename_table(pdf):
    program = font(pdf).DescendantFonts[0].FontDescriptor.FontFile2
    program.write(program.read_bytes().replace(b'maxp', b'maxq'))


def save_as_older(pdf):
    file = io.BytesIO()
    pdf.save(file, force_version='1.4')
    return pikepdf.open(file)


PLANTS = [
    ('version', save_as_older),
    ('file-id', lambda p: p.trailer.__delitem__('/ID')),
    ('structure-tree', drop(root, '/StructTreeRoot')),
    ('document-language', drop(root, '/Lang')),
    ('marked', put(root, '/MarkInfo', Dictionary(Marked=False))),
    ('display-title', drop(root, '/ViewerPreferences')),
    ('active-content', put(root, '/OpenAction', Dictionary(S=Name.JavaScript))),
    ('output-intent', drop(root, '/OutputIntents')),
    ('icc-profile', put(lambda p: p.Root.OutputIntents[0].DestOutputProfile, '/N', 4)),
    ('xmp', drop(root, '/Metadata')),
    ('xmp-compressed', lambda p: p.Root.Metadata.write(zlib.compress(p.Root.Metadata.read_bytes()), filter=Name.FlateDecode)),
    ('xmp-syntax', edit_xmp(b'</rdf:RDF>', b'')),
    ('pdfa-claim', edit_xmp(b'<pdfaid:part>3', b'<pdfaid:part>2')),
    ('pdfua-claim', edit_xmp(b'<pdfuaid:part>1</pdfuaid:part>', b'')),
    ('extension-schema', edit_xmp(b'<pdfaProperty:name>part', b'<pdfaProperty:name>other')),
    ('title', edit_xmp('Jämställd tillväxt Stockholm'.encode(), b'')),
    ('xmp-language', edit_xmp(b'<rdf:li>sv', b'<rdf:li>en')),
    ('info-is-xmp', lambda p: p.trailer.Info.__setitem__('/Title', String('Other'))),
    ('attachments-listed', drop(root, '/AF')),
    ('attachment-name', drop(lambda p: p.Root.AF[0], '/UF')),
    ('attachment-description', drop(lambda p: p.Root.AF[0], '/Desc')),
    ('attachment-relationship', drop(lambda p: p.Root.AF[0], '/AFRelationship')),
    ('attachment-type', drop(lambda p: p.Root.AF[0].EF.F, '/Subtype')),
    ('attachment-size', put(lambda p: p.Root.AF[0].EF.F.Params, '/Size', 1)),
    ('attachment-checksum', drop(lambda p: p.Root.AF[0].EF.F.Params, '/CheckSum')),
    ('attachment-date', drop(lambda p: p.Root.AF[0].EF.F.Params, '/ModDate')),
    ('outline', drop(root, '/Outlines')),
    ('outline-title', put(lambda p: p.Root.Outlines.First, '/Title', String(''))),
    ('outline-target', drop(lambda p: p.Root.Outlines.First, '/Dest')),
    ('tab-order', drop(lambda p: p.pages[1], '/Tabs')),
    ('struct-parents', put(lambda p: p.pages[1], '/StructParents', 7)),
    ('transparency', put(lambda p: p.pages[1], '/Group', Dictionary(S=Name.Transparency))),
    ('artifact-type', edit_content(rb'/Artifact<</Type/Layout>>BDC', b'/Artifact BMC')),
    ('mcid-twice', edit_content(rb'MCID 1>>', b'MCID 0>>')),
    ('bare-mark', edit_content(rb'/H2<</MCID \d+>>BDC', b'/H2 BMC')),
    ('marks-nested', edit_content(rb'(/H2<</MCID \d+>>BDC)', rb'/Artifact<</Type/Layout>>BDC \1 0 0 1 1 re f EMC')),
    ('marks-balanced', edit_content(rb'EMC\n', b'\n')),
    ('untagged-content', edit_content(rb'\A', b'0 0 9 9 re f\n')),
    ('device-colour', edit_content(rb'\A', b'0 0 0 1 k\n')),
    ('page-footer', edit_content(rb'/Subtype/Footer', b'')),
    ('standard-role', put(lambda p: elements(p, 'Div')[0], '/S', Name.Notice)),
    ('nesting', put(lambda p: elements(p, 'LBody')[0], '/S', Name.TD)),
    ('parent', lambda p: elements(p, 'TR')[0].__setitem__('/P', p.Root.StructTreeRoot)),
    ('language-tag', put(lambda p: elements(p, 'Span')[0], '/Lang', String('English'))),
    ('mcid-missing', edit_content(rb'/H2<</MCID \d+>>', b'/H2<</MCID 999>>')),
    ('mark-role', edit_content(rb'/H2(<</MCID \d+>>)', rb'/P\1')),
    ('mcid-two-owners', put(lambda p: elements(p, 'H2')[0], '/K', Array([0, 0]))),
    ('mcid-unowned', drop(lambda p: elements(p, 'H2')[0], '/K')),
    ('annotation-in-link', put(lambda p: elements(p, 'Link')[0], '/S', Name.Span)),
    ('link-object', put(lambda p: elements(p, 'Link')[0], '/K', Array())),
    ('list-item', lambda p: elements(p, 'LI')[0].__setitem__('/K', Array([elements(p, 'LBody')[0]]))),
    ('head-scope', drop(lambda p: elements(p, 'TH')[0], '/A')),
    ('list-numbering', drop(lambda p: elements(p, 'L')[0], '/A')),
    ('figure-alternative', drop(lambda p: elements(p, 'Figure')[0], '/Alt')),
    ('figure-box', drop(lambda p: elements(p, 'Figure')[0], '/A')),
    ('table-grid', drop_cell),
    ('table-overlap', spread_cell),
    ('table-body', put(lambda p: elements(p, 'TBody')[0], '/S', Name.THead)),
    ('table-head-first', put(lambda p: elements(p, 'TBody')[0], '/S', Name.THead)),
    ('table-overhang', put(lambda p: elements(p, 'TR')[0].K[-1], '/A', Dictionary(O=Name.Table, Scope=Name.Row, RowSpan=99))),
    ('first-heading', put(lambda p: elements(p, 'H1')[0], '/S', Name.H2)),
    ('skipped-heading', put(lambda p: elements(p, 'H3')[0], '/S', Name.H5)),
    ('next-key', put(lambda p: p.Root.StructTreeRoot, '/ParentTreeNextKey', 1)),
    ('parent-tree', lambda p: p.Root.StructTreeRoot.ParentTree.Nums[1].__setitem__(0, p.Root.StructTreeRoot.K)),
    ('annotation-kind', put(lambda p: links(p)[0], '/Subtype', Name.Text)),
    ('annotation-flags', drop(lambda p: links(p)[0], '/F')),
    ('link-contents', drop(lambda p: links(p)[0], '/Contents')),
    ('link-parent', drop(lambda p: links(p)[0], '/StructParent')),
    ('link-address', put(lambda p: [a for a in links(p) if '/A' in a][0].A, '/URI', String('javascript:alert(1)'))),
    ('link-target', lambda p: [a for a in links(p) if '/Dest' in a][0].Dest.__setitem__(0, p.Root)),
    ('font-kind', lambda p: font(p).__setitem__('/Encoding', Name.WinAnsiEncoding)),
    ('font-glyph-map', lambda p: font(p).DescendantFonts[0].__delitem__('/CIDToGIDMap')),
    ('font-name', lambda p: font(p).__setitem__('/BaseFont', Name.Lato)),
    ('font-embedded', lambda p: font(p).DescendantFonts[0].FontDescriptor.__delitem__('/FontFile2')),
    ('font-widths', lambda p: font(p).DescendantFonts[0].__setitem__('/W', Array([0, Array([1])]))),
    ('font-tables', rename_table),
    ('font-missing', lambda p: p.pages[0].Resources.__setitem__('/Font', Dictionary())),
    ('to-unicode', lambda p: font(p).__delitem__('/ToUnicode')),
    ('notdef', edit_content(rb'\[<[0-9A-F]{4}>', b'[<0000>')),
]


def self_test(path):
    status = 0
    for rule, plant in PLANTS:
        with pikepdf.open(path) as pdf:
            broken = plant(pdf) or pdf
            found = {finding.split(':')[0] for finding in Checker(broken).run()}
        if rule not in found:
            print(f'{path}: {rule} was broken and not found; found: {sorted(found)}')
            status = 1
    for rule in sorted(Checker.rules - {rule for rule, _ in PLANTS}):
        print(f'{path}: no fault is planted for {rule}')
        status = 1
    return status


def main(arguments):
    if arguments[:1] == ['--self-test']:
        return self_test(arguments[1])
    status = 0
    for path in arguments:
        with pikepdf.open(path) as pdf:
            for finding in Checker(pdf).run():
                print(f'{path}: {finding}')
                status = 1
    return status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
