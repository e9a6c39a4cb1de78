from __future__ import annotations

import pytest

from translator.document import Mark, MarkKind, Span
from translator.markup.half_marks import half_marks_outside
from translator.markup.pieces import Beside, Close, Open, Piece, Text, joined

MARKS = [
    Mark(MarkKind.AROUND, "<i>", "</i>", Span(0, 1)),
    Mark(MarkKind.AROUND, "<b>", "", Span(0, 1)),
    Mark(MarkKind.AROUND, "", "</u>", Span(0, 1)),
    Mark(MarkKind.BESIDE, "<img>", "", Span(0, 0)),
    Mark(MarkKind.AROUND, "<q>", "</q>", Span(0, 1)),
]
A, B = Text("a"), Text("b")


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        ([A, Open(1), B, Close(1)], "a<b>b"),
        ([Open(2), A, Close(2), B], "a</u>b"),
        ([Open(0), A, Open(1), B, Close(1), Close(0)], "<b><i>ab</i>"),
        ([Open(0), Open(2), A, Close(2), B, Close(0), B], "<i>ab</i></u>b"),
        ([A, Open(4), Open(0), A, Open(1), B, Close(1), Close(0), B, Close(4)], "a<b><q><i>ab</i>b</q>"),
        ([A, Open(1), Open(0), B, Close(0), Close(1)], "a<b><i>b</i>"),
        ([Open(0), A, Close(0), Open(1), Open(4), B, Close(4), Close(1)], "<i>a</i><b><q>b</q>"),
        ([Open(0), A, Beside(3), Close(0)], "<i>a<img></i>"),
        ([Open(2), A, Open(1), B, Close(1), Close(2), B], "ab</u><b>b"),
        ([], ""),
    ],
)
def test_half_marks_stand_outside_whole_ones(pieces: list[Piece], wanted: str) -> None:
    assert joined(half_marks_outside(pieces, MARKS), MARKS) == wanted
