"""The tags of languages in documents: which say Indonesian, which English, and what becomes of the first."""

from __future__ import annotations

import re

# "in" was Indonesian until 1989, and is in Java.
_INDONESIAN = re.compile(r"(?:id|in|ind)(?:([-_])ID)?", re.IGNORECASE)
_ENGLISH = re.compile(r"(?:en|eng)(?:[-_@.].*)?", re.IGNORECASE)


def english_for(tag: str) -> str:
    """The English tag in the form of an Indonesian one: `id` -> `en`, `id-ID` -> `en-US`; empty for another tag."""
    found = _INDONESIAN.fullmatch(tag.strip())
    if found is None:
        return ""
    if found[1]:
        return f"en{found[1]}US"
    return "en"


def is_english(tag: str) -> bool:
    """Does a tag say English, of whatever region?"""
    return _ENGLISH.fullmatch(tag.strip()) is not None
