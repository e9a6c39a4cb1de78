"""Tables as text, CSV and TSV: the cells of the chosen columns are text; everything else is kept byte for byte.

A column is chosen by its name in the first row, which then is not translated, or by its number from 1. Each line of a
cell is a segment; a cell with blocks of HTML (`<p>`, `<br>`) is read as a part of a page is. Left: messages that choose
among texts by a number. The delimiter is a tab in `.tsv`; in `.csv` it is what a line such as `sep=;` before the first
row says, as Excel has it, else the one of `,`, `;`, tab and `|` that stands most often in the first row. A cell keeps
its quotes, and gets them where its translation needs them. A translation that newly begins with `=`, `+`, `-` or `@`,
which a spreadsheet takes for a formula, gets an apostrophe.
Source of the format: RFC 4180.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from translator.bitext import Bitext
from translator.document import Document, Place, Span
from translator.errors import UsageError
from translator.formats.base import DEFAULT_READING, Reading, decode, encode, replaced
from translator.formats.data_text import Left, TextOfData, read_text, translated_text

_DELIMITERS = ",;\t|"
_LINE_END = re.compile(r"\r\n|\r|\n")
_FORMULA = ("=", "+", "-", "@")
_FIRST_ROW = re.compile(r"[^\r\n]*")
_SAYS_DELIMITER = re.compile(r"sep=([^\r\n])(?:\r\n|\r|\n)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. span: its characters in the file, quotes included. line, row and column count from 1."""

    span: Span
    line: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class DelimitedSkeleton:
    """The source's text, how the translation is encoded, the delimiter, and of each segment the cell and its text."""

    text: str
    encoding: str
    bom: bytes
    delimiter: str
    cells: tuple[tuple[Cell, TextOfData], ...]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`.

    Raises SourceError; UsageError for an unknown encoding, and where no column is chosen.
    """
    if not reading.columns:
        seen = f"{name} is a table, and none of its columns is chosen"
        raise UsageError(seen, "name them: --columns judul,isi, or by their numbers: --columns 2,3")
    decoded = decode(data, reading.encoding, name)
    text = decoded.text
    said = _SAYS_DELIMITER.match(text)
    delimiter = said[1] if said else _delimiter(text, name)
    table = list(_cells(text, delimiter, said.end() if said else 0))
    numbers = {column: _numbers(column, table, text) for column in reading.columns}
    segments = []
    cells = []
    left = Left()
    for cell in _chosen(table, numbers):
        read = read_text(_value(cell, text), left)
        place = Place(_inner(cell, text), cell.line, f"row {cell.row}, column {cell.column}")
        for segment in read.segments:
            segments.append(replace(segment, place=place))
            cells.append((cell, read))
    unknown = [column for column, found in numbers.items() if not found]
    notices = decoded.notices + tuple([f"no column is called {column!r}" for column in unknown])
    notices += left.told()
    skeleton = DelimitedSkeleton(text, decoded.output_encoding, decoded.bom, delimiter, tuple(cells))
    return Document(name, tuple(segments), skeleton, notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: DelimitedSkeleton = bitext.document.skeleton
    parts = []
    for (cell, read), group in groupby(zip(skeleton.cells, bitext.segments, strict=True), key=itemgetter(0)):
        pairs = [pair for _, pair in group]
        parts.append((cell.span, _written(cell, translated_text(read, pairs), skeleton)))
    return encode(replaced(skeleton.text, parts), skeleton.encoding, skeleton.bom)


def _delimiter(text: str, name: str) -> str:
    if name.lower().endswith(".tsv"):
        return "\t"
    first = _FIRST_ROW.match(text)
    counts = Counter(first[0] if first else "")
    return max(_DELIMITERS, key=lambda sign: counts[sign])


def _cells(text: str, delimiter: str, start: int) -> Iterator[Cell]:
    """All cells from `start` on. A quotation mark that is not closed before a delimiter or the row's end is text."""
    mark = re.escape(delimiter)
    pattern = re.compile(rf'("(?:[^"]|"")*"(?=[{mark}\r\n]|\Z)|[^{mark}\r\n]*+)({mark}|\r\n|\r|\n|\Z)')
    row = column = 1
    line = 1 + len(_LINE_END.findall(text, 0, start))
    done = start
    while done < len(text) or column > 1:
        found = pattern.match(text, done)
        assert found is not None  # both parts of the pattern may be empty at the end of the text
        yield Cell(Span(*found.span(1)), line, row, column)
        column += 1
        line += len(_LINE_END.findall(found[0]))
        if found[2] != delimiter:
            row += 1
            column = 1
        done = found.end()


def _numbers(column: str, table: Iterable[Cell], text: str) -> set[int]:
    """The numbers of the columns that are meant by a number, or by a name in the first row; none where none is."""
    if column.isdecimal():
        return {cell.column for cell in table if cell.column == int(column)}
    names = {cell.column: _value(cell, text).strip() for cell in table if cell.row == 1}
    exact = {number for number, name in names.items() if name == column}
    return exact or {number for number, name in names.items() if name.casefold() == column.casefold()}


def _chosen(table: Iterable[Cell], numbers: Mapping[str, set[int]]) -> Iterator[Cell]:
    """The cells of the chosen columns, without the first row where a column is chosen by name."""
    wanted = set().union(*numbers.values())
    first = 1 if all(map(str.isdecimal, numbers)) else 2
    for cell in table:
        if cell.row >= first and cell.column in wanted:
            yield cell


def _inner(cell: Cell, text: str) -> Span:
    """The characters of a cell without its quotes."""
    if _is_quoted(cell, text):
        return Span(cell.span.start + 1, cell.span.end - 1)
    return cell.span


def _is_quoted(cell: Cell, text: str) -> bool:
    written = cell.span.of(text)
    if len(written) <= 1:
        return False
    if not written.startswith('"'):
        return False
    return written.endswith('"')


def _value(cell: Cell, text: str) -> str:
    inner = _inner(cell, text).of(text)
    if _is_quoted(cell, text):
        return inner.replace('""', '"')
    return inner


def _written(cell: Cell, value: str, skeleton: DelimitedSkeleton) -> str:
    """The cell with another value: in quotes if it had them, or needs them now."""
    text = skeleton.text
    if value == _value(cell, text):
        return cell.span.of(text)
    if value.startswith(_FORMULA) and not _inner(cell, text).of(text).startswith(_FORMULA):
        value = f"'{value}"
    if _is_quoted(cell, text) or any(sign in value for sign in (skeleton.delimiter, *'"\r\n')):
        doubled = value.replace('"', '""')
        return f'"{doubled}"'
    return value
