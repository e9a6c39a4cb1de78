"""What the engine gets in the place of each placeable of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translator.language.masking.tags import between_letters
from translator.language.placeables import Placeable, PlaceableKind
from translator.language.word_lists import words

# Of 130 rows of letters these were copied most often: by the starter and its successor in all 38 sentences tried, by an
# unfinished model in 33 and more. None has a vowel, so that text in capitals keeps them.
NAMES = ("XK", "ZB", "ZMR", "MXF", "SJR", "ZX", "ZL", "TJC", "XP", "ZK", "ZR", "CKV", "LHP", "XZ", "ZF", "ZV")
NUMBERS = ("47", "53", "68", "74", "86", "92", "38", "59")  # two figures: a model spells out what is below ten
AND = "dan"
SPACE = " "
SIGNS = {"[": "(", "]": ")", "{": "(", "}": ")", "×": "x", "✕": "x", "⨯": "x"}
SIGNS_IN_WORDS = {**SIGNS, "=": ": "}
TIMES = " x "  # behind a word: panjang×lebar
_OTHER_HALF = {"[": "]", "]": "[", "{": "}", "}": "{"}
_SIGNS_BESIDE_WORDS = {**SIGNS, "<": "(", ">": ")"}
_COMPARED = (" < ", " > ")  # angles around words are brackets, but between blanks they compare

NOUNS = frozenset(
    {
        PlaceableKind.ADDRESS,
        PlaceableKind.HANDLE,
        PlaceableKind.PATH,
        PlaceableKind.PLACEHOLDER,
        PlaceableKind.IDENTIFIER,
        PlaceableKind.INITIALS,
        PlaceableKind.CODE,
        PlaceableKind.WORD,
        PlaceableKind.SCRIPT,
        PlaceableKind.PROVISION,
        PlaceableKind.FORMULA,
    }
)
SPACES = (PlaceableKind.BLANKS, PlaceableKind.BREAK)
_NO_NOUN = re.compile(r"\[\d{1,3}\]|#\w+(?:\s|[.!?]|[#@]\w+)*\Z")
_NAME = re.compile(r"\S [A-Z]\w+ \Z")  # whose address follows in angle brackets; a verb begins its sentence
_MAX_NAME = 22  # characters of its last word, and around it
_PART_OF_WORD = re.compile(r"[^\W_]-?\Z")
_NUMBER_FORMAT = re.compile(r"%(?:\(\w+\)|\d+\$)?[-+0#]?\d*l{0,2}[diu]")
_MONEY_BEFORE = re.compile(r"(?:Rp\.?|US\$|S\$|A\$|[$€£¥])[ \u00a0]?\Z")
_BEHIND = re.compile(r"[%‰°]| ([a-z]+)(?![\w-])")
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
    """Is a placeable a noun of its sentence: no part of a word, no reference, and in no row of tags at its end?"""
    start, end = placeable.span
    if placeable.kind not in NOUNS or _NO_NOUN.match(text, start):
        return False
    if text.startswith("<", start) and _NAME.search(text[max(0, start - _MAX_NAME) : start]):
        return False
    if _MONEY_BEFORE.search(text, max(0, start - _MAX_MONEY), start):
        return True
    if text[end : end + 1].isalnum():
        return False
    return _PART_OF_WORD.search(text, max(0, start - 2), start) is None


def _counts(text: str, placeable: Placeable) -> bool:
    """Does a placeholder stand for a number: by its form, or beside a sign of money, `%` or a noun that is counted?"""
    start, end = placeable.span
    if placeable.kind is not PlaceableKind.PLACEHOLDER:
        return False
    if _NUMBER_FORMAT.match(text, start) or _MONEY_BEFORE.search(text, max(0, start - _MAX_MONEY), start):
        return True
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    if behind[1] is None:
        return True
    return behind[1] in words("indonesian_function_words", "counted")


def _sign(text: str, placeable: Placeable) -> str:
    """The stand-in of what is no noun."""
    start, end = placeable.span
    written = placeable.span.of(text)
    if placeable.kind is PlaceableKind.TAG:
        return SPACE if between_letters(text, start) else ""
    if placeable.kind in SPACES or _is_inside_word(text, placeable):
        sign = SIGNS_IN_WORDS.get(written, SPACE)
        return TIMES if sign.isalpha() and text[start - 1 : start].isalpha() else sign
    if _OTHER_HALF.get(written, "") not in text:  # of a row of items only the first or the last has the bracket
        return ""
    if text[start - 1 : end + 1] in _COMPARED:
        return ""
    if text[start - 1 : end] == " &":
        return AND
    return _SIGNS_BESIDE_WORDS.get(written, "")


def _is_inside_word(text: str, placeable: Placeable) -> bool:
    """Stands a letter or digit right before a placeable and right behind it?"""
    start, end = placeable.span
    return text[max(0, start - 1) : start].isalnum() and text[end : end + 1].isalnum()
