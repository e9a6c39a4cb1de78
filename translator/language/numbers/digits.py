"""Numbers in digits: what each of them is, and its English forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from translator.language.numbers import amounts, clock
from translator.language.numbers.english import month_first, time, values
from translator.language.numbers.marked import read_mixed, read_ordinal, read_power
from translator.language.numbers.notation import (
    ADDRESS,
    CLOCK,
    DECIMAL,
    ENGLISH_GROUPED,
    GROUPED,
    INDONESIAN,
    LABEL_BEFORE,
    SCALE,
    SCALES,
    parsed,
)
from translator.language.numbers.number import Number, NumberKind, number_at
from translator.language.numbers.slashed import (
    DAY,
    FRACTION,
    MONTH,
    YEAR,
    Reading,
    read_date,
    read_fraction,
    read_iso_date,
    read_slashed,
)

# What stands in every number of digits; two sentences in three have none.
_ANY = re.compile(r"[0-9¼½¾⅐-⅞]")
_TENS = {"puluh": Decimal(10), "ratus": Decimal(100)}

# Digits and marks of a number. What is longer is an account or a serial number.
MAX_LENGTH = 15
# Characters on either side of a number that can say what it is.
CONTEXT = 20

_CODES = "AUD|CHF|CNY|EUR|GBP|HKD|IDR|JPY|KRW|MYR|SAR|SGD|THB|USD"
_CURRENCIES = "rupiah|dolar|euro|yen|yuan|won|ringgit|poundsterling"
_BLANK = "[ \u00a0]"
_SCALE_WORDS = r"ribu|juta|miliar|milyar|triliun|trilyun"
_NUMBER = re.compile(
    rf"""(?P<unit>(?<![A-Za-z])(?:[kcmdh]m|dam|m)[23](?!\w))
    | (?<![\d.,/-])(?P<date>(?P<day>{DAY})(?P<by>[/.-])(?P<month>{MONTH})(?P=by)(?P<year>{YEAR}))(?![\d/])
    | (?<![\w.,/-])(?P<iso>(?P<iso_year>{YEAR})(?P<iso_by>[/-])(?P<iso_month>0[1-9]|1[0-2])(?P=iso_by)
      (?P<iso_day>0[1-9]|[12]\d|3[01]))(?![\d/-])
    | (?<![\w.,/À-ɏ])(?P<mixed>(?:(?P<whole>\d{{1,6}})[ ]?)?(?P<vulgar>[¼½¾⅐-⅞])
      | (?P<count>\d{{1,3}})[ ](?P<part>1/[2348]|2/3|3/4|3/8)(?![\d/]))(?:\s+(?P<mixed_scale>{_SCALE_WORDS})\b)?
    | (?<![\d.,/])(?P<fraction>{FRACTION})(?![\d/])
    | (?<![\w.,/-])(?P<slashed>\d{{1,6}}(?:/\d{{1,6}}){{1,6}})(?![\d/]|[.,]\d)
    | (?<![\w,-])(?P<ordinal>[Kk]e-(?P<rank>\d{{1,3}}(?:\.\d{{3}})*|\d{{4,6}}))(?!\w|-\w|[.,]\d)
    | (?<![\w.,/-])(?P<code>(?!(?:Rp|USD|IDR|US)\d|K[eE]-)[A-Z][A-Za-z]{{0,4}}-?\d{{1,5}}[A-Za-z]{{0,4}})
      (?![\w-]|[.,:]\d)
    | (?<![\w.,])(?P<power>(?P<base>\d{{1,3}})(?P<exponent>[⁻⁺]?[⁰¹²³⁴-⁹]{{1,3}}))
    | (?P<money>(?<=\bR[pM])|(?<=\bRM{_BLANK})|(?<=\bRp[ \u00a0.])|(?<=\bRp\.{_BLANK})|(?<=[$€£¥])|(?<=[$€£¥]{_BLANK})
      |(?<=\b(?:{_CODES}))|(?<=\b(?:{_CODES}){_BLANK}))?(?P<plain>\d{{1,3}}[ ]:[ ]\d{{1,3}}(?:\.\d{{3}})+
      |\d+(?:[.,:]\d+)*)
      (?:\s+(?P<tens>puluh|ratus)\b(?!\s+(?:{_SCALE_WORDS}))|\s+(?P<scale>{_SCALE_WORDS})\b
      |\s?(?P<short>rb|jt|(?(money)[MT]|[MT](?=\s(?:{_CURRENCIES})\b)))(?!\w))?""",
    re.VERBOSE | re.ASCII,
)
_AMOUNT = re.compile(rf"{INDONESIAN.pattern}|{ENGLISH_GROUPED.pattern}|{SCALE.pattern}", re.ASCII)
_DIGITS = re.compile(r"\d+")
# The number belongs to a name: T-72, Su-35, COVID-19, H5.
_NAME_BEFORE = re.compile(r"(?:\b(?!Ke-|KE-)[A-Z][A-Za-z]{0,4}-|(?!Rp|USD|IDR)\b[A-Za-z]{1,3})$")
_SHAPES = {NumberKind.DECIMAL: DECIMAL, NumberKind.GROUPED: GROUPED}


def find(source: str) -> Iterator[Number]:
    """The numbers in digits, in order; the 2 of km2 is none."""
    if _ANY.search(source) is None:
        return
    for found in _NUMBER.finditer(source):
        if found["unit"]:
            continue
        read = _plain if found["plain"] else _marked
        kind, forms = read(found, source)
        number = number_at(found.start(), found[0], forms, kind, _tolerated(kind, found))
        yield _without_refused(number, source)


def _without_refused(number: Number, source: str) -> Number:
    """A time of day without the forms of the other half of the day; 50 of `50-an kapal` without those of a decade."""
    digits, (start, end) = number.text, number.span
    refused: tuple[str, ...] = ()
    if number.kind is NumberKind.TIME:
        refused = clock.refused(digits, *_hour_and_minutes(digits), source)
    elif amounts.is_rough_count(digits, source[max(0, start - CONTEXT) : start], source[end : end + CONTEXT]):
        refused = amounts.count_refused(digits)
    if not refused:
        return number
    accepted = tuple(form for form in number.accepted if form not in refused)
    return replace(number, accepted=accepted, refused=refused)


def _tolerated(kind: NumberKind, found: re.Match[str]) -> tuple[str, ...]:
    """A time of day with a full stop, as the British write it too; a date with its month first, as Americans do."""
    if kind is NumberKind.TIME:
        return (found[0],)
    if kind is not NumberKind.DATE:
        return ()
    day, month, *year = _DIGITS.findall(found[0])
    return tuple(month_first(int(day), int(month), "".join(year)))


def _marked(found: re.Match[str], source: str) -> Reading:
    """A number whose own shape says what it is: a date, a fraction, an ordinal, a code."""
    for group, read in _READERS.items():
        if found[group]:
            return read(found, source)
    return NumberKind.CODE, iter([found[0], *_DIGITS.findall(found[0])])


_READERS: dict[str, Callable[[re.Match[str], str], Reading]] = {
    "date": read_date,
    "iso": read_iso_date,
    "mixed": read_mixed,
    "fraction": read_fraction,
    "slashed": read_slashed,
    "ordinal": read_ordinal,
    "power": read_power,
}


def _plain(found: re.Match[str], source: str) -> Reading:
    """Digits with full stops, commas or colons: the words beside them say what they are."""
    before = source[max(0, found.start() - CONTEXT) : found.start()]
    after = source[found.end() : found.end() + CONTEXT]
    digits = found["plain"]
    if _is_copied(digits, before):
        return NumberKind.PLAIN, iter([digits])
    scaled = _with_scale(found, after)
    if scaled:
        return NumberKind.SCALE, scaled
    if CLOCK.fullmatch(digits) and clock.is_time(digits, before, after):
        return NumberKind.TIME, time(digits, *_hour_and_minutes(digits))
    if digits.isdigit():
        return NumberKind.PLAIN, amounts.integer(digits, before, after)
    if LABEL_BEFORE.search(before):
        return NumberKind.OTHER, iter([digits, *amounts.pointed(digits)])
    if ADDRESS.fullmatch(digits) and found["money"] is None:
        return NumberKind.CODE, iter([digits])
    scale = SCALE.fullmatch(digits)
    if scale:
        return NumberKind.OTHER, amounts.map_scale(scale)
    return _kind_of_pointed(digits), amounts.pointed(digits)


def _hour_and_minutes(digits: str) -> tuple[int, str]:
    """The hour and the minutes of a time of day."""
    hour, _, rest = digits.replace(":", ".").partition(".")
    return int(hour), rest[:2] or "00"


def _is_copied(digits: str, before: str) -> bool:
    """Are digits an account or a serial number, or a part of a name (Su-35)?"""
    if digits.isdigit():
        if len(digits) > MAX_LENGTH:
            return True
        return _NAME_BEFORE.search(before) is not None
    if len(digits) <= MAX_LENGTH:
        return False
    return not _AMOUNT.fullmatch(digits)


def _with_scale(found: re.Match[str], after: str) -> Iterator[str] | None:
    """The forms of 3 ratus, of 2,3 triliun and of Rp 1,2 M; None where nothing scales the digits."""
    value = parsed(found["plain"])
    if value is None:
        return None
    if found["tens"] and value == int(value):
        return values(value * _TENS[found["tens"]])
    scale = found["scale"] or found["short"]
    if scale:
        return amounts.scaled(value, SCALES[scale], after)
    return None


def _kind_of_pointed(digits: str) -> NumberKind:
    for kind, shape in _SHAPES.items():
        if shape.fullmatch(digits):
            return kind
    return NumberKind.OTHER
