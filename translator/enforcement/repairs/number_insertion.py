"""Repair: a number of which the model wrote nothing is inserted beside what it wrote for the words beside the number.

It is a guess: the check `numbers` warns of every one. The places are tried in this order: beside the other number of a
range or a date; before the noun that is counted; behind the noun that is numbered; behind the nearest word before it;
before the nearest word behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.edits import begins_text, replace_text
from translator.enforcement.lost_numbers import lost_numbers
from translator.enforcement.word_links import TARGET_WORD, UNCOUNTED_WORDS, WordLinks
from translator.language.numbers import Number, NumberKind, find, placed, written

# Words of the source that may lie between a number and the word whose translation it is put beside.
MAX_DISTANCE = 3

_CLAUSE_END = re.compile(r"[.;:!?,()](?:\s|\Z)|\s[(–-]")
_JOINT = re.compile(r"\s*(?P<sign>[-–/])\s*|\s+(?:(?P<to>sampai(?: dengan)?|hingga|s\.d\.|s/d)|(?P<or>atau))\s+")
_CURRENCY = re.compile(r"(?:\bRp\.?|US\$|\$|€|£)[ \u00a0]?\Z")
_REST_OF_WORD = re.compile(r"\w*%?")
_PERCENT = re.compile(r"\s?(?:%|per ?cent\b)")
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


@dataclass(frozen=True, slots=True)
class _Slot:
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


def insert_numbers(draft: Draft) -> Draft:
    """The draft with each lost number inserted, if a word or number beside it says where."""
    for number in lost_numbers(draft):
        inserted = insert_number(number, draft)
        if inserted and len(lost_numbers(inserted)) < len(lost_numbers(draft)):
            draft = replace(inserted, inserted_numbers=inserted.inserted_numbers + 1)
    return draft


def insert_number(number: Number, draft: Draft) -> Draft | None:
    """The draft with a number that it lacks; None where nothing says where it belongs.

    A number that is part of a word (New7Wonders) is not inserted.
    """
    if _is_part_of_word(number, draft.source):
        return None
    slot = _slot_beside_number(number, draft) or _slot_beside_word(number, draft)
    if slot is None:
        return None
    return _insert(number, draft, slot)


def _is_part_of_word(number: Number, source: str) -> bool:
    before, after = source[: number.span.start], source[number.span.end :]
    if after[:1].isalpha():
        return True
    if not before[-1:].isalpha():
        return False
    return not _CURRENCY.search(before)


def _slot_beside_number(number: Number, draft: Draft) -> _Slot | None:
    """Beside the other number of a range (2 sampai 3 juta) or of a date (12 Mei 2024)."""
    numbers, standing = find(draft.source), placed(draft.source, draft.text)
    place = numbers.index(number)
    slot = None
    if place > 0:
        slot = _slot_behind_number(number, numbers[place - 1], standing, draft)
    if slot is None and place + 1 < len(numbers):
        slot = _slot_before_number(number, numbers[place + 1], standing, draft)
    return slot


def _slot_behind_number(number: Number, other: Number, standing: Mapping[Number, Span], draft: Draft) -> _Slot | None:
    """Behind the number before it: 12 Mei, 2 to 3."""
    if other not in standing:
        return None
    gap = draft.source[other.span.end : number.span.start]
    end = _end_of_word(draft.text, standing[other])
    joint = _JOINT.fullmatch(gap.removeprefix("%"))
    if joint:
        return _Slot(Span(end, end), before=_english(joint))
    if gap.strip(".") != " " or NumberKind.MONTH not in (other.kind, number.kind):
        return None
    day = _DAY.match(draft.text, end) if other.kind is NumberKind.MONTH else None
    if day:
        return _Slot(Span(day.end(), day.end()), before=", ")
    return _Slot(Span(end, end), before=" ")


def _slot_before_number(number: Number, other: Number, standing: Mapping[Number, Span], draft: Draft) -> _Slot | None:
    """Before the number behind it: 12 of 20, 2 to 3."""
    if other not in standing:
        return None
    gap = draft.source[number.span.end : other.span.start]
    start = standing[other].start
    joint = _JOINT.fullmatch(gap.removeprefix("%"))
    if joint:
        return _Slot(Span(start, start), after=_english(joint))
    if gap.strip(".") == " " and NumberKind.MONTH in (other.kind, number.kind):
        return _Slot(Span(start, start), after=" ")
    if _PART_OF.fullmatch(gap):
        return _Slot(Span(start, start), after=" of ")
    return None


def _slot_beside_word(number: Number, draft: Draft) -> _Slot | None:
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


def _slot_with_unit(beside: _Neighbours, unit: str) -> _Slot | None:
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


def _before_whole(beside: _Neighbours, end: int, following: Sequence[int]) -> _Slot | None:
    """Before the translation of the whole of which it is a part: 19 persen dari laba."""
    if not _PART_OF.match(beside.source, end) or len(following) < 2:
        return None
    noun = beside.links.phrase(following[1], following[1:MAX_DISTANCE])
    if noun is None:
        return None
    determiner = _DETERMINER.search(beside.links.text, 0, noun)
    place = determiner.start() if determiner else noun
    return _Slot(Span(place, place), after=" of ")


def _before_counted_noun(beside: _Neighbours) -> _Slot | None:
    """Before the translation of the noun behind the number, with what describes it there.

    A number of the text that counts the noun and stands for none of the source gives way.
    """
    following, links = beside.following, beside.links
    if _CURRENCY.search(beside.source, 0, beside.number.span.start):
        return None
    if not following or not links.is_noun(following[0]):
        return None
    noun = links.phrase(following[0], following[: MAX_DISTANCE + 1])
    if noun is None:
        return None
    of = "of " if beside.number.kind is NumberKind.VAGUE else ""
    for stray in beside.strays:
        if stray.end < noun and links.text[stray.end : noun].strip() == of.strip():
            return _Slot(Span(stray.start, noun), after=" " + of)
    article = _ARTICLE.search(links.text, 0, noun)
    start = article.start() if article else noun
    return _Slot(Span(start, noun), after=" " + of)


def _before_named_noun(beside: _Neighbours) -> _Slot | None:
    """An ordinal goes before the translation of the noun before it: abad ke-13."""
    if not beside.previous:
        return None
    noun = beside.links.phrase(beside.previous[0], beside.previous[:1])
    if noun is None:
        return None
    article = _ARTICLE.search(beside.links.text, 0, noun)
    if not article:
        return _Slot(Span(noun, noun), after=" ")
    the = "The " if article[0][0] == "A" else "the "
    return _Slot(Span(article.start(), noun), before=the, after=" ")


def _behind_numbered_noun(beside: _Neighbours) -> _Slot | None:
    """Behind the translation of the noun that is numbered: Pasal 51, Rp51."""
    if not beside.previous or beside.word(beside.previous[0]).casefold() in UNCOUNTED_WORDS:
        return None
    end = beside.links.end(beside.previous[0])
    if end is None:
        return None
    return _Slot(Span(end, end), before=" ")


def _beside_nearest_word(beside: _Neighbours, following: Sequence[int]) -> _Slot | None:
    """Behind the translation of the nearest word before it, else before that of the nearest word behind it."""
    links, number = beside.links, beside.number
    is_year = number.kind is NumberKind.PLAIN and _YEAR.fullmatch(number.text)
    preposition = "in " if number.kind is NumberKind.MONTH or is_year else ""
    for word in beside.previous[:MAX_DISTANCE]:
        end = links.end(word)
        if end is not None:
            if any(span.start == end + 1 for span in links.numbers):  # it would be read together with another number
                return None
            return _Slot(Span(end, end), before=" " + preposition)
    for word in following[:MAX_DISTANCE]:
        start = links.phrase(word, [word])
        if start is not None:
            return _Slot(Span(start, start), before=preposition, after=" ")
    return None


def _insert(number: Number, draft: Draft, slot: _Slot) -> Draft:
    """The draft with the number in a slot, and with the currency, per cent sign or bracket that belongs to it."""
    source, text, form = draft.source, draft.text, number.accepted[0]
    span = _outside_terms(slot, draft)
    before, after = slot.before, slot.after
    currency = _CURRENCY.search(source, 0, number.span.start)
    if currency and not _CURRENCY.search(text, 0, span.start):
        before += currency[0].strip()
    if source.startswith("%", number.span.end) and not _PERCENT.match(text, span.end):
        after = "%" + after
    if source[: number.span.start].endswith("(") and text.count(")") > text.count("("):
        before += "("
    if begins_text(text, span.start):
        form = form[0].upper() + form[1:]
        draft = _without_capital(draft, span.end)
    draft = replace_text(draft, span, before + after)
    place = span.start + len(before)
    return replace_text(draft, Span(place, place), form, number.span)


def _outside_terms(slot: _Slot, draft: Draft) -> Span:
    """The span of the slot, moved so that it is inside no term and replaces none."""
    span = slot.span
    for taken in draft.taken:
        if taken.overlaps(span):
            span = Span(span.end, span.end)
        if taken.start < span.start < taken.end:
            border = taken.start if slot.after.endswith(" ") else taken.end
            span = Span(border, border)
    return span


def _without_capital(draft: Draft, place: int) -> Draft:
    """A word that no longer begins the sentence, in small letters, unless it is a name or a word of the source."""
    text = draft.text
    word = TARGET_WORD.match(text, place)
    if not word or not word[0][1:].islower() or word[0] in draft.source:
        return draft
    if any(span.start == place for span in draft.taken):
        return draft
    return replace_text(draft, Span(place, place + 1), text[place].lower())
