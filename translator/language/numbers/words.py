"""Numbers in words: dua belas ribu, setengah juta, ketiga, sepertiga.

Only those are found that must show in the English. `satu` is an article as often as a number; `dua` and `kedua` may be
both, other or again; `pertama` may be early or at first. `beberapa ratus` says no number; `puluhan ribu` says its size.
A word with a capital inside a sentence belongs to a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from translator.language.numbers.english import fraction, halves, values
from translator.language.numbers.english_words import ordinal, words
from translator.language.numbers.number import Number, NumberKind, number_at
from translator.language.numbers.word_fractions import halved, halves_of, in_smaller_unit, parts
from translator.language.numbers.word_points import points
from translator.language.numbers.word_sizes import sizes
from translator.language.numbers.word_values import ALL, UNITS, WHOLE, is_named, value_of

# Below three the English may show anything: both, a pair, again.
MIN_VALUE = 3
# Up to here a cardinal may stand as an ordinal in English.
MAX_ORDINAL = 100
# Characters before a number in which a word can say that it is none.
CONTEXT = 20

_NUMBER = re.compile(
    rf"(?<![\w-])(?P<ordinal>ke-?)?(?P<words>(?:{ALL})(?:(?:\s+|-)(?:{ALL})){{0,40}})(?![\w-])", re.IGNORECASE
)
_NO_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:segi|kaki|simpang|beberapa|sekian|koma|atau|per|(?:puluh|ratus|ribu|juta)an))\s*\Z", re.IGNORECASE
)
_NO_NUMBER_AFTER = re.compile(r"\s*(?:atau|koma|\d|(?:belas|puluh|ratus|ribu|juta)an)", re.IGNORECASE)
_PREPOSITION_BEFORE = re.compile(r"\b(?:oleh|kepada|terhadap|bahwa|dengan|antara)\s\Z", re.IGNORECASE)
_THOSE_BEHIND = re.compile(r"\s(?!kali)(?:[a-z]{1,20}\s){1,2}(?:itu|tersebut|ini)\b")
_DOZENS = re.compile(rf"(?<![\w-])(?P<count>se|(?:{'|'.join(UNITS)})\s+)lusin\b", re.IGNORECASE)
_OTHER_DOZENS = {1: ("dozen", "one dozen"), 2: ("dozens", "a couple of dozen")}
_SHARE = re.compile(rf"\b(?P<above>{'|'.join(UNITS)})\s+dari\s+(?P<below>{'|'.join(WHOLE)})\b", re.IGNORECASE)
_MOST_PARTS = 10  # that have a name
_OTHER_WORDS = {
    3: ("triple", "trio", "triad", "threefold"),
    20: ("two dozen", "score"),
    4: ("quadruple", "quartet", "fourfold"),
    5: ("quintet",),
}
_LETTER = re.compile(r"\w")


def find(source: str) -> Iterator[Number]:
    """The numbers in words, fractions first."""
    start = _LETTER.search(source)
    first = start.start() if start else 0
    return chain(
        parts(source, first),
        points(source, first),
        sizes(source, first),
        _dozens(source, first),
        _counts(source, first),
        halves_of(source),
    )


def _dozens(source: str, first: int) -> Iterator[Number]:
    """Dozens: selusin, dua lusin."""
    for found in _DOZENS.finditer(source):
        if not is_named(found, first):
            count = UNITS.get(found["count"].strip().lower(), 1)
            yield number_at(found.start(), found[0], _forms_of_dozens(count), NumberKind.WORDS)


def _forms_of_dozens(count: int) -> Iterator[str]:
    yield "a dozen" if count == 1 else f"{words(count)} dozen"
    yield f"{count} dozen"
    yield from values(Decimal(12 * count))
    yield from _OTHER_DOZENS.get(count, ("dozens",))


def _counts(source: str, first: int) -> Iterator[Number]:
    """Cardinals and ordinals: dua belas ribu, kesembilan belas."""
    for found in _NUMBER.finditer(source):
        if is_named(found, first) or _is_no_number(found, source):
            continue
        value = value_of(found["words"].lower().replace("-", " ").split())
        if value is None or not _must_show(value):
            continue
        if value % 1:
            forms = chain(halved(value), in_smaller_unit(value, source, found.end()))
            yield number_at(found.start(), found[0], forms, NumberKind.FRACTION)
        elif found["ordinal"]:
            ordinals = _ordinals(int(value), _counts_what_follows(found, source, first))
            yield number_at(found.start(), found[0], ordinals, NumberKind.ORDINAL)
        else:
            share = tuple(_as_share(found, source))
            yield number_at(found.start(), found[0], _cardinals(value), NumberKind.WORDS, share)


def _as_share(found: re.Match[str], source: str) -> Iterator[str]:
    """What says the same as two numbers with `dari` between them: satu dari empat is one in four, or a quarter."""
    start = max(0, found.start() - CONTEXT)
    for share in _SHARE.finditer(source, start, found.end() + CONTEXT):
        above, below = UNITS[share["above"].lower()], WHOLE[share["below"].lower()]
        if share.start() <= found.start() and found.end() <= share.end() and above < below <= _MOST_PARTS:
            yield from fraction(f"{above}/{below}")


def _must_show(value: Decimal) -> bool:
    """Must a value show in the English? One and two may be an article or `both`; one and a half is nothing else."""
    smallest = 1 if value % 1 else MIN_VALUE
    return value >= smallest


def _is_no_number(found: re.Match[str], source: str) -> bool:
    """Do the words beside number words say that they count nothing: segi empat, tiga atau empat?"""
    if _NO_NUMBER_BEFORE.search(source, max(0, found.start() - CONTEXT), found.start()):
        return True
    return _NO_NUMBER_AFTER.match(source, found.end()) is not None


def _cardinals(value: Decimal) -> Iterator[str]:
    whole = int(value)
    yield from halves(value)
    in_words = words(whole)
    yield in_words
    yield in_words.replace(" and ", " ")
    if in_words.startswith("one "):
        yield f"a {in_words.removeprefix('one ')}"
    if whole <= MAX_ORDINAL:
        yield ordinal(in_words)
    yield from _OTHER_WORDS.get(whole, ())
    yield from values(value)


def _counts_what_follows(found: re.Match[str], source: str, first: int) -> bool:
    """Does an ordinal count the noun behind it, with no noun before it: Ketiga orang itu, oleh ketiga orang itu?"""
    start = found.start()
    stands_first = start == first or _PREPOSITION_BEFORE.search(source, max(0, start - CONTEXT), start) is not None
    if not stands_first:
        return False
    return _THOSE_BEHIND.match(source, found.end()) is not None


def _ordinals(value: int, is_count: bool) -> Iterator[str]:
    """ketiga is the third, or all three."""
    if is_count:
        yield words(value)
        yield from _OTHER_WORDS.get(value, ())
    yield ordinal(words(value))
    yield words(value)
    yield str(value)
