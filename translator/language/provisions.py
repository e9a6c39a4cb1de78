"""References to the provisions of a law: `Pasal 5 ayat (2) huruf b` is Article 5 paragraph (2) letter b.

The engine gets a stand-in for a whole reference, as for a placeable: models take `ayat` for a verse of a holy book, and
`huruf b` for letters. `Pasal 5` and `Bab II` alone are left to the model, which knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span

_ENGLISH = {
    "bab": "chapter",
    "pasal": "article",
    "ayat": "paragraph",
    "huruf": "letter",
    "butir": "item",
    "angka": "number",
    "dan": "and",
    "atau": "or",
}
_WORD = re.compile(r"[^\W\d_]{3,}")
_ARTICLE = r"(?:[Bb]ab\ [IVXLC]+,?\ )?[Pp]asal\ \d{1,4}[A-Z]{0,2}"
_BRACKETED = r"[Aa]yat\ \(\d{1,3}[a-z]?\)"
_PARAGRAPH = rf"(?:{_BRACKETED}|[Aa]yat\ \d{{1,3}}[a-z]?)"
_LETTER = r"(?:[Hh]uruf|[Bb]utir)\ [a-z]"
_TO_LAST = r",?\ (?:dan|atau)\ "
_MANY = (
    rf"(?:[Hh]uruf\ [a-z](?:,\ [a-z])*{_TO_LAST}[a-z]"
    rf"|[Aa]yat\ \(\d{{1,3}}\)(?:,\ \(\d{{1,3}}\))*{_TO_LAST}\(\d{{1,3}}\))"
)
_POINT = rf"(?:{_LETTER}|(?:[Bb]utir|[Aa]ngka)\ \d{{1,3}})"
_PROVISION = re.compile(
    rf"""(?<![\w-])(?:
        (?:(?:{_ARTICLE}|{_PARAGRAPH}),?\ )?(?P<many>{_MANY})
      | {_ARTICLE},?\ {_PARAGRAPH}(?:,?\ {_POINT}){{0,3}}
      | {_ARTICLE}(?:,?\ {_POINT}){{1,3}}
      | {_PARAGRAPH}(?:,?\ {_POINT}){{1,3}}
      | {_LETTER}(?:,?\ {_POINT}){{0,2}}
      | {_BRACKETED}
    )(?![\w-])""".replace("\\ ", "[ \u00a0]"),
    re.VERBOSE,
)


def find(text: str) -> Iterator[tuple[Span, str]]:
    """The references of an Indonesian text, and each in English: huruf a dan b is letters a and b."""
    for found in _PROVISION.finditer(text):
        many = found["many"] or ""
        english = _translated(found[0].removesuffix(many))
        if many:
            noun, _, rest = _translated(many).partition(" ")
            english += f"{noun}s {rest}"
        yield Span(*found.span()), english


def _translated(reference: str) -> str:
    return _WORD.sub(_in_english, reference)


def _in_english(word: re.Match[str]) -> str:
    """An English word that begins with a capital where the Indonesian one does."""
    english = _ENGLISH.get(word[0].lower(), word[0])
    return english.capitalize() if word[0][0].isupper() else english
