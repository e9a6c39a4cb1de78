"""Dates and other figures with marks between them: 9/3/2022, Senin (4/10), 2022-03-09, 1/3, a season 2021/2022."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from translator.language.numbers.english import MONTHS, date, fraction
from translator.language.numbers.number import NumberKind

# Characters before figures in which a weekday can stand.
CONTEXT = 20

FRACTION = r"1/(?:10|[2-9])|2/[3579]|3/[4578]|4/5|5/[68]|7/8|9/10"
DAY, MONTH, YEAR = r"0?[1-9]|[12]\d|3[01]", r"0?[1-9]|1[0-2]", r"(?:19|20)\d\d"

_DATE_BEFORE = re.compile(
    r"(?:\(|\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu|Ahad|tanggal|tgl\.?),?\s+\(?)$", re.IGNORECASE
)
_IS_DAY = re.compile(DAY, re.ASCII)
_IS_MONTH = re.compile(MONTH, re.ASCII)
# What English writes between the two figures of a law and its year, a share, a score.
_LINKS = ("-", " of ", " out of ", " in ", " to ", " and ", " over ", ", ", " year ", " of the year ")

Reading = tuple[NumberKind, Iterator[str]]


def read_date(found: re.Match[str], _: str) -> Reading:
    day, month = int(found["day"]), int(found["month"])
    return NumberKind.DATE, date(found[0], day, month, found["year"])


def read_iso_date(found: re.Match[str], _: str) -> Reading:
    day, month = int(found["iso_day"]), int(found["iso_month"])
    return NumberKind.DATE, date(found[0], day, month, found["iso_year"])


def read_fraction(found: re.Match[str], source: str) -> Reading:
    digits = found["fraction"]
    if not _is_dated(found, source):
        return NumberKind.FRACTION, fraction(digits)
    day, month = map(int, digits.split("/"))
    return NumberKind.DATE, chain(date(digits, day, month), fraction(digits))


def _is_dated(found: re.Match[str], source: str) -> bool:
    """Does a weekday, `tanggal` or a bracket stand before figures: Senin (4/10)?"""
    return _DATE_BEFORE.search(source[max(0, found.start() - CONTEXT) : found.start()]) is not None


def read_slashed(found: re.Match[str], source: str) -> Reading:
    """Figures with slashes: a date without its year or with a short one, a law of a year, a season, a share."""
    digits = found["slashed"]
    first, second, *rest = digits.split("/")
    if not _is_day(first, second):
        return NumberKind.OTHER, iter([digits]) if rest else _pair(digits, first, second)
    if not rest and _is_dated(found, source):
        return NumberKind.DATE, chain(date(digits, int(first), int(second)), _pair(digits, first, second))
    if not rest:
        return NumberKind.OTHER, chain(_pair(digits, first, second), date(digits, int(first), int(second)))
    year = "/".join(rest)
    if len(year) == 2:
        return NumberKind.DATE, date(digits, int(first), int(second), year)
    return NumberKind.OTHER, iter([digits])


def _is_day(day: str, month: str) -> bool:
    if not bool(_IS_DAY.fullmatch(day)):
        return False
    return bool(_IS_MONTH.fullmatch(month))


def _pair(digits: str, first: str, second: str) -> Iterator[str]:
    """Two figures with a slash between them."""
    yield digits
    for link in _LINKS:
        yield first + link + second
    short, century = second[-2:], first[:2]
    yield f"{first}-{short}"  # 2021/2022
    yield f"{first}/{short}"
    if len(first) == 4 and len(second) == 2:
        yield f"{first}-{century}{second}"
        yield f"{first}/{century}{second}"
    if _is_day(second, first):  # 9/11 names a day as Americans do
        month, day = MONTHS[int(first) - 1], int(second)
        yield f"{month} {day}"
        yield f"{day} {month}"
