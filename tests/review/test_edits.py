from __future__ import annotations

from translator.bilingual.base import Numbered
from translator.bitext import Finding, Link, Origin, Pair, Severity, Status, TermUse
from translator.document import Place, Segment, Span
from translator.review.edits import former_pairs, reviewed_pair
from translator.review.matching import SentencePlace
from translator.review.record import Record

SOURCE = "Kapal tiba."
TERM = TermUse("kapal", "ship", Status.NATURAL, Span(0, 5), Span(4, 8))
LINKS = (Link(0, 1), Link(1, 2))
FINDING = Finding("length", Severity.WARNING, "long")
FORMER = Pair(SOURCE, "The ship came.", Origin.ENGINE, (TERM,), (FINDING,), LINKS, -0.5)


def given(target: str, reviewed: bool = False) -> Pair:
    return Pair("Kapal  tiba.", target, Origin.MEMORY, reviewed=reviewed)


def test_a_translation_that_stayed_is_what_it_was() -> None:
    pair = reviewed_pair(SOURCE, given("The  ship came."), FORMER)
    assert pair == Pair(SOURCE, "The ship came.", Origin.ENGINE, (TERM,), (), LINKS, -0.5)


def test_a_translation_that_stayed_is_reviewed_where_the_file_says_so() -> None:
    assert reviewed_pair(SOURCE, given("The ship came.", reviewed=True), FORMER).reviewed


def test_an_edited_translation_is_a_persons_and_its_links_are_carried() -> None:
    pair = reviewed_pair(SOURCE, given("The vessel came."), FORMER)
    assert pair == Pair(SOURCE, "The vessel came.", Origin.MEMORY, (TERM,), links=LINKS, reviewed=True)


def test_terms_and_links_of_the_file_count_where_the_record_has_none() -> None:
    record = Pair(SOURCE, "The ship came.", Origin.MEMORY)
    row = Pair(SOURCE, "The vessel came.", Origin.ENGINE, (TERM,), (FINDING,), LINKS, -0.5)
    assert reviewed_pair(SOURCE, row, record) == Pair(
        SOURCE, "The vessel came.", Origin.MEMORY, (TERM,), links=LINKS, reviewed=True
    )


def test_a_translation_of_which_nothing_is_known_is_a_persons() -> None:
    pair = reviewed_pair(SOURCE, given("The vessel came."), None)
    assert pair == Pair(SOURCE, "The vessel came.", Origin.MEMORY, reviewed=True)


PLACES = [SentencePlace(1, 1, "Satu."), SentencePlace(1, 2, "Dua."), SentencePlace(2, 1, "Tiga.")]


def translated(*texts: str) -> tuple[Segment, ...]:
    return tuple(Segment(text, Place(Span(0, len(text)), line)) for line, text in enumerate(texts, 1))


def rows(*pairs: tuple[str, Origin]) -> list[Numbered | None]:
    sources = [place.text for place in PLACES]
    return [
        Numbered(n, Pair(sources[n], target, origin)) if target else None for n, (target, origin) in enumerate(pairs)
    ]


def test_without_a_record_what_the_model_wrote_is_known_by_its_origin() -> None:
    found = rows(("One.", Origin.ENGINE), ("Two.", Origin.MEMORY), ("", Origin.ENGINE))
    formers = former_pairs(Record(), PLACES, found, segments=2)
    assert formers == [Pair("Satu.", "One.", Origin.ENGINE), None, None]


def test_the_translation_tells_what_a_sentence_was() -> None:
    found = rows(("One.", Origin.ENGINE), ("Deux.", Origin.ENGINE), ("", Origin.ENGINE))
    formers = former_pairs(Record(segments=translated("One. Two.", "Three.")), PLACES, found, segments=2)
    assert formers == [
        Pair("Satu.", "One.", Origin.ENGINE),
        Pair("Dua.", "Two.", Origin.ENGINE),
        Pair("Tiga.", "Three.", Origin.ENGINE),
    ]


def test_a_record_tells_it_by_place_and_text() -> None:
    record = [Numbered(9, Pair("Tiga.", "Three.", Origin.ENGINE)), Numbered(8, Pair("Satu.", "One.", Origin.ENGINE))]
    assert former_pairs(Record(rows=tuple(record)), PLACES, [None] * 3, segments=2) == [
        Pair("Satu.", "One.", Origin.ENGINE), None, Pair("Tiga.", "Three.", Origin.ENGINE),
    ]  # fmt: skip
