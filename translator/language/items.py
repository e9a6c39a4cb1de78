"""Items in a row, each with a sign: `☐ Ya ☐ Tidak`, `Pilihan: ( ) Ya ( ) Tidak`, `Ya □ Tidak □`; also steps.

A model that gets them as one sentence runs them together, so each is translated by itself, and so is a label before
them. A sign amid running prose (`Harga naik ★ hari ini`) parts nothing: a row has several signs, and what goes on in
small letters with a function word is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, starmap

from translator.document import Span
from translator.language.nontranslatable import marker
from translator.language.steps import split_steps
from translator.language.symbols import BOXES, BRACKET_BOX, SYMBOL_FONTS
from translator.language.word_lists import words

_BULLET = "•‣∙·▪▫◆◇❖★☆⭐✦✧✱✓✔✅✗✘❌►▶▸▷➢➤➔➜👉📌🔹🔸🔶🔷⚪⚫🔴🔵🟢🟡" + SYMBOL_FONTS
_EMOJI = "\u231a\u231b\u23e9-\u23f3\u2600-\u27bf\U0001f000-\U0001faff"
_SIGN = re.compile(
    rf"""[(\["“]?(?<![{BOXES}])(?:
      (?P<box> (?<!\S)(?:{BRACKET_BOX}|\([xX]\)(?!\S)) | [{BOXES}]\ufe0f?(?<!\d[○◯◦])(?<!\d\ [○◯◦]) )
    | (?P<bullet> (?<![^\s(\["“])(?:[{_BULLET}]\ufe0f?|(?<!\d\ )[*✕✖]|[★☆⭐]{{2,5}}) )
    | (?P<emoji> (?<!\S)(?:[{_EMOJI}][\ufe0f\u200d\u20e3]?){{1,8}} )
    )(?![*✕✖{BOXES}{_BULLET}{_EMOJI}])""",
    re.VERBOSE,
)
_BOXES_ALONE, _EMOJI_ALONE = ("box",), ("emoji",)
_KINDS = (_BOXES_ALONE, ("bullet",), ("box", "bullet"), _EMOJI_ALONE)  # of the signs of one row

_INK = re.compile(r"[^\W_]")
_END = re.compile(r"[\s)\]\"”’.,;!?]{0,4}")  # behind the last of the signs that stand behind their items
_WORD = re.compile(r"\w+")
_FUNCTION_WORDS = words("indonesian_function_words", "conjunction") | words("indonesian_function_words", "inner")


@dataclass(frozen=True, slots=True)
class _SignedItems:
    """What may be a row of items.

    kinds: of its signs. items: without their signs. pieces: the items, and before them a label that does not announce
    them. borders: where the text is cut. is_marked: does a sign begin it, or a label that announces its items, with a
    colon or question mark at its end? least: so many items are a row.
    """

    kinds: tuple[str, ...]
    items: list[str]
    pieces: list[str]
    borders: list[int]
    is_marked: bool
    least: int = 2


def split_items(text: str) -> list[Span]:
    """The items of a text and the label before them; the text as a whole where it is no row of items."""
    steps = split_steps(text)
    if steps:
        return steps
    row = next(filter(_is_list, _rows(text)), None)
    if row is None:
        return [Span(0, len(text))]
    return list(starmap(Span, pairwise([0, *row.borders, len(text)])))


def _rows(text: str) -> Iterator[_SignedItems]:
    """What may be the row of items in a text, one for each kind of row whose signs stand there."""
    found = list(_SIGN.finditer(text))
    for kinds in _KINDS:
        signs = [Span(*sign.span()) for sign in found if sign.lastgroup in kinds]
        if signs:
            yield _row(text, signs, kinds)


def _row(text: str, signs: list[Span], kinds: tuple[str, ...]) -> _SignedItems:
    """The row that some signs make: they stand behind their items where one ends the text and none begins it."""
    starts = [sign.start for sign in signs]
    ends = [sign.end for sign in signs]
    lead = text[: starts[0]]
    begins = not _INK.search(lead) or marker(f"{lead}x") == len(lead)
    if _END.fullmatch(text, ends[-1]):
        del ends[-1]
        if not begins:
            items = _between(text, [0, *ends], starts)
            return _SignedItems(kinds, items, items, ends, is_marked=False)
        del starts[-1]
    items = _between(text, ends, [*starts[1:], len(text)])
    if begins:
        return _SignedItems(kinds, items, items, starts[1:], is_marked=True)
    if lead.rstrip().endswith((":", "?")):
        return _SignedItems(kinds, items, items, starts, is_marked=True, least=1)
    return _SignedItems(kinds, items, [lead, *items], starts, is_marked=False)


def _between(text: str, starts: Iterable[int], ends: Iterable[int]) -> list[str]:
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=False)]


def _is_list(row: _SignedItems) -> bool:
    """Is a row no running prose with signs in it? Boxes tell a list; other signs begin it, or capitals follow them."""
    if len(row.items) < row.least or not all(row.items):
        return False
    first, *others = row.pieces
    if not _goes_on(first.lower()) and any(map(_goes_on, others)):
        return False
    has_capitals = not any(map(_begins_small, others))
    if row.kinds == _EMOJI_ALONE:
        are_whole = not any(map(_breaks_off, row.items))
        return all((row.is_marked, has_capitals, are_whole))
    return any((row.is_marked, has_capitals, row.kinds == _BOXES_ALONE))


def _begins_small(piece: str) -> bool:
    ink = _INK.search(piece)
    if ink is None:
        return False
    return ink[0].islower()


def _goes_on(piece: str) -> bool:
    """Does a piece begin in small letters with a function word, as what continues a sentence does?"""
    word = _WORD.search(piece)
    if word is None:
        return False
    return word[0] in _FUNCTION_WORDS


def _breaks_off(piece: str) -> bool:
    """Does a piece end with a function word?"""
    return piece.split()[-1] in _FUNCTION_WORDS
