"""The table as JSON: one object a line, the fields of the TSV in the same order, terms and findings as lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

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
from translator.bitext import Bitext
from translator.errors import SourceError

SUFFIX = ".jsonl"


def render(bitext: Bitext, _checksum: str) -> Iterator[bytes]:
    """A line for each sentence."""
    return written(rows(bitext))


def written(table: Iterable[BilingualRow]) -> Iterator[bytes]:
    """Rows as lines, whatever they come from."""
    return chunked(to_json(fields(row)) + "\n" for row in table)


def read(path: Path) -> list[BilingualRow]:
    """The rows of a table of ours. Raises SourceError with file and line where it is none."""
    text = text_of(path)
    if not text.strip("\n"):
        return []
    table = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        try:
            table.append(_row(line))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            message = f"{path}:{number}: not a row of a bilingual table: {error}"
            raise SourceError(message, "write it anew with -b jsonl") from error
    return table


def vouches(path: Path, translated: bytes) -> bool:
    """Is the table ours, and does its translation stand in `translated`, with nothing added?"""
    try:
        return stand_in(read(path), translated)
    except SourceError:
        return False


def wrote(path: Path) -> bool:
    """Is every line of the file a row? An empty file is taken for ours: there is nothing in it to lose."""
    try:
        read(path)
    except SourceError:
        return False
    return True


def _row(line: str) -> BilingualRow:
    values = json.loads(line)
    if not isinstance(values, dict) or not are_fields(list(values)):
        raise ValueError(f"wanted the fields {', '.join(FIELDS)}")
    return row_of(values)
