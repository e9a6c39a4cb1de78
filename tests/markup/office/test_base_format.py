from __future__ import annotations

import pytest

from translator.document import Span
from translator.markup.office.atoms import BARE, PLAIN, Atom, AtomKind, RunFormat
from translator.markup.office.base_format import base_format
from translator.markup.office.units import Unit
from translator.markup.runs import Role

BOLD, ITALIC, NOT_BOLD = RunFormat("<w:b/>"), RunFormat("<w:i/>"), RunFormat('<w:b w:val="0"/>')
ARIAL, RED = RunFormat('<w:rFonts w:ascii="Arial"/>'), RunFormat('<w:color w:val="FF0000"/>')


def base(*texts: tuple[str, RunFormat]) -> RunFormat:
    units = []
    for text, format_ in texts:
        units.append(Unit(Role.TEXT, (Atom(AtomKind.WORDS, Span(0, 1), text, format_),), text))
    return base_format(units)


@pytest.mark.parametrize(
    "key",
    [
        "<w:b/>",
        '<w:rFonts w:ascii="Arial"/><w:u w:val="single"/>',
        '<w:rStyle w:val="Hyperlink"/>',
        '<a:rPr b="1"/>',
        '<a:rPr sz="1200" u="sng"/>',
        "<rPr><b/></rPr>",
        "|fo:font-weight=bold",
        "|Strong_20_Emphasis",
        "|fo:color=#000000|Internet_20_link",
    ],
)
def test_what_stands_out_is_never_the_base_beside_plain_words(key: str) -> None:
    assert base(("Seluruh kalimat", RunFormat(key)), (" dan ", PLAIN), ("semua kata", RunFormat(key))) == PLAIN
    assert base(("Nama", RunFormat(key)), (": ", PLAIN)) == PLAIN


@pytest.mark.parametrize("key", [ARIAL.key, '<a:rPr sz="1200" b="0" u="none"/>', "|fo:font-size=12pt", NOT_BOLD.key])
def test_a_font_or_a_size_does_not_stand_out(key: str) -> None:
    other = RunFormat(key)
    assert base(("Kapal", other), (" itu ", PLAIN), ("tiba", other)) == other


def test_the_fewest_stretches_are_marked() -> None:
    assert base(("Warna ", PLAIN), ("merah tua", RED), (" dan ", PLAIN), ("merah muda", RED), (".", PLAIN)) == PLAIN
    assert base(("Kapal ", BOLD), ("tiba", ITALIC), (" kemarin", BOLD)) == BOLD
    assert base(("Ini ", ARIAL), (" ", PLAIN), ("itu", ARIAL)) == ARIAL


def test_a_paragraph_without_words_has_no_format() -> None:
    assert base() == BARE
    assert base((" ", BOLD)) == BARE
