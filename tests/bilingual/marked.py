"""Bitexts whose segments hold markup, for the tests of the files that keep it."""

from __future__ import annotations

from tests.bilingual.sample import STAMP
from translator.bitext import Bitext, Finding, Link, Origin, Pair, SegmentPair, Severity
from translator.document import Document, Mark, MarkKind, Place, Segment, Span

TEXT = "Kapal perang tiba. Lihat x < y di sini."
MARKS = (
    Mark(MarkKind.AROUND, "<b>", "</b>", Span(0, 12)),
    Mark(MarkKind.KEPT, "`x < y`", "", Span(25, 30)),
    Mark(MarkKind.BESIDE, "[^1]", "", Span(38, 38)),
)
FINDING = Finding("numbers", Severity.ERROR, "1 & 2 are lost")


def marked() -> Bitext:
    """A segment of two sentences: bold words, code, a footnote mark, and a finding in the second."""
    first = Pair("Kapal perang tiba.", "Warships arrived.", Origin.ENGINE, links=(Link(0, 0), Link(1, 0), Link(2, 1)))
    links = tuple(Link(number, number) for number in range(6))
    second = Pair("Lihat x < y di sini.", "See x < y right here.", Origin.MEMORY, findings=(FINDING,), links=links)
    segment = Segment(TEXT, Place(Span(0, len(TEXT)), 1), MARKS)
    pair = SegmentPair(segment, (Span(0, 18), Span(19, 39)), (first, second))
    return Bitext(Document("berita.id.md", (segment,), None), (pair,), STAMP)
