from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.matcher import Matcher
from glossary.term import Case, Kind, Match, Term
from tests.glossary import oracle

DATA: dict[str, Any] = json.loads((Path(__file__).parents[1] / "cases" / "matching.json").read_text(encoding="utf-8"))


def term(source: str, kind: str | None = None, case: str = "fold", variants: tuple[str, ...] = ()) -> Term:
    return Term(source, ("target",), Kind(kind) if kind else None, Case(case), tuple(variants))


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: f"{case['text']}: {case['why']}")
def test_finds_exactly_the_forms_that_are_terms(case: dict[str, Any]) -> None:
    found = Matcher(term(source, **DATA["terms"][source]) for source in case["terms"]).find(case["text"])
    assert [match.text for match in found] == case["found"]
    assert [match.text for match in found if match.plural] == case.get("plural", [])
    assert [case["text"][match.start : match.end] for match in found] == case["found"]


def test_a_match_says_where_it_stands_and_which_entry_it_is() -> None:
    warship, russia = term("kapal perang"), term("Rusia", case="exact")
    assert Matcher([warship, russia]).find("Ada kapal-kapal perang Rusia.") == [
        Match(4, 22, "kapal-kapal perang", warship, plural=True),
        Match(23, 28, "Rusia", russia),
    ]


def test_a_term_of_the_user_beats_a_longer_default_one() -> None:
    chief, staff = term("Kepala Staf Umum"), term("Staf Umum")
    assert [match.term for match in Matcher([staff], [chief]).find("Kepala Staf Umum")] == [staff]
    assert [match.term for match in Matcher([staff, chief]).find("Kepala Staf Umum")] == [chief]


def test_default_terms_are_found_where_no_other_is() -> None:
    russia, ship = term("Rusia"), term("kapal")
    assert [match.term for match in Matcher([russia], [ship]).find("kapal Rusia, kapal")] == [ship, russia, ship]


def test_of_entries_with_one_source_the_exact_one_wins_then_the_first() -> None:
    first, second, exact = term("as"), term("As"), term("AS", case="exact")
    assert [match.term for match in Matcher([first, second, exact]).find("AS as")] == [exact, first]


def test_without_terms_nothing_is_found() -> None:
    assert Matcher([]).find("Kapal perang Rusia.") == []


@pytest.mark.parametrize("text", ["kapal " * 20_000, "kapal-" * 20_000, "a. " * 20_000, "a@" * 20_000, "1," * 20_000])
def test_long_repetitions_are_found_in_full(text: str) -> None:
    assert len(Matcher([term("kapal")]).find(text)) == (20_000 if " " in text and "kapal" in text else 0)


PIECES = [
    *("kapal ", "perang ", "Rusia ", "as ", "perang Rusia as kapal perang Rusia", "kapal perang-kapal perang"),
    *("kapal", "Kapal", "perang", "KAPAL", "Rusia", "TNI", "masa", "AS", "as", "19", "3", "a", "b"),
    *("nya", "NYA", "lah", "ku", "mu", "pun", "an", "ber", "-", "-", "‑", " ", " ", "\u00a0", "\n"),
    *(".", ",", "'", "’", "_", "\u00ad", "\u200b", "\u0301", "/", "kapal-kapal", "-nya"),
]
TERMS = [
    term("kapal"),
    term("kapal perang"),
    term("perang kapal perang"),
    term("perang Rusia"),
    term("Rusia as kapal"),
    term("as kapal"),
    term("Rusia", "place", "exact"),
    term("TNI", "organisation", "exact", ("T.N.I.",)),
    term("AS", case="exact"),
    term("as"),
    term("masa", case="transfer"),
    term("19"),
    term("3,19"),
    term("kapal-kapal", "phrase"),
    term("Kapal nya", case="exact"),
    term("perang an", case="exact", variants=("a'b",)),
]


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=3, max_size=14).map("".join),
    st.lists(st.sampled_from(TERMS), min_size=3, max_size=8, unique=True),
    st.lists(st.sampled_from(TERMS), max_size=3, unique=True),
)
def test_the_trie_finds_what_trying_every_form_at_every_place_finds(
    text: str, terms: list[Term], defaults: list[Term]
) -> None:
    assert Matcher(terms, defaults).find(text) == oracle.find(text, terms, defaults)


@given(st.text(max_size=60))
def test_matches_of_any_text_stand_in_it_in_order(text: str) -> None:
    end = 0
    for match in Matcher(TERMS).find(text):
        assert end <= match.start < match.end <= len(text)
        assert match.text == text[match.start : match.end]
        end = match.end
