from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.formats.office_files import members, places, rendered, reversed_words, texts
from translator.errors import SourceError
from translator.formats import epub

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops" lang="id" xml:lang="id"><head><title>Judul</title></head><body>'
)
NAV = f'{HEAD}<nav epub:type="toc"><ol><li><a href="text/a%20b.xhtml#c">Bab satu</a></li></ol></nav></body></html>'
NCX = (
    '<?xml version="1.0"?>\n<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "ncx-2005-1.dtd">'
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="id"><head/><docTitle><text>Kisah'
    "</text></docTitle><docAuthor><text>Budi</text></docAuthor><navMap><navPoint id='p'><navLabel><text>Bab satu"
    '</text></navLabel><content src="text/a%20b.xhtml#c"/></navPoint></navMap></ncx>'
)
OPF = (
    '<?xml version="1.0"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"'
    ' xml:lang="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x</dc:identifier>'
    "<dc:title>Kisah</dc:title><dc:creator>Budi</dc:creator><dc:publisher>Penerbit Kita</dc:publisher>"
    "<dc:description>Tentang beras</dc:description><dc:subject>cerita</dc:subject><dc:language>id-ID</dc:language>"
    '<meta property="dcterms:modified">2024-01-01T00:00:00Z</meta></metadata><manifest>'
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="b" href="text/a%20b.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    '<item id="css" href="gaya.css" media-type="text/css"/></manifest><spine toc="ncx"><itemref idref="b"/></spine>'
    '<guide><reference type="text" title="Mulai" href="text/a%20b.xhtml"/></guide></package>'
)
TABLE = {
    "Bab satu": "Chapter one",
    "Judul": "Title",
    "Kisah": "Story",
    "Tentang beras": "About rice",
    "cerita": "fiction",
    "Mulai": "Start",
}


def page(body: str) -> str:
    return f"{HEAD}{body}</body></html>"


def book(body: str, **others: str) -> bytes:
    """A book with one page, a contents page of each kind, and what else is given."""
    contents = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/content.opf": OPF,
        "EPUB/nav.xhtml": NAV,
        "EPUB/toc.ncx": NCX,
        "EPUB/text/a b.xhtml": page(body),
        "EPUB/gaya.css": "p { color: red }",
        **others,
    }
    return packed(contents)


def packed(contents: Mapping[str, str]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def test_pages_contents_and_what_the_book_says_of_itself_are_translated_in_their_places() -> None:
    data = book('<h1 id="c">Bab satu</h1><p>Kapal <b>itu</b></p>')
    assert places(epub, data) == [
        ("a b.xhtml, title", "Judul"),
        ("a b.xhtml, heading", "Bab satu"),
        ("a b.xhtml", "Kapal itu"),
        ("nav.xhtml, title", "Judul"),
        ("nav.xhtml, list item", "Bab satu"),
        ("contents", "Kisah"),
        ("contents", "Bab satu"),
        ("properties, title", "Kisah"),
        ("properties, description", "Tentang beras"),
        ("properties, subject", "cerita"),
        ("guide", "Mulai"),
    ]


def test_only_texts_and_languages_change() -> None:
    body = '<h1 id="c">Bab satu</h1><p>Kapal <b>itu</b></p><img src="a.png" alt=""/>'
    data = book(body)
    new = members(rendered(epub, data, {**TABLE, "Kapal itu": "Ship that"}))
    wanted = {
        "EPUB/content.opf": OPF,
        "EPUB/nav.xhtml": NAV,
        "EPUB/toc.ncx": NCX,
        "EPUB/text/a b.xhtml": page(body.replace("Kapal <b>itu", "Ship <b>that")),
    }
    for source, target in TABLE.items():
        for name, text in wanted.items():
            text = text.replace(f">{source}<", f">{target}<").replace(f'title="{source}"', f'title="{target}"')
            wanted[name] = text.replace('lang="id"', 'lang="en"').replace(">id-ID<", ">en-US<")
    assert {name: new[name].decode() for name in wanted} == wanted
    kept = set(new) - set(wanted)
    assert {name: new[name] for name in kept} == {name: members(data)[name] for name in kept}
    assert list(new) == list(members(data))


def test_the_words_under_which_a_title_is_sorted_are_translated() -> None:
    about = (
        '<dc:title id="t" opf:file-as="Kisah, Sebuah" xmlns:opf="http://www.idpf.org/2007/opf">Sebuah Kisah</dc:title>'
        '<meta refines="#t" property="file-as">Kisah Itu</meta><meta name="calibre:title_sort" content="Kisah Budi"/>'
        '<dc:creator id="c">Budi</dc:creator><meta refines="#c" property="file-as">Santoso, Budi</meta>'
    )
    data = book("", **{"EPUB/content.opf": OPF.replace("<dc:title>Kisah</dc:title>", about)})
    table = {"Kisah, Sebuah": "Story, A", "Kisah Itu": "Story, The", "Kisah Budi": "Story, Budi"}
    wanted = about
    for source, target in table.items():
        assert ("properties, title", source) in places(epub, data)
        wanted = wanted.replace(source, target)
    assert wanted in members(rendered(epub, data, table))["EPUB/content.opf"].decode()


def test_a_book_that_is_not_translated_keeps_every_byte() -> None:
    data = book("<p>Kapal &amp; <i>itu</i>&#160;tiba</p>")
    assert rendered(epub, data) == data


def test_a_page_without_text_says_the_language_of_the_book() -> None:
    empty = page("<hr/>").replace("<title>Judul</title>", "<title/>")
    data = book("<p>Kapal</p>", **{"EPUB/nav.xhtml": empty})
    assert members(rendered(epub, data, {"Kapal": "Ship"}))["EPUB/nav.xhtml"].decode() == empty.replace('"id"', '"en"')


def test_the_mark_of_a_note_is_no_word_of_its_sentence() -> None:
    mark = '<a href="#f" epub:type="noteref">1</a>'
    data = book(f"<p>Kapal tiba.{mark} Lalu pergi.</p>")
    assert "Kapal tiba. Lalu pergi." in texts(epub, data)
    new = rendered(epub, data, {"Kapal tiba. Lalu pergi.": "Ship came. Then left."})
    assert f"<p>Ship came.{mark} Then left.</p>" in members(new)["EPUB/text/a b.xhtml"].decode()


def test_scripts_and_what_must_not_be_translated_are_counted_over_all_pages() -> None:
    left = '<script>x</script><p translate="no">Merek</p>'
    opf = OPF.replace("</manifest>", '<item id="s" href="a.svg" media-type="image/svg+xml"/></manifest>')
    others = {"EPUB/content.opf": opf, "EPUB/a.svg": "<svg/>", "META-INF/signatures.xml": "<a/>"}
    data = book(left, **{"EPUB/nav.xhtml": page(left)}, **others)
    assert epub.parse(data, "a").notices == (
        "left as it is: 2 scripts, 2 parts that must not be translated",
        "drawings in files of their own were left: 1",
        "the document is signed, and no signature holds for its translation",
    )


def encryption(*algorithms: str) -> str:
    methods = [f'<e:EncryptedData><e:EncryptionMethod Algorithm="{name}"/></e:EncryptedData>' for name in algorithms]
    spaces = 'xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#"'
    return f"<encryption {spaces}>{''.join(methods)}</encryption>"


FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def test_fonts_that_only_this_book_can_use_are_no_lock() -> None:
    data = book("<p>Kapal</p>", **{"META-INF/encryption.xml": encryption(*FONTS)})
    assert "Kapal" in texts(epub, data)


@pytest.mark.parametrize("algorithm", ["http://www.w3.org/2001/04/xmlenc#aes256-cbc", ""])
def test_a_locked_book_is_refused(algorithm: str) -> None:
    with pytest.raises(SourceError) as caught:
        epub.parse(book("<p>Kapal</p>", **{"META-INF/encryption.xml": encryption(*FONTS, algorithm)}), "a.epub")
    assert caught.value.message == "a.epub: locked against copying (DRM), so that only its own reader can open it"


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        ({}, "a.epub is an e-book (.epub), so not what its suffix says"),
        ({"META-INF/container.xml": "<a/>"}, "a.epub: META-INF/container.xml names no book"),
        (
            {"META-INF/container.xml": "<a"},
            "a.epub, META-INF/container.xml: not well-formed XML: unclosed token (line 1, column 1)",
        ),
        ({"META-INF/container.xml": CONTAINER}, "a.epub: the part EPUB/content.opf is missing"),
        (
            {"META-INF/container.xml": f'<!DOCTYPE a [<!ENTITY b "c">]>{CONTAINER.partition("?>")[2]}'},
            "a.epub, META-INF/container.xml: declares the entity b, and none is read",
        ),
    ],
)
def test_what_is_no_whole_book_is_refused(contents: dict[str, str], message: str) -> None:
    with pytest.raises(SourceError) as caught:
        epub.parse(packed(contents), "a.epub")
    assert caught.value.message == message


_PLACE = re.compile(r"\(\d+,\d+\)")
CHECKER = Path("/usr/share/java/epubcheck.jar")


@pytest.mark.skipif(
    not CHECKER.exists() or shutil.which("java") is None,
    reason="epubcheck is not installed (apt-get install epubcheck)",
)
def test_epubcheck_says_the_same_of_a_translation_as_of_its_source(tmp_path: Path) -> None:
    data = book(
        '<h1 id="c">Bab &amp; satu</h1><p>Kapal <b>itu <i>besar</i></b> &lt; <a href="../nav.xhtml">isi</a></p>'
    )
    said = []
    for content in (data, epub.render(reversed_words(epub.parse(data, "a")))):
        (tmp_path / "a.epub").write_bytes(content)
        command = ["java", "-jar", str(CHECKER), str(tmp_path / "a.epub")]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
        said.append(sorted(_PLACE.sub("", line) for line in done.stderr.splitlines()))
    assert said[0] == said[1]
