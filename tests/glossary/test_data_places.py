"""The lists of places and organisations: their size, what they find and leave alone, what English they accept."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from glossary import Case, Match, Matcher, TermKind, load, merge, occurrences

DATA = Path(__file__).parents[2] / "glossary" / "data"
LISTS = {name: load(DATA / f"{name}.tsv") for name in ("places", "organisations")}
TERMS = {term.source: term for glossary in LISTS.values() for term in glossary.terms}
MATCHER = Matcher(TERMS.values())
CASES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "places.json").read_text(encoding="utf-8")
)


def test_the_lists_are_as_large_as_they_say() -> None:
    assert len(LISTS["places"].terms) >= 1100
    assert len(LISTS["organisations"].terms) >= 480


@pytest.mark.parametrize("name", LISTS)
def test_every_row_says_what_it_is_and_who_says_so(name: str) -> None:
    assert [term.source for term in LISTS[name].terms if not (term.kind and term.domain and term.reference)] == []


def test_the_two_lists_never_claim_the_same_words() -> None:
    terms, notices = merge(list(LISTS.values()))
    assert notices == ()
    assert len(terms) == sum(len(glossary.terms) for glossary in LISTS.values())


def test_places_are_matched_as_they_are_written() -> None:
    assert {term.case for term in LISTS["places"].terms} == {Case.EXACT}
    assert all(
        term.source[:1].isupper()
        for term in LISTS["places"].terms
        if term.kind is TermKind.PLACE and " " in term.source
    )


@pytest.mark.parametrize(
    ("domain", "least"), [("country", 240), ("Indonesian province", 38), ("city or region", 200), ("water", 120)]
)
def test_every_kind_of_place_is_there(domain: str, least: int) -> None:
    assert Counter(term.domain for term in LISTS["places"].terms)[domain] >= least


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["text"])
def test_names_are_found_and_what_only_looks_like_them_is_not(case: dict[str, Any]) -> None:
    assert [match.term.source for match in MATCHER.find(case["text"])] == case["terms"]


@pytest.mark.parametrize("case", CASES["honoured"], ids=lambda case: f"{case['source']}: {case['english']}")
def test_every_right_english_is_accepted_and_no_other(case: dict[str, Any]) -> None:
    match = Match(0, 0, case["source"], TERMS[case["source"]])
    assert len(occurrences(case["english"], match)) == case["count"]
