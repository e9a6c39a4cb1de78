"""The list of general words: what it finds and leaves alone, and what English it accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from glossary import Matcher, TermKind, load, occurrences
from glossary.builtin import locate
from glossary.word_lists import words

TERMS = load(locate("general")).terms
MATCHER = Matcher(TERMS)
CASES = json.loads((Path(__file__).parents[1] / "cases" / "general_list.json").read_text("utf-8"))


def test_the_list_is_as_large_as_it_says() -> None:
    assert len(TERMS) >= 380


def test_every_row_is_a_phrase_of_a_section() -> None:
    assert {term.kind for term in TERMS} == {TermKind.PHRASE}
    assert {term.domain for term in TERMS} == {
        *("time", "quantity", "direction and place", "administration", "law", "diplomacy and politics")
    }


def test_no_translation_is_so_common_that_it_says_nothing() -> None:
    common = words("common_english")
    assert [term.source for term in TERMS if not common.isdisjoint(term.targets)] == []


@pytest.mark.parametrize(("text", "wanted"), CASES["found"])
def test_the_list_finds(text: str, wanted: list[list[str]]) -> None:
    assert [[match.text, match.term.targets[0]] for match in MATCHER.find(text)] == wanted


@pytest.mark.parametrize("text", CASES["not found"])
def test_the_list_leaves_alone(text: str) -> None:
    assert MATCHER.find(text) == []


@pytest.mark.parametrize(("text", "english"), CASES["accepted"])
def test_right_english_stands(text: str, english: list[str]) -> None:
    (match,) = MATCHER.find(text)
    assert [one for one in english if not occurrences(one, match)] == []


@pytest.mark.parametrize(("text", "english"), CASES["refused"])
def test_wrong_english_does_not_stand(text: str, english: list[str]) -> None:
    (match,) = MATCHER.find(text)
    assert [one for one in english if occurrences(one, match)] == []
