"""Codes of offices and products, told from words and numbers."""

from __future__ import annotations

import re

_ROMAN = re.compile(r"[IVXLC]+")
_MIN_GROUPS = 3  # of a code with hyphens only: F-16 and COVID-19 are words
_MIN_GROUP = 2  # letters or digits of each of them


def is_identifier(word: str) -> bool:
    """Is a word with full stops, slashes or hyphens a code of an office or a product, not a word or a number?"""
    if "/" in word:
        return _is_reference(word)
    groups = word.split("-")
    if len(groups) < _MIN_GROUPS or min(map(len, groups)) < _MIN_GROUP:
        return False
    if not word.isupper() or "." in word:
        return False
    return any(map(str.isdigit, word))


def _is_reference(word: str) -> bool:
    """Is a word with slashes the number of a letter or a law (12/PUU-XVI/2018), or of a unit (XVII/Cenderawasih)?"""
    parts = word.split("/")
    if len(parts) == 2 and _ROMAN.fullmatch(parts[0]) and parts[1].istitle():
        return True
    if not any(map(str.isdigit, word)):
        return False
    if not any(part.isupper() for part in parts):
        return False
    if len(parts) > 2:
        return all(map(_is_upper_part, parts))
    if not word.isupper():
        return False
    return any(map(_is_plain_number, parts))


def _is_upper_part(part: str) -> bool:
    """In capitals, a number, or one word with a capital: PUU-XVI, 2018, Kep."""
    if part[0].isdigit():
        return True
    return part[0].isupper()


def _is_plain_number(part: str) -> bool:
    if "-" in part or part.isdigit():
        return True
    return _ROMAN.fullmatch(part) is not None
