from __future__ import annotations

import pytest

from translator.markup.html_attributes import attributes
from translator.markup.html_scan import scan


def told(tag: str) -> dict[str, tuple[str, str, str]]:
    """Of each attribute: what stands in the tag, the quote around it, and what it says."""
    found = attributes(tag, next(scan(tag)))
    return {name: (each.span.of(tag), each.quote, each.value) for name, each in found.items()}


def test_values_are_found_with_their_quotes() -> None:
    assert told("<a Href=x title='a > b' alt = \"A &amp; B\" hidden data-x='' \n lang=id>") == {
        "href": ("x", "", "x"),
        "title": ("a > b", "'", "a > b"),
        "alt": ("A &amp; B", '"', "A & B"),
        "data-x": ("", "'", ""),
        "lang": ("id", "", "id"),
    }


def test_of_two_attributes_with_one_name_the_first_counts() -> None:
    assert told("<p title=satu TITLE=dua>") == {"title": ("satu", "", "satu")}


@pytest.mark.parametrize(
    ("tag", "value"), [("<img alt=peta/>", "peta"), ("<img alt='peta'/>", "peta"), ("<img alt=a/b >", "a/b")]
)
def test_the_slash_that_ends_a_tag_is_not_of_the_value(tag: str, value: str) -> None:
    assert told(tag)["alt"][0] == value


def test_a_closing_tag_has_no_attributes() -> None:
    assert told("</p title=x>") == {}
    assert told("kata title=x") == {}


def test_a_tag_of_a_hundred_thousand_attributes_takes_linear_time() -> None:
    tag = "<p" + " a='" * 100_000 + "'>"
    assert list(told(tag)) == ["a"]
