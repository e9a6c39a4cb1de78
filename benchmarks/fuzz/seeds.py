"""Small whole files to begin with: one for each kind of document, and of what else is read."""

from __future__ import annotations

import json
from pathlib import Path

import glossary
from benchmarks.fuzz.mutation import packed

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = (
    "Kapal perang Rusia (KRI-12) tiba pukul 10.30 WIB pada 9/3/2022, sejauh 3,5 mil laut di timur laut; 1.250 prajurit "
    "dari Brigif 9 membawa Rp 1,5 juta. Letjen Prasetyo: “Tidak!” Baca https://contoh.id/a_(b) atau {0} dan `kode`.\n"
)
CONFIG = b"""# defaults
[translate]
glossary = ["istilah.tsv", "military"]
beam = 4
bilingual = "tsv,html"
encoding = "utf-8"
keep-names = true
"""
_MODEL_FILE = {"size": 3, "sha256": "0" * 64}
MANIFEST = json.dumps({"name": "a", "bleu": 1.5, "files": {"ct2/model.bin": _MODEL_FILE}}, indent=1).encode()
ARCHIVE = packed({"a/hf/config.json": b"{}", "a/README.md": b"A model.\n"})
XLIFF = (
    b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="id" trgLang="en">'
    b'<file id="a"><unit id='
    b'"b"><segment><source>Kapal <pc id="1">itu</pc></source><target>The ship</target></segment></unit></file></xliff>'
)

_OFFICE = "http://schemas.openxmlformats.org"
_TYPE = "application/vnd.openxmlformats-officedocument"
_SPACES = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:p="{_OFFICE}/presentationml/2006/main" '
    f'xmlns:x="{_OFFICE}/spreadsheetml/2006/main" xmlns:a="{_OFFICE}/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
)
_WORD = (
    f'<w:document {_SPACES}><w:body><w:p><w:r><w:t xml:space="preserve">Kapal </w:t></w:r><w:r>'
    f"<w:rPr><w:b/></w:rPr><w:t>"
    f"itu</w:t><w:tab/></w:r><w:hyperlink><w:r><w:t>tiba.</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:p><w:r>"
    f"<w:t>Satu</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr/></w:body></w:document>"
)
_DECK = (
    f'<p:presentation {_SPACES}><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>',
    f"<p:sld {_SPACES}><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>Kapal </a:t></a:r><a:r>"
    f"<a:rPr b='1'/><a:t>itu tiba"
    f"</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>",
)
_BOOK = (
    f'<x:workbook {_SPACES}><x:sheets><x:sheet name="Lembar 1" sheetId="1" r:id="r1"/></x:sheets></x:workbook>',
    f'<x:worksheet {_SPACES}><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c>'
    f'<x:c r="B1" t="inlineStr"><x:is>'
    f"<x:t>Di dalam</x:t></x:is></x:c><x:c r='C1'><x:f>IF(A1=\"Ya\",1,0)</x:f></x:c></x:row>"
    f"</x:sheetData></x:worksheet>",
    f"<x:sst {_SPACES}><x:si><x:t>Ya</x:t></x:si><x:si><x:r><x:t>Kapal </x:t></x:r><x:r>"
    f"<x:t>itu</x:t></x:r></x:si></x:sst>",
)
_PAGE = (
    b'<!doctype html><html lang="id"><head><title>Berita</title></head><body><h1>Kapal</h1><p>Kapal <b>itu <i>tiba</i>'
    b'</b> di <a href="x" title="kota">kota</a>.<br>Ya<img alt="kapal"></p><pre>a</pre><ul><li>Satu<li>Dua</ul></body>'
    b"</html>"
)
_MARKDOWN = (
    b'---\njudul: a\n---\n# Kapal *itu*\n\n> - Satu `a` [b](c "d")\n\n|a|b|\n|-|-|\n|c|d|\n\n![e](f)[^1]\n\n[^1]: g\n'
)
_CAPTIONS = b"WEBVTT\n\nNOTE a\n\n1\n00:01.000 --> 00:02.000 line:0\n<v Budi>Kapal <i>itu</i>\ntiba.\n"


def documents(suffix: str) -> tuple[bytes, ...]:
    """The seeds of a kind of document; where it has none of its own, a text."""
    examples = [path.read_bytes() for path in sorted(EXAMPLES.glob(f"*{suffix}"))]
    return (*examples, *_OWN.get(suffix, (TEXT.encode(),)))


def term_list(suffix: str) -> bytes:
    """A term list of this kind."""
    terms = glossary.load(EXAMPLES / "glossary.tsv").terms
    data, _ = glossary.render(terms, Path(f"a{suffix}"))
    return data


def _office(main: str, kind: str, parts: dict[str, tuple[str, str]], relations: dict[str, tuple[str, str]]) -> bytes:
    """An office file. main: its chief part. parts: by their names, the end of the type and the content."""
    overrides = []
    for name, (type_, _) in parts.items():
        overrides.append(f'<Override PartName="/{name}" ContentType="{_TYPE}.{type_}+xml"/>')
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_OFFICE}/package/2006/content-types">{"".join(overrides)}</Types>',
        "_rels/.rels": _relations({"r0": ("officeDocument", main)}),
        f"{kind}/_rels/{Path(main).name}.rels": _relations(relations),
    }
    members |= {name: content for name, (_, content) in parts.items()}
    return packed({name: content.encode() for name, content in members.items()})


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    listed = []
    for id_, (type_, target) in targets.items():
        address = f"{_OFFICE}/officeDocument/2006/relationships/{type_}"
        listed.append(f'<Relationship Id="{id_}" Type="{address}" Target="{target}"/>')
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{"".join(listed)}</Relationships>'


def _open_document(kind: str, body: str) -> bytes:
    """An OpenDocument file. body: of the document."""
    odf = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{odf}:{name}:1.0"' for name in ("office", "text", "table", "style", "manifest"))
    type_ = f"application/vnd.oasis.opendocument.{kind}"
    style = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="true"/></style:style>'
    )
    content = (
        f'<office:document-content {spaces} xmlns:draw="{odf}:drawing:1.0"><office:automatic-styles>{style}'
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        f"</office:document-content>"
    )
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{type_}"/>'
    members = {
        "mimetype": type_,
        "content.xml": content,
        "META-INF/manifest.xml": f"<manifest:manifest {spaces}>{entry}</manifest:manifest>",
    }
    return packed({name: part.encode() for name, part in members.items()})


_CATALOGUE = rb"""#, fuzzy
msgid ""
msgstr ""
"Language: id\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"

#: a.c:1
#, c-format, fuzzy
#| msgid "lama"
msgctxt "menu"
msgid "_Kapal %s\n"
"itu 100%%"
msgid_plural "%d kapal"
msgstr[0] ""

#~ msgid "usang"
#~ msgstr "old"
"""
_UNITS = b"""<xliff version="1.2"><file source-language="id" target-language="en"><body><group translate="no">
<trans-unit id="1"><source>A</source></trans-unit></group><trans-unit id="2"><source>Kapal <g id="1">itu</g>
<bpt id="2" rid="1">b</bpt>tiba<ept id="3" rid="1"/><ph id="4">c<sub>Foto</sub></ph> &amp; pergi.</source>
<seg-source><mrk mtype="seg" mid="1">Kapal</mrk></seg-source><target state="new"><mrk mtype="seg" mid="1"/></target>
</trans-unit></body></file></xliff>
"""


def _book() -> bytes:
    """An e-book of one page, with the contents page of old readers."""
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>'
        "Kapal</dc:title><dc:language>id</dc:language></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="n.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    ncx = (
        '<!DOCTYPE ncx PUBLIC "a" "b"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navLabel><text>Kapal</text>'
        "</navLabel></navMap></ncx>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf" '
        'media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    page = b'<?xml version="1.0"?>' + _PAGE.replace(b"<br>", b"<br/>")
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "a.opf": opf, "n.ncx": ncx}
    return packed({name: part.encode() for name, part in members.items()} | {"a.xhtml": page})


_SPANS = (
    '<text:p>Kapal <text:s text:c="2"/><text:span text:style-name="T1">itu <text:a>tiba</text:a></text:span><text:tab/>'
    '<text:page-number>3</text:page-number><text:bookmark-start text:name="b"/> di <text:bookmark-end text:name="b"/>'
    "kota<text:note><text:note-body><text:p>Catatan</text:p></text:note-body></text:note></text:p>"
)
_CELLS = (
    '<table:table table:name="Gudang"><table:table-row><table:table-cell table:number-columns-repeated="3" '
    f'office:value-type="string" office:string-value="Kapal">{_SPANS}</table:table-cell><table:table-cell '
    'office:value-type="string" table:formula="of:=[.A1]"><text:p>Kapal</text:p></table:table-cell></table:table-row>'
    "</table:table>"
)
_PRINTED = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 150>> stream
BT /F 10 Tf 50 700 Td (Kapal itu tiba di pelabuh-) Tj 0 -13 Td (an lama.) Tj 0 -30 Td (Nama) Tj 200 0 Td (Jumlah) Tj
-200 -13 Td (KRI) Tj 200 0 Td (12) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
"""
_OWN = {
    ".pdf": (_PRINTED,),
    ".xlf": (_UNITS, XLIFF.replace(b"<target>The ship</target>", b"")),
    ".po": (_CATALOGUE,),
    ".html": (_PAGE,),
    ".md": (_MARKDOWN,),
    ".vtt": (_CAPTIONS,),
    ".csv": (b"judul,isi\nKapal,Kapal itu tiba.\n",),
    ".json": (b'{"judul": "Kapal", "isi": [{"a": "Kapal itu tiba."}]}\n',),
    ".docx": (
        _office("word/document.xml", "word", {"word/document.xml": ("wordprocessingml.document.main", _WORD)}, {}),
    ),
    ".pptx": (
        _office(
            "ppt/presentation.xml",
            "ppt",
            {
                "ppt/presentation.xml": ("presentationml.presentation.main", _DECK[0]),
                "ppt/slides/slide1.xml": ("presentationml.slide", _DECK[1]),
            },
            {"r1": ("slide", "slides/slide1.xml")},
        ),
    ),
    ".xlsx": (
        _office(
            "xl/workbook.xml",
            "xl",
            {
                "xl/workbook.xml": ("spreadsheetml.sheet.main", _BOOK[0]),
                "xl/worksheets/sheet1.xml": ("spreadsheetml.worksheet", _BOOK[1]),
                "xl/sharedStrings.xml": ("spreadsheetml.sharedStrings", _BOOK[2]),
            },
            {"r1": ("worksheet", "worksheets/sheet1.xml"), "r2": ("sharedStrings", "sharedStrings.xml")},
        ),
    ),
    ".epub": (_book(),),
    ".odt": (_open_document("text", _SPANS),),
    ".ods": (_open_document("spreadsheet", _CELLS),),
    ".odp": (_open_document("presentation", f"<draw:page><draw:frame>{_SPANS}</draw:frame></draw:page>"),),
}
