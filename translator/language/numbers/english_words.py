"""English number words: how a whole number is spelled out, and how such words are found in a text."""

from __future__ import annotations

import re

# The names of a power of ten: the usual one, its plural, its abbreviation.
SCALE_NAMES = {
    12: ("trillion", "trillions", "tn"),
    9: ("billion", "billions", "bn"),
    6: ("million", "millions", "m"),
    3: ("thousand", "thousands", "k"),
}
_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
    **{ten: f"{ten[:-1]}ieth" for ten in _TENS},
}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ENDING_TH = (11, 12, 13)

_SCALES = [names[0] for names in SCALE_NAMES.values()]
# `one` is a pronoun as often as a number.
NUMBER_WORDS = frozenset([*_BELOW_TWENTY[2:], *_TENS, "hundred", *_SCALES])
_CARDINALS = "|".join([*_BELOW_TWENTY[2:], *_TENS, "hundred", *_SCALES])
_REGULAR_ORDINALS = [f"{word}th" for word in (*_BELOW_TWENTY[4:], "hundred", "thousand")]
_ORDINALS = "|".join([*_REGULAR_ORDINALS, *_IRREGULAR_ORDINALS.values()])
# The size of a number: dozens, tens of thousands, several hundred thousand.
VAGUE = re.compile(
    r"\b(?:(?:tens|dozens|hundreds|several (?:dozen|hundred|thousand)) of )?"
    r"(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)\b",
    re.IGNORECASE,
)
# Number words in a row. `one` may not begin them, because it is a pronoun as often as a number.
SPELLED = re.compile(
    rf"""\b(?:(?:one[ ])?half[ ])?(?:an?[ ])?(?:{_CARDINALS}|{_ORDINALS})
    (?:(?:[ -]|[ ]and[ ])(?:(?:half[ ](?:an?[ ])?)?(?:{_CARDINALS}|{_ORDINALS})|one|a[ ]half))*\b""",
    re.IGNORECASE | re.VERBOSE,
)


def words(number: int) -> str:
    """A whole number from 0 to 10 ** 15 - 1 in English words: `one hundred and twenty-five thousand`."""
    for exponent, names in SCALE_NAMES.items():
        if number >= 10**exponent:
            count, rest = divmod(number, 10**exponent)
            return _joined(f"{words(count)} {names[0]}", rest)
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return _joined(f"{_BELOW_TWENTY[hundreds]} hundred", rest)
    if number < 20:
        return _BELOW_TWENTY[number]
    tens, unit = divmod(number, 10)
    ten = _TENS[tens - 2]
    if unit:
        return f"{ten}-{_BELOW_TWENTY[unit]}"
    return ten


def _joined(head: str, rest: int) -> str:
    """The words of a number whose greater part is spelled already: `and` stands before what is below a hundred."""
    if not rest:
        return head
    link = " and " if rest < 100 else " "
    return head + link + words(rest)


def ordinal(cardinal: str) -> str:
    """The ordinal of a number in words: `twenty-one` becomes `twenty-first`."""
    head, hyphen, last = cardinal.rpartition("-")
    ending = _IRREGULAR_ORDINALS.get(last, f"{last}th")
    return f"{head}{hyphen}{ending}"


def numeral(number: int) -> str:
    """The ordinal of a number in digits: 1st, 2nd, 3rd, 4th, 11th."""
    if number % 100 in _ENDING_TH:
        return f"{number}th"
    ending = _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
