"""The brackets of ranks and their abbreviations."""

from __future__ import annotations

import pytest

from glossary import Matcher, Term, TermKind, settle_brackets
from tests.canned import CannedEngine
from translator.bitext import TermUse
from translator.document import Span
from translator.enforcement.cascade import Task, enforce

RANK = Term("Letnan Kolonel", ("Lieutenant Colonel",), TermKind.RANK, variants=("Letkol",), term_list="military")


def translated(source: str, model: str) -> tuple[str, tuple[TermUse, ...]]:
    found = settle_brackets(source, Matcher([RANK]).find(source))
    (done,) = enforce(CannedEngine({source: [(model, None)]}), [Task(source, tuple(found))], beam=4)
    return done.text, done.terms


@pytest.mark.parametrize(
    ("source", "model", "target"),
    [
        ("Letnan Kolonel (Letkol) Adi tiba", "Lieutenant Colonel (Letkol) Adi came", "Lieutenant Colonel Adi came"),
        ("Letnan Kolonel (Letkol) Adi tiba", "Lieutenant Colonel (Lt. Col.) Adi came", "Lieutenant Colonel Adi came"),
        ("Letnan Kolonel (Letkol) Adi tiba", "Lieutenant Colonel Adi came", "Lieutenant Colonel Adi came"),
        ("Letnan Kolonel (Letkol) Adi tiba", "Colonel (Lieutenant Colonel) Adi came", "Lieutenant Colonel Adi came"),
        ("Letnan Kolonel (Letkol) TNI Adi", "Lieutenant Colonel (Letkol) TNI Adi", "Lieutenant Colonel Adi"),
        ("Letnan Kolonel Adi (50) tiba", "Lieutenant Colonel Adi (50) came", "Lieutenant Colonel Adi (50) came"),
        ("Letnan Kolonel (50) tiba", "Lieutenant Colonel (50) came", "Lieutenant Colonel (50) came"),
    ],
)
def test_a_rank_loses_the_bracket_of_its_abbreviation_only(source: str, model: str, target: str) -> None:
    text, (use,) = translated(source, model)
    assert text == target
    assert use.target_span is not None
    assert use.target_span.of(text) == "Lieutenant Colonel"


def test_each_of_two_ranks_loses_its_bracket() -> None:
    source = "Letnan Kolonel (Letkol) Adi dan Letnan Kolonel (Letkol) Budi"
    text, uses = translated(source, "Lieutenant Colonel (Letkol) Adi and Lieutenant Colonel (Letkol) Budi")
    assert text == "Lieutenant Colonel Adi and Lieutenant Colonel Budi"
    assert [use.target_span for use in uses] == [Span(0, 18), Span(27, 45)]
