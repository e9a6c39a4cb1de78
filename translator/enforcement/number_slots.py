"""Where a number of which the model wrote nothing goes: beside what it wrote for the words beside the number.

The places are tried in this order: beside the other number of a range or a date; before the noun that is counted;
behind the noun that is numbered; behind the nearest word before it; before the nearest word behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.word_links import UNCOUNTED_WORDS, WordLinks
from translator.language.numbers import Number, NumberKind, find, placed, written

# Words of the source that may lie between a number and the word whose translation it is put beside.
MAX_DISTANCE = 3
_CLAUSE_END = re.compile(r"[.;:!?,()](?:\s|\Z)|\s[(–-]")
_JOINT = re.compile(r"\s*(?P<sign>[-–/])\s*|\s+(?:(?P<to>sampai(?: dengan)?|hingga|s\.d\.|s/d)|(?P<or>atau))\s+")
_REST_OF_WORD = re.compile(r"\w*%?")
_PART_OF = re.compile(r"\s+dari\s+")
_ARTICLE = re.compile(r"\ban? \Z", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:an?|the|its|his|her|their) \Z", re.IGNORECASE)
_DAY = re.compile(r" \d\d?(?:[-–]\d\d?)?\b(?![,.]?\d)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_UNITS = {  # a unit that is inserted with its number, where the model left it out too
    "persen": "percent",
    "kilometer": "kilometers",
    "km": "km",
    "meter": "meters",
    "ton": "tons",
    "dolar": "dollars",
    "tahun": "years",
    "bulan": "months",
    "minggu": "weeks",
    "hari": "days",
    "jam": "hours",
    "menit": "minutes",
    "kali": "times",
}
CURRENCY = re.compile(r"(?:\bRp\.?|US\$|\$|€|£)[ \u00a0]?\Z")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a number goes: the characters of the text that give way, and what stands there around the number."""

    span: Span
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """A number between the words of its clause, the nearest first, and the links of all words.

    previous, following: numbers of words of the source. strays: numbers of the text that stand for none of the source.
    """

    number: Number
    source: str
    links: WordLinks
    previous: Sequence[int]
    following: Sequence[int]
    strays: Sequence[Span]

    def word(self, index: int) -> str:
        """A word of the source."""
        return self.links.source[index].of(self.source)


def slot_for(number: Number, draft: Draft) -> Slot | None:
    """Where a number goes that the draft lacks; None where nothing says where it belongs."""
    return _slot_beside_number(number, draft) or _slot_beside_word(number, draft)


def _slot_beside_number(number: Number, draft: Draft) -> Slot | None:
    """Beside the other number of a range (2 sampai 3 juta) or of a date (12 Mei 2024)."""
    numbers, standing = find(draft.source), placed(draft.source, draft.text)
    place = numbers.index(number)
    slot = None
    if place > 0:
        slot = _slot_behind_number(number, numbers[place - 1], standing, draft)
    if slot is None and place + 1 < len(numbers):
        slot = _slot_before_number(number, numbers[place + 1], standing, draft)
    return slot


def _slot_behind_number(number: Number, other: Number, standing: Mapping[Number, Span], draft: Draft) -> Slot | None:
    """Behind the number before it: 12 Mei, 2 to 3."""
    if other not in standing:
        return None
    gap = draft.source[other.span.end : number.span.start]
    end = _end_of_word(draft.text, standing[other])
    joint = _JOINT.fullmatch(gap.removeprefix("%"))
    if joint:
        return Slot(Span(end, end), before=_english(joint))
    if gap.strip(".") != " " or NumberKind.MONTH not in (other.kind, number.kind):
        return None
    day = _DAY.match(draft.text, end) if other.kind is NumberKind.MONTH else None
    if day:
        return Slot(Span(day.end(), day.end()), before=", ")
    return Slot(Span(end, end), before=" ")


def _slot_before_number(number: Number, other: Number, standing: Mapping[Number, Span], draft: Draft) -> Slot | None:
    """Before the number behind it: 12 of 20, 2 to 3."""
    if other not in standing:
        return None
    gap = draft.source[number.span.end : other.span.start]
    start = standing[other].start
    joint = _JOINT.fullmatch(gap.removeprefix("%"))
    if joint:
        return Slot(Span(start, start), after=_english(joint))
    if gap.strip(".") == " " and NumberKind.MONTH in (other.kind, number.kind):
        return Slot(Span(start, start), after=" ")
    if _PART_OF.fullmatch(gap):
        return Slot(Span(start, start), after=" of ")
    return None


def _slot_beside_word(number: Number, draft: Draft) -> Slot | None:
    """Beside the translation of a word of its clause."""
    beside = _neighbours(number, draft)
    unit = _UNITS.get(beside.word(beside.following[0])) if beside.following else None
    if unit and number.kind is not NumberKind.ORDINAL and beside.links.end(beside.following[0]) is None:
        return _slot_with_unit(beside, unit)
    if number.kind is NumberKind.ORDINAL:
        named = _before_named_noun(beside)
        if named:
            return named
    return (
        _before_whole(beside, number.span.end, beside.following)
        or _before_counted_noun(beside)
        or _behind_numbered_noun(beside)
        or _beside_nearest_word(beside, beside.following)
    )


def _slot_with_unit(beside: _Neighbours, unit: str) -> Slot | None:
    """Where the number and its unit go, of which the model wrote neither."""
    end = beside.links.source[beside.following[0]].end
    rest = beside.following[1:]
    slot = _before_whole(beside, end, rest) or _beside_nearest_word(beside, rest)
    if slot:
        return replace(slot, after=f" {unit}{slot.after}")
    return None


def _neighbours(number: Number, draft: Draft) -> _Neighbours:
    source, text = draft.source, draft.text
    standing = tuple(placed(source, text).values())
    links = WordLinks.of(source, draft.hypothesis, standing)
    previous: list[int] = []
    following: list[int] = []
    for word, span in enumerate(links.source):
        if span.end <= number.span.start and not _is_parted(source, span.end, number.span.start):
            previous.insert(0, word)
        elif span.start >= number.span.end and not _is_parted(source, number.span.end, span.start):
            following.append(word)
    strays = [span for span in written(number.kind, text) if not overlaps_any(span, standing)]
    return _Neighbours(number, source, links, previous, following, strays)


def _is_parted(source: str, start: int, end: int) -> bool:
    """Does a clause end between two places of the source?"""
    return bool(_CLAUSE_END.search(source, start, end))


def _end_of_word(text: str, place: Span) -> int:
    """Where the word ends that a number stands in: 18th, 70%."""
    word = _REST_OF_WORD.match(text, place.end)
    if word:
        return word.end()
    return place.end


def _english(joint: re.Match[str]) -> str:
    """The English of what joins two numbers."""
    if joint["sign"]:
        return joint["sign"]
    if joint["to"]:
        return " to "
    return " or "


def _before_whole(beside: _Neighbours, end: int, following: Sequence[int]) -> Slot | None:
    """Before the translation of the whole of which it is a part: 19 persen dari laba."""
    if not _PART_OF.match(beside.source, end) or len(following) < 2:
        return None
    noun = beside.links.phrase(following[1], following[1:MAX_DISTANCE])
    if noun is None:
        return None
    determiner = _DETERMINER.search(beside.links.text, 0, noun)
    place = determiner.start() if determiner else noun
    return Slot(Span(place, place), after=" of ")


def _before_counted_noun(beside: _Neighbours) -> Slot | None:
    """Before the translation of the noun behind the number, with what describes it there.

    A number of the text that counts the noun and stands for none of the source gives way.
    """
    following, links = beside.following, beside.links
    if CURRENCY.search(beside.source, 0, beside.number.span.start):
        return None
    if not following or not links.is_noun(following[0]):
        return None
    noun = links.phrase(following[0], following[: MAX_DISTANCE + 1])
    if noun is None:
        return None
    of = "of " if beside.number.kind is NumberKind.VAGUE else ""
    for stray in beside.strays:
        if stray.end < noun and links.text[stray.end : noun].strip() == of.strip():
            return Slot(Span(stray.start, noun), after=" " + of)
    article = _ARTICLE.search(links.text, 0, noun)
    start = article.start() if article else noun
    return Slot(Span(start, noun), after=" " + of)


def _before_named_noun(beside: _Neighbours) -> Slot | None:
    """An ordinal goes before the translation of the noun before it: abad ke-13."""
    if not beside.previous:
        return None
    noun = beside.links.phrase(beside.previous[0], beside.previous[:1])
    if noun is None:
        return None
    article = _ARTICLE.search(beside.links.text, 0, noun)
    if not article:
        return Slot(Span(noun, noun), after=" ")
    the = "The " if article[0][0] == "A" else "the "
    return Slot(Span(article.start(), noun), before=the, after=" ")


def _behind_numbered_noun(beside: _Neighbours) -> Slot | None:
    """Behind the translation of the noun that is numbered: Pasal 51, Rp51."""
    if not beside.previous or beside.word(beside.previous[0]).casefold() in UNCOUNTED_WORDS:
        return None
    end = beside.links.end(beside.previous[0])
    if end is None:
        return None
    return Slot(Span(end, end), before=" ")


def _beside_nearest_word(beside: _Neighbours, following: Sequence[int]) -> Slot | None:
    """Behind the translation of the nearest word before it, else before that of the nearest word behind it."""
    links, number = beside.links, beside.number
    is_year = number.kind is NumberKind.PLAIN and _YEAR.fullmatch(number.text)
    preposition = "in " if number.kind is NumberKind.MONTH or is_year else ""
    for word in beside.previous[:MAX_DISTANCE]:
        end = links.end(word)
        if end is not None:
            if any(span.start == end + 1 for span in links.numbers):  # it would be read together with another number
                return None
            return Slot(Span(end, end), before=" " + preposition)
    for word in following[:MAX_DISTANCE]:
        start = links.phrase(word, [word])
        if start is not None:
            return Slot(Span(start, start), before=preposition, after=" ")
    return None
