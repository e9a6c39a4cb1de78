from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.formats.po.strings import said, written


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('"Kapal"', "Kapal"),
        ('""\n"Kapal "\r\n\t"itu\\n"', "Kapal itu\n"),
        (r'"\"kutip\" \\n \t\x41\101"', '"kutip" \\n \tAA'),
    ],
)
def test_strings_say_what_their_escapes_mean(raw: str, text: str) -> None:
    assert said(raw) == text


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Ship", '"Ship"'),
        ("Ship\n", '"Ship\\n"'),
        ("One\nTwo\n", '""\n"One\\n"\n"Two\\n"'),
        ("x" * 68 + " y", '"' + "x" * 68 + ' y"'),
        ("x" * 69 + " yz", '""\n"' + "x" * 69 + ' yz"'),
        ("x" * 75 + " yz", '""\n"' + "x" * 75 + ' "\n"yz"'),
        ("x" * 90, '""\n"' + "x" * 90 + '"'),
    ],
)
def test_a_text_is_wrapped_at_line_ends_and_where_it_is_long(text: str, raw: str) -> None:
    assert written(text, 7, "\n") == raw


def test_a_text_of_an_unwrapped_catalogue_is_one_string() -> None:
    assert written("word " * 40, 7, "\n", 0) == '"' + "word " * 40 + '"'


@given(st.text(st.sampled_from('a "\\\n\t é') | st.characters(exclude_categories=["Cs"])), st.sampled_from([0, 79]))
def test_what_is_written_says_the_same_again(text: str, width: int) -> None:
    assert said(written(text, 7, "\n", width)) == text
