"""Numbers: what the model wrote, and what becomes of it. See tests/cases/figures.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Case, Matcher, Term
from tests.canned import CannedEngine, hypothesis
from tests.language.numbers.strategies import VALUES
from translator.bitext import Status
from translator.enforcement.cascade import Task, enforce
from translator.enforcement.draft import Draft
from translator.enforcement.repairs.number_correction import correct_numbers
from translator.enforcement.repairs.number_insertion import insert_numbers
from translator.language.numbers import find

CASES = json.loads((Path(__file__).parents[2] / "cases" / "figures.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_wrong_number_is_put_right_where_it_stands(case: dict[str, Any]) -> None:
    engine = CannedEngine({case["source"]: [(case["model"], case.get("links"))]})
    (enforced,) = enforce(engine, [Task(case["source"])], beam=4)
    assert (enforced.text, enforced.terms) == (case["target"], ())
    assert enforced.unforced == (case["model"] if case["model"] != case["target"] else None)


def test_a_number_and_a_term_with_other_targets_are_both_put_right() -> None:
    source = "5 kapal Rusia dan 74.200 orang"
    task = Task(source, tuple(Matcher([Term("Rusia", ("Russia", "Russian"), case=Case.EXACT)]).find(source)))
    engine = CannedEngine({source: [("5 Rusland ships and 74.200 people", "0-0 2-1 1-2 3-3 4-4 5-5 6-6 7-7")]})
    (enforced,) = enforce(engine, [task], beam=4)
    assert enforced.text == "5 Russia ships and 74,200 people"
    assert [use.status for use in enforced.terms] == [Status.SWAPPED]


def test_a_number_in_a_term_is_the_terms() -> None:
    source = "pasukan batalyon 330 tiba"
    task = Task(source, tuple(Matcher([Term("batalyon 330", ("the Red Battalion",))]).find(source)))
    engine = CannedEngine({source: [("soldiers of the Red Battalion 33 came", "0-0 1-1 1-2 1-3 1-4 2-5 3-6")]})
    (enforced,) = enforce(engine, [task], beam=4)
    assert enforced.text == "soldiers of the Red Battalion 33 came"


@given(st.lists(VALUES, min_size=1, max_size=3, unique=True), st.data())
def test_a_number_that_is_right_in_any_form_is_never_changed(values: list[str], data: st.DataObject) -> None:
    source = f"Nilai {' dan lagi '.join(values)} itu."
    forms = [data.draw(st.sampled_from(number.accepted)) for number in find(source)]
    right = f"It was {' and then '.join(forms)} there."
    draft = Draft(Task(source), hypothesis(source, right), ())
    assert insert_numbers(correct_numbers(draft)).text == right
