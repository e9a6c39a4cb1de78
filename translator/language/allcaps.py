"""Text in capital letters: it is translated in small letters, and its translation is put into capitals.

Every function keeps the length of a text, so that spans stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary import Match

_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 3  # shorter texts are often abbreviations only: TNI AU
_MAX_ABBREVIATION = 5  # letters; a longer word in capitals is a word


def is_in_capitals(text: str) -> bool:
    """A sentence in capitals: three words or more without a small letter, one of them longer than an abbreviation."""
    words = _WORD.findall(text)
    if len(words) < _MIN_WORDS:
        return False
    if text.upper() != text:
        return False
    return any(len(word) > _MAX_ABBREVIATION for word in words)


def lowered(text: str, matches: Sequence[Match]) -> str:
    """The text in small letters, except its first letter; a term stands as its entry writes it."""
    small = "".join(map(_lower, text))
    parts = []
    done = 0
    for match in matches:
        parts.append(small[done : match.start])
        parts.append(_as_listed(match, small))
        done = match.end
    parts.append(small[done:])
    return _with_first_letter(text, "".join(parts))


def raised(text: str) -> str:
    """The text in capitals."""
    return "".join(map(_upper, text))


def _as_listed(match: Match, small: str) -> str:
    """The found term as its entry writes it; a form that the entry does not write keeps its first capital."""
    for form in (match.term.source, *match.term.variants):
        if len(form) == len(match.text) and form.casefold() == match.text.casefold():
            return form
    return match.text[:1] + small[match.start + 1 : match.end]


def _with_first_letter(text: str, small: str) -> str:
    """`small`, but its first letter as `text` writes it."""
    for place, character in enumerate(small):
        if character.isalpha():
            return small[:place] + text[place] + small[place + 1 :]
    return text[:1] + small[1:]


def _lower(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


def _upper(character: str) -> str:
    capital = character.upper()
    return capital if len(capital) == 1 else character
