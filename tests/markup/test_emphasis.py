from __future__ import annotations

import pytest

from translator.markup.emphasis import Emphasis, emphasis_of

BOLD, ITALIC, UNDERLINED = Emphasis.BOLD, Emphasis.ITALIC, Emphasis.UNDERLINED


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("**", {BOLD}),
        ("__", {BOLD}),
        ("*", {ITALIC}),
        ("_", {ITALIC}),
        ("<b>", {BOLD}),
        ('<STRONG class="x">', {BOLD}),
        ("<i.loud>", {ITALIC}),
        ("<em>", {ITALIC}),
        ("<u>", {UNDERLINED}),
        ("<w:rPr><w:b/><w:i/></w:rPr>", {BOLD, ITALIC}),
        ('<w:rPr><w:u w:val="single"/></w:rPr>', {UNDERLINED}),
        ('<w:rPr><w:b w:val="true"/></w:rPr>', {BOLD}),
        ('<a:rPr lang="id" b="1" u="sng"/>', {BOLD, UNDERLINED}),
        ('<w:rPr><w:b w:val="0"/></w:rPr>', set()),
        ('<a:rPr b="0"/>', set()),
        ("<br>", set()),
        ("<body>", set()),
        ('<a href="*">', set()),
        ("[", set()),
        ("`*`", set()),
        ("", set()),
    ],
)
def test_emphasis_is_known_by_the_opening_of_a_mark(opening: str, wanted: set[Emphasis]) -> None:
    assert emphasis_of(opening) == wanted
