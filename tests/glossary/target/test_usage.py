from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from glossary.target.usage import forbidden, occurrences, required_form
from glossary.term import Case, Match, Term, TermKind, VerbForm

DATA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "cases" / "english_usage.json").read_text(encoding="utf-8")
)


def match(case: dict[str, Any]) -> Match:
    kind = TermKind(case["kind"]) if case.get("kind") else None
    term = Term(case.get("source", "asal"), tuple(case["targets"]), kind, Case(case.get("case", "fold")))
    return Match(0, len(case["match"]), case["match"], term, case.get("plural", False))


@pytest.mark.parametrize("case", DATA["occurrences"], ids=lambda case: f"{case['why']}: {case['english']}")
def test_a_match_is_honoured_in_these_places_and_no_others(case: dict[str, Any]) -> None:
    found = occurrences(case["english"], match(case))
    assert [[case["english"][start:end], target] for start, end, target in found] == case["found"]
    assert found == sorted(found)


@pytest.mark.parametrize("case", DATA["required_form"], ids=lambda case: f"{case['match']}: {case['wanted']}")
def test_the_required_form_is_the_preferred_target_in_number_and_case(case: dict[str, Any]) -> None:
    assert required_form(match(case), case["at_start"]) == case["wanted"]


@pytest.mark.parametrize("case", DATA["required_form"], ids=lambda case: f"{case['match']}: {case['wanted']}")
def test_the_required_form_is_honoured_where_it_is_put(case: dict[str, Any]) -> None:
    text = case["wanted"] if case["at_start"] else f"the {case['wanted']} came"
    assert [text[start:end] for start, end, _ in occurrences(text, match(case))] == [case["wanted"]]


def test_a_capital_from_the_beginning_of_a_sentence_tells_nothing_of_case() -> None:
    term = Term("Ketua majelis", ("Council Chair",), case=Case.TRANSFER)
    at_start = Match(0, 13, "Ketua majelis", term, sentence_capital=True)
    assert required_form(at_start, at_start=False) == "council chair"
    assert required_form(at_start, at_start=True) == "Council chair"
    english = "The council chair and the Council Chair left."
    found = occurrences(english, at_start)
    assert [english[start:end] for start, end, _ in found] == ["council chair", "Council Chair"]


def test_places_are_characters_of_the_english_text() -> None:
    term = Term("Rusia", ("Russia", "Russian"), TermKind.PLACE, Case.EXACT)
    assert occurrences("A Russian and Russia's ship", Match(0, 5, "Rusia", term)) == [
        (2, 9, "Russian"),
        (14, 20, "Russia"),
    ]


VERB = Term("tembak", ("shoot", "fire at"), verb=True)


def verb(form: VerbForm | None) -> Match:
    return Match(0, 8, "menembak", VERB, verb_form=form)


@pytest.mark.parametrize(
    ("form", "at_start", "wanted"),
    [
        (VerbForm.ACTIVE, False, "shot"),
        (VerbForm.INFINITIVE, False, "shoot"),
        (VerbForm.PASSIVE, True, "Shot"),
        (VerbForm.ACTION, False, "shooting"),
        (VerbForm.AGENT, False, "shooter"),
        (VerbForm.ROOT, False, "shot"),
        (None, False, "shoot"),
    ],
)
def test_the_required_form_of_a_verb_follows_its_form_in_the_source(
    form: VerbForm | None, at_start: bool, wanted: str
) -> None:
    assert required_form(verb(form), at_start) == wanted
    text = wanted if at_start else f"it was {wanted} there"
    assert [text[start:end] for start, end, _ in occurrences(text, verb(form))] == [wanted]


def test_each_form_of_the_verb_honours_it_and_is_told_by_its_entry() -> None:
    text = "They shot, are shooting or shoot; fired at, not fired; the shooters, overshot, shots."
    found = [(text[start:end], target) for start, end, target in occurrences(text, verb(VerbForm.ACTIVE))]
    assert found == [("shot", "shoot"), ("shooting", "shoot"), ("shoot", "shoot"), ("fired at", "fire at")]
    nouns = [text[start:end] for start, end, _ in occurrences(text, verb(VerbForm.AGENT))]
    assert nouns == ["shot", "shooting", "shoot", "fired at", "shooters"]


def test_a_forbidden_translation_is_found_but_not_inside_an_accepted_one() -> None:
    papua = Match(0, 5, "Papua", Term("Papua", ("West Papua",), case=Case.EXACT, forbidden=("Papua", "Irian")))
    text = "Papua, West Papua and Irian's coast"
    assert [text[start:end] for start, end in forbidden(text, papua)] == ["Papua", "Irian"]
    assert forbidden(text, Match(0, 5, "Papua", Term("Papua", ("West Papua",)))) == []
