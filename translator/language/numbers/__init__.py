"""Indonesian numbers in digits and words, and what may stand for them in English.

Indonesian writes 19.000 and 3,5 where English writes 19,000 and 3.5; ribu, juta, miliar, triliun are thousand, million,
billion, trillion; a time is 10.30. A date's day, month and year are three numbers, for English has many orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from glossary import find_addresses
from translator.document import Span
from translator.language.numbers import coordinates, digits, identifiers, months, roman, word_clock, words
from translator.language.numbers.localisation import is_figures, localise
from translator.language.numbers.number import Number, NumberKind
from translator.language.numbers.places import places_of, written

__all__ = ["Number", "NumberKind", "find", "is_figures", "localise", "lost", "missing", "placed", "written"]


# Where two of them find a number in the same place, the earlier one has it.
_SCANS = (coordinates.find, identifiers.find, digits.find, roman.find, months.find, word_clock.find, words.find)
# A sentence is looked at when it is translated, repaired and checked, and so is each of its translations.
SOURCES_KEPT = 1024
_QUINTAL_BEHIND = re.compile(r"\s+kuintal\b", re.IGNORECASE)
TRANSLATIONS_KEPT = 4096
# A date in words before the bracket that has it in figures, so many characters: tanggal enam bulan Maret (06-03-2000).
CONTEXT = 130
_SPELLED_DATE = re.compile(r"\b[Tt]anggal\s[^()\d]{1,120}\(\Z")


@lru_cache(maxsize=SOURCES_KEPT)
def find(source: str) -> tuple[Number, ...]:
    """The numbers of an Indonesian text, in order; none overlaps another. Those in addresses are left out."""
    found: list[Number] = []
    taken = bytearray(len(source))
    for start, end in find_addresses(source):
        taken[start:end] = b"\1" * (end - start)
    for number in chain.from_iterable(scan(source) for scan in _SCANS):
        start, end = number.span
        if taken.find(1, start, end) >= 0:
            continue
        taken[start:end] = b"\1" * (end - start)
        found.append(_with_kilograms(number, source))
    found.sort(key=lambda number: number.span)
    return tuple(_said_twice(found, source))


def _said_twice(found: Iterable[Number], source: str) -> Iterator[Number]:
    """The numbers; those of a date in words with the same date in brackets behind it may stand as that date."""
    waiting: list[Number] = []
    for number in found:
        waiting.append(number)
        if number.kind is not NumberKind.DATE:
            continue
        spelled = _SPELLED_DATE.search(source, max(0, number.span.start - CONTEXT), number.span.start)
        for part in waiting:
            is_said = spelled and spelled.start() < part.span.start < spelled.end()
            yield replace(part, tolerated=(*part.tolerated, *number.accepted)) if is_said else part
        waiting = []
    yield from waiting


def _with_kilograms(number: Number, source: str) -> Number:
    """The number; one of quintals, which English hardly knows, may be of kilograms or tons."""
    if not number.text.isdecimal() or not _QUINTAL_BEHIND.match(source, number.span.end):
        return number
    quintals = int(number.text)
    kilograms = [f"{100 * quintals:,} {unit}" for unit in ("kilogram", "kilograms", "kilos", "kg")]
    tons = [f"{quintals / 10:g} {unit}" for unit in ("ton", "tons", "tonne", "tonnes")]
    return replace(number, tolerated=(*number.tolerated, *kilograms, *tons))


@lru_cache(maxsize=TRANSLATIONS_KEPT)
def placed(source: str, target: str) -> Mapping[Number, Span]:
    """Where the numbers of the source stand in the English target; each place serves one number."""
    numbers = find(source)
    if numbers:
        return places_of(numbers, target)
    return {}


def missing(source: str, target: str) -> tuple[Number, ...]:
    """The numbers of the source that have no place in the English target."""
    standing = placed(source, target)
    return tuple(number for number in find(source) if number not in standing)


def lost(source: str, target: str) -> tuple[Number, ...]:
    """The numbers that are missing, but for those for which the target has what a translator may write as well."""
    return tuple(number for number in missing(source, target) if not _is_tolerated(number, target))


def _is_tolerated(number: Number, target: str) -> bool:
    if not number.tolerated:
        return False
    tolerant = replace(number, accepted=number.tolerated)
    return tolerant in places_of([tolerant], target)
