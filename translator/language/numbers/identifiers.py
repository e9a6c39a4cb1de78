"""Identifiers in which digits are no amount: B-1234/KPK/XII/2023, 12/PUU-XVI/2018, 01.234.567.8-901.000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.language.numbers.notation import INDONESIAN
from translator.language.numbers.number import Number, NumberKind, number_at

# Characters of a part of an identifier, and how many parts follow the first: bounds that keep a scan linear.
_PART = r"[A-Z0-9][A-Za-z0-9.-]{0,24}"
_PARTED = re.compile(rf"(?<![\w./-])(?!Rp|IDR|USD){_PART}(?:/{_PART}){{1,8}}(?![\w/])", re.ASCII)
_ROMAN = re.compile(r"[IVX]{2,}")
_MIXED = re.compile(r"(?=.*[A-Z])(?=.*\d)[A-Z0-9.-]+", re.ASCII)
_CAPITALS = re.compile(r"[A-Z][A-Z.-]*[A-Z]|[A-Z][a-z]*\.[A-Z][A-Za-z.]*", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
# Groups of digits that hyphens join, one of which has full stops: a tax number, an account.
_HYPHENED = re.compile(r"(?<![\w.,/-])\d{1,9}(?:[.-]\d{1,9}){2,9}(?![\w-]|[.,]\d)", re.ASCII)
_POINTED = re.compile(rf"{INDONESIAN.pattern}|\d{{1,2}}\.\d{{1,2}}", re.ASCII)  # amounts, times, English decimals
_DATE = re.compile(r"\d{1,2}([.-])\d{1,2}\1\d{2,4}|\d{4}-\d\d-\d\d", re.ASCII)


def find(source: str) -> Iterator[Number]:
    """The identifiers of a text that have digits; nothing but the identifier itself may stand for one."""
    if not _DIGIT.search(source):
        return
    if "/" in source:
        for found in _PARTED.finditer(source):
            text = found[0].rstrip(".-")
            if _is_identifier(text.split("/")):
                yield number_at(found.start(), text, (text,), NumberKind.CODE)
    if "-" in source:
        for found in _HYPHENED.finditer(source):
            if _is_account(found[0]):
                yield number_at(found.start(), found[0], (found[0],), NumberKind.CODE)


def _is_identifier(parts: list[str]) -> bool:
    """Do parts between slashes make an identifier? One has digits; of two, one is Roman or of letters and digits."""
    if not _DIGIT.search("".join(parts)):
        return False
    for part in parts:
        if _ROMAN.fullmatch(part) or _MIXED.fullmatch(part):
            return True
    return len(parts) > 2 and any(map(_CAPITALS.fullmatch, parts))


def _is_account(digits: str) -> bool:
    """Is one of the groups between hyphens neither a whole number nor an amount?"""
    if _DATE.fullmatch(digits):
        return False
    groups = digits.split("-")
    return len(groups) > 1 and any(not _is_amount(group) for group in groups)


def _is_amount(group: str) -> bool:
    return "." not in group or _POINTED.fullmatch(group) is not None
