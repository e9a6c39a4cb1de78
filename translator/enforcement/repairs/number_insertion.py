"""Numbers of which the model wrote nothing: put in beside what it wrote for the words beside them.

A guess: the check `numbers` warns of every one. In this order: beside the other number of a range or a date; before the
noun that is counted; behind the noun that is numbered; behind the nearest word before it, before the nearest after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator.document import Span
from translator.enforcement.draft import Draft
from translator.enforcement.edits import begins, put
from translator.enforcement.word_links import LITTLE, WORD, Links
from translator.language.numbers import Kind, Number, find, placed, written

NEAR = 3  # words of the source that may lie between a number and the one whose translation it is put beside

_CLAUSE_END = re.compile(r"[.;:!?,()](?:\s|\Z)|\s[(–-]")
_JOINT = re.compile(r"\s*(?P<sign>[-–/])\s*|\s+(?:(?P<to>sampai(?: dengan)?|hingga|s\.d\.|s/d)|(?P<or>atau))\s+")
_CURRENCY = re.compile(r"(?:\bRp\.?|US\$|\$|€|£)[ \u00a0]?\Z")
_REST = re.compile(r"\w*%?")
_PERCENT = re.compile(r"\s?(?:%|per ?cent\b)")
_PART_OF = re.compile(r"\s+dari\s+")
_ARTICLE = re.compile(r"\ban? \Z", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:an?|the|its|his|her|their) \Z", re.IGNORECASE)
_DAY = re.compile(r" \d\d?(?:[-–]\d\d?)?\b(?![,.]?\d)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_UNITS = {  # what goes in with a number, where the model left it out too
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


def supplied(source: str, number: Number, draft: Draft) -> Draft | None:
    """The draft with a number that it lacks, where a word or a number beside it in the source says where.

    What is part of a word (New7Wonders) is no number to put in.
    """
    before, after = source[: number.span.start], source[number.span.end :]
    glued = after[:1].isalpha() or (before[-1:].isalpha() and not _CURRENCY.search(before))
    slot = None if glued else _slot(source, number, draft)
    return _put(source, number, draft, slot) if slot else None


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a number goes: characters of the text that give way, and what stands there beside its form."""

    span: Span
    before: str = ""
    after: str = ""


def _slot(source: str, number: Number, draft: Draft) -> _Slot | None:
    beside = _beside_number(source, number, draft)
    if beside:
        return beside
    held = tuple(placed(source, draft.hypothesis.text).values())
    links = Links.of(source, draft.hypothesis, held)
    left = [word for word, span in enumerate(links.source) if span.end <= number.span.start]
    right = [word for word, span in enumerate(links.source) if span.start >= number.span.end]
    following = [word for word in right if not _parted(source, number.span.end, links.source[word].start)]
    previous = [word for word in reversed(left) if not _parted(source, links.source[word].end, number.span.start)]
    strays = [span for span in written(number.kind, links.text) if not any(span.overlaps(other) for other in held)]
    unit = _UNITS.get(links.source[following[0]].of(source)) if following else None
    if unit and number.kind is not Kind.ORDINAL and links.end(following[0]) is None:
        end = links.source[following[0]].end
        slot = _part(source, end, links, following[1:]) or _nearest(number, links, previous, following[1:])
        return replace(slot, after=f" {unit}{slot.after}") if slot else None
    return (
        (_named(links, previous) if number.kind is Kind.ORDINAL else None)
        or _part(source, number.span.end, links, following)
        or (None if _CURRENCY.search(source, 0, number.span.start) else _counted(number, links, following, strays))
        or _numbered(source, links, previous)
        or _nearest(number, links, previous, following)
    )


def _beside_number(source: str, number: Number, draft: Draft) -> _Slot | None:
    """Beside the other number of a range (2 sampai 3 juta) or of a date (12 Mei 2024)."""
    text, numbers = draft.hypothesis.text, find(source)
    held, place = placed(source, text), numbers.index(number)
    if place and (other := held.get(before := numbers[place - 1])):
        gap, end = source[before.span.end : number.span.start], _end(text, other)
        if joint := _JOINT.fullmatch(gap.removeprefix("%")):
            return _Slot(Span(end, end), before=_english(joint))
        if gap.strip(".") == " " and Kind.MONTH in (before.kind, number.kind):
            day = _DAY.match(text, end) if before.kind is Kind.MONTH else None
            return _Slot(Span(day.end(), day.end()), before=", ") if day else _Slot(Span(end, end), before=" ")
    if place + 1 < len(numbers) and (other := held.get(after := numbers[place + 1])):
        gap = source[number.span.end : after.span.start]
        if joint := _JOINT.fullmatch(gap.removeprefix("%")):
            return _Slot(Span(other.start, other.start), after=_english(joint))
        if gap.strip(".") == " " and Kind.MONTH in (after.kind, number.kind):
            return _Slot(Span(other.start, other.start), after=" ")
        if _PART_OF.fullmatch(gap):
            return _Slot(Span(other.start, other.start), after=" of ")
    return None


def _end(text: str, place: Span) -> int:
    """Where the word ends that a number stands in: 18th, 70%."""
    word = _REST.match(text, place.end)
    return word.end() if word else place.end


def _english(joint: re.Match[str]) -> str:
    return joint["sign"] or (" to " if joint["to"] else " or ")


def _part(source: str, end: int, links: Links, following: Sequence[int]) -> _Slot | None:
    """Before the translation of the whole of which it is a part: 19 persen dari laba."""
    if not _PART_OF.match(source, end) or len(following) < 2:
        return None
    noun = links.phrase(following[1], following[1:NEAR])
    if noun is None:
        return None
    lead = _DETERMINER.search(links.text, 0, noun)
    place = lead.start() if lead else noun
    return _Slot(Span(place, place), after=" of ")


def _counted(number: Number, links: Links, following: Sequence[int], strays: Sequence[Span]) -> _Slot | None:
    """Before the translation of the noun behind the number, with what describes it there.

    strays: numbers of the text that stand for none of the source; one that counts the noun gives way.
    """
    noun = links.phrase(following[0], following[: NEAR + 1]) if following and links.is_noun(following[0]) else None
    if noun is None:
        return None
    of = "of " if number.kind is Kind.VAGUE else ""
    for stray in strays:
        if links.text[stray.end : noun].strip() == of.strip() and stray.end < noun:
            return _Slot(Span(stray.start, noun), after=" " + of)
    article = _ARTICLE.search(links.text, 0, noun)
    return _Slot(Span(article.start() if article else noun, noun), after=" " + of)


def _named(links: Links, previous: Sequence[int]) -> _Slot | None:
    """An ordinal: before the translation of the noun before it (abad ke-13)."""
    noun = links.phrase(previous[0], previous[:1]) if previous else None
    if noun is None:
        return None
    article = _ARTICLE.search(links.text, 0, noun)
    if article:
        return _Slot(Span(article.start(), noun), before="The " if article[0][0] == "A" else "the ", after=" ")
    return _Slot(Span(noun, noun), after=" ")


def _numbered(source: str, links: Links, previous: Sequence[int]) -> _Slot | None:
    """Behind the translation of the noun that is numbered: Pasal 51, Rp51."""
    if not previous or links.source[previous[0]].of(source).casefold() in LITTLE:
        return None
    end = links.end(previous[0])
    return _Slot(Span(end, end), before=" ") if end is not None else None


def _nearest(number: Number, links: Links, previous: Sequence[int], following: Sequence[int]) -> _Slot | None:
    """Behind the translation of the nearest word before it, else before that of the nearest after it."""
    is_when = number.kind is Kind.MONTH or (number.kind is Kind.PLAIN and _YEAR.fullmatch(number.text))
    year = "in " if is_when else ""
    for word in previous[:NEAR]:
        if (end := links.end(word)) is not None:
            if any(span.start == end + 1 for span in links.numbers):  # it would be read with another number
                return None
            return _Slot(Span(end, end), before=" " + year)
    for word in following[:NEAR]:
        if (start := links.phrase(word, [word])) is not None:
            return _Slot(Span(start, start), before=year, after=" ")
    return None


def _put(source: str, number: Number, draft: Draft, slot: _Slot) -> Draft:
    text, form = draft.hypothesis.text, number.accepted[0]
    before, after, span = slot.before, slot.after, slot.span
    for held in filter(None, draft.placed):  # never inside a term, and in the place of none
        if held.span.overlaps(span):
            span = Span(span.end, span.end)
        if held.span.start < span.start < held.span.end:
            border = held.span.start if after.endswith(" ") else held.span.end
            span = Span(border, border)
    currency = _CURRENCY.search(source, 0, number.span.start)
    if currency and not _CURRENCY.search(text, 0, span.start):
        before += currency[0].strip()
    if source.startswith("%", number.span.end) and not _PERCENT.match(text, span.end):
        after = "%" + after
    if source[: number.span.start].endswith("(") and text.count(")") > text.count("("):
        before += "("
    if begins(text, span.start):
        form = form[0].upper() + form[1:]
        draft = _uncapitalised(source, draft, span.end)
    draft = put(draft, span, before + after)
    at = span.start + len(before)
    return put(draft, Span(at, at), form, number.span)


def _uncapitalised(source: str, draft: Draft, place: int) -> Draft:
    """A word that no longer begins the sentence, in small letters, unless it is a name."""
    text = draft.hypothesis.text
    word = WORD.match(text, place)
    is_name = word and (not word[0][1:].islower() or any(held and held.span.start == place for held in draft.placed))
    if not word or is_name or word[0] in source:
        return draft
    return put(draft, Span(place, place + 1), text[place].lower())


def _parted(source: str, start: int, end: int) -> bool:
    """Does a clause end between two places of the source?"""
    return bool(_CLAUSE_END.search(source, start, end))
