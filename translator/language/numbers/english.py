"""The English forms of a value, a time, a date or a fraction; each function yields the usual form first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from translator.language.numbers.english_words import SCALE_NAMES, words

MONTHS = "January February March April May June July August September October November December".split()
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()

HALF = Decimal("0.5")
# Values from here on are written in figures only: `one thousand two hundred and five` is not expected of anybody.
SPELLED_BELOW = 1000
# The least count of a scale: 0.1 million is still written, 0.05 million is not.
MIN_SCALED = Decimal("0.1")
# Decimals of a count before `thousand`, and before a greater scale: 1.5 thousand, 1.125 million.
MAX_DECIMALS_OF_THOUSANDS = 1
MAX_DECIMALS_OF_SCALE = 3

_OTHER_WORDS = {
    1: ("once", "single"),
    2: ("twice", "double", "both", "pair", "couple"),
    3: ("triple", "thrice"),
    10: ("decade",),
    12: ("dozen",),
    50: ("half",),
    100: ("hundred", "century"),
}
_PARTS = {
    2: ("half",),
    3: ("third",),
    4: ("quarter", "fourth"),
    5: ("fifth",),
    6: ("sixth",),
    7: ("seventh",),
    8: ("eighth",),
    9: ("ninth",),
    10: ("tenth",),
}
_VULGAR = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾"}


def values(value: Decimal) -> Iterator[str]:
    """The forms of a value: 1,500,000; 1500000; 1.5 million; words for the small ones."""
    whole = int(value)
    if value == whole:
        yield from _wholes(whole)
    else:
        yield from _decimals(value, whole)
    yield from halves(value)
    yield from _scaled(value)


def _wholes(whole: int) -> Iterator[str]:
    grouped = f"{whole:,}"
    yield grouped
    yield str(whole)
    yield grouped.replace(",", " ")
    yield f"{grouped}.0"
    if whole < SPELLED_BELOW:
        yield words(whole)
    yield from _OTHER_WORDS.get(whole, ())


def _decimals(value: Decimal, whole: int) -> Iterator[str]:
    yield f"{value.normalize():,f}"
    if value - whole != HALF:
        return
    is_spelled = 0 < whole < SPELLED_BELOW
    yield f"{words(whole)} and a half" if is_spelled else "half"


def _scaled(value: Decimal) -> Iterator[str]:
    """A value in thousands, millions, billions, trillions: 1,500 million, 1.5 billion."""
    for exponent, names in SCALE_NAMES.items():
        count = value.scaleb(-exponent).normalize()
        places = -int(count.as_tuple().exponent)
        allowed = MAX_DECIMALS_OF_THOUSANDS if exponent == 3 else MAX_DECIMALS_OF_SCALE
        if count < MIN_SCALED or places > allowed:
            continue
        yield f"{count:,f} {names[0]}"
        yield f"{count:,f} {names[-1]}"
        if places <= 0 and count < SPELLED_BELOW:
            yield f"{words(int(count))} {names[0]}"
        if count == 1:
            yield names[0]


def halves(value: Decimal) -> Iterator[str]:
    """half a million for 500,000; one and a half million, or 1.5 million, for 1,500,000."""
    for exponent in (12, 9, 6):
        count = value.scaleb(-exponent)
        name = SCALE_NAMES[exponent][0]
        if count == HALF:
            yield f"half a {name}"
            yield f"half {name}"
        elif 0 < count < SPELLED_BELOW and count % 1 == HALF:
            yield f"{count.normalize():f} {name}"
            yield f"{words(int(count))} and a half {name}"


def time(digits: str, hour: int, minutes: str) -> Iterator[str]:
    """A time of day: 13.30 is 13:30, 1:30 or 1330. hour: 0 to 24. minutes: two digits."""
    yield digits.replace(".", ":")
    for shown in (str(hour), f"{hour:02}", str(_on_dial(hour))):
        if minutes == "00":
            yield shown
            yield words(int(shown))
        yield f"{shown}:{minutes}"
        yield f"{shown}.{minutes}"
        yield f"{shown}{minutes}"
    if minutes == "00" and hour % 12 == 0:
        yield "noon" if hour == 12 else "midnight"
    now, next_hour = words(_on_dial(hour)), words(_on_dial(hour + 1))
    spoken = {"15": f"quarter past {now}", "30": f"half past {now}", "45": f"quarter to {next_hour}"}
    if minutes in spoken:
        yield spoken[minutes]


def _on_dial(hour: int) -> int:
    """The hour as a clock's dial shows it, from 1 to 12."""
    return (hour - 1) % 12 + 1


def date(digits: str, day: int, month: int, year: str) -> Iterator[str]:
    """A date: 12/05/2024 is 12 May 2024, May 12, 2024, or its figures in any order that English uses."""
    name = MONTHS[month - 1]
    yield digits
    for written in (name, name[:3]):
        yield f"{day} {written} {year}"
        yield f"{written} {day}, {year}"
        yield f"{written} {day} {year}"
    plain = (str(day), str(month))
    padded = (f"{day:02}", f"{month:02}")
    for mark in "/.-":
        for shown_day, shown_month in (plain, padded):
            yield mark.join((shown_day, shown_month, year))
            yield mark.join((shown_month, shown_day, year))
            yield mark.join((year, shown_month, shown_day))


def fraction(digits: str) -> Iterator[str]:
    """A fraction: 2/3 is two thirds, or a day of a month. digits: with a denominator from 2 to 10."""
    above, below = map(int, digits.split("/"))
    yield digits
    plural = "s" if above > 1 else ""
    for part in _PARTS[below]:
        yield f"{words(above)} {part}{plural}"
        if above == 1:
            yield part
    if digits in _VULGAR:
        yield _VULGAR[digits]
    if above <= 12:
        yield f"{above} {MONTHS[below - 1]}"  # 1/3 may be a date
        yield f"{MONTHS[below - 1]} {above}"
