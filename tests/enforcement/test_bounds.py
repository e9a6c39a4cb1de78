"""No candidate stutters or is much longer than the model's own translation, unless there is no other."""

from __future__ import annotations

from glossary import Matcher, Term
from tests.canned import hypothesis
from translator.bitext import Status
from translator.enforcement.bounds import within_bounds
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Draft, Task

TERMS = [Term("kapal perang", ("warship",))]


def draft(source: str, text: str) -> Draft:
    task = Task(source, tuple(Matcher(TERMS).find(source)))
    return read(task, hypothesis(source, text), Status.NATURAL)


def kept(source: str, own: str, *texts: str) -> list[str]:
    return [each.text for each in within_bounds([draft(source, text) for text in texts], own)]


def test_a_candidate_that_stutters_is_left_out() -> None:
    good, bad = "The fleet fires.", "The fleet fires fires fires."
    assert kept("Armada itu menembak.", good, bad, good) == [good]


def test_a_word_may_stand_as_often_as_some_word_of_the_source() -> None:
    text = "Iron and iron and iron and iron"
    assert kept("Besi dan besi dan besi dan besi", "Iron, iron", text) == [text]


def test_a_stutter_of_the_models_own_is_not_held_against_a_repair() -> None:
    own = "Boats boats boats came"
    assert kept("Perahu datang", own, own, "Boats boats boats arrived") == [own, "Boats boats boats arrived"]


def test_a_candidate_that_is_half_as_long_again_is_left_out() -> None:
    own = "They came home late today"
    assert kept("Mereka pulang", own, own + " and so on and so forth", own) == [own]


def test_three_words_more_are_always_allowed() -> None:
    assert kept("Ya", "Yes", "Yes of course sir") == ["Yes of course sir"]


def test_where_none_is_within_the_bounds_all_are_kept() -> None:
    assert kept("Ya", "Yes", "Yes yes yes yes yes yes") == ["Yes yes yes yes yes yes"]


def test_a_required_term_stands_at_any_price() -> None:
    with_term = "warship warship warship warship warship warship"
    assert kept("kapal perang", "ship", "ship", with_term) == [with_term]


def test_a_row_of_words_that_comes_back_is_a_stutter() -> None:
    own = "The harbour was closed on Monday"
    stutter = "The harbour was closed, the harbour was closed on Monday"
    assert kept("Pelabuhan itu ditutup pada hari Senin", own, stutter, own) == [own]
