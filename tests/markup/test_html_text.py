from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Span
from translator.markup.html_text import IN_TEXT, in_attribute, spelling_of, spelt, stretches
from translator.markup.runs import Item, Role


def said(text: str) -> str:
    return "".join(part for _, part in stretches(text, Span(0, len(text))))


def respelt(source: str, target: str, quote: str | None = None) -> str:
    """The target as the source would write it, in text or between such quotes."""
    items = []
    for span, part in stretches(source, Span(0, len(source))):
        items.append(Item(Role.TEXT, span, span.of(source), part))
    return spelt(target, spelling_of(items, IN_TEXT if quote is None else in_attribute(quote)))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("kapal \t perang\r\n  itu", "kapal perang itu"),
        ("A&nbsp;&amp;&#32;&#x42;", "A\xa0& B"),
        ("peng&shy;antar, peng\u00adantar", "pengantar, pengantar"),
        ("&copy 2020, R&D, &tidakada;, &", "© 2020, R&D, &tidakada;, &"),
        ("di\xa0Jakarta", "di\xa0Jakarta"),
        ("&#0;&#x110000;", "\ufffd\ufffd"),
    ],
)
def test_text_is_what_a_reader_sees(written: str, wanted: str) -> None:
    assert said(written) == wanted


@given(st.text(alphabet="a &;#x\t\n<nbspamp0\u00ad", max_size=30))
def test_every_character_is_in_one_stretch(text: str) -> None:
    spans = [span for span, _ in stretches(text, Span(0, len(text)))]
    assert "".join(span.of(text) for span in spans) == text


def test_references_keep_their_spelling() -> None:
    assert respelt("&#8220;Kapal&#8221;&nbsp;A", "“Ship”\xa0A") == "&#8220;Ship&#8221;&nbsp;A"
    assert respelt("&copy 2020", "2020 ©ship") == "2020 &copy;ship"


def test_new_markup_is_escaped() -> None:
    assert respelt("kapal", "a < b & c") == "a &lt; b &amp; c"
    assert respelt("1 < 2 & R&D", "1 < 2 & R&D, <b>, &lt, AT&T;") == "1 < 2 & R&D, &lt;b>, &amp;lt, AT&T;"


@pytest.mark.parametrize(
    ("quote", "wanted"),
    [
        ('"', "it's &quot;a&quot; > b"),
        ("'", 'it&#39;s "a" > b'),
        ("", "it&#39;s&#32;&#34;a&#34;&#32;&#62;&#32;b"),
    ],
)
def test_a_value_stays_inside_its_quotes(quote: str, wanted: str) -> None:
    assert respelt("kapal", 'it\'s "a" > b', quote) == wanted


@given(st.text(alphabet="a &;#x\"'<>=`ltampquo", max_size=20), st.text(alphabet="&<;amplt \"'", max_size=8))
def test_what_is_written_reads_as_it_was_meant(target: str, source: str) -> None:
    for quote in (None, '"', "'", ""):
        written = respelt(source, target, quote)
        assert html.unescape(written) == target
        assert quote is None or not quote or quote not in written
