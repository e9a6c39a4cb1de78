"""The table, tab-separated: one sentence a line, UTF-8, quoted as Python's csv dialect `excel-tab` quotes.

No cell is changed, not even one that a spreadsheet would take for a formula.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from translator.bilingual.base import (
    FIELDS,
    BilingualRow,
    are_fields,
    chunked,
    fields,
    row_of,
    rows,
    stand_in,
    text_of,
    to_json,
)
from translator.bilingual.pair_values import DECIMALS
from translator.bitext import Bitext
from translator.errors import SourceError

SUFFIX = ".tsv"
_LISTS = "terms", "findings", "fuzzy"  # fields that are JSON in their cells


def render(bitext: Bitext, _checksum: str) -> Iterator[bytes]:
    """A header, then a line for each sentence."""
    return written(rows(bitext))


def written(table: Iterable[BilingualRow]) -> Iterator[bytes]:
    """Rows as a table, whatever they come from."""
    return chunked(_lines(table))


def read(path: Path) -> list[BilingualRow]:
    """The rows of a table of ours. Raises SourceError with file and line where it is none."""
    text = text_of(path)
    return list(_rows(io.StringIO(text, newline=""), len(text), path))


def _rows(file: Iterable[str], size: int, path: Path) -> Iterator[BilingualRow]:
    """The rows in the lines of a table, of which no more than one is held. size: of the file. Raises SourceError."""
    csv.field_size_limit(max(csv.field_size_limit(), size))  # a sentence may be longer than the module's limit
    lines = csv.reader(file, "excel-tab", strict=True)
    line = 1  # where the row being read begins
    try:
        header = next(lines, [])
        if not are_fields(header):
            raise ValueError("no header")
        line = 2
        for cells in lines:
            yield row_of(_values(cells, header))
            line = lines.line_num + 1
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        message = f"{path}:{line}: not a row of a bilingual table: {error}"
        raise SourceError(message, "write it anew with -b tsv") from error


def vouches(path: Path, translated: bytes) -> bool:
    """Is the table ours, and does its translation stand in `translated`, with nothing added?"""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return stand_in(_rows(file, path.stat().st_size, path), translated)
    except (SourceError, OSError):
        return False


def wrote(path: Path) -> bool:
    """Has the file our header, or that of an older version?"""
    with path.open("rb") as file:
        header = file.readline(len(_line(FIELDS)))
    return are_fields(header.decode(errors="replace").removesuffix("\n").split("\t"))


def _lines(table: Iterable[BilingualRow]) -> Iterator[str]:
    yield _line(FIELDS)
    for row in table:
        yield _line(_cells(row))


def _cells(row: BilingualRow) -> list[Any]:
    values = fields(row)
    for name in _LISTS:
        values[name] = to_json(values[name])
    score = values["score"]
    values["score"] = "" if score is None else f"{score:.{DECIMALS}f}"
    return list(values.values())


def _values(cells: list[str], header: Sequence[str]) -> dict[str, Any]:
    if len(cells) != len(header):
        raise ValueError(f"{len(cells)} cells instead of {len(header)}")
    values: dict[str, Any] = dict(zip(header, cells, strict=True))
    for name in ("segment", "sentence", *filter(values.__contains__, _LISTS)):
        try:
            values[name] = json.loads(values[name])
        except RecursionError as error:
            raise ValueError(f"{name} is nested too deep") from error
    values["score"] = float(values["score"]) if values["score"] else None
    return values


def _line(cells: Iterable[Any]) -> str:
    # The dialect's own line end decides which cells are quoted: with "\n" as the line end, a lone "\r" would not be.
    buffer = io.StringIO()
    csv.writer(buffer, "excel-tab").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"
