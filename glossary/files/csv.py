"""Term lists as comma-separated text (RFC 4180), as spreadsheets save them, with the columns and rules of our TSV.

The cells are separated by commas, semicolons or tabs; the first row shows by which. A first line `sep=;`, as Excel
writes it, names the separator. Cells may be quoted and then hold line breaks. The text is UTF-8, else cp1252 with a
notice. A cell that a spreadsheet would take for a formula, because it begins with = + - or @, is written with an
apostrophe before it, and read without.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from glossary.files.decoding import decode
from glossary.files.rows import RowError, TermRow, glossary_of, has_header, is_comment, judged, table_of
from glossary.problem import Problem
from glossary.term import Glossary, Term

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_SEPARATOR_LINE = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)
_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound rows, and the problems of the others by line. Raises OSError."""
    notice = ""
    try:
        text, notice = decode(path.read_bytes(), else_cp1252=True)
        separator_line = _SEPARATOR_LINE.match(text)
        delimiter = separator_line[1] if separator_line else _recognised(text)
        first_line = 2 if separator_line else 1
        rows = _rows(text, delimiter, first_line)
        return glossary_of(path, rows, notice, _DELIMITERS.get(delimiter, delimiter))
    except RowError as error:
        return judged(path, (), [error], notice)


def _rows(text: str, delimiter: str, first_line: int) -> list[TermRow]:
    """The rows from `first_line` on that are no comments, without the apostrophes that guard their cells."""
    rows = []
    for row in _parsed(text, delimiter):
        if row.line < first_line or is_comment(row.cells):
            continue
        rows.append(TermRow(row.line, list(map(_unguarded, row.cells))))
    return rows


def _recognised(text: str) -> str:
    """The delimiter that best fits the first row: one that finds a header there, else the most cells."""
    best = ","
    best_fit = (False, -1)
    for delimiter in _DELIMITERS:
        first = _first_row(text, delimiter)
        fit = has_header(first), len(first)
        if fit > best_fit:
            best, best_fit = delimiter, fit
    return best


def _first_row(text: str, delimiter: str) -> list[str]:
    """The cells of the first row that is no comment; none where the text cannot be read with this delimiter."""
    try:
        for row in _parsed(text, delimiter):
            if not is_comment(row.cells):
                return row.cells
    except RowError:
        return []
    return []


def _parsed(text: str, delimiter: str) -> Iterator[TermRow]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise RowError(line, f"not CSV: {error}; a quotation mark in a quoted cell is written twice") from error
        yield TermRow(line, list(map(str.strip, cells)))
        line = reader.line_num + 1


def _unguarded(cell: str) -> str:
    if _GUARDED.match(cell):
        return cell[1:]
    return cell


def render(terms: Sequence[Term], harmless: bool = True) -> tuple[bytes, list[Problem]]:
    """The bytes of the file, and a warning for each thing that it cannot hold.

    harmless: put an apostrophe before cells that a spreadsheet would take for formulas. The file begins with a byte
    order mark, without which Excel does not recognise UTF-8.
    """
    table, lost = table_of(terms)
    needs_guard = _FORMULA if harmless else _GUARDED
    out = io.StringIO()
    writer = csv.writer(out)
    for cells in table:
        writer.writerow([f"'{cell}" if needs_guard.match(cell) else cell for cell in cells])
    return out.getvalue().encode("utf-8-sig"), lost
