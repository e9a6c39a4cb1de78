from __future__ import annotations

import pytest

from translator.document import Span
from translator.markup.office.folding import Translations
from translator.markup.office.layout import lay_out_text
from translator.markup.office.part import OfficePart, OfficeText, render_part

DATA = b'<a lang="id" t="satu"><b>dua</b></a>'


def echo(text: str, is_attribute: bool = False) -> OfficeText:
    start = DATA.index(text.encode())
    return OfficeText(lay_out_text(Span(start, start + len(text)), text, is_echo=True), is_attribute=is_attribute)


def part(*texts: OfficeText) -> OfficePart:
    return OfficePart("a.xml", DATA, "utf-8", texts, ((Span(9, 11), "en"),))


def rendered(table: dict[str, str], is_translated: bool = True) -> bytes:
    return render_part(part(echo("satu", True), echo("dua")), Translations((), table, {}), is_translated)


def test_translations_and_languages_are_spliced_in() -> None:
    assert rendered({"satu": '"one"', "dua": "<two>"}) == (b'<a lang="en" t="&quot;one&quot;"><b>&lt;two&gt;</b></a>')


def test_what_is_not_translated_keeps_every_byte() -> None:
    assert rendered({}, is_translated=False) == DATA
    assert rendered({"satu": "satu"}) == DATA.replace(b'"id"', b'"en"')


@pytest.mark.parametrize("codec", ["utf-16-le", "cp1252"])
def test_the_codec_of_the_part_is_kept(codec: str) -> None:
    data = "<b>dua</b>".encode(codec)
    start = len("<b>".encode(codec))
    text = OfficeText(lay_out_text(Span(start, start + len("dua".encode(codec))), "dua", is_echo=True))
    new = render_part(OfficePart("a.xml", data, codec, (text,)), Translations((), {"dua": "zwei ☺"}, {}), True)
    smile = "☺" if codec == "utf-16-le" else "&#9786;"
    assert new.decode(codec) == f"<b>zwei {smile}</b>"
