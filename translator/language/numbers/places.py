"""Where the forms of numbers stand in an English text, and which numbers find a place there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from translator.document import Span
from translator.language.numbers.english import MONTHS, SPELLED, VAGUE
from translator.language.numbers.number import Number, NumberKind

# Figures that stand alone, with what scales them: not 72 of T-72, 15 of 15th, 39 of 39C; but 2.3 of Rp2.3.
_FIGURES = re.compile(
    r"""(?:(?<=\bRp)|(?<=\bUSD)|(?<=\bIDR)|(?<![\w.,:])(?<![^\W\d_][-\u2011]))
    \d+(?:[.,:]\d+)*(?!(?!s\b)\w|[.,:]\d|[-\u2011][^\W\d_])
    (?:[ \u00a0](?:thousand|million|billion|trillion)s?\b|[ \u00a0]?(?:[MT]|jts?|rb)\b)?""",
    re.VERBOSE,
)
_MONTH_NAMES = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_ORDINALS = re.compile(r"(?<![\w.,:-])\d+(?:st|nd|rd|th)\b")
_CODES = re.compile(r"(?<![\w.,:-])[A-Z][A-Za-z]{0,4}-?\d+[A-Za-z]{0,4}\b")
_PATTERNS = {
    NumberKind.MONTH: (_MONTH_NAMES,),
    NumberKind.ORDINAL: (_ORDINALS, _FIGURES, SPELLED),
    NumberKind.WORDS: (_FIGURES, SPELLED),
    NumberKind.FRACTION: (_FIGURES, SPELLED),
    NumberKind.CODE: (_CODES, _FIGURES),
    NumberKind.VAGUE: (VAGUE,),
}
_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+")


def places_of(numbers: Sequence[Number], target: str) -> dict[Number, Span]:
    """The places of the numbers that have one in the English target; each place serves one number."""
    places = _Places(target)
    groups: dict[tuple[str, ...], list[Number]] = defaultdict(list)
    for number in numbers:
        groups[number.accepted].append(number)
    found = {accepted: list(places.of(accepted)) for accepted in groups}
    taken: set[int] = set()
    held: dict[Number, Span] = {}
    for accepted, group in sorted(groups.items(), key=lambda item: _ease(item[1][0], found[item[0]])):
        free = (place for place in found[accepted] if taken.isdisjoint(place))
        for number, place in zip(group, free, strict=False):
            taken.update(place)
            held[number] = places.span(place)
    return held


def _ease(number: Number, found: Sequence[range]) -> tuple[bool, int]:
    """In which order numbers take their places: ordinals, before the 18 of 18th is gone; those with least choice."""
    return number.kind is not NumberKind.ORDINAL, len(found)


def written(kind: NumberKind, target: str) -> Iterator[Span]:
    """Where a number of this kind could stand in an English text: figures, number words, names of months."""
    for pattern in _PATTERNS.get(kind, (_FIGURES,)):
        yield from (Span(*found.span()) for found in pattern.finditer(target))


class _Places:
    """Where forms stand in an English text, as the numbers of its tokens: digits with their points, runs of letters."""

    def __init__(self, target: str) -> None:
        folded = target.casefold()
        self.text = folded if len(folded) == len(target) else target  # what grows would move all behind it
        self.tokens = [token.span() for token in _TOKEN.finditer(self.text)]
        self.index: dict[str, list[int]] = defaultdict(list)
        for number, (start, end) in enumerate(self.tokens):
            self.index[self.text[start:end]].append(number)

    def of(self, forms: Iterable[str]) -> Iterator[range]:
        for form in map(str.casefold, forms):
            wanted = [token.span() for token in _TOKEN.finditer(form)]
            for first in self.index.get(form[slice(*wanted[0])], ()):
                place = range(first, first + len(wanted))
                if place.stop <= len(self.tokens) and self._shape(place) == _shape(form, wanted):
                    yield place

    def span(self, place: range) -> Span:
        return Span(self.tokens[place.start][0], self.tokens[place.stop - 1][1])

    def _shape(self, place: range) -> list[str]:
        return _shape(self.text, self.tokens[place.start : place.stop])


def _shape(text: str, tokens: list[tuple[int, int]]) -> list[str]:
    """Tokens and what is between them; a hyphen counts as a space, and a space as nothing."""
    gaps = [text[before[1] : after[0]].strip(" -\u00a0\u2011") for before, after in pairwise(tokens)]
    return [text[start:end] for start, end in tokens] + gaps
