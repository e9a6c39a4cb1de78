"""What may stand for a value in English: figures, words, times, dates, fractions; the usual form first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

SCALE_NAMES = {
    12: ("trillion", "trillions", "tn"),
    9: ("billion", "billions", "bn"),
    6: ("million", "millions", "m"),
    3: ("thousand", "thousands", "k"),
}
MONTHS = "January February March April May June July August September October November December".split()
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_LAST = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_LAST |= {"twelve": "twelfth", **{ten: f"{ten[:-1]}ieth" for ten in _TENS}}
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
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
_NUMBER_WORDS = "|".join([*_SMALL[2:], *_TENS, "hundred", *(names[0] for names in SCALE_NAMES.values())])
_ORDINALS = "|".join([*(word + "th" for word in (*_SMALL[4:], "hundred", "thousand")), *_LAST.values()])
# tens of thousands, thousands
VAGUE = re.compile(
    r"\b(?:(?:tens|dozens|hundreds|several (?:dozen|hundred|thousand)) of )?"
    r"(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)\b",
    re.IGNORECASE,
)
# Number words in a row, but for `one`, which is a pronoun as often.
SPELLED = re.compile(
    rf"""\b(?:(?:half[ ])?an?[ ])?(?:{_NUMBER_WORDS}|{_ORDINALS})
    (?:(?:[ -]|[ ]and[ ])(?:{_NUMBER_WORDS}|{_ORDINALS}|one))*\b""",
    re.IGNORECASE | re.VERBOSE,
)


def values(value: Decimal) -> Iterator[str]:
    """The forms of a value: 1,500,000; 1500000; 1.5 million; words for the small ones."""
    whole = int(value)
    if value != whole:
        yield f"{value.normalize():,f}"
        if value - whole == Decimal("0.5"):
            yield f"{words(whole)} and a half" if 0 < whole < 1000 else "half"
    else:
        yield from (f"{whole:,}", str(whole), f"{whole:,}".replace(",", " "), f"{whole:,}.0")
        if whole < 1000:
            yield words(whole)
        yield from _ALSO.get(whole, ())
    yield from halves(value)
    for exponent, names in SCALE_NAMES.items():
        part = value.scaleb(-exponent).normalize()
        if part >= Decimal("0.1") and -int(part.as_tuple().exponent) <= (1 if exponent == 3 else 3):
            yield from (f"{part:,f} {name}" for name in (names[0], names[-1]))
            if part == int(part) and part < 1000:
                yield f"{words(int(part))} {names[0]}"
            if part == 1:
                yield names[0]


def halves(value: Decimal) -> Iterator[str]:
    """half a million for 500,000; one and a half million, or 1.5 million, for 1,500,000."""
    for exponent in (12, 9, 6):
        part, name = value.scaleb(-exponent), SCALE_NAMES[exponent][0]
        if part == Decimal("0.5"):
            yield from (f"half a {name}", f"half {name}")
        elif part > 0 and part % 1 == Decimal("0.5") and part < 1000:
            yield from (f"{part.normalize():f} {name}", f"{words(int(part))} and a half {name}")


def time(digits: str, hour: int, minutes: str) -> Iterator[str]:
    """A time of day: 13.30 is 13:30, 1:30 or 1330."""
    yield digits.replace(".", ":")
    for shown in (str(hour), f"{hour:02}", str(hour % 12 or 12)):
        if minutes == "00":
            yield from (shown, words(int(shown)))
        yield from (f"{shown}:{minutes}", f"{shown}.{minutes}", f"{shown}{minutes}")
    if minutes == "00" and hour % 12 == 0:
        yield "noon" if hour == 12 else "midnight"
    now, next_hour = (words((hour + later - 1) % 12 + 1) for later in (0, 1))
    spoken = {"15": f"quarter past {now}", "30": f"half past {now}", "45": f"quarter to {next_hour}"}
    if minutes in spoken:
        yield spoken[minutes]


def date(digits: str, day: int, month: int, year: str) -> Iterator[str]:
    name = MONTHS[month - 1]
    yield digits
    for written in (name, name[:3]):
        yield from (f"{day} {written} {year}", f"{written} {day}, {year}", f"{written} {day} {year}")
    for mark in "/.-":
        for d, m in ((str(day), str(month)), (f"{day:02}", f"{month:02}")):
            yield from (mark.join((d, m, year)), mark.join((m, d, year)), mark.join((year, m, d)))


def fraction(digits: str) -> Iterator[str]:
    above, below = map(int, digits.split("/"))
    yield digits
    for part in (_PARTS[below], "fourth") if below == 4 else (_PARTS[below],):
        yield f"{words(above)} {part}{'s' * (above > 1)}"
        if above == 1:
            yield part
    if digits in _VULGAR:
        yield _VULGAR[digits]
    if above <= 12 >= below:
        yield from (f"{above} {MONTHS[below - 1]}", f"{MONTHS[below - 1]} {above}")  # 1/3 may be a date


def words(number: int) -> str:
    """A whole number below 10 ** 15 in English words."""
    for exponent, names in SCALE_NAMES.items():
        if number >= 10**exponent:
            above, below = divmod(number, 10**exponent)
            link = " and " if 0 < below < 100 else " "
            return f"{words(above)} {names[0]}" + (link + words(below) if below else "")
    if number < 20:
        return _SMALL[number]
    if number < 100:
        ten = _TENS[number // 10 - 2]
        return f"{ten}-{_SMALL[number % 10]}" if number % 10 else ten
    rest = f" and {words(number % 100)}" if number % 100 else ""
    return f"{_SMALL[number // 100]} hundred{rest}"


def numeral(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ends = {1: "st", 2: "nd", 3: "rd"} if number % 100 not in (11, 12, 13) else {}
    return f"{number}{ends.get(number % 10, 'th')}"


def ordinal(words: str) -> str:
    """The ordinal of a number in words."""
    head, hyphen, last = words.rpartition("-")
    return f"{head}{hyphen}{_LAST.get(last, last + 'th')}"
