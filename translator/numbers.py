"""Indonesian numbers in digits, and what may stand for them in English.

Indonesian writes 19.000 and 3,5 where English writes 19,000 and 3.5; ribu, juta, miliar, triliun are thousand, million,
billion, trillion; a time is 10.30. Numbers in words are not read yet: `find` would yield them as it yields the others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from translator.document import Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number in an Indonesian text. text: as written there. accepted: what may stand for it, the usual form first."""

    span: Span
    text: str
    accepted: tuple[str, ...]


_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
_SCALE_NAMES = {
    12: ("trillion", "trillions", "tn"),
    9: ("billion", "billions", "bn"),
    6: ("million", "millions", "m"),
    3: ("thousand", "thousands", "k"),
}
_MONTHS = "January February March April May June July August September October November December".split()
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_LAST = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_LAST |= {"twelve": "twelfth", **{ten: f"{ten[:-1]}ieth" for ten in _TENS}}
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
_ALSO = {
    1: ("once", "single"),
    2: ("twice", "double", "both", "pair", "couple"),
    3: ("triple", "thrice"),
    10: ("decade",),
    12: ("dozen",),
    50: ("half",),
    100: ("hundred", "century"),
}
_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_VULGAR = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾"}

_LONGEST = 15  # digits and marks of what is still a number: beyond it, an account or a serial number

_NUMBER = re.compile(
    r"""(?P<skip>(?<!\S)(?:https?://\S+|www\.\S+|[^\s@]*+@\S+)|(?<![A-Za-z])(?:[kcmdh]m|dam|m)[23](?!\w))
    | (?<![\d.,/-])(?P<date>(?P<day>\d{1,2})(?P<by>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=by)(?P<year>(?:19|20)\d\d))(?!\d)
    | (?<![\d.,/])(?P<part>1/(?:10|[2-9])|2/[3579]|3/[4578]|4/5|5/[68]|7/8|9/10)(?![\d/])
    | (?P<plain>\d+(?:[.,:]\d+)*)(?:\s+(?P<scale>ribu|juta|miliar|milyar|triliun|trilyun)\b)?""",
    re.VERBOSE | re.ASCII,
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)  # 19.000; 1.234,56
_DECIMAL = re.compile(r"\d+,\d+", re.ASCII)  # 3,5
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)  # 1,234.56, written so by mistake
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?(?:[.:][0-5]\d)?", re.ASCII)
_TIME_BEFORE = re.compile(
    r"(?<!\d )\b(?:pukul|jam|pkl\.?|pk\.)\s*$|\d[.:]\d\d\s*(?:-|–|hingga|sampai|s\.d\.|s/d)\s*$",
    re.IGNORECASE | re.ASCII,
)
_TIME_AFTER = re.compile(
    r"\s*(?:(?:-|–|hingga|sampai|s\.d\.|s/d)\s*\d\d?[.:]\d\d\s*)?(?:WIB|WITA|WIT|UTC|GMT)\b", re.ASCII
)
_SCALE_AFTER = re.compile(
    r"\s*(?:-|–|hingga|sampai|dan|atau)\s*[\d.,]+\s+(?:ribu|juta|mil[iy]ar|tril[iy]un)\b", re.ASCII
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?!Ke-|KE-)[A-Z][A-Za-z]{0,4}-|(?!Rp|USD|IDR)\b[A-Za-z]{1,3})$"
)  # T-72, Su-35, COVID-19, H5
_YEAR_BEFORE = re.compile(r"\b(1[0-9]|20)\d\d\s?[-–/]\s?$", re.ASCII)
_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+")


@lru_cache(maxsize=1024)  # a sentence is asked about when it is translated, repaired and checked
def find(source: str) -> tuple[Number, ...]:
    """The numbers of an Indonesian text, in order; none overlaps another. Those in addresses are left out."""
    return tuple(
        Number(Span(*found.span()), found[0], tuple(dict.fromkeys(_accepted(found, source))))
        for found in _NUMBER.finditer(source)
        if not found["skip"]
    )


def missing(source: str, target: str) -> list[Number]:
    """The numbers of the source that have no place in the English target; each place serves one number."""
    numbers = find(source)
    if not numbers:
        return []
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


def _accepted(found: re.Match[str], source: str) -> Iterator[str]:
    """What may stand for a number, the usual form first; a form may come twice."""
    before, after = source[max(0, found.start() - 20) : found.start()], source[found.end() : found.end() + 20]
    digits = found["plain"]
    if found["date"]:
        yield from _date(found[0], int(found["day"]), int(found["month"]), found["year"])
    elif found["part"]:
        yield from _fraction(found[0])
    elif len(digits) > _LONGEST or (digits.isdigit() and _NAME_BEFORE.search(before)):
        yield digits
    elif found["scale"] and (value := _parsed(digits)) is not None:
        exponent = _SCALES[found["scale"]]
        yield from (f"{value:,f} {name}" for name in _SCALE_NAMES[exponent])
        yield from _values(value.scaleb(exponent))
        if _SCALE_AFTER.match(after):  # 2 juta hingga 3 juta: 2 to 3 million
            yield f"{value:,f}"
    elif (clock := _CLOCK.fullmatch(digits)) and (_TIME_BEFORE.search(before) or _TIME_AFTER.match(after)):
        yield from _time(digits, int(clock[1]), clock[2] or "00")
    elif digits.isdigit():
        yield from _integer(digits, before, after)
    else:
        yield from _pointed(digits)


def _parsed(digits: str) -> Decimal | None:
    """The value of digits as Indonesian writes them; of 2.5 as English does, for it can be nothing else."""
    if _GROUPED.fullmatch(digits) or _DECIMAL.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    return Decimal(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _integer(digits: str, before: str, after: str) -> Iterator[str]:
    value = int(digits)
    yield digits
    yield from _values(Decimal(value))
    if value <= 100:
        yield _ordinal(_words(value))
    if 1 < value <= len(_ROMAN):
        yield _ROMAN[value - 1]
    if value == 1 and re.match(r"\s+[a-z]", after):  # 1 jam: an hour
        yield from ("a", "an")
    if year := _YEAR_BEFORE.search(before):  # 1995-96, 1995-1996
        yield from (year[1] + digits, digits[-2:])
    if after.startswith("-an") and value % 10 == 0 and digits[-2:] in ("10", *map(str, range(20, 100, 10))):
        yield from (digits[-2:], f"19{digits[-2:]}", _words(int(digits[-2:])).removesuffix("y") + "ies")  # 1970-an


def _pointed(digits: str) -> Iterator[str]:
    """Digits with points, commas or colons that are no time."""
    if _DECIMAL.fullmatch(digits):
        yield digits.replace(",", ".")  # 3,50: also with its last zero
    elif not _GROUPED.fullmatch(digits):
        yield digits  # 3.1.2; 2.5 and 1,234.56, as English has them
        yield digits.replace(".", ":")  # 10.30, where nothing says that it is a time
    for value in (_parsed(digits), Decimal(digits.replace(",", "")) if _ENGLISH.fullmatch(digits) else None):
        if value is not None:
            yield from _values(value)


def _values(value: Decimal) -> Iterator[str]:
    """The forms of a value: 1,500,000; 1500000; 1.5 million; words for the small ones."""
    whole = int(value)
    if value != whole:
        yield f"{value.normalize():,f}"
        if value - whole == Decimal("0.5"):
            yield f"{_words(whole)} and a half" if 0 < whole < 1000 else "half"
    else:
        yield from (f"{whole:,}", str(whole), f"{whole:,}".replace(",", " "), f"{whole:,}.0")
        if whole < 1000:
            yield _words(whole)
        yield from _ALSO.get(whole, ())
    for exponent, names in _SCALE_NAMES.items():
        part = value.scaleb(-exponent).normalize()
        if part >= Decimal("0.1") and -int(part.as_tuple().exponent) <= (1 if exponent == 3 else 3):
            yield from (f"{part:,f} {name}" for name in (names[0], names[-1]))
            if part == int(part) and part < 1000:
                yield f"{_words(int(part))} {names[0]}"
            if part == 1:
                yield names[0]


def _time(digits: str, hour: int, minutes: str) -> Iterator[str]:
    """A time of day: 13.30 is 13:30, 1:30 or 1330."""
    yield digits.replace(".", ":")
    for shown in (str(hour), f"{hour:02}", str(hour % 12 or 12)):
        if minutes == "00":
            yield from (shown, _words(int(shown)))
        yield from (f"{shown}:{minutes}", f"{shown}.{minutes}", f"{shown}{minutes}")
    if minutes == "00" and hour % 12 == 0:
        yield "noon" if hour == 12 else "midnight"


def _date(digits: str, day: int, month: int, year: str) -> Iterator[str]:
    name = _MONTHS[month - 1]
    yield digits
    for written in (name, name[:3]):
        yield from (f"{day} {written} {year}", f"{written} {day}, {year}", f"{written} {day} {year}")
    for mark in "/.-":
        for d, m in ((str(day), str(month)), (f"{day:02}", f"{month:02}")):
            yield from (mark.join((d, m, year)), mark.join((m, d, year)), mark.join((year, m, d)))


def _fraction(digits: str) -> Iterator[str]:
    above, below = map(int, digits.split("/"))
    yield digits
    for part in (_PARTS[below], "fourth") if below == 4 else (_PARTS[below],):
        yield f"{_words(above)} {part}{'s' * (above > 1)}"
        if above == 1:
            yield part
    if digits in _VULGAR:
        yield _VULGAR[digits]
    if above <= 12 >= below:
        yield from (f"{above} {_MONTHS[below - 1]}", f"{_MONTHS[below - 1]} {above}")  # 1/3 may be a date


def _words(number: int) -> str:
    """A number below 1000 in English words."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        ten = _TENS[number // 10 - 2]
        return f"{ten}-{_SMALL[number % 10]}" if number % 10 else ten
    rest = f" and {_words(number % 100)}" if number % 100 else ""
    return f"{_SMALL[number // 100]} hundred{rest}"


def _ordinal(words: str) -> str:
    head, hyphen, last = words.rpartition("-")
    return f"{head}{hyphen}{_LAST.get(last, last + 'th')}"
