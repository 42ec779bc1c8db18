#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks a PDF of ours in every way that pdf_check.py knows, and sees that each fault is found.

    pdf-faults.py FILE   the sample of test-pdf.c
"""

import io
import pathlib
import re
import sys
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pdf_check import Checker


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


def edit_content(old, new, number=1):
    def edit(pdf):
        page = pdf.pages[number]
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


def name_table(pdf):
    program = font(pdf).DescendantFonts[0].FontDescriptor.FontFile2
    program.write(program.read_bytes().replace(b'gasp', b'name').replace(b'prep', b'name'))


def save(**options):
    def edit(pdf):
        file = io.BytesIO()
        pdf.save(file, **options)
        return file.getvalue()
    return edit


def edit_file(old, new):
    def edit(pdf):
        data = pathlib.Path(pdf.filename).read_bytes()
        assert data.count(old) > 0 and len(old) == len(new), old
        return data.replace(old, new)
    return edit


def two_line_link(pdf):
    return next(link for link in elements(pdf, 'Link') if len(areas(link)) > 1)


def areas(link):
    return [kid for kid in link.K if not isinstance(kid, int) and kid.get('/Type') == '/OBJR']


def cut_link(pdf):
    """Makes two elements of the one that a link on two lines has."""
    link = two_line_link(pdf)
    kids = list(link.K)
    rest = pdf.make_indirect(Dictionary(S=Name.Link, P=link.P, Pg=link.Pg, K=Array([kids[1], kids[3]])))
    link.K = Array([kids[0], kids[2]])
    parent = link.P
    parent.K = Array([new for kid in parent.K for new in ([kid, rest] if same(kid, link) else [kid])])


def same(kid, element):
    return not isinstance(kid, int) and kid.objgen == element.objgen


def long_table(pdf):
    return next(table for table in elements(pdf, 'Table') if any(k.S == '/TBody' and len(k.K) > 30 for k in table.K))


def head_on_two_pages(pdf):
    table = long_table(pdf)
    head, body = [kid for kid in table.K if kid.S in ('/THead', '/TBody')]
    head.K.append(body.K[-1])


def unpack_page(pdf):
    """Gives a page resources of its own."""
    pdf.pages[1].obj['/Resources'] = pdf.make_indirect(Dictionary(Font=pdf.pages[1].obj.Resources.Font))


def swap_headings(pdf):
    first = pdf.Root.Outlines.First
    first.Title, first.Next.Title = first.Next.Title, first.Title


PLANTS = [
    ('version', save(force_version='1.4')),
    ('object-streams', save(object_stream_mode=pikepdf.ObjectStreamMode.disable)),
    ('xref-stream', save(object_stream_mode=pikepdf.ObjectStreamMode.disable)),
    ('file-digest', edit_file(b'%PDF-1.7', b'%PDF-1.6')),
    ('file-id', lambda p: p.trailer.__delitem__('/ID')),
    ('structure-tree', drop(root, '/StructTreeRoot')),
    ('role-map', put(lambda p: p.Root.StructTreeRoot, '/RoleMap', Dictionary(Notice=Name.Div))),
    ('shared-resources', unpack_page),
    ('resources', put(lambda p: p.pages[0].Resources, '/ExtGState', Dictionary(G0=Dictionary(ca=0.5)))),
    ('document-language', drop(root, '/Lang')),
    ('marked', put(root, '/MarkInfo', Dictionary(Marked=False))),
    ('display-title', drop(root, '/ViewerPreferences')),
    ('display-title', put(lambda p: p.Root.ViewerPreferences, '/DisplayDocTitle', False)),
    ('page-mode', put(root, '/PageMode', Name.UseNone)),
    ('page-mode', drop(root, '/PageMode')),
    ('active-content', put(root, '/OpenAction', Dictionary(S=Name.JavaScript))),
    ('output-intent', drop(root, '/OutputIntents')),
    ('icc-profile', put(lambda p: p.Root.OutputIntents[0].DestOutputProfile, '/N', 4)),
    ('xmp', drop(root, '/Metadata')),
    ('xmp-type', drop(lambda p: p.Root.Metadata, '/Subtype')),
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
    ('attachment-type', put(lambda p: p.Root.AF[0].EF.F, '/Subtype', Name('/text/plain'))),
    ('attachment-size', put(lambda p: p.Root.AF[0].EF.F.Params, '/Size', 1)),
    ('attachment-checksum', drop(lambda p: p.Root.AF[0].EF.F.Params, '/CheckSum')),
    ('attachment-date', drop(lambda p: p.Root.AF[0].EF.F.Params, '/ModDate')),
    ('outline', drop(root, '/Outlines')),
    ('outline-title', put(lambda p: p.Root.Outlines.First, '/Title', String(''))),
    ('outline-target', drop(lambda p: p.Root.Outlines.First, '/Dest')),
    ('outline-headings', swap_headings),
    ('outline-chain', drop(lambda p: p.Root.Outlines.First.Next, '/Prev')),
    ('outline-chain', put(lambda p: p.Root.Outlines, '/Count', 2)),
    ('tab-order', drop(lambda p: p.pages[1], '/Tabs')),
    ('struct-parents', put(lambda p: p.pages[1], '/StructParents', 7)),
    ('transparency', put(lambda p: p.pages[1], '/Group', Dictionary(S=Name.Transparency))),
    ('artifact-type', edit_content(rb'/Artifact<</Type/Layout>>BDC', b'/Artifact BMC')),
    ('artifact-type', edit_content(rb'/Type/Pagination/Subtype/Header', b'/Type/Layout/Subtype/Header')),
    ('artifact-type', edit_content(rb'/Type/Pagination/Subtype/Footer', b'/Subtype/Footer')),
    ('mcid-twice', edit_content(rb'MCID 1>>', b'MCID 0>>')),
    ('bare-mark', edit_content(rb'/H2<</MCID \d+>>BDC', b'/H2 BMC')),
    ('actual-text', edit_content(rb'(TJ\nET\nEMC)', rb'TJ /Span<</ActualText<FEFFE000>>>BDC EMC ET EMC')),
    ('marks-nested', edit_content(rb'(/H2<</MCID \d+>>BDC)', rb'/Artifact<</Type/Layout>>BDC \1 0 0 1 1 re f EMC')),
    ('marks-balanced', edit_content(rb'EMC\n', b'\n')),
    ('untagged-content', edit_content(rb'\A', b'0 0 9 9 re f\n')),
    ('device-colour', edit_content(rb'\A', b'0 0 0 1 k\n')),
    ('page-footer', edit_content(rb'/Subtype/Footer', b'')),
    ('page-header', edit_content(rb'/Subtype/Header', b'')),
    ('standard-role', put(lambda p: elements(p, 'Div')[0], '/S', Name.Notice)),
    ('nesting', put(lambda p: elements(p, 'LBody')[0], '/S', Name.TD)),
    ('parent', lambda p: elements(p, 'TR')[0].__setitem__('/P', p.Root.StructTreeRoot)),
    ('language-tag', put(lambda p: elements(p, 'Span')[0], '/Lang', String('English'))),
    ('mcid-missing', edit_content(rb'/H2<</MCID \d+>>', b'/H2<</MCID 999>>')),
    ('mark-role', edit_content(rb'/H2(<</MCID \d+>>)', rb'/P\1')),
    ('mcid-two-owners', put(lambda p: elements(p, 'H2')[0], '/K', Array([0, 0]))),
    ('mcid-unowned', drop(lambda p: elements(p, 'H2')[0], '/K')),
    ('annotation-in-link', put(lambda p: elements(p, 'Link')[0], '/S', Name.Span)),
    ('kid-page', lambda p: areas(elements(p, 'Link')[0])[0].__delitem__('/Pg')),
    ('link-object', put(lambda p: elements(p, 'Link')[0], '/K', Array())),
    ('list-item', lambda p: elements(p, 'LI')[0].__setitem__('/K', Array([elements(p, 'LBody')[0]]))),
    ('link-fragments', cut_link),
    ('link-one-target', lambda p: areas(two_line_link(p))[1].Obj.__setitem__('/Contents', String('Other'))),
    ('link-one-target', lambda p: areas(two_line_link(p))[1].Obj.A.__setitem__('/URI', String('https://example.org/'))),
    ('link-area', lambda p: two_line_link(p).K.__delitem__(-1)),
    ('link-area', put(lambda p: links(p)[0], '/Rect', Array([0, 0, 9, 9]))),
    ('contents-number', lambda p: areas(elements(p, 'TOCI')[0].K[0].K[0])[0].Obj.Dest.__setitem__(0, p.pages[4].obj)),
    ('head-scope', drop(lambda p: elements(p, 'TH')[0], '/A')),
    ('list-numbering', drop(lambda p: elements(p, 'L')[0], '/A')),
    ('figure-alternative', drop(lambda p: elements(p, 'Figure')[0], '/Alt')),
    ('figure-box', drop(lambda p: elements(p, 'Figure')[0], '/A')),
    ('figure-placement', lambda p: elements(p, 'Figure')[0].A.__delitem__('/Placement')),
    ('figure-placement', lambda p: elements(p, 'Figure')[0].A.__setitem__('/Placement', Name.Inline)),
    ('figure-content', lambda p: elements(p, 'Figure')[0].A.__setitem__('/BBox', Array([0, 0, 9, 9]))),
    ('figure-page', lambda p: elements(p, 'Figure')[0].K.append(Dictionary(Type=Name.MCR, Pg=p.pages[1].obj, MCID=6))),
    ('table-head-once', head_on_two_pages),
    ('table-head-repeated', edit_content(rb'/Artifact<</Type/Pagination>>BDC', b'/Artifact<</Type/Layout>>BDC', 3)),
    ('table-head-repeated', edit_content(rb'(?s)(/Artifact<</Type/Pagination>>BDC).*?EMC', rb'\1 EMC', 3)),
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
    ('font-tables', name_table),
    ('font-missing', lambda p: p.pages[0].Resources.__setitem__('/Font', Dictionary())),
    ('to-unicode', lambda p: font(p).__delitem__('/ToUnicode')),
    ('to-unicode', lambda p: font(p).ToUnicode.write(re.sub(rb'(?m)^(<[0-9A-F]{4}>)<[0-9A-F]+>$', rb'\1<E000>', font(p).ToUnicode.read_bytes()))),
    ('font-cid-set', lambda p: font(p).DescendantFonts[0].FontDescriptor.__setitem__('/CIDSet', p.make_stream(b'\xff'))),
    ('notdef', edit_content(rb'\[<[0-9A-F]{4}>', b'[<0000>')),
]


def find(path, plant):
    """Returns the rules that a broken copy of a file does not keep."""
    with pikepdf.open(path) as pdf:
        data = plant(pdf)
        if data is None:
            return {finding.split(':')[0] for finding in Checker(pdf, pathlib.Path(path).read_bytes()).run()}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {finding.split(':')[0] for finding in Checker(pdf, data).run()}


def main(path):
    status = 0
    for rule, plant in PLANTS:
        found = find(path, plant)
        if rule not in found:
            print(f'{path}: {rule} was broken and not found; found: {sorted(found)}')
            status = 1
    for rule in sorted(Checker.rules - {rule for rule, _ in PLANTS}):
        print(f'{path}: no fault is planted for {rule}')
        status = 1
    return status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
