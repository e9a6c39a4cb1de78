"""Expressions of the source (a unit, a compass point, `kurang lebih`) and where their English stands.

An expression has the shape of a number: its span, its text, and what may stand for it in English, the usual form first.
Unlike a number it need not stand as often as in the source: `5 km dan 10 km` is 5 and 10 kilometers.

A form is plain text. A blank in it also matches a hyphen, a star at its end any letters; small letters match capitals,
too; one or two small letters (m, kg) count only behind a digit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translator.document import Coverage, Span, spans_of

# Patterns are made once for each tuple of forms: there are fewer of them than this.
MAX_PATTERNS = 1024
# One or two small letters are an abbreviation behind a digit only: `in` is a word, but 5 in are inches.
_ABBREVIATION = re.compile(r"[a-z]{1,2}")
_DIGIT_BEFORE = r"(?<=\d)[ \u00a0-]?"
_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_NO_LETTER_AFTER = r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of an Indonesian text. accepted: the English forms that may stand for it, the usual one first."""

    span: Span
    text: str
    accepted: tuple[str, ...]


def expression_at(found: re.Match[str], accepted: tuple[str, ...], group: str | int = 0) -> Expression:
    """The expression that a pattern found, or that one group of it found."""
    return Expression(Span(*found.span(group)), found[group], accepted)


def placed(expressions: Iterable[Expression], target: str) -> dict[Expression, Span]:
    """Where the expressions stand in an English text: each takes the next place of its forms, or shares the last."""
    seen: Counter[tuple[str, ...]] = Counter()
    held: dict[Expression, Span] = {}
    for expression in expressions:
        places = _places(expression.accepted, target)
        turn = seen[expression.accepted]
        seen[expression.accepted] += 1
        if places:
            held[expression] = places[min(turn, len(places) - 1)]
    return held


def missing(expressions: Iterable[Expression], target: str) -> list[Expression]:
    """The expressions for which no accepted form stands in an English text."""
    stands: dict[tuple[str, ...], bool] = {}  # so that the target is searched once for all that have the same forms
    lost = []
    for expression in expressions:
        forms = expression.accepted
        if forms not in stands:
            stands[forms] = _pattern(forms).search(target) is not None
        if not stands[forms]:
            lost.append(expression)
    return lost


def written(forms: tuple[str, ...], target: str) -> list[Span]:
    """Where any of the forms stands in an English text: what a repair may take for an expression that is missing."""
    return list(_places(forms, target))


def outside(expressions: Iterable[Expression], spans: Sequence[Span]) -> list[Expression]:
    """The expressions that overlap none of the spans, as those of a glossary's terms, which have their own English."""
    covered = Coverage.of(spans)
    return [expression for expression in expressions if not covered.meets(expression.span)]


@lru_cache(maxsize=MAX_PATTERNS)
def _places(accepted: tuple[str, ...], target: str) -> tuple[Span, ...]:
    return tuple(spans_of(_pattern(accepted).finditer(target)))


@lru_cache(maxsize=MAX_PATTERNS)
def _pattern(accepted: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(accepted, key=len, reverse=True)
    return re.compile("|".join(map(_form_pattern, longest_first)))


def _form_pattern(form: str) -> str:
    """A form as a pattern."""
    body = re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"[ \u00a0-]?")
    if form.islower():
        body = f"(?i:{body})"
    if _ABBREVIATION.fullmatch(form):
        return _DIGIT_BEFORE + body + _NO_LETTER_AFTER
    if form.startswith("/"):  # of km/h
        return body + _NO_LETTER_AFTER
    return _NO_LETTER_BEFORE + body + _NO_LETTER_AFTER
