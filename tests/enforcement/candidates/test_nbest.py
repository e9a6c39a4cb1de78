from __future__ import annotations

import pytest

from glossary import Case, Matcher, Term
from tests.canned import hypothesis
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.nbest import MAX_SCORE_LOSS, assign, choose
from translator.enforcement.cascade import Task

RUSSIA = Term("Rusia", ("Russia", "Russian"), case=Case.EXACT)
AIR_FORCE = Term("Angkatan Udara", ("Air Force",))
RUSSIAN_AIR_FORCE = Term("Angkatan Udara Rusia", ("Russian Air Force",))
MATCHER = Matcher([RUSSIA, AIR_FORCE, RUSSIAN_AIR_FORCE])


def drafted(source: str, *texts: str, scores: tuple[float, ...] = (-1.0, -1.1, -1.15, -1.19)):  # type: ignore[no-untyped-def]
    hypotheses = [hypothesis(source, text, score=score) for text, score in zip(texts, scores, strict=False)]
    return choose(Task(source, tuple(MATCHER.find(source))), hypotheses)


def test_the_likeliest_hypothesis_is_taken_when_it_has_all_terms() -> None:
    draft = drafted("Rusia menyerang", "Russia attacked", "Russia attacks")
    assert draft.hypothesis.text == "Russia attacked"
    assert [place and (place.span, place.target, place.status) for place in draft.placed] == [
        (Span(0, 6), "Russia", Status.NATURAL)
    ]


def test_another_hypothesis_is_taken_for_its_terms_and_says_so() -> None:
    draft = drafted("Rusia menyerang", "Rusia attacked", "Russian attacks", "Russia attacks")
    assert draft.hypothesis.text == "Russian attacks"
    assert draft.placed[0] is not None
    assert (draft.placed[0].target, draft.placed[0].status) == ("Russian", Status.N_BEST)


def test_a_hypothesis_far_behind_the_best_is_not_taken() -> None:
    draft = drafted("Rusia menyerang", "They attacked", "Russia attacked", scores=(-1.0, -1.01 - MAX_SCORE_LOSS))
    assert (draft.hypothesis.text, draft.missing) == ("They attacked", 1)


def test_a_hypothesis_that_repeats_the_term_loses_to_one_that_does_not() -> None:
    draft = drafted("Rusia menyerang", "Russia attacked Russia", "Russia attacked")
    assert (draft.hypothesis.text, draft.excess) == ("Russia attacked", 0)


def test_a_hypothesis_that_leaves_out_a_word_of_the_source_is_not_taken_for_a_term() -> None:
    draft = drafted("Rusia menyerang kota", "Rusia attacked cities", "Russia attacked")
    assert (draft.hypothesis.text, draft.missing) == ("Rusia attacked cities", 1)


def test_of_two_hypotheses_with_all_terms_the_one_without_an_omission_is_taken() -> None:
    draft = drafted("Rusia, Rusia menyerang", "Rusia, Rusia attacked", "Russia, Russia", "Russia, Russia attacks")
    assert draft.hypothesis.text == "Russia, Russia attacks"


def test_a_term_inside_a_longer_one_has_no_place_of_its_own_there() -> None:
    draft = drafted("Angkatan Udara Rusia dan Angkatan Udara", "The Russian Air Force and others")
    assert [place and place.target for place in draft.placed] == ["Russian Air Force", None]


def test_each_of_two_uses_needs_a_place() -> None:
    draft = drafted("Rusia membantu Rusia", "Russia helped itself")
    assert draft.missing == 1


def test_of_several_places_the_one_the_model_looked_from_is_taken() -> None:
    source = "mereka dan Rusia"
    match = MATCHER.find(source)
    draft = choose(Task(source, tuple(match)), [hypothesis(source, "Russia and Russia", "0-0 1-1 2-2")])
    assert draft.placed[0] is not None
    assert (draft.placed[0].span, draft.excess) == (Span(11, 17), 1)


def test_a_use_gives_way_when_it_can_stand_elsewhere() -> None:
    here, there = (Span(0, 6), "a"), (Span(10, 16), "b")
    assert assign([[here, there], [here]]) == {0: 1, 1: 0}
    assert assign([[here], [here]]) == {0: 0}
    assert assign([]) == {}


def test_a_place_that_covers_two_others_does_not_push_both_out() -> None:
    first, second, both = (Span(0, 3), "a"), (Span(4, 7), "b"), (Span(0, 7), "c")
    assert assign([[first], [second], [both]]) == {0: 0, 1: 0}


def test_equal_uses_have_their_places_in_order() -> None:
    places = [(Span(10 * number, 10 * number + 5), "a") for number in range(600)]
    assert assign([places] * 600) == {number: number for number in range(600)}


STEAL = Term("curi", ("steal",), verb=True)
ATTACK = Term("serang", ("attack",), verb=True)


@pytest.mark.parametrize(
    ("term", "source", "model", "wanted"),
    [
        (STEAL, "Pencuri mencuri mobil", "Burglars stole cars", [None, "stole"]),
        (STEAL, "Pencuri mencuri mobil", "Thieves stole cars", ["Thieves", "stole"]),
        (STEAL, "Pencuri itu pergi", "Who stole left", ["stole"]),
        (ATTACK, "Penyerang menyerang kota", "The attackers attacked town", ["attackers", "attacked"]),
        (ATTACK, "Penyerangan itu menyerang kota", "Attack attacked town", ["Attack", "attacked"]),
        (ATTACK, "Penyerangan diserang", "Attacked attacked", [None, "attacked"]),
        (STEAL, "Pencurian terjadi, pencuri mencuri", "It occurs, he steals", [None, None, "steals"]),
    ],
)
def test_a_past_is_no_noun_where_the_verb_stands_beside_it(
    term: Term, source: str, model: str, wanted: list[str | None]
) -> None:
    task = Task(source, tuple(Matcher([term]).find(source)))
    draft = choose(task, [hypothesis(source, model)])
    assert [place and place.span.of(model) for place in draft.placed] == wanted
