from __future__ import annotations

from collections.abc import Sequence

from translator.bitext import Link, Origin, Pair
from translator.document import Document, Mark, MarkKind, Place, Segment, Span
from translator.review.mark_links import with_mark_links

SOURCE = "Kapal perang tiba. Lihat peta itu."
TARGET = "A warship came. See the map there."
SPANS = [(Span(0, 18), Span(19, 34))]


def mark(start: int, end: int, opening: str = "<b>") -> Mark:
    kind = MarkKind.AROUND if start < end else MarkKind.BESIDE
    return Mark(kind, opening, "", Span(start, end))


def segment(text: str, marks: Sequence[Mark]) -> Segment:
    return Segment(text, Place(Span(0, len(text)), 1), tuple(marks))


def links(marks: Sequence[Mark], others: Sequence[Mark], *formers: Pair | None) -> list[str | None]:
    """The links of both sentences."""
    pairs = formers or (
        Pair("Kapal perang tiba.", "A warship came.", Origin.MEMORY),
        Pair("Lihat peta itu.", "See the map there.", Origin.MEMORY),
    )
    document = Document("a", (segment(SOURCE, marks),), None)
    found = with_mark_links(pairs, document, SPANS, [segment(TARGET, others)])
    return [pair and " ".join(f"{link.source}-{link.target}" for link in pair.links) for pair in found]


def test_words_of_the_same_mark_are_linked() -> None:
    assert links([mark(0, 12)], [mark(2, 9)]) == ["0-1 1-1", ""]
    assert links([mark(25, 29)], [mark(20, 27)]) == ["", "1-1 1-2"]


def test_a_mark_may_reach_over_both_sentences() -> None:
    assert links([mark(13, 24)], [mark(10, 19)]) == ["2-2", "0-0"]


def test_a_mark_without_words_links_the_words_before_it() -> None:
    assert links([mark(18, 18, "[1]")], [mark(14, 14, "[1]")]) == ["2-2", ""]


def test_marks_that_are_alike_are_taken_in_their_order() -> None:
    both = [mark(0, 5), mark(25, 29)]
    assert links(both, [mark(2, 9), mark(24, 27)]) == ["0-1", "1-2"]
    assert links(both, [mark(2, 9)]) == ["0-1", ""]
    assert links([mark(0, 5, "<i>")], [mark(2, 9)]) == ["", ""]


def test_links_that_are_known_stay_and_what_is_not_known_has_none() -> None:
    known = Pair("Kapal perang tiba.", "A warship came.", Origin.ENGINE, links=(Link(2, 2),))
    assert links([mark(0, 12), mark(25, 29)], [mark(2, 9), mark(20, 27)], known, None) == ["2-2", None]


def test_another_number_of_segments_tells_nothing() -> None:
    pairs = [Pair("Ya.", "Yes.", Origin.MEMORY)]
    document = Document("a", (segment("Ya.", [mark(0, 3)]),), None)
    assert with_mark_links(pairs, document, [(Span(0, 3),)], []) == pairs
