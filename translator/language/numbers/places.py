"""Where the forms of numbers stand in an English text, and which numbers find a place there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from translator.document import Span
from translator.language.numbers.english import MONTHS
from translator.language.numbers.english_words import SPELLED, VAGUE
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
        for found in pattern.finditer(target):
            yield Span(*found.span())


class _Places:
    """Where forms stand in an English text, as the numbers of its tokens: digits with their points, runs of letters."""

    def __init__(self, target: str) -> None:
        folded = target.casefold()
        is_as_long = len(folded) == len(target)  # a text that grows in small letters would move every place in it
        self.text = folded if is_as_long else target
        self.tokens = [token.span() for token in _TOKEN.finditer(self.text)]
        self.index: dict[str, list[int]] = defaultdict(list)
        for number, (start, end) in enumerate(self.tokens):
            self.index[self.text[start:end]].append(number)

    def of(self, forms: Iterable[str]) -> Iterator[range]:
        """The places of the forms, as ranges of token numbers; those of an earlier form come first."""
        for form in forms:
            yield from self._of_form(form.casefold())

    def _of_form(self, form: str) -> Iterator[range]:
        wanted = [token.span() for token in _TOKEN.finditer(form)]
        shape = _shape(form, wanted)
        for first in self.index.get(shape[0], ()):
            tokens = self.tokens[first : first + len(wanted)]
            if _shape(self.text, tokens) == shape:
                yield range(first, first + len(wanted))

    def span(self, place: range) -> Span:
        """The characters of the text that a range of tokens covers."""
        start, _ = self.tokens[place.start]
        _, end = self.tokens[place.stop - 1]
        return Span(start, end)


def _shape(text: str, tokens: Sequence[tuple[int, int]]) -> list[str]:
    """Tokens and what is between them; a hyphen counts as a space, and a space as nothing."""
    shape = [text[start:end] for start, end in tokens]
    for (_, end), (start, _) in pairwise(tokens):
        shape.append(text[end:start].strip(" -\u00a0\u2011"))
    return shape
