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
    PROVISION = "provision"  # a reference to a provision of a law, with its English: see `provisions`
    SPELLED_OUT = "spelled out"  # a number in words behind its figures, with its English: see `spelled_out`


@dataclass(frozen=True, slots=True)
class Placeable:
    """A stretch of text that passes untouched, or, where it has English, is written as that."""

    span: Span
    kind: PlaceableKind
    english: str = ""
