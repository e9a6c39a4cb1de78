from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Matcher, Term
from tests.canned import CannedEngine, hypothesis
from translator.bitext import Status
from translator.enforcement.candidates.nbest import read
from translator.enforcement.cascade import Task, enforce
from translator.enforcement.other_words import most_on_one, weights_on_others

TERMS = [Term("penculikan", ("abduction",))]


def test_the_words_of_the_match_and_function_words_do_not_count() -> None:
    source = "penculikan pertama yang diketahui"
    (match,) = Matcher(TERMS).find(source)
    text = hypothesis(source, "first known abduction", "1-0 3-1 0-2 2-2")
    others = weights_on_others(read(Task(source, (match,)), text, Status.NATURAL), match)
    assert others.tolist() == [[1, 0], [0, 1], [0, 0]]
    assert [most_on_one(others, range(row, row + 1)) for row in range(3)] == [1, 1, 0]


@pytest.mark.parametrize(("links", "wanted"), [("0-1 1-1 2-1 3-1 4-1", "the toy"), ("0-1 1-1", "the warship")])
def test_a_word_that_translates_another_word_does_not_give_way(links: str, wanted: str) -> None:
    source = "kapal perang anak-anak"
    (match,) = Matcher([Term("kapal perang", ("warship",))]).find(source)
    engine = CannedEngine({source: [("the toy", links)]})
    (done,) = enforce(engine, [Task(source, (replace(match, required=False),))], beam=1)
    assert done.text == wanted
