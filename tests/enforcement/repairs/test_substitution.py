"""Cases of a repair: what the model wrote, and what must become of it. See tests/cases/repairs.json."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from glossary import Case, Matcher, Term, TermKind
from tests.canned import CannedEngine, hypothesis
from tests.enforcement.repairs.expressions import mended
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.nbest import read
from translator.enforcement.cascade import Task, enforce
from translator.enforcement.repairs.substitution import substitute

CASES = json.loads((Path(__file__).parents[2] / "cases" / "repairs.json").read_text("utf-8"))
TERMS = [
    Term("Rusia", ("Russia", "Russian"), TermKind.PLACE, Case.EXACT),
    Term("al-Assad", ("al-Assad",), TermKind.PERSON, Case.EXACT),
    Term("kapal perang", ("warship",), TermKind.VESSEL),
    Term("alutsista", ("armament",), TermKind.PHRASE),
    Term("Deir ez-Zor", ("Deir ez-Zor",), TermKind.PLACE, Case.EXACT, ("Dier ez-Zor",)),
    Term("Letjen", ("Lieutenant General",), TermKind.RANK, variants=("Letjen.",)),
    Term("alat", ("tools",)),
    Term("Kemkel", ("Ministry of Sea and Fishery", "Ministry"), case=Case.EXACT),
    Term("AS", ("US",), TermKind.ABBREVIATION, Case.EXACT),
    Term("Kemhan", ("kemhan.go.id",), TermKind.ORGANISATION),
    Term("Lanal III/Semarang", ("Naval Base III/Semarang",), TermKind.UNIT, Case.EXACT),
    Term("Resimen #", ("#th Regiment",), TermKind.UNIT),
    Term("warteg", ("warteg",)),
    Term("liter", ("liter",)),
    Term("pelaut", ("seafarer",)),
    Term("Łódź", ("Łódź",), TermKind.PLACE, Case.EXACT),
]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_missing_is_put_in_its_place(case: dict[str, Any]) -> None:
    source = case["source"]
    task = Task(source, tuple(Matcher(TERMS).find(source)))
    engine = CannedEngine({source: [(case["model"], case.get("links"))]})
    (enforced,) = enforce(engine, [task], beam=4)
    assert enforced.text == case["target"]
    assert [
        [enforced.text[term.target_span.start : term.target_span.end], term.status, term.sure]
        for term in enforced.terms
        if term.target_span
    ] == case["terms"]
    assert enforced.unforced == (case["model"] if case["model"] != case["target"] else None)


def test_an_abbreviation_is_never_put_in_as_its_plural() -> None:
    source = "kata FGD itu"
    (match,) = Matcher([Term("FGD", ("FGD", "FGDs"), case=Case.EXACT, plural=False)]).find(source)
    engine = CannedEngine({source: [("they said that", None)]})
    engine.score = lambda pairs: [[-1.0 - ("FGDs" not in text)] for _, text in pairs]  # type: ignore[method-assign]
    (done,) = enforce(engine, [Task(source, (match,))], beam=4)
    assert "FGD" in done.text.split()


def test_a_plural_that_the_glossary_wants_is_put_in() -> None:
    source = "orang Hutu itu"
    (match,) = Matcher([Term("Hutu", ("Hutus",), case=Case.EXACT)]).find(source)
    (done,) = enforce(CannedEngine({source: [("those people", None)]}), [Task(source, (match,))], beam=4)
    assert "Hutus" in done.text.split()


@pytest.mark.parametrize(
    ("kind", "expected"), [(TermKind.ABBREVIATION, "Korgab that came"), (TermKind.PERSON, "Corps Korgab that came")]
)
def test_a_kept_abbreviation_takes_the_place_of_words_unlike_it_sooner_than_a_name(
    kind: TermKind, expected: str
) -> None:
    source = "Korgab itu tiba"
    (match,) = Matcher([Term("Korgab", ("Korgab",), kind, Case.EXACT, term_list="military")]).find(source)
    engine = CannedEngine({source: [("Corps that came", "0-0 1-0 1-1 2-2")]})
    (done,) = enforce(engine, [Task(source, (replace(match, required=False),))], beam=4)
    assert done.text == expected


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("Para wajib tanam mengeluh.", "Plant must complain.", "0-0 2-0 1-1 3-2", "Planters complain."),
        ("Para wajib tanam diuji.", "Plant must be tested.", "0-0 2-0 1-1 3-3", "Planters must be tested."),
        (
            "Dua wajib tanam baru diuji.",
            "Two new plant must be tested.",
            "0-0 3-1 2-2 1-3 4-5",
            "Two new planters must be tested.",
        ),
        ("Wajib tanam itu lapor.", "The plant must report.", "2-0 1-1 0-2 3-3", "The planter must report."),
    ],
)
def test_a_modal_verb_that_stands_for_a_word_of_the_term_goes_where_the_verb_behind_it_bears_it(
    source: str, model: str, links: str, wanted: str
) -> None:
    assert mended(source, model, links, Term("wajib tanam", ("planter",))) == wanted


@pytest.mark.parametrize(
    ("model", "links", "wanted"),
    [
        ("small and young firms rose", "0-0 1-0 1-1 1-2 1-3 2-4", "start-ups rose"),
        ("actors and young firms rose", "0-0 1-2 1-3 2-4", "actors and start-ups rose"),
        ("actors of young firms rose", "0-0 1-0 1-1 1-2 1-3 2-4", "actors of start-ups rose"),
    ],
)
def test_words_that_the_terms_own_and_joins_go_together(model: str, links: str, wanted: str) -> None:
    assert mended("pelaku wirausaha naik", model, links, Term("wirausaha", ("start-ups",))) == wanted


@pytest.mark.parametrize(
    ("stem", "ending", "wanted"),
    [
        ([0, 1, 0], [0, 0, 1], "Troops raided villages"),
        ([0, 0.3, 0.7], [0, 1, 0], "Troops raided villages"),
        ([0, 0.3, 0.7], [0, 0, 1], "Troops stormed villages"),
    ],
)
def test_the_ending_of_a_verb_that_looked_at_the_next_word_does_not_decide_what_it_translates(
    stem: list[float], ending: list[float], wanted: str
) -> None:
    source = "Tentara menggerebek desa"
    matches = Matcher([Term("gerebek", ("raid",), verb=True)]).find(source)
    words = hypothesis(source, "Troops stormed villages")
    attention = np.array([[1, 0, 0], stem, ending, [0, 0, 1]], np.float32)
    places = Span(0, 6), Span(7, 12), Span(12, 14), Span(15, 23)
    read_draft = read(
        Task(source, tuple(matches)), replace(words, target_spans=places, attention=attention), Status.NATURAL
    )
    assert substitute(read_draft).text == wanted
