"""The English forms of a value, a time, a date or a fraction; each function yields the usual form first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from translator.language.numbers.english_words import SCALE_NAMES, numeral, words

MONTHS = "January February March April May June July August September October November December".split()
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()

HALF = Decimal("0.5")
# Values from here on are written in figures only: `one thousand two hundred and five` is not expected of anybody.
SPELLED_BELOW = 1000
# The least count of a scale: 0.1 million is still written, 0.05 million is not.
MIN_SCALED = Decimal("0.1")
# Decimals of a count before `thousand`, and before a greater scale: 1.5 thousand, 1.125 million.
MAX_DECIMALS = {3: 1, 6: 3, 9: 3, 12: 3}

_OTHER_WORDS = {
    1: ("once", "single"),
    2: ("twice", "double", "both", "pair", "couple"),
    3: ("triple", "thrice", "tripled", "tripling"),
    4: ("quadruple", "quadrupled"),
    10: ("decade",),
    12: ("dozen",),
    50: ("half",),
    100: ("hundred", "century"),
}
_FOLDS = range(2, 1001)
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
_VULGAR = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘"}
_VULGAR |= {"1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞"}
_THOUSANDTH = Decimal("0.001")


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
    if whole in _FOLDS:
        yield from _folds(whole)


def _folds(whole: int) -> Iterator[str]:
    """What ten times (sepuluh kali lipat) may be: tenfold."""
    for count in (words(whole).removeprefix("one "), str(whole)):
        yield f"{count}fold"
        yield f"{count}-fold"


def _decimals(value: Decimal, whole: int) -> Iterator[str]:
    yield f"{value.normalize():,f}"
    if value - whole != HALF:
        return
    if whole == 0:
        yield "half"
    elif whole < SPELLED_BELOW:
        yield f"{words(whole)} and a half"


def _scaled(value: Decimal) -> Iterator[str]:
    """A value in thousands, millions, billions, trillions: 1,500 million, 1.5 billion."""
    for exponent, names in SCALE_NAMES.items():
        count = value.scaleb(-exponent).normalize()
        places = -int(count.as_tuple().exponent)
        if count < MIN_SCALED or places > MAX_DECIMALS[exponent]:
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
    """A time of day: 13.30 is 13:30, 1:30 or 1330; behind a full stop it wants a.m. or p.m.

    hour: 0 to 24. minutes: two digits.
    """
    yield digits.replace(".", ":")
    pointed = digits.replace(":", ".")
    if hour <= 12:
        for half in ("am", "pm", "a.m", "p.m"):
            yield f"{pointed} {half}"
    for shown in (str(hour), f"{hour:02}", str(_on_dial(hour))):
        if minutes == "00":
            yield shown
            yield words(int(shown))
        yield f"{shown}:{minutes}"
        if f"{shown}.{minutes}" != digits:
            yield f"{shown}.{minutes}"
        yield f"{shown}{minutes}"
    if minutes == "00" and hour % 12 == 0:
        yield "midnight"
    if minutes == "00" and hour == 12:
        yield "noon"
    now, next_hour = words(_on_dial(hour)), words(_on_dial(hour + 1))
    spoken = {"15": f"quarter past {now}", "30": f"half past {now}", "45": f"quarter to {next_hour}"}
    if minutes in spoken:
        yield spoken[minutes]


def _on_dial(hour: int) -> int:
    """The hour as a clock's dial shows it, from 1 to 12."""
    return (hour - 1) % 12 + 1


def date(digits: str, day: int, month: int, year: str = "") -> Iterator[str]:
    """A date: 12/05/2024 is 12 May 2024, May 12, 2024, or its figures, the day first or the year first.

    year: as the source writes it; nothing where it writes none. Two digits are of this century or of the last.
    """
    yield digits
    for each in _years(year):
        yield from _spelled_date(day, month, each)
        for first, second in _in_figures(day, month):
            yield from _day_first(first, second, each)


def month_first(day: int, month: int, year: str = "") -> Iterator[str]:
    """A date in figures as Americans write it: 05/12/2024, which others read as the 5th of December."""
    shown = product(_years(year), _in_figures(day, month), "/.-")
    for each, (shown_day, shown_month), mark in shown:
        yield mark.join((shown_month, shown_day, each)).rstrip(mark)


def _years(year: str) -> Sequence[str]:
    if len(year) == 2:
        return (f"20{year}", f"19{year}", year)
    return (year,)


def _in_figures(day: int, month: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """The day and the month as figures, without and with leading zeros."""
    return (str(day), str(month)), (f"{day:02}", f"{month:02}")


def _day_first(day: str, month: str, year: str) -> Iterator[str]:
    if not year:
        yield f"{day}/{month}"
        return
    for mark in "/.-":
        yield mark.join((day, month, year))
        yield mark.join((year, month, day))


def _spelled_date(day: int, month: int, year: str) -> Iterator[str]:
    behind, apart = "", ""
    if year:
        behind, apart = f" {year}", f", {year}"
    for name in (MONTHS[month - 1], MONTHS[month - 1][:3]):
        for shown in (str(day), numeral(day)):
            yield f"{shown} {name}{behind}"
            yield f"{name} {shown}{apart}"
            yield f"{name} {shown}{behind}"
            yield f"{shown} of {name}{behind}"


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
    share = Decimal(above) / below
    if share == share.quantize(_THOUSANDTH):
        yield f"{share:f}"
        yield f"{(share * 100).normalize():f} percent"
    if above <= 12:
        yield f"{above} {MONTHS[below - 1]}"  # 1/3 may be a date
        yield f"{MONTHS[below - 1]} {above}"


def mixed(text: str, whole: int, part: str) -> Iterator[str]:
    """A whole number with a fraction: 1¼ is 1 1/4, 1.25, one and a quarter. part: the fraction, as in 1/4."""
    above, below = map(int, part.split("/"))
    yield text
    yield f"{whole} {part}"
    if part in _VULGAR:
        yield f"{whole}{_VULGAR[part]}"
        yield f"{whole} {_VULGAR[part]}"
    value = whole + Decimal(above) / below
    if value == value.quantize(_THOUSANDTH):
        yield f"{value:f}"
    plural = "s" if above > 1 else ""
    for name in _PARTS.get(below, ()):
        yield f"{words(whole)} and {words(above)} {name}{plural}"
        if above == 1:
            yield f"{words(whole)} and a {name}"


def vulgar(sign: str) -> str:
    """A fraction of one character in digits: ¾ is 3/4."""
    return unicodedata.normalize("NFKC", sign).replace("\N{FRACTION SLASH}", "/")
