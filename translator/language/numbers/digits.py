"""Numbers in digits: what each of them is, and its English forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import chain

from translator.language.numbers.english import MONTHS, ROMAN, date, fraction, mixed, month_first, time, values, vulgar
from translator.language.numbers.english_words import SCALE_NAMES, numeral, ordinal, words
from translator.language.numbers.notation import (
    ADDRESS,
    CLOCK,
    DECIMAL,
    ENGLISH_GROUPED,
    GROUPED,
    INDONESIAN,
    LABEL_BEFORE,
    SCALE,
    in_english,
    parsed,
)
from translator.language.numbers.number import Number, NumberKind, number_at

SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
_TENS = {"puluh": Decimal(10), "ratus": Decimal(100)}
SCALES |= {"rb": 3, "jt": 6, "M": 9, "T": 12}  # M and T only behind an amount of rupiah

# Digits and marks of a number. What is longer is an account or a serial number.
MAX_LENGTH = 15
# Digits and marks of a number that is read as a value: Python's decimals have 28 digits, English names end at 15.
MAX_LENGTH_OF_VALUE = 24
# The greatest exponent whose power is also expected as a value: 10⁶ is one million.
MAX_POWER = 12
# Characters on either side of a number that can say what it is.
CONTEXT = 20
# A number up to here may stand as an ordinal in English: 12 Mei is May 12th.
MAX_ORDINAL = 100

_FRACTION = r"1/(?:10|[2-9])|2/[3579]|3/[4578]|4/5|5/[68]|7/8|9/10"
_DAY, _MONTH, _YEAR = r"0?[1-9]|[12]\d|3[01]", r"0?[1-9]|1[0-2]", r"(?:19|20)\d\d"
_SCALE_WORDS = r"ribu|juta|miliar|milyar|triliun|trilyun"
_NUMBER = re.compile(
    rf"""(?P<skip>(?<!\S)(?:https?://\S+|www\.\S+|[^\s@]*+@\S+)|(?<![A-Za-z])(?:[kcmdh]m|dam|m)[23](?!\w))
    | (?<![\d.,/-])(?P<date>(?P<day>{_DAY})(?P<by>[/.-])(?P<month>{_MONTH})(?P=by)(?P<year>{_YEAR}))(?![\d/])
    | (?<![\w.,/-])(?P<iso>(?P<iso_year>{_YEAR})(?P<iso_by>[/-])(?P<iso_month>0[1-9]|1[0-2])(?P=iso_by)
      (?P<iso_day>0[1-9]|[12]\d|3[01]))(?![\d/-])
    | (?<![\w.,/À-ɏ])(?P<mixed>(?:(?P<whole>\d{{1,6}})[ ]?)?(?P<vulgar>[¼½¾⅐-⅞])
      | (?P<count>\d{{1,3}})[ ](?P<part>1/[2348]|2/3|3/4|3/8)(?![\d/]))(?:\s+(?P<mixed_scale>{_SCALE_WORDS})\b)?
    | (?<![\d.,/])(?P<fraction>{_FRACTION})(?![\d/])
    | (?<![\w.,/-])(?P<slashed>\d{{1,6}}(?:/\d{{1,6}}){{1,6}})(?![\d/]|[.,]\d)
    | (?<![\w,-])(?P<ordinal>[Kk]e-(?P<rank>\d{{1,3}}(?:\.\d{{3}})*|\d{{4,6}}))(?!\w|-\w|[.,]\d)
    | (?<![\w.,/-])(?P<code>(?!(?:Rp|USD|IDR|US)\d|K[eE]-)[A-Z][A-Za-z]{{0,4}}-?\d{{1,5}}[A-Za-z]{{0,4}})
      (?![\w-]|[.,:]\d)
    | (?<![\w.,])(?P<power>(?P<base>\d{{1,3}})(?P<exponent>[⁻⁺]?[⁰¹²³⁴-⁹]{{1,3}}))
    | (?P<rupiah>(?<=\bRp)|(?<=\bRp[ \u00a0.])|(?<=\bRp\.[ \u00a0]))?(?P<plain>\d+(?:[.,:]\d+)*)
      (?:\s+(?P<tens>puluh|ratus)\b(?!\s+(?:{_SCALE_WORDS}))|\s+(?P<scale>{_SCALE_WORDS})\b
      |\s?(?P<short>rb|jt|(?(rupiah)[MT]|(?!)))(?!\w))?""",
    re.VERBOSE | re.ASCII,
)
_AMOUNT = re.compile(rf"{INDONESIAN.pattern}|{ENGLISH_GROUPED.pattern}|{SCALE.pattern}", re.ASCII)
_DIGITS = re.compile(r"\d+")
_TIME_BEFORE = re.compile(
    r"(?<!\d )\b(?:pukul|jam|pkl\.?|pk\.)\s*$|\d[.:]\d\d\s*(?:-|–|hingga|sampai|s\.d\.|s/d)\s*$",
    re.IGNORECASE | re.ASCII,
)
_TIME_AFTER = re.compile(
    r"\s*(?:(?:-|–|hingga|sampai|s\.d\.|s/d)\s*\d\d?[.:]\d\d\s*)?(?:WIB|WITA|WIT|UTC|GMT)\b",
    re.ASCII | re.IGNORECASE,
)
_TIME_OR_DAY_PART_AFTER = re.compile(
    rf"{_TIME_AFTER.pattern}|\s*(?:pagi|siang|sore|petang|malam|dini hari|waktu setempat)\b", re.ASCII | re.IGNORECASE
)
_SCALE_AFTER = re.compile(
    r"\s*(?:-|–|hingga|sampai|dan|atau)\s*[\d.,]+\s+(?:ribu|juta|mil[iy]ar|tril[iy]un)\b", re.ASCII
)
# The number belongs to a name: T-72, Su-35, COVID-19, H5.
_NAME_BEFORE = re.compile(r"(?:\b(?!Ke-|KE-)[A-Z][A-Za-z]{0,4}-|(?!Rp|USD|IDR)\b[A-Za-z]{1,3})$")
_YEAR_BEFORE = re.compile(r"\b(1[0-9]|20)\d\d\s?[-–/]\s?$", re.ASCII)
_DATE_BEFORE = re.compile(
    r"(?:\(|\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu|Ahad|tanggal|tgl\.?),?\s+\(?)$", re.IGNORECASE
)
_IS_DAY = re.compile(_DAY, re.ASCII)
_IS_MONTH = re.compile(_MONTH, re.ASCII)
_SPELLED_FRACTION = re.compile(_FRACTION)
# What English writes between the two figures of a law and its year, a share, a score.
_LINKS = ("-", " of ", " out of ", " in ", " to ", " and ", " over ", ", ", " year ", " of the year ")
_POWER_WORDS = {2: "squared", 3: "cubed"}
_SHAPES = {NumberKind.DECIMAL: DECIMAL, NumberKind.GROUPED: GROUPED}
_SMALL_LETTER_AFTER = re.compile(r"\s+[a-z]")

_Reading = tuple[NumberKind, Iterator[str]]


def find(source: str) -> Iterator[Number]:
    """The numbers in digits, in order; those in addresses are left out."""
    for found in _NUMBER.finditer(source):
        if found["skip"]:
            continue
        read = _plain if found["plain"] else _marked
        kind, forms = read(found, source)
        yield number_at(found.start(), found[0], forms, kind, _tolerated(kind, found))


def _tolerated(kind: NumberKind, found: re.Match[str]) -> tuple[str, ...]:
    """A time of day with a full stop, as the British write it too; a date with its month first, as Americans do."""
    if kind is NumberKind.TIME:
        return (found[0],)
    if kind is not NumberKind.DATE:
        return ()
    day, month, *year = _DIGITS.findall(found[0])
    return tuple(month_first(int(day), int(month), "".join(year)))


def _marked(found: re.Match[str], source: str) -> _Reading:
    """A number whose own shape says what it is: a date, a fraction, an ordinal, a code."""
    for group, read in _READERS.items():
        if found[group]:
            return read(found, source)
    return NumberKind.CODE, iter([found[0], *_DIGITS.findall(found[0])])


def _date(found: re.Match[str], _: str) -> _Reading:
    day, month = int(found["day"]), int(found["month"])
    return NumberKind.DATE, date(found[0], day, month, found["year"])


def _iso_date(found: re.Match[str], _: str) -> _Reading:
    day, month = int(found["iso_day"]), int(found["iso_month"])
    return NumberKind.DATE, date(found[0], day, month, found["iso_year"])


def _fraction(found: re.Match[str], source: str) -> _Reading:
    digits = found["fraction"]
    if not _is_dated(found, source):
        return NumberKind.FRACTION, fraction(digits)
    day, month = map(int, digits.split("/"))
    return NumberKind.DATE, chain(date(digits, day, month), fraction(digits))


def _is_dated(found: re.Match[str], source: str) -> bool:
    """Does a weekday, `tanggal` or a bracket stand before figures: Senin (4/10)?"""
    return _DATE_BEFORE.search(source[max(0, found.start() - CONTEXT) : found.start()]) is not None


def _mixed(found: re.Match[str], _: str) -> _Reading:
    """¾, 1¼ and 1 1/4, which a scale may follow."""
    text = found["mixed"]
    part = found["part"] or vulgar(found["vulgar"])
    whole = found["count"] or found["whole"]
    forms = list(mixed(text, int(whole), part) if whole else _of_part(text, part))
    if not found["mixed_scale"]:
        return NumberKind.FRACTION, iter(forms)
    exponent = SCALES[found["mixed_scale"]]
    above, below = map(int, part.split("/"))
    value = (int(whole or 0) + Decimal(above) / below).scaleb(exponent)
    scaled = [f"{form} {SCALE_NAMES[exponent][0]}" for form in forms]
    return NumberKind.SCALE, chain(scaled, values(value))


def _of_part(text: str, part: str) -> Iterator[str]:
    """The forms of a fraction; of one that English has no word for, its figures."""
    yield text
    yield part
    if _SPELLED_FRACTION.fullmatch(part):
        yield from fraction(part)


def _slashed(found: re.Match[str], source: str) -> _Reading:
    """Figures with slashes: a date without its year or with a short one, a law of a year, a season, a share."""
    digits = found["slashed"]
    first, second, *rest = digits.split("/")
    if not _is_day(first, second):
        return NumberKind.OTHER, iter([digits]) if rest else _pair(digits, first, second)
    if not rest and _is_dated(found, source):
        return NumberKind.DATE, chain(date(digits, int(first), int(second)), _pair(digits, first, second))
    if not rest:
        return NumberKind.OTHER, chain(_pair(digits, first, second), date(digits, int(first), int(second)))
    year = "/".join(rest)
    if len(year) == 2:
        return NumberKind.DATE, date(digits, int(first), int(second), year)
    return NumberKind.OTHER, iter([digits])


def _is_day(day: str, month: str) -> bool:
    if not bool(_IS_DAY.fullmatch(day)):
        return False
    return bool(_IS_MONTH.fullmatch(month))


def _pair(digits: str, first: str, second: str) -> Iterator[str]:
    """Two figures with a slash between them."""
    yield digits
    for link in _LINKS:
        yield first + link + second
    short, century = second[-2:], first[:2]
    yield f"{first}-{short}"  # 2021/2022
    yield f"{first}/{short}"
    if len(first) == 4 and len(second) == 2:
        yield f"{first}-{century}{second}"
        yield f"{first}/{century}{second}"
    if _is_day(second, first):  # 9/11 names a day as Americans do
        month, day = MONTHS[int(first) - 1], int(second)
        yield f"{month} {day}"
        yield f"{day} {month}"


def _ordinal(found: re.Match[str], _: str) -> _Reading:
    return NumberKind.ORDINAL, _rank(int(found["rank"].replace(".", "")))


def _power(found: re.Match[str], _: str) -> _Reading:
    """10⁶; a base of four digits would be a year with a reference to a note."""
    return NumberKind.OTHER, _forms_of_power(found)


def _forms_of_power(found: re.Match[str]) -> Iterator[str]:
    base = int(found["base"])
    exponent = int(unicodedata.normalize("NFKC", found["exponent"]).replace("\u2212", "-"))
    yield found[0]
    yield f"{base}^{exponent}"
    yield f"{base}**{exponent}"
    if exponent in _POWER_WORDS:
        yield f"{base} {_POWER_WORDS[exponent]}"
    if exponent > 0:
        yield f"{base} to the power of {exponent}"
        yield f"{base} to the {numeral(exponent)}"
    if 0 < exponent <= MAX_POWER:
        yield from values(Decimal(base) ** exponent)


_READERS: dict[str, Callable[[re.Match[str], str], _Reading]] = {
    "date": _date,
    "iso": _iso_date,
    "mixed": _mixed,
    "fraction": _fraction,
    "slashed": _slashed,
    "ordinal": _ordinal,
    "power": _power,
}


def _plain(found: re.Match[str], source: str) -> _Reading:
    """Digits with full stops, commas or colons: the words beside them say what they are."""
    before = source[max(0, found.start() - CONTEXT) : found.start()]
    after = source[found.end() : found.end() + CONTEXT]
    digits = found["plain"]
    if _is_copied(digits, before):
        return NumberKind.PLAIN, iter([digits])
    scaled = _with_scale(found, after)
    if scaled:
        return NumberKind.SCALE, scaled
    clock = CLOCK.fullmatch(digits)
    if clock and _is_time(digits, before, after):
        return NumberKind.TIME, time(digits, int(clock[1]), clock[2] or "00")
    if digits.isdigit():
        return NumberKind.PLAIN, _integer(digits, before, after)
    if LABEL_BEFORE.search(before):
        return NumberKind.OTHER, iter([digits, *_pointed(digits)])
    if ADDRESS.fullmatch(digits) and not found["rupiah"]:
        return NumberKind.CODE, iter([digits])
    scale = SCALE.fullmatch(digits)
    if scale:
        return NumberKind.OTHER, _map_scale(scale)
    return _kind_of_pointed(digits), _pointed(digits)


def _is_copied(digits: str, before: str) -> bool:
    """Are digits an account or a serial number, or a part of a name (Su-35)?"""
    if digits.isdigit():
        if len(digits) > MAX_LENGTH:
            return True
        return _NAME_BEFORE.search(before) is not None
    if len(digits) <= MAX_LENGTH:
        return False
    return not _AMOUNT.fullmatch(digits)


def _map_scale(found: re.Match[str]) -> Iterator[str]:
    """1:25.000 is 1:25,000."""
    land = in_english(found["land"])
    for shown in (land, land.replace(",", ""), land.replace(",", " ")):
        yield f"{found['map']}:{shown}"
        yield f"{found['map']} : {shown}"
        yield f"{found['map']} to {shown}"


def _is_time(digits: str, before: str, after: str) -> bool:
    """Do the words beside digits say that they are a time of day? `malam` behind a whole number counts nights."""
    behind = _TIME_AFTER if digits.isdigit() else _TIME_OR_DAY_PART_AFTER
    return bool(_TIME_BEFORE.search(before) or behind.match(after))


def _with_scale(found: re.Match[str], after: str) -> Iterator[str] | None:
    """The forms of 3 ratus, of 2,3 triliun and of Rp 1,2 M; None where nothing scales the digits."""
    value = parsed(found["plain"])
    if value is None:
        return None
    if found["tens"] and value == int(value):
        return values(value * _TENS[found["tens"]])
    scale = found["scale"] or found["short"]
    if scale:
        return _scaled(value, SCALES[scale], after)
    return None


def _kind_of_pointed(digits: str) -> NumberKind:
    for kind, shape in _SHAPES.items():
        if shape.fullmatch(digits):
            return kind
    return NumberKind.OTHER


def _rank(value: int) -> Iterator[str]:
    """ke-13 is the 13th; of a war or a king also XIII."""
    yield numeral(value)
    yield ordinal(words(value))
    yield from _integer(str(value), "", "")


def _scaled(value: Decimal, exponent: int, after: str) -> Iterator[str]:
    for name in SCALE_NAMES[exponent]:
        yield f"{value:,f} {name}"
    yield from values(value.scaleb(exponent))
    if _SCALE_AFTER.match(after):  # 2 juta hingga 3 juta: 2 to 3 million
        yield f"{value:,f}"


def _integer(digits: str, before: str, after: str) -> Iterator[str]:
    value = int(digits)
    yield digits
    yield from values(Decimal(value))
    if value <= MAX_ORDINAL:
        yield ordinal(words(value))
    if 1 < value <= len(ROMAN):
        yield ROMAN[value - 1]
    if value == 1 and _SMALL_LETTER_AFTER.match(after):  # 1 jam: an hour
        yield "a"
        yield "an"
    year = _YEAR_BEFORE.search(before)
    if year:  # 1995-96, 1995-1996
        yield year[1] + digits
        yield digits[-2:]
    if after.startswith("-an"):
        yield from _decade(digits)


def _decade(digits: str) -> Iterator[str]:
    """1970-an is also 70s, 1970s and seventies; digits that name no decade have no such form."""
    short = digits[-2:]
    tens = int(short)
    if tens < 10 or tens % 10:
        return
    yield short
    yield f"19{short}"
    yield f"{words(tens).removesuffix('y')}ies"


def _pointed(digits: str) -> Iterator[str]:
    """Digits with full stops, commas or colons that are no time."""
    if INDONESIAN.fullmatch(digits):
        english = in_english(digits)
        yield english  # also with its last zeros: 3,50 is 3.50
        yield english.replace(",", "")
    else:
        yield digits  # 3.1.2; 2.5 and 1,234.56, as English has them
        yield digits.replace(".", ":")  # 10.30, where nothing says that it is a time
        for link in ("-", "–", " to "):  # a score
            yield digits.replace(":", link)
    if len(digits) > MAX_LENGTH_OF_VALUE:
        return
    value = parsed(digits)
    if value is not None:
        yield from values(value)
    if ENGLISH_GROUPED.fullmatch(digits):
        yield from values(Decimal(digits.replace(",", "")))
