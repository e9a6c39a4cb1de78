"""A placeable, and its kinds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from translator.document import Span


class PlaceableKind(StrEnum):
    """What a placeable is."""

    ADDRESS = "address"
    HANDLE = "handle"
    PATH = "path"
    PLACEHOLDER = "placeholder"
    IDENTIFIER = "identifier"
    TAG = "tag"
    CODE = "code"
    EMOJI = "emoji"
    WORD = "word"  # with a symbol inside or behind: AT&T, C++
    SCRIPT = "script"  # words in other letters than Latin ones
    SYMBOL = "symbol"
    BREAK = "break"  # a code for a new line
    BLANKS = "blanks"


@dataclass(frozen=True, slots=True)
class Placeable:
    """A stretch of text that passes untouched."""

    span: Span
    kind: PlaceableKind
