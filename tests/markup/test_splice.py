from __future__ import annotations

from collections.abc import Sequence

from tests.formats.test_markdown import translated
from translator.document import Document, Mark, MarkKind, Place, Segment, Span
from translator.markup.pieces import Piece, joined
from translator.markup.splice import Become, Splice, spliced, translation_of

TEXT = "awal [kata (dalam) lain] akhir"


def test_a_splice_takes_the_place_of_its_stretch() -> None:
    splices = [Splice(Span(25, 30), lambda _: "end"), Splice(Span(0, 4), lambda _: "start")]
    assert spliced(TEXT, splices) == "start [kata (dalam) lain] end"


def test_a_splice_is_told_what_became_of_what_is_inside_it() -> None:
    def outer(become: Become) -> str:
        return f"{{{become(Span(11, 18))}}}"

    inner = Splice(Span(12, 17), lambda _: "inside")
    assert spliced(TEXT, [inner, Splice(Span(5, 24), outer)]) == "awal {(inside)} akhir"


def test_a_text_without_splices_stays() -> None:
    assert spliced(TEXT, []) == TEXT


def written(pieces: Sequence[Piece], marks: Sequence[Mark]) -> str:
    return joined(pieces, marks)


def test_a_mark_takes_along_what_became_of_it() -> None:
    text = "kapal <a title='satu'>besar</a> itu"
    mark = Mark(MarkKind.AROUND, "<a title='satu'>", "</a>", Span(6, 11))
    segments = (
        Segment("kapal besar itu", Place(Span(0, len(text)), 1), (mark,)),
        Segment("satu", Place(Span(16, 20), 1)),
    )
    table: dict[str, str | tuple[str, str]] = {"kapal besar itu": ("that big ship", "0-2 1-1 2-0"), "satu": "one"}
    both = translated(Document("a", segments, None), table).segments
    holders = [[[Span(6, 22)]], []]
    splices = [translation_of(pair, held, text, written) for pair, held in zip(both, holders, strict=True)]
    assert spliced(text, splices) == "that <a title='one'>big</a> ship"


def test_an_unchanged_segment_stays_as_it_is_written_but_for_what_is_inside() -> None:
    text = "kapal  <a title='satu'>besar</a>"
    mark = Mark(MarkKind.AROUND, "<a title='satu'>", "</a>", Span(6, 11))
    segments = (
        Segment("kapal besar", Place(Span(0, len(text)), 1), (mark,)),
        Segment("satu", Place(Span(17, 21), 1)),
    )
    both = translated(Document("a", segments, None), {"satu": "one"}).segments
    splices = [translation_of(both[0], [[Span(7, 23)]], text, written), translation_of(both[1], [], text, written)]
    assert spliced(text, splices) == "kapal  <a title='one'>besar</a>"
