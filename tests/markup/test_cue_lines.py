from __future__ import annotations

import pytest

from translator.document import Span
from translator.markup.cue_lines import TagItems, balanced, wrapped
from translator.markup.runs import Role


@pytest.mark.parametrize(
    ("text", "lines", "wanted"),
    [
        ("one two three four", 2, ["one two", "three four"]),
        ("one two three four five six", 3, ["one two", "three four", "five six"]),
        ("one", 2, ["one"]),
        ("one two", 5, ["one", "two"]),
        ("", 2, []),
        ("<i>one two</i> three", 2, ["<i>one two</i>", "three"]),
        ('<font color="red">one</font> two', 2, ['<font color="red">one</font>', "two"]),
        ("a extraordinarily", 2, ["a", "extraordinarily"]),
    ],
)
def test_lines_are_balanced(text: str, lines: int, wanted: list[str]) -> None:
    assert balanced(text, lines) == wanted


def test_a_translation_takes_the_line_ends_that_it_needs() -> None:
    assert wrapped("one two three", ["\r\n", "\n"]) == "one\r\ntwo\nthree"
    assert wrapped("one", ["\r\n", "\n"]) == "one"


def test_tags_that_are_well_nested_are_pairs_and_others_stand_alone() -> None:
    found = TagItems()
    for raw, name in (("<i>", "i"), ("<b>", "b"), ("</i>", "i"), ("</b>", "b"), ("<x>", "")):
        found.add_tag(Span(0, 0), raw, name)
    roles = [(item.role, item.raw) for item in found.items]
    assert roles == [
        (Role.BESIDE, "<i>"),
        (Role.OPEN, "<b>"),
        (Role.BESIDE, "</i>"),
        (Role.CLOSE, "</b>"),
        (Role.BESIDE, "<x>"),
    ]
