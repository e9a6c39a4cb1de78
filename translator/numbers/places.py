"""Where the forms of numbers stand in an English text, and which numbers find no place there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from translator.document import Span
from translator.numbers.english import MONTHS, SPELLED
from translator.numbers.number import Kind, Number

# Figures that stand alone, with what scales them: not 72 of T-72, 15 of 15th, 39 of 39C; but 2.3 of Rp2.3.
_FIGURES = re.compile(
    r"""(?:(?<=\bRp)|(?<=\bUSD)|(?<=\bIDR)|(?<![\w.,:])(?<![^\W\d_][-\u2011]))
    \d+(?:[.,:]\d+)*(?!(?!s\b)\w|[.,:]\d|[-\u2011][^\W\d_])
    (?:[ \u00a0](?:thousand|million|billion|trillion)s?\b)?""",
    re.VERBOSE,
)
_MONTH_NAMES = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_WORDS = frozenset({Kind.WORDS, Kind.ORDINAL, Kind.FRACTION})
_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+")


def without_place(numbers: Sequence[Number], target: str) -> list[Number]:
    """The numbers that have no place in the English target; each place serves one number."""
    places = _Places(target)
    groups: dict[tuple[str, ...], list[Number]] = defaultdict(list)
    for number in numbers:
        groups[number.accepted].append(number)
    lost: list[Number] = []
    found = {accepted: list(places.of(accepted)) for accepted in groups}
    taken: set[int] = set()
    for accepted, group in sorted(
        groups.items(), key=lambda item: len(found[item[0]])
    ):  # those with least choice first
        free = (place for place in found[accepted] if taken.isdisjoint(place))
        for number in group:
            place = next(free, None)
            if place is None:
                lost.append(number)
            else:
                taken.update(place)
    return sorted(lost, key=lambda number: number.span)


def written(kind: Kind, target: str) -> Iterator[Span]:
    """Where a number of this kind could stand in an English text: figures, number words, names of months."""
    patterns = (_MONTH_NAMES,) if kind is Kind.MONTH else (_FIGURES, SPELLED) if kind in _WORDS else (_FIGURES,)
    for pattern in patterns:
        yield from (Span(*found.span()) for found in pattern.finditer(target))


class _Places:
    """Where forms stand in an English text, as the numbers of its tokens: digits with their points, runs of letters."""

    def __init__(self, target: str) -> None:
        self.text = target.casefold()
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

    def _shape(self, place: range) -> list[str]:
        return _shape(self.text, self.tokens[place.start : place.stop])


def _shape(text: str, tokens: list[tuple[int, int]]) -> list[str]:
    """Tokens and what is between them; a hyphen counts as a space, and a space as nothing."""
    gaps = [text[before[1] : after[0]].strip(" -\u00a0\u2011") for before, after in pairwise(tokens)]
    return [text[start:end] for start, end in tokens] + gaps
