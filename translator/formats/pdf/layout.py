"""The order in which a page is read: column by column, and in each the lines and the rows of tables.

Columns are found by their gutter, a strip that nothing crosses. What crosses it, such as a heading, ends the columns
above it and begins those below. Cells of one row stand on one base line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from translator.formats.pdf.pages import PdfFragment

_STEP = 3.0  # points between two places where a gutter is looked for
_LEAST_LINES = 4  # in each of two columns: fewer may be a row of a table, or a label beside its text
_LEAST_FILL = 0.6  # of a column's width that lines of text fill, and cells of a table do not
_LEAST_WIDTH = 0.2  # of two columns' whole width that each has: what is narrower are the numbers of paragraphs
_GUTTER = 0.7  # of the font size: the narrowest gutter
_LEAST_OVERLAP = 0.5  # of the lower of two fragments' heights, if they stand on one line
_BESIDE = 0.5  # of the font size, by which two lines overlap that stand beside each other
_OTHER_SIZE = 0.1  # share by which the font size of a heading differs from that of the lines around it
_AIR = 0.8  # of the font size: wider than the air between the lines of a column
_LEAST_STRIP = 0.7  # of the font size, between two columns of a table,
_STRIP_OF_TWO = 3.0  # and of one with two rows: the blanks of two justified lines may meet by chance
_MARKER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5})[.)]|[•●▪■◦○o–—*-]|\d+(?:\.\d+)+\.?")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line. limit: the right edge of its column, up to which it could go."""

    fragment: PdfFragment
    limit: float

    @property
    def text(self) -> str:
        return self.fragment.text


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table: rows of cells, each row with a cell for each column."""

    rows: tuple[tuple[str, ...], ...]


Band = list[PdfFragment]
Row = list[PdfFragment]


def read_page(fragments: Sequence[PdfFragment]) -> Iterator[list[PdfLine | PdfTable]]:
    """The columns of a page in their order, each with its lines and tables."""
    for band in _columns(sorted(fragments, key=lambda fragment: fragment.middle)):
        if band:
            yield list(_lines_and_tables(band))


def _columns(band: Band) -> Iterator[Band]:
    """The band, or its columns one after the other with what stands above, between and below them. band: downwards."""
    gutter = _gutter(band)
    if gutter is None:
        yield band
        return
    plain: Band = []
    columns: Band = []
    below: Band = []  # it belongs to the columns if they go on behind it
    for part in _parted(band, gutter):
        if _crosses(part[0], gutter):
            yield from _read_columns(columns, gutter)
            plain += below + part
            columns, below = [], []
        elif _are_columns(*_sides(part, gutter)):
            yield plain
            columns += below + part
            plain, below = [], []
        elif columns:
            below += part
        else:
            plain += part
    yield from _read_columns(columns, gutter)
    yield plain + below


def _read_columns(columns: Band, gutter: float) -> Iterator[Band]:
    for side in _sides(columns, gutter):
        yield from _columns(side)


def _gutter(band: Band) -> float | None:
    """Where the columns part: the place that has most lines of columns on its sides; None where it has none."""
    if len(band) < 2 * _LEAST_LINES:
        return None
    left = min(fragment.left for fragment in band)
    best, most = None, 0
    for step in range(1, int(_width(band) / _STEP)):
        place = left + step * _STEP
        crossing = sum(_crosses(fragment, place) for fragment in band)
        if 2 * crossing > len(band):
            continue  # as nearly everywhere in text of one column
        lines = 0
        for part in _parted(band, place):
            if _are_columns(*_sides(part, place)):
                lines += len(part)
        if lines > most:
            best, most = place, lines
    return best


def _parted(band: Band, gutter: float) -> Iterator[Band]:
    """The band in parts from top to bottom: those that cross the gutter, those beside it, and what stands apart."""
    part: Band = []
    bottom = 0.0
    for fragment in band:
        is_beside = _crosses(fragment, gutter) is (bool(part) and _crosses(part[0], gutter))
        if part and not (is_beside and _follows(part[-1], fragment, bottom)):
            yield part
            part = []
        part.append(fragment)
        bottom = max(bottom, fragment.bottom)
    if part:
        yield part


def _crosses(fragment: PdfFragment, gutter: float) -> bool:
    return fragment.left < gutter < fragment.right


def _follows(last: PdfFragment, fragment: PdfFragment, bottom: float) -> bool:
    """Does a fragment stand close below the last one and all others, which reach down to `bottom`, or beside them?"""
    if fragment.top < bottom - _BESIDE * fragment.size:
        return True
    is_alike = abs(last.size - fragment.size) <= _OTHER_SIZE * last.size
    return is_alike and fragment.top - bottom <= _AIR * fragment.size


def _sides(part: Band, gutter: float) -> tuple[Band, Band]:
    """What stands on the two sides of a gutter that nothing in the part crosses."""
    left = [fragment for fragment in part if fragment.right <= gutter]
    return left, [fragment for fragment in part if fragment.left >= gutter]


def _are_columns(left: Band, right: Band) -> bool:
    """Are the two sides of a gutter columns of text, and no cells of a table?"""
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    if min(_line_count(left), _line_count(right)) < _LEAST_LINES:
        return False
    size = median(fragment.size for fragment in left)
    if min(fragment.left for fragment in right) - max(fragment.right for fragment in left) < _GUTTER * size:
        return False
    whole = _width([*left, *right])
    return all(_fill(side) >= _LEAST_FILL and _width(side) >= _LEAST_WIDTH * whole for side in (left, right))


def _width(side: Band) -> float:
    return max(fragment.right for fragment in side) - min(fragment.left for fragment in side)


def _fill(side: Band) -> float:
    """How much of a side's width its lines fill, be they of one column or of several."""
    return sum(fragment.right - fragment.left for fragment in side) / (_line_count(side) * _width(side))


def _line_count(side: Band) -> int:
    lines = 0
    middle = 0.0
    for fragment in side:
        if not lines or fragment.middle > middle + _BESIDE * fragment.size:
            lines += 1
            middle = fragment.middle
    return lines


def _lines_and_tables(band: Band) -> Iterator[PdfLine | PdfTable]:
    rows = [_merged(row) for row in _rows(band)]
    limit = max(fragment.right for fragment in band)
    start = 0
    while start < len(rows):
        end = _table_end(rows, start)
        columns = _table_columns(rows[start:end])
        if columns:
            yield PdfTable(tuple(_table_rows(rows[start:end], columns)))
            start = end
            continue
        yield PdfLine(_joined(rows[start]), limit)
        start += 1


def _rows(band: Band) -> Iterator[Row]:
    """The fragments that stand on one line, from left to right."""
    row: Row = []
    for fragment in sorted(band, key=lambda fragment: (fragment.middle, fragment.left)):
        if row and not _on_one_line(row[0], fragment):
            yield sorted(row, key=lambda each: each.left)
            row = []
        row.append(fragment)
    if row:
        yield sorted(row, key=lambda each: each.left)


def _on_one_line(one: PdfFragment, other: PdfFragment) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > _LEAST_OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def _merged(row: Row) -> Row:
    """The row without gaps that part no cells: behind the marker of a list item, and around a colon."""
    merged: Row = []
    for fragment in row:
        last = merged[-1] if merged else None
        if last is not None and _belong_together(last, fragment):
            merged[-1] = _joined([last, fragment])
        else:
            merged.append(fragment)
    return merged


def _belong_together(one: PdfFragment, other: PdfFragment) -> bool:
    if one.text.endswith(":") or other.text.startswith(":"):
        return True
    return _MARKER.fullmatch(one.text) is not None


def _joined(row: Sequence[PdfFragment]) -> PdfFragment:
    """The fragments of a row as one, with blanks between them."""
    first, last = row[0], row[-1]
    text = " ".join(fragment.text for fragment in row)
    bold = sum(len(fragment.text) for fragment in row if fragment.is_bold)
    top, bottom = min(fragment.top for fragment in row), max(fragment.bottom for fragment in row)
    return replace(first, text=text, right=last.right, top=top, bottom=bottom, is_bold=2 * bold > len(text))


def _table_end(rows: Sequence[Row], start: int) -> int:
    """Where a table ends that begins at `start`: rows of several cells, and those that go on below a cell of theirs."""
    end = start
    while end < len(rows):
        row = rows[end]
        is_continued = end > start and row[0].left > rows[start][0].right
        if len(row) < 2 and not is_continued:
            break
        end += 1
    return end


def _table_columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The columns of a table, from edge to edge; none where the rows are no table."""
    whole_rows = sum(len(row) > 1 for row in rows)
    if whole_rows < 2:
        return []
    columns: list[tuple[float, float]] = []
    for fragment in sorted((fragment for row in rows for fragment in row), key=lambda fragment: fragment.left):
        if columns and fragment.left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], fragment.right)
        else:
            columns.append((fragment.left, fragment.right))
    if len(columns) < 2:
        return []
    narrowest = min(right[0] - left[1] for left, right in pairwise(columns))
    least = _LEAST_STRIP if whole_rows > 2 else _STRIP_OF_TWO
    return columns if narrowest >= least * rows[0][0].size else []


def _table_rows(rows: Iterable[Row], columns: Sequence[tuple[float, float]]) -> list[tuple[str, ...]]:
    """The cells of each row. A row without a first cell goes on with those above it."""
    table: list[list[str]] = []
    for row in rows:
        cells = [""] * len(columns)
        for fragment in row:
            number = next(at for at, (_, right) in enumerate(columns) if fragment.left < right)
            cells[number] = f"{cells[number]} {fragment.text}".strip()
        if table and not cells[0]:
            table[-1] = [f"{above} {cell}".strip() for above, cell in zip(table[-1], cells, strict=True)]
        else:
            table.append(cells)
    return [tuple(cells) for cells in table]
