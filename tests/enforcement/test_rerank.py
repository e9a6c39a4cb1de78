"""Which of the drafts of a sentence is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Matcher, Term
from tests.canned import CannedEngine, hypothesis
from translator.bitext import Status
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Draft, Task
from translator.enforcement.rerank import COST_OF_MISSING, likeliest

SOURCE = "kapal perang itu tiba"


def draft(text: str, score: float, *, required: bool) -> Draft:
    (match,) = Matcher([Term("kapal perang", ("warship",))]).find(SOURCE)
    task = Task(SOURCE, (replace(match, required=required),))
    return read(task, hypothesis(SOURCE, text, score=score), Status.NATURAL)


@pytest.mark.parametrize(
    ("worse", "required", "wanted"),
    [
        (COST_OF_MISSING - 0.01, False, "the warship has come"),
        (COST_OF_MISSING + 0.01, False, "the ship has come"),
        (9.0, True, "the warship has come"),
    ],
    ids=["a little worse", "much worse", "much worse, but the user wants the term"],
)
def test_a_text_that_is_worse_in_all_but_the_term_is_taken_for_a_required_term_only(
    worse: float, required: bool, wanted: str
) -> None:
    drafts = [
        draft("the ship has come", -1.0, required=required),
        draft("the warship has come", -1.0 - worse, required=required),
    ]
    (best,) = likeliest(CannedEngine(), [drafts])
    assert best.text == wanted


def test_a_text_that_leaves_a_part_of_the_source_out_is_not_taken_for_its_score() -> None:
    drafts = [draft("the warship", -1.0, required=True), draft("the warship has come", -1.2, required=True)]
    (best,) = likeliest(CannedEngine(), [drafts])
    assert best.text == "the warship has come"
