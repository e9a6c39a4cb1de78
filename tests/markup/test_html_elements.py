from __future__ import annotations

import pytest

from translator.markup import html_elements
from translator.markup.html_attributes import attributes
from translator.markup.html_elements import described, is_text, place_of
from translator.markup.html_scan import VOID_ELEMENTS, scan


def text_attributes(tag: str) -> set[str]:
    """The names of the attributes of a tag that are text for people."""
    token = next(scan(tag))
    found = attributes(tag, token)
    return {name for name in found if is_text(name, token.name, found)}


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("<img alt=a title=b src=c>", {"alt", "title"}),
        ("<p alt=a label=b summary=c placeholder=d value=e>", set()),
        ("<input placeholder=a value=b>", {"placeholder"}),
        ("<input type=Submit value=b>", {"value"}),
        ("<input type=hidden value=b>", set()),
        ("<button value=b aria-label=c>", {"aria-label"}),
        ("<table summary=a>", {"summary"}),
        ("<option label=a value=b>", {"label"}),
        ("<link title=a>", set()),
        ("<link rel=Alternate title=a>", {"title"}),
        ("<link rel=stylesheet title=a>", set()),
        ('<link rel="alternate stylesheet" title=a>', set()),
        ("<link rel=alternate hreflang=ms title=a>", set()),
        ("<meta name=Description content=a>", {"content"}),
        ("<meta property=og:title content=a>", {"content"}),
        ("<meta property=og:image content=a>", set()),
        ("<meta name=viewport content=a>", set()),
        ("<p data-title=a aria-labelledby=b>", set()),
    ],
)
def test_attributes_that_people_read_are_text(tag: str, names: set[str]) -> None:
    assert text_attributes(tag) == names


def test_a_meta_element_says_what_it_describes() -> None:
    tag = "<meta name=KEYWORDS content=a>"
    assert described(attributes(tag, next(scan(tag)))) == "keywords"


def test_places_have_names_for_people() -> None:
    assert [place_of(element) for element in ("h3", "td", "title", "p")] == ["heading", "table cell", "title", ""]


def test_every_element_without_an_end_tag_is_ended_by_its_like() -> None:
    assert [element for element, ends in html_elements.ENDED_BY.items() if element not in ends] == []
    assert not set(html_elements.ENDED_BY) & VOID_ELEMENTS
