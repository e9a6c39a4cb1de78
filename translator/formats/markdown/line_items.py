"""Lines of a paragraph that are items or labels: `a. Latar belakang`, `(1) Menteri hadir.`, `Nama : Budi Santoso`.

CommonMark reads them as one text, but their writer means lines, and so do Pandoc, Obsidian and GitHub's comments. One
line alone may be the wrapped end of a sentence (`Pasal 5 ayat` `(2) berlaku`); two that follow one another are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from string import ascii_lowercase, ascii_uppercase

from translator.document import Span

_ITEM = re.compile(
    r"^[ \t]*(?P<opening>\(?)(?P<name>[A-Za-z]|[ivxIVX]{1,5}|\d{1,2})(?P<closing>[.)])[ \t]+(?=\S)", re.M
)
_LABEL = re.compile(r"[ \t]*[*_]{0,3}[A-Z][^\W_]*+(?:[ /.-]{1,2}[^\W_]++){0,3}[*_]{0,3}[ \t]*+:[*_]{0,3}[ \t]++(?=\S)")
_LINE = re.compile(r"^.*", re.M)
_LINE_END = re.compile(r"\n[ \t]*")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
_NAMES = (ascii_lowercase, ascii_uppercase, _ROMAN, [name.upper() for name in _ROMAN], [*map(str, range(1, 100))])
_FOLLOWING = frozenset(chain.from_iterable(map(pairwise, _NAMES)))


def line_ends(text: str) -> Iterator[Span]:
    """The line ends of a paragraph before its items and labels, with the blanks behind them."""
    starts = {*_items(text), *_labels(text)}
    for found in _LINE_END.finditer(text):
        if found.start() + 1 in starts:
            yield Span(*found.span())


def _items(text: str) -> Iterator[int]:
    """Where the lines begin that are items: two and more, whose names follow one another, with the same signs."""
    for one, other in pairwise(_ITEM.finditer(text)):
        if (one["name"], other["name"]) in _FOLLOWING and one.group(1, 3) == other.group(1, 3):
            yield from (one.start(), other.start())


def _labels(text: str) -> Iterator[int]:
    """Where the lines begin that have a label, behind or before another such line."""
    for one, other in pairwise(_LINE.finditer(text)):
        if _LABEL.match(one[0]) and _LABEL.match(other[0]):
            yield from (one.start(), other.start())
