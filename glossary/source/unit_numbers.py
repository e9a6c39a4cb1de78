"""Entries with a number left open: `Brigif #` is `#th Infantry Brigade` with whatever number the text has.

In a source, `#` is a whole number of up to four digits, or a Roman one. In a translation `#` is that number as it is
written in the text, and `#th` is its English ordinal: Brigif 9 is 9th Infantry Brigade, Kodam IX is Kodam IX.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from glossary.source.spellings import NUMBER
from glossary.term import Term

_NUMBER = re.compile(r"\d{1,4}|(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def is_number(text: str) -> bool:
    """May `text` stand for the number that an entry leaves open?"""
    return _NUMBER.fullmatch(text) is not None


def ordinal(number: str) -> str:
    """The English ordinal of an Arabic or Roman number: 2nd, 11th, 9th for IX."""
    value = int(number) if number.isdecimal() else _of_roman(number)
    is_teen = value // 10 % 10 == 1
    ending = "th" if is_teen else _ENDINGS.get(value % 10, "th")
    return f"{value}{ending}"


def _of_roman(number: str) -> int:
    total = 0
    highest = 0  # of the letters to the right: a lower one before it is subtracted
    for letter in reversed(number):
        value = _ROMAN_VALUES[letter]
        if value < highest:
            total -= value
        else:
            total += value
            highest = value
    return total


@lru_cache(maxsize=4096)
def filled(term: Term, number: str) -> Term:
    """The entry with `number` where it leaves one open. An entry that leaves none open is returned as it is."""
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
