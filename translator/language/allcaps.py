"""Text that stands in capital letters: translated as a sentence, and given back in capitals.

Every function keeps the length of a text, so that spans stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary import Match

_WORD = re.compile(r"[^\W\d_]+")


def is_in_capitals(text: str) -> bool:
    """A sentence in capitals: three words or more without a small letter, one of them longer than an abbreviation."""
    words = _WORD.findall(text)
    return len(words) >= 3 and text.upper() == text and any(len(word) > 5 for word in words)


def lowered(text: str, matches: Sequence[Match]) -> str:
    """The text in small letters, but for its first letter; a term stands as its entry writes it."""
    small, parts, done = "".join(map(_lower, text)), [], 0
    for match in matches:
        entry = next((form for form in (match.term.source, *match.term.variants) if _same(form, match.text)), None)
        parts += [small[done : match.start], entry or match.text[:1] + small[match.start + 1 : match.end]]
        done = match.end
    small = "".join([*parts, small[done:]])
    first = next((place for place, character in enumerate(small) if character.isalpha()), 0)
    return small[:first] + text[first : first + 1] + small[first + 1 :]


def raised(text: str) -> str:
    return "".join(map(_upper, text))


def _same(entry: str, found: str) -> bool:
    return len(entry) == len(found) and entry.casefold() == found.casefold()


def _lower(character: str) -> str:
    return character.lower() if len(character.lower()) == 1 else character


def _upper(character: str) -> str:
    return character.upper() if len(character.upper()) == 1 else character
