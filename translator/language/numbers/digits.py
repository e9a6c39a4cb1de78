"""Numbers in digits: what each of them is, and its English forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from translator.language.numbers.english import ROMAN, date, fraction, time, values
from translator.language.numbers.english_words import SCALE_NAMES, numeral, ordinal, words
from translator.language.numbers.number import Number, NumberKind, number_at

SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
SCALES |= {"rb": 3, "jt": 6, "M": 9, "T": 12}  # M and T only behind an amount of rupiah

# Digits and marks of a number. What is longer is an account or a serial number.
MAX_LENGTH = 15
# Characters on either side of a number that can say what it is.
CONTEXT = 20
# A number up to here may stand as an ordinal in English: 12 Mei is May 12th.
MAX_ORDINAL = 100

_NUMBER = re.compile(
    r"""(?P<skip>(?<!\S)(?:https?://\S+|www\.\S+|[^\s@]*+@\S+)|(?<![A-Za-z])(?:[kcmdh]m|dam|m)[23](?!\w))
    | (?<![\d.,/-])(?P<date>(?P<day>\d{1,2})(?P<by>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=by)(?P<year>(?:19|20)\d\d))(?!\d)
    | (?<![\d.,/])(?P<fraction>1/(?:10|[2-9])|2/[3579]|3/[4578]|4/5|5/[68]|7/8|9/10)(?![\d/])
    | (?<![\w,-])(?P<ordinal>[Kk]e-(?P<rank>\d{1,3}))(?!\w|-\w|[.,]\d)
    | (?<![\w.,/-])(?P<code>(?!(?:Rp|USD|IDR|US)\d|Ke-|KE-)[A-Z][A-Za-z]{0,4}-?\d{1,5}[A-Za-z]{0,4})(?![\w-]|[.,:]\d)
    | (?P<rupiah>(?<=\bRp)|(?<=\bRp[ \u00a0.])|(?<=\bRp\.[ \u00a0]))?(?P<plain>\d+(?:[.,:]\d+)*)
      (?:\s+(?P<tens>puluh|ratus)\b(?!\s+(?:ribu|juta|miliar|milyar|triliun|trilyun))|\s+(?P<scale>ribu|juta|miliar|milyar|triliun|trilyun)\b|\s?(?P<short>rb|jt|(?(rupiah)[MT]|(?!)))(?!\w))?""",
    re.VERBOSE | re.ASCII,
)
_DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)  # 19.000; 1.234,56
_DECIMAL = re.compile(r"\d+,\d+", re.ASCII)  # 3,5
_INDONESIAN = re.compile(rf"{_GROUPED.pattern}|{_DECIMAL.pattern}", re.ASCII)
_SHAPES = {NumberKind.DECIMAL: _DECIMAL, NumberKind.GROUPED: _GROUPED}
_ENGLISH_DECIMAL = re.compile(r"\d+(?:\.\d+)?", re.ASCII)  # 2.5
_ENGLISH_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)  # 1,234.56, written so by mistake
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
# The number belongs to a name: T-72, Su-35, COVID-19, H5.
_NAME_BEFORE = re.compile(r"(?:\b(?!Ke-|KE-)[A-Z][A-Za-z]{0,4}-|(?!Rp|USD|IDR)\b[A-Za-z]{1,3})$")
# The number is a label, not an amount: versi 2.500, IP 192.168.100.200.
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:versi|bagian|subbagian|bab|subbab|butir|pasal|nomor|no\.?|seri|IP|telepon|telp\.?|HP)|(?<![A-Za-z])v)\s*$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(1[0-9]|20)\d\d\s?[-–/]\s?$", re.ASCII)
_SMALL_LETTER_AFTER = re.compile(r"\s+[a-z]")


def find(source: str) -> Iterator[Number]:
    """The numbers in digits, in order; those in addresses are left out."""
    for found in _NUMBER.finditer(source):
        if found["skip"]:
            continue
        kind, forms = _marked(found) or _plain(found, source)
        yield number_at(found.start(), found[0], forms, kind)


_Reading = tuple[NumberKind, Iterator[str]]


def _marked(found: re.Match[str]) -> _Reading | None:
    """A number whose own shape says what it is: a date, a fraction, an ordinal, a code."""
    if found["plain"]:
        return None
    if found["date"]:
        day, month = int(found["day"]), int(found["month"])
        return NumberKind.DATE, date(found[0], day, month, found["year"])
    if found["fraction"]:
        return NumberKind.FRACTION, fraction(found[0])
    if found["rank"]:
        return NumberKind.ORDINAL, _rank(int(found["rank"]))
    return NumberKind.CODE, iter([found[0], *_DIGITS.findall(found[0])])


def _plain(found: re.Match[str], source: str) -> _Reading:
    """Digits with full stops, commas or colons: the words beside them say what they are."""
    before = source[max(0, found.start() - CONTEXT) : found.start()]
    after = source[found.end() : found.end() + CONTEXT]
    digits = found["plain"]
    is_whole = digits.isdigit()
    if len(digits) > MAX_LENGTH:
        return NumberKind.PLAIN, iter([digits])
    if is_whole and _NAME_BEFORE.search(before):
        return NumberKind.PLAIN, iter([digits])
    scaled = _with_scale(found, after)
    if scaled:
        return NumberKind.SCALE, scaled
    clock = _CLOCK.fullmatch(digits)
    if clock and _is_time(before, after):
        return NumberKind.TIME, time(digits, int(clock[1]), clock[2] or "00")
    if is_whole:
        return NumberKind.PLAIN, _integer(digits, before, after)
    if _LABEL_BEFORE.search(before):
        return NumberKind.OTHER, iter([digits, *_pointed(digits)])
    return _kind_of_pointed(digits), _pointed(digits)


def _is_time(before: str, after: str) -> bool:
    """Do the words beside digits say that they are a time of day?"""
    return bool(_TIME_BEFORE.search(before) or _TIME_AFTER.match(after))


def _with_scale(found: re.Match[str], after: str) -> Iterator[str] | None:
    """The forms of 3 ratus, of 2,3 triliun and of Rp 1,2 M; None where nothing scales the digits."""
    digits = found["plain"]
    if found["tens"] and digits.isdigit():
        power = 10 if found["tens"] == "puluh" else 100
        return values(int(digits) * Decimal(power))
    scale = found["scale"] or found["short"]
    value = _parsed(digits)
    if not scale or value is None:
        return None
    return _scaled(value, SCALES[scale], after)


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


def _parsed(digits: str) -> Decimal | None:
    """The value of digits as Indonesian writes them; of 2.5 as English does, for it can be nothing else."""
    if _INDONESIAN.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    return Decimal(digits) if _ENGLISH_DECIMAL.fullmatch(digits) else None


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
    if _DECIMAL.fullmatch(digits):
        yield digits.replace(",", ".")  # 3,50: also with its last zero
    elif not _GROUPED.fullmatch(digits):
        yield digits  # 3.1.2; 2.5 and 1,234.56, as English has them
        yield digits.replace(".", ":")  # 10.30, where nothing says that it is a time
    value = _parsed(digits)
    if value is not None:
        yield from values(value)
    if _ENGLISH_GROUPED.fullmatch(digits):
        yield from values(Decimal(digits.replace(",", "")))
