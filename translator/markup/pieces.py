"""A translation with its marks, as a row of pieces: what tag projection returns and what every format writes.

A mark is known by its number in the segment's `marks`, so two equal marks are two. Formats that write markup as a row
of characters join the pieces to a string; formats of runs fold them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translator.document import Mark

Spell = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of the translation."""

    text: str


@dataclass(frozen=True, slots=True)
class Open:
    """The opening of the mark with this number, which stands around its words."""

    mark: int


@dataclass(frozen=True, slots=True)
class Close:
    """The closing of the mark with this number."""

    mark: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The mark with this number, whose words are copied: it stands in their place."""

    mark: int


@dataclass(frozen=True, slots=True)
class Beside:
    """The mark with this number, which has no words."""

    mark: int


Piece = Text | Open | Close | Kept | Beside


def joined(pieces: Iterable[Piece], marks: Sequence[Mark], spell: Spell = str) -> str:
    """The pieces as one string. spell: how the characters of the translation are written in this format."""
    parts = []
    for piece in pieces:
        if isinstance(piece, Text):
            parts.append(spell(piece.text))
        elif isinstance(piece, Close):
            parts.append(marks[piece.mark].closing)
        else:
            parts.append(marks[piece.mark].opening)
    return "".join(parts)
