"""What the engine gets in the place of each placeable of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translator.language.placeables import Placeable, PlaceableKind
from translator.language.word_lists import words

# Of 130 rows of letters these were copied most often: by the starter and its successor in all 38 sentences tried, by an
# unfinished model in 33 and more. None has a vowel, so that text in capitals keeps them.
NAMES = ("XK", "ZB", "ZMR", "MXF", "SJR", "ZX", "ZL", "TJC", "XP", "ZK", "ZR", "CKV", "LHP", "XZ", "ZF", "ZV")
NUMBERS = ("47", "53", "68", "74", "86", "92", "38", "59")  # two figures: a model spells out what is below ten
AND = "dan"
SPACE = " "
BRACKETS = {"[": "(", "]": ")", "{": "(", "}": ")"}
TIMES = {"×": "x", "✕": "x", "⨯": "x"}

NOUNS = frozenset(
    {
        PlaceableKind.ADDRESS,
        PlaceableKind.HANDLE,
        PlaceableKind.PATH,
        PlaceableKind.PLACEHOLDER,
        PlaceableKind.IDENTIFIER,
        PlaceableKind.CODE,
        PlaceableKind.WORD,
        PlaceableKind.SCRIPT,
    }
)
SPACES = (PlaceableKind.BLANKS, PlaceableKind.BREAK)
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_NUMBER_FORMAT = re.compile(r"%(?:\(\w+\)|\d+\$)?[-+0#]?\d*l{0,2}[diu](?:%%)?")
_MONEY_BEFORE = re.compile(r"(?:Rp\.?|US\$|S\$|A\$|[$€£¥])[ \u00a0]?\Z")
_WORD_BEHIND = re.compile(r" ([a-z]+)(?![\w-])")
_ONLY_TAGS_BEHIND = re.compile(r"(?:\s|[.!?]|[#@]\w+)*\Z")
_MAX_MONEY = 4  # characters of a sign of money and the blank behind it


def stand_ins(text: str, placeables: Sequence[Placeable]) -> Iterator[str]:
    """For each placeable of a text what stands in for it; empty where it is taken out."""
    names = iter([name for name in NAMES if name not in text])
    numbers = iter([number for number in NUMBERS if number not in text])
    for placeable in placeables:
        if not _is_noun(text, placeable):
            yield _sign(text, placeable)
        elif _counts(text, placeable):
            yield next(numbers, "")
        else:
            yield next(names, "")


def _is_noun(text: str, placeable: Placeable) -> bool:
    """Is a placeable a noun of its sentence: neither part of a word, nor a reference, nor a row of tags at its end?"""
    start, end = placeable.span
    if placeable.kind not in NOUNS or text[end : end + 1].isalnum():
        return False
    if _FOOTNOTE.match(text, start, end):
        return False
    if text[start] == "#" and _ONLY_TAGS_BEHIND.match(text, end):
        return False
    if start == 0 or _MONEY_BEFORE.search(text, max(0, start - _MAX_MONEY), start):
        return True
    before = text[start - 2 : start] if start > 1 else f" {text[0]}"
    is_joined = before[1].isalnum() or (before[1] == "-" and before[0].isalnum())
    return not is_joined


def _counts(text: str, placeable: Placeable) -> bool:
    """Does a placeholder stand for a number: by its form, or beside a sign of money, `%` or a noun that is counted?"""
    if placeable.kind is not PlaceableKind.PLACEHOLDER:
        return False
    start, end = placeable.span
    if _NUMBER_FORMAT.fullmatch(placeable.span.of(text)) or text[end : end + 1] in ("%", "‰", "°"):
        return True
    if _MONEY_BEFORE.search(text, max(0, start - _MAX_MONEY), start):
        return True
    behind = _WORD_BEHIND.match(text, end)
    if behind is None:
        return False
    return behind[1] in words("indonesian_function_words", "counted")


def _sign(text: str, placeable: Placeable) -> str:
    """The stand-in of what is no noun."""
    if placeable.kind in SPACES:
        return SPACE
    start, end = placeable.span
    written = placeable.span.of(text)
    if written in BRACKETS:
        return BRACKETS[written]
    if written in TIMES:
        return TIMES[written]
    if start == 0:
        return ""
    before, behind = text[start - 1], text[end : end + 1]
    if before.isalnum() and behind.isalnum():
        return SPACE
    if written == "&" and before.isspace():
        return AND
    return ""
