"""Where the forms of numbers stand in an English text, and which numbers find a place there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translator.document import Span, spans_of
from translator.language.numbers.english import MONTHS
from translator.language.numbers.english_words import NUMBER_WORDS, SPELLED, VAGUE
from translator.language.numbers.number import Number, NumberKind

# Figures that stand alone, with what scales them: not 72 of T-72, 15 of 15th, 39 of 39C, 9 of 9/3; but 2.3 of Rp2.3.
_FIGURES = re.compile(
    r"""(?:(?<=\bRp)|(?<=\bUSD)|(?<=\bIDR)|(?<![\w.,:])(?<!\d/)(?<![^\W\d_][-\u2011]))
    \d+(?:[.,:]\d+)*(?!(?!s\b)\w|[.,:/]\d|[-\u2011][^\W\d_])
    (?:[ \u00a0](?:thousand|million|billion|trillion)s?\b|[ \u00a0]?(?:[MT]|jts?|rb)\b)?""",
    re.VERBOSE,
)
_MONTH = "|".join(MONTHS)
_MONTH_NAMES = re.compile(rf"\b(?:{_MONTH})\b")
_ORDINALS = re.compile(r"(?<![\w.,:-])\d+(?:st|nd|rd|th)\b")
_CODES = re.compile(r"(?<![\w.,:-])[A-Z][A-Za-z]{0,4}-?\d+[A-Za-z]{0,4}\b")
_IDENTIFIERS = re.compile(r"(?<![\w./-])\w[\w.-]{0,24}(?:/\w[\w.-]{0,24}){1,8}(?<![.-])", re.ASCII)
_SLASHED = re.compile(r"(?<![\w.,/-])\d{1,6}(?:/\d{1,6})+(?![\w/])")
_MARKED_DATES = re.compile(r"(?<![\w.,/-])\d{1,4}(?:-\d{1,2}-|\.\d{1,2}\.)\d{1,4}(?!\w)")
_YEAR = r"(?:,? (?:1\d|20)\d\d)?"
_SPELLED_DATES = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH}){_YEAR}|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b{_YEAR})\b"
)
_HALVES = re.compile(r"\b(?:(?:\w+ and )?a )?half(?: an?)?\b", re.IGNORECASE)
_ROMAN = re.compile(r"(?<![\w.'’-])[IVXLCDM]+\b(?!['’](?!s\b))")
# Also without the signs of degrees, which a model drops, and with a possessive, which it makes of the minutes.
_COORDINATES = re.compile(
    r"""(?<![\w.,])\d{1,6}(?:[.,]\d{1,9})?(?:\s?[°'′’"″”](?:\s?\d[\d.,]{0,9})?){1,8}(?:s\b)?(?:[\s-]?(?:[NSEW]|L[SU]|B[TB])\b)?
    |(?<![\w.,])\d{1,3}(?:[.,]\d{1,9})?\s(?:[NSEW]|L[SU]|B[TB])\b""",
    re.VERBOSE,
)
# With the half of the day, and with the ending of an ordinal, which a model adds: 08.46th. A hyphen before: a range.
_CLOCKS = re.compile(
    r"""(?<![\w.,:/])(?<!\D-)\d{1,2}
    (?:[.,:]\d\d(?:[.:]\d\d)?(?:st|nd|rd|th)?\b(?![.,:]\d)(?:[ ]?[ap]\.?m\b(?:\.(?!\s*\Z))?)?
    |(?:[.,:]\d+)*[ ]?[ap]\.?m\b(?:\.(?!\s*\Z))?)""",
    re.VERBOSE,
)
_PATTERNS = {
    NumberKind.MONTH: (_MONTH_NAMES,),
    NumberKind.ORDINAL: (_ORDINALS, _FIGURES, SPELLED),
    NumberKind.WORDS: (_FIGURES, SPELLED),
    NumberKind.FRACTION: (_SLASHED, _HALVES, _FIGURES, SPELLED),
    NumberKind.CODE: (_CODES, _IDENTIFIERS, _FIGURES),
    NumberKind.VAGUE: (VAGUE, SPELLED),
    NumberKind.TIME: (_CLOCKS, _FIGURES, _HALVES, SPELLED),
    NumberKind.DATE: (_SPELLED_DATES, _SLASHED, _MARKED_DATES, _FIGURES),
    NumberKind.OTHER: (_SLASHED, _FIGURES),
    NumberKind.ROMAN: (_ORDINALS, _ROMAN, _FIGURES),
    NumberKind.COORDINATE: (_COORDINATES,),
}
# Superscripts and fractions of one character: Unicode counts them among the letters of words, this pattern does not.
_RAISED = "²³¹¼-¾⁰⁴-⁹⅐-⅞⁺⁻"
_TOKEN = re.compile(rf"[0-9]+(?:[.,:][0-9]+)*[{_RAISED}]*|[{_RAISED}]+|[^\W\d_{_RAISED}]+")
_SLASH_BEFORE = re.compile(r"\w/")
_SLASH_AFTER = re.compile(r"/\w")
# The signs of minutes and seconds, and the curly quotes that stand for them as often, are one to the reader.
_QUOTES = str.maketrans(dict.fromkeys("′’‘", "'") | dict.fromkeys("″”“", '"'))
# Of a number that found no free place, and of one that may give way to it, so many places are tried: the time that many
# equal numbers take stays linear.
MAX_PLACES_TRIED = 8
# Kinds that take their places before the others: the 18 of 18th is no number by itself, nor is the 03 of 06-03-2024.
_TAKEN_FIRST = frozenset({NumberKind.ORDINAL, NumberKind.ROMAN, NumberKind.DATE})


def places_of(numbers: Sequence[Number], target: str) -> dict[Number, Span]:
    """The places of the numbers that have one in the English target; each place serves one number."""
    english = _EnglishTokens(target)
    groups: dict[tuple[str, ...], list[Number]] = defaultdict(list)
    for number in numbers:
        groups[number.accepted].append(number)
    found = {accepted: _allowed(group[0], english) for accepted, group in groups.items()}
    taken = _Taken(found, {}, {})
    for accepted, group in sorted(groups.items(), key=lambda item: _ease(item[1][0], found[item[0]])):
        free = filter(taken.is_free, found[accepted])
        for number, place in zip(group, free, strict=False):
            taken.take(number, place)
    for number in numbers:
        if number not in taken.held:
            taken.make_room(number)
    return {number: english.span(place) for number, place in taken.held.items()}


def _allowed(number: Number, english: _EnglishTokens) -> list[range]:
    """The places of the forms of a number, but for those where what is refused begins."""
    refused = {place.start for place in english.places(number.refused)}
    return [place for place in english.places(number.accepted) if place.start not in refused]


def _ease(number: Number, found: Sequence[range]) -> tuple[bool, int]:
    """The order in which numbers take their places: those of some kinds first, then those with the least choice."""
    return number.kind not in _TAKEN_FIRST, len(found)


@dataclass(frozen=True, slots=True)
class _Taken:
    """Which number holds which place. found: the places of each tuple of forms. holders: by the number of a token."""

    found: Mapping[tuple[str, ...], Sequence[range]]
    held: dict[Number, range]
    holders: dict[int, Number]

    def is_free(self, place: range) -> bool:
        """Does no number hold a token of the place?"""
        return not any(token in self.holders for token in place)

    def take(self, number: Number, place: range) -> None:
        """Give a free place to a number."""
        self.held[number] = place
        for token in place:
            self.holders[token] = number

    def make_room(self, number: Number) -> None:
        """Give a number a place that another number holds, where that one has another place to go to."""
        for place in self.found[number.accepted][:MAX_PLACES_TRIED]:
            holders = {self.holders[token] for token in place if token in self.holders}
            if len(holders) != 1:
                continue
            holder = holders.pop()
            other = self._other_place(holder, place)
            if other is None:
                continue
            for token in self.held[holder]:
                del self.holders[token]
            self.take(number, place)
            self.take(holder, other)
            return

    def _other_place(self, holder: Number, wanted: range) -> range | None:
        """A place for a number that gives way; it may keep tokens of its own that are not wanted."""
        for place in self.found[holder.accepted][:MAX_PLACES_TRIED]:
            if all(token not in wanted and self.holders.get(token, holder) is holder for token in place):
                return place
        return None


def written(kind: NumberKind, target: str) -> Iterator[Span]:
    """Where a number of this kind could stand in an English text: figures, number words, names of months."""
    for pattern in _PATTERNS.get(kind, (_FIGURES,)):
        yield from spans_of(pattern.finditer(target))


class _EnglishTokens:
    """Where forms stand in an English text, as the numbers of its tokens: digits with their points, runs of letters."""

    def __init__(self, target: str) -> None:
        folded = target.casefold().translate(_QUOTES)
        is_as_long = len(folded) == len(target)  # a text that grows in small letters would move every place in it
        self.text = folded if is_as_long else target
        self.tokens = [token.span() for token in _TOKEN.finditer(self.text)]
        self.index: dict[str, list[int]] = defaultdict(list)
        for number, (start, end) in enumerate(self.tokens):
            self.index[self.text[start:end]].append(number)

    def places(self, forms: Iterable[str]) -> Iterator[range]:
        """The places of the forms, as ranges of token numbers; those of an earlier form come first."""
        for form in forms:
            yield from self._of_form(form.casefold().translate(_QUOTES))

    def _of_form(self, form: str) -> Iterator[range]:
        wanted = [token.span() for token in _TOKEN.finditer(form)]
        shape = _shape(form, wanted)
        rarest = min(range(len(wanted)), key=lambda nth: len(self.index.get(shape[nth], ())))
        for place in self.index.get(shape[rarest], ()):
            first = place - rarest
            tokens = self.tokens[max(0, first) : first + len(wanted)]
            if _shape(self.text, tokens) != shape:
                continue
            if "/" in form and self._is_in_longer(tokens):
                continue
            if shape[0] in NUMBER_WORDS and self._is_behind_number_word(first):
                continue
            yield range(first, first + len(wanted))

    def _is_in_longer(self, tokens: Sequence[tuple[int, int]]) -> bool:
        """Are figures with slashes a part of a longer row of them: 9/3/2022 in 9/9/3/2022?"""
        start, end = tokens[0][0], tokens[-1][1]
        before, after = self.text[max(0, start - 2) : start], self.text[end : end + 2]
        if _SLASH_BEFORE.fullmatch(before) is not None:
            return True
        return _SLASH_AFTER.fullmatch(after) is not None

    def _is_behind_number_word(self, first: int) -> bool:
        """Does a number word stand right before a token: twelve in `two twelve`, five in `twenty-five`?"""
        if first == 0:
            return False
        start, end = self.tokens[first - 1]
        is_joined = self.text[end : self.tokens[first][0]] in (" ", "-")
        if not is_joined:
            return False
        return self.text[start:end] in NUMBER_WORDS

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
