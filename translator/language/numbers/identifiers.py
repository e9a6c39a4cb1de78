"""Identifiers in which digits are no amount: B-1234/KPK/XII/2023, 12/PUU-XVI/2018, 01.234.567.8-901.000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.language.numbers.notation import INDONESIAN
from translator.language.numbers.number import Number, NumberKind, number_at

# Characters of a part of an identifier, and how many parts follow the first: bounds that keep a scan linear.
_PART = r"[A-Z0-9][A-Za-z0-9.-]{0,24}"
_PARTED = re.compile(rf"(?<![\w./-])(?!Rp|IDR|USD){_PART}(?:/{_PART}){{1,8}}(?![\w/])", re.ASCII)
# A part that is Roman, or of capitals and digits.
_TELLING = re.compile(r"[IVX]{2,}|(?=.*[A-Z])(?=.*\d)[A-Z0-9.-]+", re.ASCII)
_CAPITALS = re.compile(r"[A-Z][A-Z.-]*[A-Z]|[A-Z][a-z]*\.[A-Z][A-Za-z.]*", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
# Groups of digits that hyphens join: a tax number, an account, but also a date or a range.
_HYPHENED = re.compile(r"(?<![\w.,/-])\d{1,9}(?:[.-]\d{1,9}){2,9}(?![\w-]|[.,]\d)", re.ASCII)
# A whole number, an amount, a time of day, an English decimal.
_AMOUNT = re.compile(rf"\d+|{INDONESIAN.pattern}|\d{{1,2}}\.\d{{1,2}}", re.ASCII)

# The degrees of freedom of a test: F(2,45)=3,12.
_DEGREES = re.compile(r"(?<![\w(])[A-Za-z]{1,5}\((\d{1,4}),(\d{1,4})\)(?=[<>=≤≥])", re.ASCII)


def find(source: str) -> Iterator[Number]:
    """The identifiers of a text that have digits; nothing but the identifier itself may stand for one."""
    for degrees in _DEGREES.finditer(source):
        spaced = degrees[0].replace(",", ", ")
        yield number_at(degrees.start(), degrees[0], (degrees[0], spaced), NumberKind.CODE)
    for pattern, is_identifier in _SHAPES:
        for found in pattern.finditer(source):
            text = found[0].rstrip(".-")
            if is_identifier(text):
                yield number_at(found.start(), text, (text,), NumberKind.CODE)


def _has_telling_part(text: str) -> bool:
    """Do parts between slashes make an identifier? One has digits; of two, one is Roman or of letters and digits."""
    parts = text.split("/")
    if not _DIGIT.search(text):
        return False
    if any(map(_TELLING.fullmatch, parts)):
        return True
    has_capitals = any(map(_CAPITALS.fullmatch, parts))
    if not has_capitals:
        return False
    return len(parts) > 2


def _is_account(digits: str) -> bool:
    """Is one of the groups between hyphens neither a whole number nor an amount?"""
    groups = digits.split("-")
    if len(groups) <= 1:
        return False
    return not all(map(_AMOUNT.fullmatch, groups))


_SHAPES = ((_PARTED, _has_telling_part), (_HYPHENED, _is_account))
