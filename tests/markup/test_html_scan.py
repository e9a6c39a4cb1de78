from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.markup.html_scan import TokenKind, scan

BITS = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "/>",
        "<a",
        "<p>",
        "</p>",
        "<!--",
        "-->",
        "<!",
        "<?",
        "=",
        '"',
        "'",
        " ",
        "kata",
        "<script>",
        "</script",
    ]
)


def told(text: str) -> list[tuple[TokenKind, str]]:
    return [(token.kind, token.span.of(text)) for token in scan(text)]


def test_tokens_are_told_apart() -> None:
    assert told('a<b c=">">d</b><br/><!-- <i> --><!doctype html>1 < 2 <3 </') == [
        (TokenKind.TEXT, "a"),
        (TokenKind.OPEN, '<b c=">">'),
        (TokenKind.TEXT, "d"),
        (TokenKind.CLOSE, "</b>"),
        (TokenKind.OPEN, "<br/>"),
        (TokenKind.OTHER, "<!-- <i> -->"),
        (TokenKind.OTHER, "<!doctype html>"),
        (TokenKind.TEXT, "1 < 2 <3 </"),
    ]


def test_scripts_are_no_markup() -> None:
    assert told("<SCRIPT>if (a<b) x</SCRIPT >y") == [
        (TokenKind.OPEN, "<SCRIPT>"),
        (TokenKind.RAW, "if (a<b) x"),
        (TokenKind.CLOSE, "</SCRIPT >"),
        (TokenKind.TEXT, "y"),
    ]


@pytest.mark.parametrize(
    ("tag", "is_closed"), [("<br/>", True), ("<a b='/'/>", True), ("<a href=/>", False), ("<a href=/ />", True)]
)
def test_a_slash_closes_a_tag_unless_it_belongs_to_a_value(tag: str, is_closed: bool) -> None:
    assert next(scan(tag)).is_closed is is_closed


@given(st.lists(BITS, max_size=30).map("".join))
def test_every_character_belongs_to_one_token(text: str) -> None:
    assert "".join(token.span.of(text) for token in scan(text)) == text


@pytest.mark.parametrize(
    "part",
    ["<!--", "<a ", "<a x='", '<a x="', "</", "<script>", "<", '<p a="b', "<a =", "<script></scrip", "<a x='>", "<?"],
)
def test_markup_that_never_ends_takes_linear_time(part: str) -> None:
    text = part * 50_000
    assert sum(len(token.span.of(text)) for token in scan(text)) == len(text)
