"""A number that is spelled out behind its figures: `30 (tiga puluh) hari` is 30 (thirty) days.

Contracts and regulations write numbers twice. The bracket is put into English by itself; the engine does not see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span
from translator.language import placeables
from translator.language.numbers import localise
from translator.language.numbers.english_words import words
from translator.language.numbers.word_values import ALL, UNITS, value_of

# What may stand behind the number in its bracket; in English for one and for more.
_UNITS = {
    "rupiah": ("rupiah", "rupiah"),
    "persen": ("percent", "percent"),
    "orang": ("person", "people"),
    "hari": ("day", "days"),
    "minggu": ("week", "weeks"),
    "bulan": ("month", "months"),
    "tahun": ("year", "years"),
    "jam": ("hour", "hours"),
    "menit": ("minute", "minutes"),
    "meter": ("meter", "meters"),
    "kilometer": ("kilometer", "kilometers"),
    "hektare": ("hectare", "hectares"),
    "dolar": ("dollar", "dollars"),
}
_DIGITS = {"nol": "zero"} | {word: words(value) for word, value in UNITS.items()}
_NUMBER = rf"(?:{ALL})(?:\ (?:{ALL})){{0,24}}"
_SPELLED_OUT = re.compile(
    rf"""(?<=[\d%-]\ )\(
        (?P<whole>nol|{_NUMBER})(?:\ koma(?P<point>(?:\ (?:{"|".join(_DIGITS)})){{1,6}}))?
        (?:\ (?P<unit>{"|".join(_UNITS)}))?
    \)""",
    re.VERBOSE | re.IGNORECASE,
)


def find(text: str) -> Iterator[tuple[Span, str]]:
    """The spelled-out numbers behind figures in an Indonesian text, and each in English, with its brackets."""
    for found in _SPELLED_OUT.finditer(text):
        english = _in_english(found)
        if english:
            yield Span(*found.span()), f"({english})"


def localised(text: str) -> str:
    """The text with its figures, the numbers spelled out behind them, and its formulas where it has no other words, as
    English writes them; all else as it is.
    """
    parts = []
    done = 0
    for span, english in sorted([*find(text), *_formulas(text)]):
        parts += [localise(text[done : span.start]), english]
        done = span.end
    parts.append(localise(text[done:]))
    return "".join(parts)


def _formulas(text: str) -> Iterator[tuple[Span, str]]:
    """The formulas of a text without other words (p<0,05), and each in English; the text may be in another language."""
    if not any(map(str.isalpha, placeables.without_placeables(text))):
        for placeable in placeables.find(text):
            if placeable.english:
                yield placeable.span, placeable.english


def _in_english(found: re.Match[str]) -> str:
    """The number in English words, small or as a name begins; nothing where the words are no number."""
    value = value_of([word for word in found["whole"].lower().split() if word != "nol"])
    if value is None or value % 1:
        return ""
    written = [words(int(value))]
    if found["point"]:
        written += ["point", *map(_DIGITS.__getitem__, found["point"].lower().split())]
    if found["unit"]:
        is_one = value == 1 and not found["point"]
        written.append(_UNITS[found["unit"].lower()][0 if is_one else 1])
    english = " ".join(written)
    return english.capitalize() if found["whole"][0].isupper() else english
