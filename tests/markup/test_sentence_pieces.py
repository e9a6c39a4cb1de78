from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.bilingual.marked import MARKS, marked
from translator.bitext import Origin, Pair, SegmentPair
from translator.document import Mark, MarkKind, Place, Segment, Span
from translator.markup.pieces import Beside, Close, Kept, Open, Text
from translator.markup.sentence_pieces import plain_texts, sentences


def test_each_sentence_has_its_own_marks() -> None:
    first, second = sentences(marked().segments[0])
    assert first.source == (Open(0), Text("Kapal perang"), Close(0), Text(" tiba."))
    assert first.target == (Open(0), Text("Warships"), Close(0), Text(" arrived."))
    assert second.source == (Text("Lihat "), Kept(1), Text(" di sini"), Beside(2), Text("."))
    assert second.target == (Text("See "), Kept(1), Text(" right here"), Beside(2), Text("."))
    assert (first.before, second.before) == ("", " ")


def test_a_mark_may_open_in_one_sentence_and_close_in_the_next() -> None:
    segment = Segment("Ia tiba. Ia pergi.", Place(Span(0, 18), 1), (Mark(MarkKind.AROUND, "*", "*", Span(3, 18)),))
    pairs = (Pair("Ia tiba.", "He came.", Origin.ENGINE), Pair("Ia pergi.", "He left.", Origin.ENGINE))
    first, second = sentences(SegmentPair(segment, (Span(0, 8), Span(9, 18)), pairs))
    assert first.source == (Text("Ia "), Open(0), Text("tiba."))
    assert second.source == (Text("Ia pergi."), Close(0))


def test_code_that_the_translation_lost_stands_in_the_last_place_it_had() -> None:
    segment = Segment("Lihat x y.", Place(Span(0, 10), 1), (Mark(MarkKind.KEPT, "`x y`", "", Span(6, 9)),))
    (made,) = sentences(SegmentPair(segment, (Span(0, 10),), (Pair("Lihat x y.", "Look there.", Origin.ENGINE),)))
    assert made.target.count(Kept(0)) == 1
    assert "".join([piece.text for piece in made.target if isinstance(piece, Text)]).replace(" ", "") == "Lookthere."


words = st.sampled_from(["kapal", "tiba", "di", "Aceh", "x", "-"])
lines = st.lists(words, min_size=1, max_size=6).map(" ".join)


@given(st.lists(st.tuples(lines, lines), min_size=1, max_size=4), st.data())
def test_no_character_and_no_mark_is_lost_whatever_the_marks(texts: list[tuple[str, str]], data: st.DataObject) -> None:
    spans, text = [], ""
    for source, _ in texts:
        start = len(text) + bool(text)
        text = f"{text} {source}" if text else source
        spans.append(Span(start, len(text)))
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    marks = (
        Mark(MarkKind.AROUND, "<b>", "</b>", Span(*ends)),
        Mark(MarkKind.BESIDE, "<br>", "", Span(ends[1], ends[1])),
    )
    pairs = tuple(Pair(source, target, Origin.ENGINE) for source, target in texts)
    segment = Segment(text, Place(Span(0, len(text)), 1), marks)
    made = sentences(SegmentPair(segment, tuple(spans), pairs))
    assert plain_texts(made, ["", ""]) == texts
    for side in ("source", "target"):
        pieces = [piece for sentence in made for piece in getattr(sentence, side)]
        for piece in (Open(0), Close(0), Beside(1)):
            assert pieces.count(piece) == 1
        assert pieces.index(Open(0)) < pieces.index(Close(0))


def test_the_plain_text_has_what_is_kept() -> None:
    kept = [mark.span.of("Kapal perang tiba. Lihat x < y di sini.") for mark in MARKS]
    assert plain_texts(sentences(marked().segments[0]), kept) == [
        ("Kapal perang tiba.", "Warships arrived."),
        ("Lihat x < y di sini.", "See x < y right here."),
    ]
