"""References to the provisions of a law: `Pasal 5 ayat (2) huruf b` is Article 5 paragraph (2) letter b.

The engine gets a stand-in for a whole reference, as for a placeable: models take `ayat` for a verse of a holy book, and
`huruf b` for letters. `Pasal 5` and `Bab II` alone are left to the model, which knows them. A term of the user's that
is a part of a reference (`ayat`, `Pasal 5`) stands in it as the glossary has it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from glossary import Case, Match, required_form
from translator.document import Coverage, Span

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
        (?:{_ARTICLE},?\ )?(?:{_PARAGRAPH},?\ )?(?P<many>{_MANY})
      | {_ARTICLE},?\ {_PARAGRAPH}(?:,?\ {_POINT}){{0,3}}
      | {_ARTICLE}(?:,?\ {_POINT}){{1,3}}
      | {_PARAGRAPH}(?:,?\ {_POINT}){{1,3}}
      | {_LETTER}(?:,?\ {_POINT}){{0,2}}
      | {_BRACKETED}
    )(?![\w-])""".replace("\\ ", "[ \u00a0]"),
    re.VERBOSE,
)


def find(text: str, terms: Sequence[Match] = ()) -> Iterator[tuple[Span, str]]:
    """The references of an Indonesian text, and each in English: huruf a dan b is letters a and b.

    terms: of the user's, from left to right. A reference that is no more than a part of one, or is cut by one, is left
    out.
    """
    for found in _PROVISION.finditer(text):
        span = Span(*found.span())
        inside = terms_of(span, terms)
        if all(_is_part(match, span) for match in inside):
            yield span, _in_english(found, inside)


def terms_of(span: Span, terms: Sequence[Match]) -> Sequence[Match]:
    """Those of the terms that overlap a span."""
    first = bisect_right(terms, span.start, key=attrgetter("end"))
    return terms[first : bisect_left(terms, span.end, key=attrgetter("start"))]


def _is_part(match: Match, reference: Span) -> bool:
    if match.start < reference.start or match.end > reference.end:
        return False
    return match.end - match.start < reference.end - reference.start


def _in_english(found: re.Match[str], terms: Sequence[Match]) -> str:
    """A reference with the terms in it as the glossary has them, and its other words in English."""
    plural = found.start("many")
    pieces = [(Span(match.start, match.end), _in_a_reference(match, match.start == plural)) for match in terms]
    own = Coverage.of(span for span, _ in pieces)
    for word in _WORD.finditer(found[0]):
        span = Span(*word.span()).shifted(found.start())
        if not own.meets(span):
            ending = "s" if span.start == plural else ""
            pieces.append((span, _translated(word[0]) + ending))
    parts, done = [], found.start()
    for span, english in sorted(pieces):
        parts += [found.string[done : span.start], english]
        done = span.end
    parts.append(found.string[done : found.end()])
    return "".join(parts)


def _in_a_reference(match: Match, plural: bool) -> str:
    """A term as the glossary has it, with a capital where the Indonesian one begins with one."""
    begins_large = match.text[0].isupper() and match.term.case is not Case.EXACT
    return required_form(replace(match, plural=plural), begins_large)


def _translated(word: str) -> str:
    """An English word that begins with a capital where the Indonesian one does."""
    english = _ENGLISH.get(word.lower(), word)
    return english.capitalize() if word[0].isupper() else english
