"""The lines of a column, and the tables in it: cells of one row stand on one base line, with gaps between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from operator import attrgetter

from translator.formats.pdf.grouping import grouped
from translator.formats.pdf.pages import PdfFragment

_LEAST_OVERLAP = 0.5  # of the lower of two fragments' heights, if they stand on one line
_LEAST_STRIP = 0.7  # of the font size, between two columns of a table,
_STRIP_OF_TWO = 3.0  # and of one with two rows: the blanks of two justified lines may meet by chance
_MOST_ABOVE = 3  # rows above a table with gaps elsewhere, such as its title: to try more would take long in long tables
# A pattern of what stands before an item of a list: `2.`, `a)`, `(iv)`, `•`, `1.3.`
ITEM_MARKER = r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,5})[.)]|[•●▪■◦○o–—*-]|\d+(?:\.\d+)+\.?)"
_MARKER = re.compile(ITEM_MARKER)

Row = list[PdfFragment]
Edges = tuple[float, float]  # of a column of a table: left and right

_left, _right = attrgetter("left"), attrgetter("right")


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


def lines_and_tables(column: Sequence[PdfFragment]) -> Iterator[PdfLine | PdfTable]:
    """What stands in a column, from top to bottom."""
    limit = max(map(_right, column))
    for run in grouped(map(_merged, rows_of(column)), _ends_table):
        above, columns = _table_in(run)
        for row in run[:above]:
            yield PdfLine(_joined(row), limit)
        if columns:
            yield PdfTable(_table_rows(run[above:], columns))


def _ends_table(run: list[Row], row: Row) -> bool:
    """Does a row belong to no table with those above it: has it one cell, which does not go on with one of theirs?"""
    first = run[0]
    if len(first) == 1:
        return True
    return len(row) == 1 and row[0].left <= first[0].right


def _table_in(run: list[Row]) -> tuple[int, list[Edges]]:
    """How many rows of a run stand above the table in it, and the columns of that; all of them where it has none."""
    for above in range(min(len(run), _MOST_ABOVE + 1)):
        columns = _table_columns(run[above:])
        if columns:
            return above, columns
    return len(run), []


def rows_of(column: Iterable[PdfFragment]) -> Iterator[Row]:
    """The fragments that stand on one line, from left to right."""
    downwards = sorted(column, key=attrgetter("middle", "left"))
    for row in grouped(downwards, _is_below):
        yield sorted(row, key=_left)


def _is_below(row: Row, fragment: PdfFragment) -> bool:
    first = row[0]
    overlap = min(first.bottom, fragment.bottom) - max(first.top, fragment.top)
    height = min(first.bottom - first.top, fragment.bottom - fragment.top)
    return overlap <= _LEAST_OVERLAP * height


def _merged(row: Row) -> Row:
    """The row without gaps that part no cells: behind the marker of a list item, and around a colon."""
    return list(map(_joined, grouped(row, _is_cell)))


def _is_cell(before: Row, fragment: PdfFragment) -> bool:
    last = before[-1].text
    if last.endswith(":") or fragment.text.startswith(":"):
        return False
    return _MARKER.fullmatch(last) is None


def _joined(row: Sequence[PdfFragment]) -> PdfFragment:
    """The fragments of a row as one, with blanks between them. It is bold where all of them are."""
    text = " ".join(fragment.text for fragment in row)
    top = min(fragment.top for fragment in row)
    bottom = max(fragment.bottom for fragment in row)
    is_bold = all(fragment.is_bold for fragment in row)
    return replace(row[0], text=text, right=row[-1].right, top=top, bottom=bottom, is_bold=is_bold)


def _table_columns(rows: Sequence[Row]) -> list[Edges]:
    """The columns of a table; none where the rows are no table."""
    whole_rows = [row for row in rows if len(row) > 1]
    if len(whole_rows) < 2:
        return []
    cells = sorted(chain.from_iterable(rows), key=_left)
    columns = _merged_edges(cells)
    strips = [other[0] - one[1] for one, other in pairwise(columns)]
    least = _STRIP_OF_TWO if len(whole_rows) == 2 else _LEAST_STRIP
    if min(strips, default=0) < least * cells[0].size:
        return []
    return columns


def _merged_edges(cells: Iterable[PdfFragment]) -> list[Edges]:
    """The edges of cells, which come from left to right, with those as one that overlap."""
    columns: list[Edges] = []
    for cell in cells:
        if not columns or cell.left >= columns[-1][1]:
            columns.append((cell.left, cell.right))
        else:
            left, right = columns[-1]
            columns[-1] = (left, max(right, cell.right))
    return columns


def _table_rows(rows: Iterable[Row], columns: Sequence[Edges]) -> tuple[tuple[str, ...], ...]:
    """The cells of each row. A row without a first cell goes on with those above it."""
    table: list[list[str]] = []
    for row in rows:
        cells = [_cell(row, edges) for edges in columns]
        if cells[0] or not table:
            table.append(cells)
        else:
            table[-1] = list(map(_both, table[-1], cells))
    return tuple(map(tuple, table))


def _cell(row: Row, edges: Edges) -> str:
    """What stands in a row between the edges of a column."""
    left, right = edges
    return " ".join(fragment.text for fragment in row if left <= fragment.left < right)


def _both(above: str, below: str) -> str:
    return f"{above} {below}".strip()
