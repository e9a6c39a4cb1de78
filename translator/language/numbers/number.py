"""The value that the other modules return: a number in an Indonesian text, and how it is written there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from translator.document import Span


class NumberKind(StrEnum):
    """How a number is written."""

    PLAIN = "plain"  # 990; also a year
    GROUPED = "grouped"  # 19.000; 1.234,56
    DECIMAL = "decimal"  # 3,5
    SCALE = "scale"  # 2,3 triliun
    TIME = "time"  # pukul 10.30
    DATE = "date"  # 12/05/2024; (4/10)
    MONTH = "month"  # Mei in 12 Mei 2024
    FRACTION = "fraction"  # 1/3; ¾; sepertiga; satu setengah
    OTHER = "other"  # 3.1.2; 10.30 where nothing says that it is a time
    WORDS = "words"  # dua belas ribu
    ORDINAL = "ordinal"  # keempat, kesembilan belas, ke-13
    CODE = "code"  # T-72, A1GP, 12/PUU-XVI/2018
    VAGUE = "vague"  # puluhan ribu, jutaan
    ROMAN = "roman"  # abad XIX
    COORDINATE = "coordinate"  # 106°49'10" BT


@dataclass(frozen=True, slots=True)
class Number:
    """A number in an Indonesian text.

    text: as written there. accepted: what may stand for it in English, the usual form first.
    tolerated: what a translator may write as well, and what Padan itself puts right: 10.30 for 10:30.
    refused: what may not stand for it though it begins like it: 9:30 p.m. for 09.30.
    """

    span: Span
    text: str
    accepted: tuple[str, ...]
    kind: NumberKind = NumberKind.PLAIN
    tolerated: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def number_at(start: int, text: str, forms: Iterable[str], kind: NumberKind, tolerated: tuple[str, ...] = ()) -> Number:
    """The number that is written as `text` from `start` on; of equal forms the first is kept."""
    accepted = tuple(dict.fromkeys(forms))
    return Number(Span(start, start + len(text)), text, accepted, kind, tolerated)
