from __future__ import annotations

import pytest

from translator.bitext import Link, Origin, Pair, SegmentPair
from translator.document import Mark, MarkKind, Place, Segment, Span
from translator.markup.tag_projection import carried


def segment(sentences: list[tuple[str, str, str]], *marks: Mark) -> SegmentPair:
    """A segment of sentences (source, target, links) with one blank between them."""
    text, spans, pairs = "", [], []
    for source, target, links in sentences:
        start = len(text) + bool(text)
        text = f"{text} {source}" if text else source
        spans.append(Span(start, len(text)))
        numbers = tuple(Link(*map(int, link.split("-"))) for link in links.split())
        pairs.append(Pair(source, target, Origin.ENGINE, links=numbers))
    return SegmentPair(Segment(text, Place(Span(0, len(text)), 1), marks), tuple(spans), tuple(pairs))


def around(start: int, end: int, opening: str = "<", closing: str = ">") -> Mark:
    return Mark(MarkKind.AROUND, opening, closing, Span(start, end))


def beside(place: int, text: str = "!") -> Mark:
    return Mark(MarkKind.BESIDE, text, "", Span(place, place))


RED_SHIP = ("Kapal merah itu tiba.", "The red ship arrived.", "0-2 1-1 2-0 3-3")


@pytest.mark.parametrize(
    ("marks", "wanted"),
    [
        ((around(6, 11),), "The <red> ship arrived."),
        ((around(0, 11),), "The <red ship> arrived."),
        ((around(0, 15),), "<The red ship> arrived."),
        ((around(16, 20),), "The red ship <arrived>."),
        ((around(16, 21),), "The red ship <arrived.>"),
        ((around(0, 21),), "<The red ship arrived.>"),
        ((around(0, 5), around(6, 11, "[", "]")), "The [red] <ship> arrived."),
        ((around(0, 11), around(6, 11, "[", "]")), "The <[red] ship> arrived."),
        ((around(6, 11), around(6, 11, "[", "]")), "The <[red]> ship arrived."),
        ((beside(5),), "The red ship! arrived."),
        ((beside(11),), "The red! ship arrived."),
        ((beside(0),), "!The red ship arrived."),
        ((beside(21),), "The red ship arrived.!"),
        ((around(6, 21, "<", ""),), "<The red ship arrived."),
    ],
)
def test_marks_go_along_the_links(marks: tuple[Mark, ...], wanted: str) -> None:
    assert carried(segment([RED_SHIP], *marks)) == wanted


def test_a_mark_over_two_sentences_goes_from_one_into_the_other() -> None:
    pair = segment([RED_SHIP, ("Awak turun.", "The crew landed.", "0-1 1-2")], around(16, 26))
    assert carried(pair) == "The red ship <arrived. The crew> landed."


def test_a_mark_stays_in_its_own_sentence() -> None:
    pair = segment([RED_SHIP, ("Awak turun.", "They landed.", "")], around(22, 26))
    assert carried(pair) == "The red ship arrived. <They> landed."


def test_kept_words_are_written_by_their_mark() -> None:
    mark = Mark(MarkKind.KEPT, "``make``", "", Span(9, 15))
    assert carried(segment([("Jalankan `make` lagi.", "Again run `MAKE`.", "")], mark)) == "Again run ``make``."


def test_a_mark_without_a_word_left_for_it_keeps_the_words_of_the_source() -> None:
    pair = segment([("satu dua", "both", "0-0 1-0")], around(0, 4, "[", "](a)"), around(5, 8, "[", "](b)"))
    assert carried(pair) == "[both](a) [dua](b)"


def test_text_between_marks_is_spelt_as_the_format_writes_it() -> None:
    assert carried(segment([RED_SHIP], around(6, 11)), str.upper) == "THE <RED> SHIP ARRIVED."


def test_what_was_copied_is_linked_word_for_word() -> None:
    assert carried(segment([("A-1 B-2", "A-1 B-2", "")], around(4, 7))) == "A-1 <B-2>"
