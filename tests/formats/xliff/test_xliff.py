from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_txt import translated
from translator.document import Document, Mark, MarkKind, Place, Segment, Span
from translator.errors import SourceError
from translator.formats import xliff

FIRST = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="id" target-language="en" datatype="html"><body>
  <trans-unit id="a">
    <source>Kapal <g id="1">perang</g> itu <x id="2"/>tiba &amp; <ph id="3">alt=<sub>Foto itu</sub></ph> pergi.</source>
    <note>tetap</note>
  </trans-unit>
  <trans-unit id="b" approved="yes"><source>Lama.</source></trans-unit>
  <trans-unit id="c"><source>Ada.</source><target>There.</target></trans-unit>
</body></file></xliff>
"""
TABLE = {"Kapal perang itu tiba & pergi.": "The warship came & left.", "Foto itu": "That <photo>"}


def document(text: str, name: str = "a.xlf") -> Document:
    return xliff.parse(text.encode(), name)


def rendered(text: str, table: dict[str, str] | None = None) -> str:
    return xliff.render(translated(document(text), table)).decode()


def test_empty_units_are_segments_with_their_place_and_what_is_left_is_told() -> None:
    found = document(FIRST)
    assert [(each.text, each.place.line, each.place.where) for each in found.segments] == [
        ("Kapal perang itu tiba & pergi.", 4, "unit a"),
        ("Foto itu", 4, "unit a"),
    ]
    assert found.notices == ("units left as they are, approved: 1",)


def test_a_target_stands_right_behind_its_source_with_each_code_once() -> None:
    target = (
        '\n    <target state="needs-review-translation">The <g id="1">warship</g> came <x id="2"/>&amp; '
        '<ph id="3">alt=<sub>That &lt;photo&gt;</sub></ph>left.</target>\n    <note>'
    )
    written = rendered(FIRST, TABLE)
    assert sorted(re.findall(r"<[^>]*>", written.partition("<target")[2].partition("</target>")[0])) == sorted(
        re.findall(r"<[^>]*>", target.partition("<target")[2].partition("</target>")[0])
    )
    assert re.sub(r"\n    <target.*</target>", "", written) == FIRST
    assert "</source>\n    <target" in written


def test_segments_of_xliff_2_are_filled_and_the_language_of_the_target_is_named() -> None:
    source = (
        '<xliff version="2.0" srcLang="id"><file id="f"><unit id="u"><segment><source>Satu.</source></segment>'
        "<ignorable><source> </source></ignorable><segment><source>Dua.</source><target/></segment></unit>"
        "</file></xliff>"
    )
    assert rendered(source, {"Satu.": "One.", "Dua.": "Two."}) == (
        '<xliff version="2.0" srcLang="id" trgLang="en"><file id="f"><unit id="u"><segment state="translated">'
        "<source>Satu.</source><target>One.</target></segment><ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>Dua.</source><target>Two.</target></segment></unit></file></xliff>'
    )


def test_a_file_that_is_full_keeps_every_byte() -> None:
    full = rendered(FIRST, TABLE)
    assert rendered(full) == full
    assert document(full).segments == ()


@pytest.mark.parametrize("codec", ["utf-16", "iso-8859-1"])
def test_a_file_is_written_in_its_own_encoding(codec: str) -> None:
    source = FIRST.replace("UTF-8", codec.upper()).replace("tetap", "é")
    written = xliff.render(translated(xliff.parse(source.encode(codec), "a.xlf"), {"Foto itu": "“Photo” é"}))
    wanted = "“Photo” é" if codec == "utf-16" else "&#8220;Photo&#8221; é"
    assert f"<sub>{wanted}</sub></ph>" in written.decode(codec)


def test_a_sentence_that_is_marked_stays_marked() -> None:
    marked = '<mrk mtype="seg" mid="1">Satu.</mrk> <mrk mtype="seg" mid="2">Dua.</mrk>'
    source = FIRST.replace(
        "<source>Ada.</source><target>There.</target>", f"<source>Satu. Dua.</source><seg-source>{marked}</seg-source>"
    )
    target = marked.replace("Satu", "One").replace("Dua", "Two")
    written = rendered(source, {"Satu.": "One.", "Dua.": "Two."})
    assert f'</seg-source><target state="needs-review-translation">{target}</target></trans-unit>' in written


def test_another_kind_of_file_is_refused_by_what_it_is() -> None:
    with pytest.raises(SourceError, match=r"a\.xlf is plain text, and no XLIFF"):
        document("Kapal itu tiba.")
    with pytest.raises(SourceError, match=r"a\.xlf is empty, and no XLIFF"):
        document("")


def test_a_mark_that_is_protected_keeps_its_words() -> None:
    source = 'Buka <mrk mtype="protected">Nama</mrk>.'
    (segment,) = document(f'<xliff version="1.2"><unit id="1"><source>{source}</source></unit></xliff>').segments
    mark = Mark(MarkKind.KEPT, '<mrk mtype="protected">Nama</mrk>', "", Span(5, 9))
    assert segment == Segment("Buka Nama.", Place(Span(0, 39), 1, "unit 1"), (mark,))


PARTS = [
    "Kapal", " itu ", "&amp;", "&#160;", "\n  ", '<g id="1">', "</g>", '<x id="2"/>', "<bpt rid='3'>&lt;</bpt>",
    "<ept rid='3'/>", "<ph id='4'>a<sub>Foto itu</sub></ph>", "<it id='5'/>", "<mrk mtype='seg' mid='1'>", "</mrk>",
    "<mrk mtype='protected'>b</mrk>", "<![CDATA[<c>]]>", "1.500", "<!-- d -->", "<x ctype='lb'/>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join), st.sampled_from(["default", "preserve"]))
def test_whatever_stands_in_a_source_each_code_stands_in_its_target_once(inner: str, space: str) -> None:
    source = (
        f'<xliff version="1.2"><trans-unit id="1" xml:space="{space}"><source>{inner}</source></trans-unit></xliff>'
    )
    try:
        found = document(source)
    except SourceError:
        return  # not well-formed
    table = {each.text: f"x {each.text[::-1]} & y" for each in found.segments}
    written = xliff.render(translated(found, table)).decode()
    again = document(written)  # well-formed
    assert again.segments == ()
    target = written.partition("<target")[2].partition(">")[2].partition("</target>")[0]
    plain = re.sub(r"<!\[CDATA\[.*?\]\]>", "", inner)
    if target:
        assert Counter(re.findall(r"<[^>]*>", target)) == Counter(re.findall(r"<[^>]*>", plain))


@pytest.mark.parametrize(
    "source",
    [
        "&lt;p&gt;Satu &amp;amp; dua.&lt;/p&gt;&lt;p&gt;Tiga &lt;img alt='Peta'&gt;.&lt;/p&gt;",
        "<![CDATA[<p>Satu &amp; dua.</p><p>Tiga <img alt='Peta'>.</p>]]>",
    ],
)
def test_blocks_of_html_that_are_written_as_text_part_it(source: str) -> None:
    text = f"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="id" target-language="en" datatype="plaintext"><body>
<trans-unit id="a"><source>{source}</source></trans-unit></body></file></xliff>"""
    assert [each.text for each in document(text).segments] == ["Satu & dua.", "Tiga.", "Peta"]
    target = "&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Tiga &lt;img alt='Map'&gt;.&lt;/p&gt;</target>"
    assert target in rendered(text, {"Satu & dua.": "One & two.", "Peta": "Map"})


def test_text_with_codes_or_without_blocks_is_no_html() -> None:
    text = FIRST.replace("pergi.", "pergi &lt;b&gt;lagi&lt;/b&gt;&lt;br&gt;.")
    assert document(text).segments[0].text == "Kapal perang itu tiba & pergi <b>lagi</b><br>."
