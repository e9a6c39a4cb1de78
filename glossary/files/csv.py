"""Term lists as comma-separated text (RFC 4180), as spreadsheets save them, with the columns and rules of our TSV.

A comma, semicolon or tab between the cells is recognised by the first row; a first line `sep=;`, as Excel writes it,
says so itself. Cells may be quoted and then hold line breaks. UTF-8, else cp1252 with a notice. A cell that a
spreadsheet would take for a formula, because it begins with = + - or @, is written with an apostrophe before it, and
read without.
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
_SEPARATOR = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)
_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound rows, and the problems of the others by line. Raises OSError."""
    notice = ""
    try:
        text, notice = decode(path.read_bytes(), else_cp1252=True)
        delimiter = said[1] if (said := _SEPARATOR.match(text)) else _recognised(text)
        return glossary_of(path, list(_rows(text, delimiter)), notice, _DELIMITERS.get(delimiter, delimiter))
    except RowError as error:
        return judged(path, (), [error], notice)


def _rows(text: str, delimiter: str) -> Iterator[TermRow]:
    said = _SEPARATOR.match(text)
    for row in _parsed(text, delimiter):
        if not is_comment(row.cells) and not (said and row.line == 1):
            yield row._replace(cells=[_unguarded(cell) for cell in row.cells])


def _recognised(text: str) -> str:
    """The delimiter that makes most of the first row, a header before all."""

    def sense(delimiter: str) -> tuple[bool, int]:
        try:
            rows = (row.cells for row in _parsed(text, delimiter))
            first = next((cells for cells in rows if not is_comment(cells)), [])
        except RowError:
            return False, 0
        return has_header(first), len(first)

    return max(_DELIMITERS, key=sense)


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
        yield TermRow(line, [cell.strip() for cell in cells])
        line = reader.line_num + 1


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def render(terms: Sequence[Term], harmless: bool = True) -> tuple[bytes, list[Problem]]:
    """The list as a file, and a warning for each thing that it cannot hold.

    harmless: guard the cells that a spreadsheet would take for formulas. With a byte order mark, without which Excel
    does not see UTF-8.
    """
    table, lost = table_of(terms)
    guard = _FORMULA if harmless else _GUARDED
    out = io.StringIO()
    csv.writer(out).writerows([f"'{cell}" if guard.match(cell) else cell for cell in cells] for cells in table)
    return out.getvalue().encode("utf-8-sig"), lost
