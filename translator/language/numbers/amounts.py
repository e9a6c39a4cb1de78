"""The English forms of plain digits: of a whole number, an amount with points and commas, a map's scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from translator.language.numbers.english import ROMAN, values
from translator.language.numbers.english_words import SCALE_NAMES, ordinal, words
from translator.language.numbers.notation import ENGLISH_GROUPED, INDONESIAN, in_english, parsed

# Digits and marks of a number that is read as a value: Python's decimals have 28 digits, English names end at 15.
MAX_LENGTH_OF_VALUE = 24
# A number up to here may stand as an ordinal in English: 12 Mei is May 12th.
MAX_ORDINAL = 100

_SCALE_AFTER = re.compile(
    r"\s*(?:-|–|hingga|sampai|dan|atau)\s*[\d.,]+\s+(?:ribu|juta|mil[iy]ar|tril[iy]un)\b", re.ASCII
)
_YEAR_BEFORE = re.compile(r"\b(1[0-9]|20)\d\d\s?[-–/]\s?$", re.ASCII)
_DECADE_BEFORE = re.compile(
    r"\b(?:tahun|dekade|era|(?:ber)?usia(?:nya)?|(?:ber)?umur(?:nya)?|angkatan|generasi|kepala|awal|akhir|pertengahan"
    r"|medio|pada|di|sejak|dari|sampai|hingga|menjelang|antara|dan|abad)\s+$",
    re.IGNORECASE,
)
_SMALL_LETTER_AFTER = re.compile(r"\s+[a-z]")


def integer(digits: str, before: str = "", after: str = "") -> Iterator[str]:
    """A whole number. before, after: the text on either side of it."""
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
    if after.startswith("-an") and not is_rough_count(digits, before, after):
        yield from _decade(digits)


def is_rough_count(digits: str, before: str, after: str) -> bool:
    """Do digits with -an say about how many there are (50-an kapal), and no decade (tahun 50-an, 1970-an)?"""
    if not (digits.isdigit() and after.startswith("-an ")) or len(digits) == len("1970"):
        return False
    return _DECADE_BEFORE.search(before) is None


def count_refused(digits: str) -> tuple[str, ...]:
    """What a rough count is not: 50s, fifties."""
    return f"{digits}s", *list(_decade(digits))[1:]


def _decade(digits: str) -> Iterator[str]:
    """1970-an is also 70s and seventies, 70-an also 1970s; digits that name no decade have no such form."""
    short = digits[-2:]
    tens = int(short)
    if tens < 20 or tens % 10:
        return
    yield short
    if len(digits) == len(short):
        yield f"19{short}"
    yield f"{words(tens).removesuffix('y')}ies"


def pointed(digits: str) -> Iterator[str]:
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


def scaled(value: Decimal, exponent: int, after: str) -> Iterator[str]:
    """A value in thousands, millions and so on. after: the text behind it, where a second count may have the scale."""
    for name in SCALE_NAMES[exponent]:
        yield f"{value:,f} {name}"
    yield from values(value.scaleb(exponent))
    if _SCALE_AFTER.match(after):  # 2 juta hingga 3 juta: 2 to 3 million
        yield f"{value:,f}"


def map_scale(found: re.Match[str]) -> Iterator[str]:
    """1:25.000 is 1:25,000."""
    land = in_english(found["land"])
    for shown in (land, land.replace(",", ""), land.replace(",", " ")):
        yield f"{found['map']}:{shown}"
        yield f"{found['map']} : {shown}"
        yield f"{found['map']} to {shown}"
