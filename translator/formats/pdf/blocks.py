"""From the lines of all pages to paragraphs, headings and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import attrgetter
from statistics import median

from translator.formats.pdf.columns import columns_of
from translator.formats.pdf.grouping import grouped
from translator.formats.pdf.hyphens import WrittenWords, joined_lines, words_of
from translator.formats.pdf.pages import PdfPage
from translator.formats.pdf.rows import ITEM_MARKER, PdfLine, PdfTable, lines_and_tables

_ITEM = re.compile(rf"{ITEM_MARKER}\s")
_ENDED = re.compile(r"[.!?:;…][”\"')\]]*\Z")
_SPACED_OUT = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")  # letters with blanks between them, for emphasis
_WIDE_PITCH = 1.35  # of the usual distance of two lines: a wider one parts paragraphs
_OTHER_SIZE = 0.1  # share by which the font size of another paragraph differs
_INDENT = 0.8  # of the font size: what begins so far to the right is indented
_HEADING = 1.15  # of the usual font size, from which on a short paragraph is a heading
_SHARE_OF_HEADINGS = 0.2  # of all text, the most that one size of headings has
_LEVELS = 3  # of headings
_LONGEST_HEADING = 150  # characters


@dataclass(frozen=True, slots=True)
class PdfParagraph:
    """A paragraph. level: of a heading, from 1; 0: it is none. page: on which it begins."""

    text: str
    page: int
    level: int = 0
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table, and the page on which it begins."""

    rows: tuple[tuple[str, ...], ...]
    page: int


Block = PdfParagraph | PlacedTable


@dataclass(frozen=True, slots=True)
class _PlacedPart:
    """Lines of one paragraph, or a table alone. page: on which it stands."""

    parts: list[PdfLine | PdfTable]
    page: int

    @property
    def first(self) -> PdfLine | PdfTable:
        return self.parts[0]

    @property
    def last(self) -> PdfLine | PdfTable:
        return self.parts[-1]


def blocks_of(pages: Sequence[PdfPage]) -> list[Block]:
    """The paragraphs and tables of a document. One may go on in the next column, or on the next page."""
    passages: list[_PlacedPart] = []
    for page in pages:
        for column in columns_of(page.fragments):
            passages += _passages(list(lines_and_tables(column)), page.number)
    lines = _lines_of(passages)
    words = words_of(map(attrgetter("text"), lines))
    sizes = _heading_sizes(lines)
    return [_block(group, words, sizes) for group in grouped(passages, _stands_alone)]


def _passages(column: list[PdfLine | PdfTable], page: int) -> Iterator[_PlacedPart]:
    """The paragraphs and tables of a column."""
    pitch = _pitch(_lines(column))

    def begins(before: list[PdfLine | PdfTable], part: PdfLine | PdfTable) -> bool:
        last = before[-1]
        if isinstance(last, PdfTable) or isinstance(part, PdfTable):
            return True
        return _begins(last, part, pitch)

    for parts in grouped(column, begins):
        yield _PlacedPart(parts, page)


def _lines(parts: Iterable[PdfLine | PdfTable]) -> list[PdfLine]:
    return [part for part in parts if isinstance(part, PdfLine)]


def _lines_of(passages: Iterable[_PlacedPart]) -> list[PdfLine]:
    return _lines(chain.from_iterable(map(attrgetter("parts"), passages)))


def _stands_alone(before: list[_PlacedPart], passage: _PlacedPart) -> bool:
    """Is a passage more than the rest of a sentence that a column or a page parts from the passage before it?"""
    last, first = before[-1].last, passage.first
    if isinstance(last, PdfTable) or isinstance(first, PdfTable):
        return True
    reasons = (
        _ENDED.search(last.text),
        _ITEM.match(first.text),
        not first.text[0].islower(),
        not _are_alike(last, first),
        first.fragment.top > last.fragment.top,  # it is below, so in the same column
    )
    return any(reasons)


def _begins(last: PdfLine, line: PdfLine, pitch: float) -> bool:
    """Does a paragraph begin with a line, which stands below the last line of another?"""
    one, other = last.fragment, line.fragment
    is_indented = abs(other.left - one.left) > _INDENT * one.size
    reasons = (
        other.bottom - one.bottom > _WIDE_PITCH * pitch,
        _ITEM.match(line.text),
        not _are_alike(last, line),
        _had_room(last, line),
        is_indented and _ENDED.search(last.text),
    )
    return any(reasons)


def _are_alike(one: PdfLine, other: PdfLine) -> bool:
    """Are two lines of one font size and weight?"""
    if one.fragment.is_bold is not other.fragment.is_bold:
        return False
    return abs(one.fragment.size - other.fragment.size) <= _OTHER_SIZE * one.fragment.size


def _had_room(last: PdfLine, line: PdfLine) -> bool:
    """Did the last line end before it was full, so that the first word of the next would have fitted?"""
    one, other = last.fragment, line.fragment
    word = other.text.split(" ", 1)[0]
    width = (other.right - other.left) * (len(word) + 1) / len(other.text)
    return one.right + width < last.limit - one.size / 2


def _pitch(lines: Sequence[PdfLine]) -> float:
    """The usual distance of two lines that follow each other."""
    distances = [other.fragment.bottom - one.fragment.bottom for one, other in pairwise(lines)]
    return median(distances or [0])


def _heading_sizes(lines: Sequence[PdfLine]) -> list[float]:
    """The font sizes of headings, the largest first: larger than that of most of the text, and little text has them."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[_rounded(line)] += len(line.text)
    usual = max(counts, key=counts.__getitem__, default=0)
    most = _SHARE_OF_HEADINGS * counts.total()
    larger = [size for size in sorted(counts, reverse=True) if size >= _HEADING * usual]
    return [size for size in larger if counts[size] <= most]


def _rounded(line: PdfLine) -> float:
    return round(line.fragment.size, 1)


def _block(group: Sequence[_PlacedPart], words: WrittenWords, sizes: Sequence[float]) -> Block:
    """The block of some passages: a table, or what is joined to one paragraph. sizes: of the fonts of headings."""
    first = group[0].first
    if isinstance(first, PdfTable):
        return PlacedTable(first.rows, group[0].page)
    text = ""
    for line in _lines_of(group):
        text = joined_lines(text, line.text, words)
    text = _SPACED_OUT.sub(_closed_up, text)
    level = _level(text, _rounded(first), sizes)
    return PdfParagraph(text, group[0].page, level, first.fragment.is_bold)


def _level(text: str, size: float, sizes: Sequence[float]) -> int:
    """The level of a heading, from 1; 0 for text that is none, as what is long or ends like a sentence."""
    if size not in sizes or len(text) > _LONGEST_HEADING:
        return 0
    if text.endswith((".", ";", ",")):
        return 0
    return min(_LEVELS, sizes.index(size) + 1)


def _closed_up(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")
