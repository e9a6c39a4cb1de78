"""Raised marks of notes and affiliations, `Kapal¹`, `Siti²,³*`, `harga*)`, which are no words of their sentence."""

from __future__ import annotations

import re

_MARK = r"(?:(?:\d{1,3}|[a-z])[*†‡§¶#]{0,3}|[*†‡§¶#]{1,3})"
_NOTE = re.compile(rf"[\[(]?{_MARK}(?:\s?[,;–-]\s?{_MARK}){{0,9}}[\])]?")
_UNIT_OR_VARIABLE = re.compile(r"(?<![^\W_])[^\W\d_]{1,2}\Z")

_SIGNS = frozenset("=<>≤≥±")


def is_note(raised: str) -> bool:
    """Is raised text the mark of a note, or the marks of several, or a power?"""
    return _NOTE.fullmatch(raised) is not None


def belongs_to_word(before: str, after: str) -> bool:
    """Is raised text between others a part of its word: a power of a unit or a variable (m², R²), or inside (20°C)?

    In a formula (R²=0,85) it stands beside its variable.
    """
    if _UNIT_OR_VARIABLE.search(before):
        return after[:1] not in _SIGNS
    return before[-1:].isalnum() and after[:1].isalnum()
