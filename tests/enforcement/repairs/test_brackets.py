"""The brackets of abbreviations: which go, and which return."""

from __future__ import annotations

import pytest

from glossary import Match, Matcher, Term, TermKind
from glossary.source.brackets import settle_brackets
from tests.canned import CannedEngine
from translator.bitext import TermUse
from translator.enforcement.cascade import Task, enforce

GROUP = Term("kelompok kriminal bersenjata", ("armed criminal group",), TermKind.ORGANISATION, term_list="military")
SHORT = Term("KKB", ("armed criminal group",), TermKind.ABBREVIATION, term_list="military")
RANK = Term("Letnan Kolonel", ("Lieutenant Colonel",), TermKind.RANK, variants=("Letkol",), term_list="military")


def translated(source: str, model: str) -> tuple[str, tuple[TermUse, ...]]:
    found: list[Match] = settle_brackets(source, Matcher([GROUP, SHORT, RANK]).find(source))
    (done,) = enforce(CannedEngine({source: [(model, None)]}), [Task(source, tuple(found))], beam=4)
    return done.text, done.terms


@pytest.mark.parametrize(
    ("source", "model", "target"),
    [
        ("Letnan Kolonel (Letkol) Adi tiba", "Lieutenant Colonel (Letkol) Adi came", "Lieutenant Colonel Adi came"),
        ("Letnan Kolonel (Letkol) Adi tiba", "Lieutenant Colonel (Lt. Col.) Adi came", "Lieutenant Colonel Adi came"),
        ("Letnan Kolonel (Letkol) Adi tiba", "Lieutenant Colonel Adi came", "Lieutenant Colonel Adi came"),
        ("Letnan Kolonel Adi (50) tiba", "Lieutenant Colonel Adi (50) came", "Lieutenant Colonel Adi (50) came"),
        ("Letnan Kolonel (50) tiba", "Lieutenant Colonel (50) came", "Lieutenant Colonel (50) came"),
    ],
)
def test_a_rank_loses_the_bracket_of_its_abbreviation_only(source: str, model: str, target: str) -> None:
    text, (use,) = translated(source, model)
    assert text == target
    assert use.target_span is not None
    assert use.target_span.of(text) == "Lieutenant Colonel"


@pytest.mark.parametrize(
    ("model", "target"),
    [
        ("Armed criminal group (KKB) came", "Armed criminal group (KKB) came"),
        ("Armed criminal group came", "Armed criminal group (KKB) came"),
        ("Armed criminal group's men came", "Armed criminal group (KKB)'s men came"),
    ],
)
def test_an_abbreviation_stands_once_in_brackets_behind_its_long_form(model: str, target: str) -> None:
    text, uses = translated("kelompok kriminal bersenjata (KKB) datang", model)
    assert text == target
    assert [use.target_span and use.target_span.of(text) for use in uses] == ["Armed criminal group", "KKB"]
