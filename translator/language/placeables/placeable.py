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
    INITIALS = "initials"  # of a person, behind `inisial`
    CODE = "code"
    EMOJI = "emoji"
    WORD = "word"  # with a symbol inside or behind: AT&T, C++
    SCRIPT = "script"  # words in other letters than Latin ones
    SYMBOL = "symbol"
    FORMULA = "formula"  # operands with signs between them, with its English: see `formulas`
    BREAK = "break"  # a code for a new line
    BLANKS = "blanks"
    PROVISION = "provision"  # a reference to a provision of a law, with its English: see `provisions`
    NO_SEN = "no sen"  # what says behind an amount that it is a whole one (`Rp 1.500,-`), for which English has nothing
    SPELLED_OUT = "spelled out"  # a number in words behind its figures, with its English: see `spelled_out`


@dataclass(frozen=True, slots=True)
class Placeable:
    """A stretch of text that passes untouched, or, where it has English, be it none at all, is written as that."""

    span: Span
    kind: PlaceableKind
    english: str | None = None
