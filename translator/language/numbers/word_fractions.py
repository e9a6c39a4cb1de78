"""Fractions in words: sepertiga, dua pertiga, setengah dari, satu setengah jam."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from translator.language.numbers.english import HALF, fraction, values
from translator.language.numbers.english_words import words
from translator.language.numbers.number import Number, NumberKind, number_at
from translator.language.numbers.word_values import UNITS, WHOLE, is_named

_PART = re.compile(
    rf"(?<![\w-])(?P<above>se|(?:{'|'.join(UNITS)})\s+)per[ ]?(?P<below>{'|'.join([*UNITS, 'sepuluh'])})\b(?!-)",
    re.IGNORECASE,
)
# A unit of which one speaks in halves: its English name, and how many of a smaller unit it has.
_HALVED = {
    "jam": ("hour", 60, "minute"),
    "menit": ("minute", 60, "second"),
    "hari": ("day", 24, "hour"),
    "minggu": ("week", 7, "day"),
    "bulan": ("month", 4, "week"),
    "tahun": ("year", 12, "month"),
    "abad": ("century", 100, "year"),
    "dekade": ("decade", 10, "year"),
    "lusin": ("dozen", 12, "piece"),
    "kilometer": ("kilometer", 1000, "meter"),
    "km": ("km", 1000, "m"),
    "meter": ("meter", 100, "centimeter"),
    "kilogram": ("kilogram", 1000, "gram"),
    "kilo": ("kilo", 1000, "gram"),
    "liter": ("liter", 1000, "milliliter"),
    "ton": ("ton", 1000, "kilogram"),
}
_HALVED_NAMES = "|".join(_HALVED)
_UNIT_AFTER = re.compile(rf"\s+(?P<unit>{_HALVED_NAMES})\b", re.IGNORECASE)
_HALF = re.compile(rf"(?<![\w-])(?:setengah|separuh)\b(?=\s+(?:dari|{_HALVED_NAMES})\b)", re.IGNORECASE)
_HALF_FORMS = ("half", "one half", "1/2", "½", "halves", "0.5", "semi", "halfway")


def parts(source: str, first: int) -> Iterator[Number]:
    """Fractions: sepertiga, dua pertiga."""
    for found in _PART.finditer(source):
        above = UNITS.get(found["above"].strip().lower(), 1)
        below = WHOLE[found["below"].lower()]
        if below <= above or is_named(found, first):
            continue
        figures, in_words, *others = fraction(f"{above}/{below}")
        forms = (in_words, figures, *others)
        yield number_at(found.start(), found[0], forms, NumberKind.FRACTION)


def halves_of(source: str) -> Iterator[Number]:
    """A half of what is named behind it: setengah dari, setengah jam."""
    for found in _HALF.finditer(source):
        forms = chain(_HALF_FORMS, in_smaller_unit(HALF, source, found.end()))
        yield number_at(found.start(), found[0], forms, NumberKind.FRACTION)


def in_smaller_unit(value: Decimal, source: str, end: int) -> Iterator[str]:
    """Half an hour is 30 minutes, an hour and a half is 90. end: where the number words end in the source."""
    unit = _UNIT_AFTER.match(source, end)
    if not unit:
        return
    name, size, smaller = _HALVED[unit["unit"].lower()]
    whole, count = int(value), int(value * size)
    for ending in ("", "s"):
        yield f"{count:,} {smaller}{ending}"
        yield f"{words(count)} {smaller}{ending}"
    if whole == 1:
        yield f"a {name} and a half"
        yield f"an {name} and a half"
    for number in (str(whole), words(whole)):
        yield f"{number} {name} and a half"
        yield f"{number} {name}s and a half"


def halved(value: Decimal) -> Iterator[str]:
    """Two and a half; value: a number with a half, not scaled."""
    whole = int(value)
    yield f"{words(whole)} and a half"
    yield f"{words(whole)} and one half"
    yield f"{whole}½"
    yield f"{whole} ½"
    yield f"{whole} 1/2"
    yield from values(value)
