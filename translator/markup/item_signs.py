"""Boxes and icons that are markup between words: of items in a row, each is translated by itself.

They part items just as typed ones do (`translator.language.items`), and become breaks, which stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol

from translator.language.items import split_items
from translator.markup.runs import Role

BOX = "☐"
ICON = "🖼"  # a picture: what it stands for is not known


class Piece(Protocol):
    """A piece of a paragraph. text: of a mark BESIDE, the sign that a reader sees, if it is one that may part items."""

    @property
    def role(self) -> Role: ...

    @property
    def text(self) -> str: ...


def signs_between_items(pieces: Sequence[Piece]) -> Iterator[int]:
    """The places of the signs that part items in a row."""
    if not any(map(_is_sign, pieces)):
        return
    for is_break, stretch in groupby(range(len(pieces)), lambda at: pieces[at].role is Role.BREAK):
        if not is_break:
            yield from _between_items(pieces, list(stretch))


def _between_items(pieces: Sequence[Piece], stretch: Sequence[int]) -> Iterator[int]:
    """The places of such signs in a stretch without breaks."""
    text = "".join([pieces[at].text for at in stretch])
    items = split_items(text)
    if len(items) == 1:
        return
    borders: set[int] = set()
    for item in items:
        words = item.of(text)
        borders |= {item.end - len(words.lstrip()), item.start + len(words.rstrip())}
    end = 0
    for at in stretch:
        start, end = end, end + len(pieces[at].text)
        if _is_sign(pieces[at]) and not borders.isdisjoint((start, end)):
            yield at


def _is_sign(piece: Piece) -> bool:
    return piece.role is Role.BESIDE and piece.text != ""
