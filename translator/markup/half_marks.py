"""Marks whose other half stands in another segment: `<b>` in one line and `</b>` in the next.

A whole mark may go anywhere with its words. A half one may not go into a whole one, which would then close, or open,
between its halves. What was opened before the segment is closed before anything is opened that closes behind it, and
halves keep the order that they have in the source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from translator.document import Mark, MarkKind
from translator.markup.pieces import Close, Open, Piece


def half_marks_outside(pieces: Iterable[Piece], marks: Sequence[Mark]) -> list[Piece]:
    """The pieces with each half mark before, or behind, the whole mark inside which it stood."""
    closing, opening = _halves(marks)
    if not closing and not opening:
        return list(pieces)
    placed: list[Piece] = []
    late: list[Piece] = []  # halves that close, until the outermost whole mark is closed
    depth = 0  # of whole marks
    start = 0  # in `placed`, of the outermost whole mark
    for piece in pieces:
        if piece in opening:
            placed.insert(start if depth else len(placed), piece)
            start += 1
        elif piece in closing:
            late.append(piece)
        elif not _is_void(piece, marks):
            if isinstance(piece, Open) and depth == 0:
                start = len(placed)
            depth += isinstance(piece, Open) - isinstance(piece, Close)
            placed.append(piece)
        if depth == 0:
            placed += late
            late = []
    return _in_order(placed + late, closing, opening)


def _halves(marks: Sequence[Mark]) -> tuple[dict[Piece, None], dict[Piece, None]]:
    """The halves that close, and those that open, as pieces in the order of the source.

    A mark that encloses another stands before it: what is opened comes in that order, what is closed in the opposite.
    """
    closing: list[Piece] = []
    opening: list[Piece] = []
    for number, mark in enumerate(marks):
        if mark.kind is not MarkKind.AROUND:
            continue
        if not mark.opening:
            closing.append(Close(number))
        elif not mark.closing:
            opening.append(Open(number))
    return dict.fromkeys(reversed(closing)), dict.fromkeys(opening)


def _is_void(piece: Piece, marks: Sequence[Mark]) -> bool:
    """Is it the missing half of a mark?"""
    if isinstance(piece, Open):
        return not marks[piece.mark].opening
    if isinstance(piece, Close):
        return not marks[piece.mark].closing
    return False


def _in_order(pieces: Sequence[Piece], closing: Collection[Piece], opening: Collection[Piece]) -> list[Piece]:
    """The pieces, their halves in the order of the source, and those that open behind all that close."""
    next_closing, next_opening = iter(closing), iter(opening)
    ordered: list[Piece] = []
    waiting = sum(piece in closing for piece in pieces)
    early = 0  # halves that open and stand before one that closes
    for piece in pieces:
        if piece in closing:
            ordered.append(next(next_closing))
            waiting -= 1
        elif piece in opening:
            early += 1
        else:
            ordered.append(piece)
        if waiting == 0:
            ordered += [next(next_opening) for _ in range(early)]
            early = 0
    return ordered
