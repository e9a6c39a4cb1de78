from __future__ import annotations

from dataclasses import replace

import pytest

from tests.markup.test_tag_projection import around, beside, carried, segment
from translator.bitext import SegmentPair, Status, TermUse
from translator.document import Mark, Span


def with_terms(pair: SegmentPair, *terms: tuple[str, str]) -> SegmentPair:
    """The segment's first sentence with these terms of its source, and where each stands in its target."""
    sentence = pair.pairs[0]
    uses = []
    for source, target in terms:
        start, place = sentence.source.index(source), sentence.target.index(target)
        spans = Span(start, start + len(source)), Span(place, place + len(target))
        uses.append(TermUse(source, target, Status.NATURAL, *spans))
    return SegmentPair(pair.segment, pair.spans, (replace(sentence, terms=tuple(uses)), *pair.pairs[1:]))


HOSPITAL = ("Rumah sakit itu buka.", "The field hospital opened.", "0-1 1-0 3-3")
SUBMARINE = ("Kapal selam Jepang tiba.", "Japanese submarines arrived.", "0-1 2-0 3-2")
FOREIGN = ("Menteri luar negeri pergi.", "The foreign minister left.", "0-2 1-1 3-3")
GUIDED = ("Peluru kendali baru itu hilang.", "The new guided missile vanished.", "0-3 1-2 2-1 3-0 4-4")


@pytest.mark.parametrize(
    ("sentence", "term", "mark", "wanted"),
    [
        (HOSPITAL, ("Rumah sakit", "field hospital"), beside(11), "The field hospital! opened."),
        (HOSPITAL, ("Rumah sakit", "field hospital"), around(0, 11), "<The field hospital> opened."),
        (SUBMARINE, ("Kapal selam", "submarines"), around(0, 5), "Japanese <submarines> arrived."),
        (SUBMARINE, ("Kapal selam", "submarines"), around(6, 11), "Japanese <submarines> arrived."),
        (SUBMARINE, ("Kapal selam", "submarines"), around(6, 18), "<Japanese submarines> arrived."),
        (FOREIGN, ("Menteri luar negeri", "foreign minister"), around(0, 7), "The foreign <minister> left."),
        (FOREIGN, ("Menteri luar negeri", "foreign minister"), around(13, 19), "The <foreign minister> left."),
        (FOREIGN, ("Menteri luar negeri", "foreign minister"), beside(19), "The foreign minister! left."),
        (FOREIGN, ("Menteri luar negeri", "foreign minister"), beside(7), "The foreign minister! left."),
    ],
)
def test_a_term_and_its_english_belong_together(
    sentence: tuple[str, str, str], term: tuple[str, str], mark: Mark, wanted: str
) -> None:
    assert carried(with_terms(segment([sentence], mark), term)) == wanted


def test_a_mark_before_a_term_stands_before_the_whole_of_its_english() -> None:
    pair = segment(
        [("Lihat kantor berita resmi.", "See the official news agency.", "0-0 1-4 2-3 3-2")], beside(6, "! ")
    )
    assert carried(with_terms(pair, ("kantor berita", "news agency"))) == "See the official ! news agency."


def test_a_mark_behind_an_adjective_stands_behind_the_term_that_it_belongs_to() -> None:
    assert carried(segment([GUIDED], beside(19))) == "The new! guided missile vanished."
    pair = with_terms(segment([GUIDED], beside(19)), ("Peluru kendali", "guided missile"))
    assert carried(pair) == "The new guided missile! vanished."
    apart = ("Peluru kendali, baru itu.", "New guided missile.", "0-2 1-1 2-0")
    pair = with_terms(segment([apart], beside(20)), ("Peluru kendali", "guided missile"))
    assert carried(pair) == "New! guided missile."


def test_a_word_beside_a_term_has_none_of_its_english_but_where_nothing_else_translates_it() -> None:
    pair = segment([("Kantor lama berita dunia.", "Old news world.", "0-1 1-0 1-1 2-1 3-2")], around(7, 11))
    assert carried(with_terms(pair, ("berita", "news"))) == "<Old> news world."
    pair = segment([("Dewan umum tiba.", "The Council arrived.", "0-0 0-1 1-1 2-2")], around(6, 10))
    assert carried(with_terms(pair, ("Dewan", "Council"))) == "The <Council> arrived."
    pair = segment([("Dewan umum tiba.", "The Council arrived.", "0-1 1-0 1-1 2-2")], around(6, 10))
    assert carried(with_terms(pair, ("Dewan", "Council"))) == "<The Council> arrived."


def test_words_right_beside_its_english_that_the_term_alone_is_linked_to_are_its_own() -> None:
    pair = segment([("Jarak tembak dekat.", "Close range of shots.", "0-1 0-2 1-3 2-0")], beside(12))
    assert carried(with_terms(pair, ("Jarak tembak", "range"))) == "Close range of shots!."


def test_a_part_of_a_word_is_no_term_for_markup() -> None:
    pair = segment([("Perang Iran-Irak usai.", "The Iran-Iraq war ended.", "0-2 1-1 2-3")], around(7, 16))
    assert carried(with_terms(pair, ("Irak", "Iraq"))) == "The <Iran-Iraq> war ended."


def test_of_two_terms_alike_the_places_that_no_link_supports_are_not_believed() -> None:
    pair = segment([("Kapal lama dan kapal baru.", "A new ship and an old ship.", "0-6 1-5 2-3 3-2 4-1")], around(0, 5))
    first, second = ("Kapal", "ship"), ("kapal", "ship")
    assert carried(with_terms(pair, first, second)) == "A new ship and an old <ship>."
