"""A number that the model left out is inserted, and left out: two drafts, of which the ranking takes one."""

from __future__ import annotations

from tests.canned import CannedEngine, hypothesis
from translator.bitext import Status
from translator.enforcement.candidates.nbest import read
from translator.enforcement.cascade import enforce
from translator.enforcement.draft import Task
from translator.enforcement.repairs import repaired

SOURCE = "warga desa itu menanam 51 pohon"
TEXT = ("the villagers planted trees", "0-1 1-1 2-0 3-2 5-3")


def test_a_draft_without_the_insertion_is_made_beside_that_with_it() -> None:
    drafts = repaired(read(Task(SOURCE), hypothesis(SOURCE, *TEXT), Status.NATURAL))
    assert [draft.text for draft in drafts] == ["the villagers planted 51 trees", "the villagers planted trees"]


def test_a_number_stays_out_where_the_model_finds_its_place_unlikely() -> None:
    found = []
    for dislike in (0.0, 9.0):
        engine = CannedEngine({SOURCE: [TEXT]})
        engine.score = lambda pairs, cost=dislike: [[-1.0 - cost * ("51" in text)] for _, text in pairs]  # type: ignore[method-assign,misc]
        (done,) = enforce(engine, [Task(SOURCE)], beam=4)
        found.append("51" in done.text)
    assert found == [True, False]
