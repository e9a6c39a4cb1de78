"""From the lines of all pages to paragraphs, headings and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from translator.formats.pdf.hyphens import WrittenWords, joined_lines, words_of
from translator.formats.pdf.layout import PdfLine, PdfTable, read_page
from translator.formats.pdf.pages import PdfPage

_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5})[.)]|[•●▪■◦○–—*-]|\d+(?:\.\d+)+\.?)\s")
_ENDED = re.compile(r"[.!?:;…][”\"')\]]*\Z")
_SPACED_OUT = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")  # letters with blanks between them, for emphasis
_WIDE_PITCH = 1.35  # of the usual distance of two lines: a wider one parts paragraphs
_OTHER_SIZE = 0.1  # share by which the font size of another paragraph differs
_INDENT = 0.8  # of the font size: what begins so far to the right is indented
_HEADING = 1.15  # of the usual font size, from which on a short paragraph is a heading
_SHARE_OF_HEADINGS = 0.2  # of all text, the most that one size of headings has
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


@dataclass(slots=True)
class _ParagraphDraft:
    """A paragraph that is being read, with all its lines."""

    lines: list[PdfLine]
    page: int


Block = PdfParagraph | PlacedTable


def blocks_of(pages: Sequence[PdfPage]) -> list[Block]:
    """The paragraphs and tables of a document. One may go on in the next column, or on the next page."""
    columns = []
    for page in pages:
        columns += [(page.number, column) for column in read_page(page.fragments)]
    lines = [part for _, column in columns for part in column if isinstance(part, PdfLine)]
    words = words_of([line.text for line in lines])
    sizes = _heading_sizes(lines)
    found: list[Block] = []
    for draft in _continued(_drafts(columns)):
        if isinstance(draft, PlacedTable):
            found.append(draft)
        else:
            found.append(_paragraph(draft, words, sizes))
    return found


def _drafts(columns: Sequence[tuple[int, list[PdfLine | PdfTable]]]) -> Iterator[_ParagraphDraft | PlacedTable]:
    for page, column in columns:
        pitch = _pitch([part for part in column if isinstance(part, PdfLine)])
        draft: _ParagraphDraft | None = None
        for part in column:
            if draft is not None and isinstance(part, PdfLine) and not _begins(draft.lines, part, pitch):
                draft.lines.append(part)
                continue
            if draft is not None:
                yield draft
                draft = None
            if isinstance(part, PdfTable):
                yield PlacedTable(part.rows, page)
            else:
                draft = _ParagraphDraft([part], page)
        if draft is not None:
            yield draft


def _continued(drafts: Iterator[_ParagraphDraft | PlacedTable]) -> Iterator[_ParagraphDraft | PlacedTable]:
    """The drafts, with those joined that a column or a page parts in the middle of a sentence."""
    last: _ParagraphDraft | PlacedTable | None = None
    for draft in drafts:
        if isinstance(last, _ParagraphDraft) and isinstance(draft, _ParagraphDraft) and _goes_on(last, draft):
            last.lines += draft.lines
            continue
        if last is not None:
            yield last
        last = draft
    if last is not None:
        yield last


def _goes_on(last: _ParagraphDraft, draft: _ParagraphDraft) -> bool:
    before, after = last.lines[-1], draft.lines[0]
    if _ENDED.search(before.text) or not after.text[:1].islower() or _ITEM.match(after.text):
        return False
    return _are_alike(before, after) and after.fragment.top < before.fragment.top


def _begins(lines: Sequence[PdfLine], line: PdfLine, pitch: float) -> bool:
    """Does a paragraph begin with this line, which follows the lines of another?"""
    last = lines[-1]
    one, other = last.fragment, line.fragment
    if other.bottom - one.bottom > _WIDE_PITCH * pitch or not _are_alike(last, line):
        return True
    if _ITEM.match(line.text):
        return True
    if _had_room(last, line):
        return True
    indent = _INDENT * one.size
    if other.left > one.left + indent:
        return _ENDED.search(last.text) is not None
    is_hanging = len(lines) > 1 and other.left < one.left - indent
    return is_hanging and _ENDED.search(last.text) is not None


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
    distances = []
    for one, other in pairwise(lines):
        distances.append(other.fragment.bottom - one.fragment.bottom)
    return median(distances) if distances else 0


def _heading_sizes(lines: Sequence[PdfLine]) -> list[float]:
    """The font sizes of headings, the largest first: larger than that of most of the text, and little text has them."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[_rounded(line)] += len(line.text)
    usual = max(counts, key=lambda size: counts[size], default=0)
    most = _SHARE_OF_HEADINGS * counts.total()
    return sorted((size for size, count in counts.items() if size >= _HEADING * usual and count <= most), reverse=True)


def _rounded(line: PdfLine) -> float:
    return round(line.fragment.size, 1)


def _paragraph(draft: _ParagraphDraft, words: WrittenWords, sizes: Sequence[float]) -> PdfParagraph:
    """The paragraph of a draft. sizes: of the fonts of headings, the largest first."""
    text = draft.lines[0].text
    for line in draft.lines[1:]:
        text = joined_lines(text, line.text, words)
    text = _SPACED_OUT.sub(_closed_up, text)
    first = draft.lines[0]
    level = 0
    is_short = len(text) <= _LONGEST_HEADING and not text.endswith((".", ";", ","))
    if is_short and _rounded(first) in sizes:
        level = min(3, sizes.index(_rounded(first)) + 1)
    return PdfParagraph(text, draft.page, level, first.fragment.is_bold)


def _closed_up(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")
