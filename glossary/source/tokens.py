"""Text as the tokens that terms are compared by: which characters belong together, and which count as equal.

A word is a run of letters, digits and combining marks; an apostrophe between letters (Qur'an) and a point or comma
between digits (19.000) are inside it. A run of white space is one token, and so is every other character. Soft hyphens
and other invisible characters count nowhere; hyphens, apostrophes and white space are equal whatever their shape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from glossary.addresses import find_addresses
from glossary.initials import find_initials

HYPHENS = "\u2010\u2011-"
APOSTROPHES = "'\u2018\u2019\u02bb\u02bc"
MARKS = "".join(char for char in map(chr, range(0x300, 0xFE00)) if unicodedata.category(char)[0] == "M")
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
LETTER_OR_DIGIT = r"[^\W_]"

TOKEN = re.compile(
    rf"""
      (?P<word> {LETTER_OR_DIGIT}++ (?:
          [^\W_{MARKS}]++
        | [{MARKS}]++
        | [{INVISIBLE}]++ (?={LETTER_OR_DIGIT}|[{MARKS}])
        | [{APOSTROPHES}] (?={LETTER_OR_DIGIT})
        | (?<=\d) [.,] (?=\d)
        )* )
    | (?P<space> \s [\s{INVISIBLE}]*+ )
    | (?P<hyphen> [{HYPHENS}] (?![{MARKS}]) )
    | (?P<other> [^\s{INVISIBLE}] [{MARKS}]*+ )
    """,
    re.VERBOSE,
)

_INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")
_SAME = {**dict.fromkeys(map(ord, HYPHENS), "-"), **dict.fromkeys(map(ord, APOSTROPHES), "'")}


def with_ascii_signs(text: str) -> str:
    """`text` with the ASCII shape of every hyphen and apostrophe. All characters keep their places."""
    if text.isascii():
        return text
    return text.translate(_SAME)


def plain(text: str) -> str:
    """`text` with what counts as equal made equal, its case kept."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", with_ascii_signs(_INVISIBLE_RUN.sub("", text)))
    if text.isspace():
        return " "
    return " ".join(text.split())


def fold(token: str) -> str:
    """A token as it is compared where case does not count."""
    if not token.isascii():
        return unicodedata.normalize("NFC", plain(token).casefold())
    if token.isspace():
        return " "
    return token.lower()


def first_token(text: str) -> str:
    """The first token of a text without outer white space, folded; empty where it has none."""
    head = text.partition(" ")[0]
    if head.isascii() and head.isalpha():
        return head.lower()
    token = TOKEN.search(text)
    if token:
        return fold(token.group())
    return ""


def key(text: str) -> tuple[str, ...]:
    """The tokens of `text`, folded: equal for two spellings that are found at the same places."""
    return tuple(fold(token.group()) for token in TOKEN.finditer(text.strip()))


def folded(text: str) -> str:
    """`text` as it is compared where neither case nor white space counts: its `key` in one piece."""
    if text.isascii():
        return " ".join(text.split()).lower()
    return "".join(key(text))


def is_blank(text: str) -> bool:
    """Is there nothing visible in `text`?"""
    if text.isascii():
        return not text.strip()
    return not key(text)


def without_addresses(text: str) -> str:
    """`text` with NUL characters in place of every URL and e-mail address. All other characters keep their places."""
    return _without(text, find_addresses(text))


def without_initials(text: str) -> str:
    """`text` with NUL characters in place of the initials of people. All other characters keep their places."""
    return _without(text, find_initials(text))


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    parts = []
    done = 0
    for start, end in places:
        parts.append(text[done:start])
        parts.append("\0" * (end - start))
        done = end
    parts.append(text[done:])
    return "".join(parts)
