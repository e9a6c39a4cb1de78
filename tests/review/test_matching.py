from __future__ import annotations

import pytest

from translator.bilingual.base import Numbered
from translator.bitext import Origin, Pair
from translator.document import Document, Place, Segment, Span
from translator.review.matching import SentencePlace, comparable, match, places_of, split_as

PLACES = [
    SentencePlace(1, 1, "Kapal itu tiba."),
    SentencePlace(1, 2, "Ya."),
    SentencePlace(2, 1, "Cuaca cerah."),
    SentencePlace(3, 1, "Ya."),
]


def row(number: int, source: str, target: str = "x", segment: int = 0, sentence: int = 0) -> Numbered:
    return Numbered(number, Pair(source, target, Origin.MEMORY), "", segment, sentence)


def numbers(rows: list[Numbered]) -> tuple[list[int | None], list[int]]:
    """For each sentence the number of its row, and the numbers of the rows that are left."""
    found = match(rows, PLACES)
    return [each and each.number for each in found.rows], [each.number for each in found.left]


def test_a_row_belongs_to_the_sentence_at_its_place() -> None:
    rows = [row(1, "Ya.", "Yes.", 3, 1), row(2, "Ya.", "Yeah.", 1, 2), row(3, "Kapal itu tiba.", "x", 1, 1)]
    assert numbers(rows) == ([3, 2, None, 1], [])


def test_a_row_whose_place_has_another_source_is_found_by_its_text() -> None:
    rows = [row(1, "Cuaca cerah.", "x", 1, 1), row(2, "Kapal itu karam.", "x", 2, 1)]
    assert numbers(rows) == ([None, None, 1, None], [2])


def test_rows_without_places_are_taken_by_their_text_in_order() -> None:
    rows = [row(1, "Ya.", "Yes."), row(2, "Cuaca cerah."), row(3, "Ya.", "Yeah."), row(4, "Ya.", "Yep.")]
    assert numbers(rows) == ([None, 1, 2, 3], [4])


def test_a_memory_that_has_a_text_once_translates_it_everywhere() -> None:
    assert numbers([row(1, "Ya.", "Yes.")]) == ([None, 1, None, 1], [])
    assert numbers([row(1, "Ya.", "Yes.", 1, 2)]) == ([None, 1, None, None], [])


@pytest.mark.parametrize("text", ["Kapal  itu\u00a0tiba.", " Kapal itu\ntiba. ", "Kapal itu tiba.\x07"])
def test_white_space_and_what_xml_cannot_write_make_no_difference(text: str) -> None:
    assert comparable(text) == comparable("Kapal itu tiba.")


def document(*texts: str) -> Document:
    segments = [Segment(text, Place(Span(0, len(text)), line)) for line, text in enumerate(texts, 1)]
    return Document("berita.txt", tuple(segments), None)


def test_a_segment_stays_whole_where_the_rows_have_it_whole() -> None:
    of = document("Kapal itu tiba. Cuaca cerah.", "Ya. Tidak.")
    whole = "Kapal itu tiba. Cuaca cerah."
    assert split_as(of, [row(1, whole), row(2, "Ya.")]) == [(Span(0, 28),), (Span(0, 3), Span(4, 10))]
    assert split_as(of, [row(1, whole), row(2, "Cuaca cerah.")])[0] == (Span(0, 15), Span(16, 28))


def test_places_count_from_one() -> None:
    of = document("Ya. Tidak.", "Siap.")
    places = places_of(of, split_as(of, []))
    assert places == [SentencePlace(1, 1, "Ya."), SentencePlace(1, 2, "Tidak."), SentencePlace(2, 1, "Siap.")]
