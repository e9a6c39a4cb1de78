"""Entries with a number left open: `Brigif #` is `#th Infantry Brigade` with whatever number the text has.

In a source, `#` is a whole number of up to four digits or a Roman one; in a translation `#` is that number as it is
written in the text, and `#th` its English ordinal: Brigif 9 is 9th Infantry Brigade, Kodam IX is Kodam IX.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from glossary.source.spellings import NUMBER
from glossary.term import Term

_ARABIC = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def is_number(text: str) -> bool:
    """May `text` stand for the number that an entry leaves open?"""
    return bool(_ARABIC.fullmatch(text) or _ROMAN.fullmatch(text))


def ordinal(number: str) -> str:
    """The English ordinal of an Arabic or Roman number: 2nd, 11th, 9th for IX."""
    value = int(number) if number.isdecimal() else _of_roman(number)
    ending = "th" if value // 10 % 10 == 1 else _ENDINGS.get(value % 10, "th")
    return f"{value}{ending}"


def _of_roman(number: str) -> int:
    values = [_VALUES[letter] for letter in number]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


@lru_cache(maxsize=4096)
def filled(term: Term, number: str) -> Term:
    """The entry with `number` where it leaves one open; one that leaves none open as it is."""
    if NUMBER not in term.source:
        return term

    def fill(text: str) -> str:
        return text.replace(f"{NUMBER}th", ordinal(number)).replace(NUMBER, number)

    return replace(
        term,
        source=term.source.replace(NUMBER, number),
        targets=tuple(map(fill, term.targets)),
        forbidden=tuple(map(fill, term.forbidden)),
    )
