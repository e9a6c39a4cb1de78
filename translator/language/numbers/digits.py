"""Numbers in digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from translator.document import Span
from translator.language.numbers.english import (
    ROMAN,
    SCALE_NAMES,
    date,
    fraction,
    numeral,
    ordinal,
    time,
    values,
    words,
)
from translator.language.numbers.number import Number, NumberKind

SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
SCALES |= {"rb": 3, "jt": 6, "M": 9, "T": 12}  # M and T where Rp stands before

_LONGEST = 15  # digits and marks of what is still a number: beyond it, an account or a serial number

_NUMBER = re.compile(
    r"""(?P<skip>(?<!\S)(?:https?://\S+|www\.\S+|[^\s@]*+@\S+)|(?<![A-Za-z])(?:[kcmdh]m|dam|m)[23](?!\w))
    | (?<![\d.,/-])(?P<date>(?P<day>\d{1,2})(?P<by>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=by)(?P<year>(?:19|20)\d\d))(?!\d)
    | (?<![\d.,/])(?P<part>1/(?:10|[2-9])|2/[3579]|3/[4578]|4/5|5/[68]|7/8|9/10)(?![\d/])
    | (?<![\w,-])(?P<ordinal>[Kk]e-(?P<rank>\d{1,3}))(?!\w|-\w|[.,]\d)
    | (?<![\w.,/-])(?P<code>(?!(?:Rp|USD|IDR|US)\d|Ke-|KE-)[A-Z][A-Za-z]{0,4}-?\d{1,5}[A-Za-z]{0,4})(?![\w-]|[.,:]\d)
    | (?P<rupiah>(?<=\bRp)|(?<=\bRp[ \u00a0.])|(?<=\bRp\.[ \u00a0]))?(?P<plain>\d+(?:[.,:]\d+)*)
      (?:\s+(?P<tens>puluh|ratus)\b(?!\s+(?:ribu|juta|miliar|milyar|triliun|trilyun))|\s+(?P<scale>ribu|juta|miliar|milyar|triliun|trilyun)\b|\s?(?P<short>rb|jt|(?(rupiah)[MT]|(?!)))(?!\w))?""",
    re.VERBOSE | re.ASCII,
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)  # 19.000; 1.234,56
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
_LABEL_BEFORE = re.compile(  # versi 2.500 is no thousand, nor is an address of the internet
    r"(?:\b(?:versi|bagian|subbagian|bab|subbab|butir|pasal|nomor|no\.?|seri|IP|telepon|telp\.?|HP)|(?<![A-Za-z])v)\s*$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(1[0-9]|20)\d\d\s?[-–/]\s?$", re.ASCII)


def find(source: str) -> Iterator[Number]:
    """The numbers in digits, in order; those in addresses are left out."""
    for found in _NUMBER.finditer(source):
        if not found["skip"]:
            kind, accepted = _read(found, source)
            yield Number(Span(*found.span()), found[0], tuple(dict.fromkeys(accepted)), kind)


def _read(found: re.Match[str], source: str) -> tuple[NumberKind, Iterator[str]]:
    """What a number is, and what may stand for it; a form may come twice."""
    before, after = source[max(0, found.start() - 20) : found.start()], source[found.end() : found.end() + 20]
    digits = found["plain"]
    if found["date"]:
        return NumberKind.DATE, date(found[0], int(found["day"]), int(found["month"]), found["year"])
    if found["part"]:
        return NumberKind.FRACTION, fraction(found[0])
    if found["rank"]:
        return NumberKind.ORDINAL, _rank(int(found["rank"]))
    if found["code"]:
        return NumberKind.CODE, iter((found[0], *re.findall(r"\d+", found[0])))
    if len(digits) > _LONGEST or (digits.isdigit() and _NAME_BEFORE.search(before)):
        return NumberKind.PLAIN, iter([digits])
    if found["tens"] and digits.isdigit():
        return NumberKind.SCALE, values(int(digits) * Decimal(10 if found["tens"] == "puluh" else 100))
    scale = found["scale"] or found["short"]
    if scale and (value := _parsed(digits)) is not None:
        return NumberKind.SCALE, _scaled(value, SCALES[scale], after)
    if (clock := _CLOCK.fullmatch(digits)) and (_TIME_BEFORE.search(before) or _TIME_AFTER.match(after)):
        return NumberKind.TIME, time(digits, int(clock[1]), clock[2] or "00")
    if digits.isdigit():
        return NumberKind.PLAIN, _integer(digits, before, after)
    if _LABEL_BEFORE.search(before):
        return NumberKind.OTHER, iter([digits, *_pointed(digits)])
    kinds = {_DECIMAL: NumberKind.DECIMAL, _GROUPED: NumberKind.GROUPED}
    kind = next((kind for shape, kind in kinds.items() if shape.fullmatch(digits)), NumberKind.OTHER)
    return kind, _pointed(digits)


def _rank(value: int) -> Iterator[str]:
    """ke-13 is the 13th; of a war or a king also XIII."""
    yield from (numeral(value), ordinal(words(value)))
    yield from _integer(str(value), "", "")


def _scaled(value: Decimal, exponent: int, after: str) -> Iterator[str]:
    yield from (f"{value:,f} {name}" for name in SCALE_NAMES[exponent])
    yield from values(value.scaleb(exponent))
    if _SCALE_AFTER.match(after):  # 2 juta hingga 3 juta: 2 to 3 million
        yield f"{value:,f}"


def _parsed(digits: str) -> Decimal | None:
    """The value of digits as Indonesian writes them; of 2.5 as English does, for it can be nothing else."""
    if _GROUPED.fullmatch(digits) or _DECIMAL.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    return Decimal(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _integer(digits: str, before: str, after: str) -> Iterator[str]:
    value = int(digits)
    yield digits
    yield from values(Decimal(value))
    if value <= 100:
        yield ordinal(words(value))
    if 1 < value <= len(ROMAN):
        yield ROMAN[value - 1]
    if value == 1 and re.match(r"\s+[a-z]", after):  # 1 jam: an hour
        yield from ("a", "an")
    if year := _YEAR_BEFORE.search(before):  # 1995-96, 1995-1996
        yield from (year[1] + digits, digits[-2:])
    if after.startswith("-an") and value % 10 == 0 and digits[-2:] in ("10", *map(str, range(20, 100, 10))):
        yield from (digits[-2:], f"19{digits[-2:]}", words(int(digits[-2:])).removesuffix("y") + "ies")  # 1970-an


def _pointed(digits: str) -> Iterator[str]:
    """Digits with points, commas or colons that are no time."""
    if _DECIMAL.fullmatch(digits):
        yield digits.replace(",", ".")  # 3,50: also with its last zero
    elif not _GROUPED.fullmatch(digits):
        yield digits  # 3.1.2; 2.5 and 1,234.56, as English has them
        yield digits.replace(".", ":")  # 10.30, where nothing says that it is a time
    for value in (_parsed(digits), Decimal(digits.replace(",", "")) if _ENGLISH.fullmatch(digits) else None):
        if value is not None:
            yield from values(value)
