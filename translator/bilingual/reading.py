"""The pairs of a bilingual file, ours or of any origin, each with its place in the file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from translator.bilingual.base import FIELDS, LATER_FIELDS, BilingualRow, Numbered, are_fields, row_of, text_of
from translator.bitext import Origin, Pair
from translator.errors import SourceError
from translator.markup.xml_text import xml_root

_WANTED = "a header with at least source and target, or two columns without it"


def read(path: Path) -> list[Numbered]:
    """The pairs of a file that are not blank on both sides.

    TSV: our table, a table whose header names at least source and target, or two columns. JSONL: our rows, or objects
    with at least source and target. TMX and XLIFF (1.2, 2.0, 2.1): their units. DOCX: the rows of its tables of two
    columns. HTML: our pages. Raises SourceError with file and line where it is none of these.
    """
    readers: Mapping[str, Callable[[Path], Iterable[Numbered]]] = {
        ".tsv": _tsv,
        ".jsonl": _jsonl,
        ".tmx": _tmx,
        ".xlf": _xliff,
        ".xliff": _xliff,
        ".docx": _docx,
        ".html": _html,
    }
    if path.suffix.lower() not in readers:
        raise SourceError(f"{path}: no bilingual file of a known kind", f"wanted one of {', '.join(readers)}")
    pairs = readers[path.suffix.lower()](path)
    return [each._replace(pair=_noted(each.pair)) for each in pairs if each.pair.source or each.pair.target]


def _noted(pair: Pair) -> Pair:
    """The pair, its origin "copied" where there is nothing to translate, which other programs do not write down."""
    if pair.source != pair.target:
        return pair
    from translator.language.nontranslatable import is_copied

    if is_copied(pair.source):
        return replace(pair, origin=Origin.COPIED)
    return pair


def _tsv(path: Path) -> Iterator[Numbered]:
    table = [(line, cells) for line, cells in _cells(text_of(path)) if cells]
    if not table:
        return
    header = [cell.strip().lower() for cell in table[0][1]]
    if are_fields(header):
        from translator.bilingual import tsv

        lines = (line for line, _ in table[1:])
        for line, row in zip(lines, tsv.read(path), strict=True):
            yield _numbered_row(line, row)
        return
    named = "source" in header and "target" in header
    if named:
        rows = table[1:]
        source, target, columns = header.index("source"), header.index("target"), len(header)
    else:
        rows = table
        source, target, columns = 0, 1, 2
    for line, cells in rows:
        if len(cells) != columns:
            raise SourceError(f"{path}:{line}: {_several(len(cells))}", f"wanted {_WANTED}")
        yield Numbered(line, _pair(cells[source], cells[target]))


def _cells(text: str) -> list[tuple[int, list[str]]]:
    """The rows, each with its first line. Where quotes do not pair, as in tables that never quote, they are text."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    try:
        return list(_numbered(text, csv.QUOTE_MINIMAL))
    except csv.Error:
        return list(_numbered(text, csv.QUOTE_NONE))


def _numbered(text: str, quoting: Literal[0, 3]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True, quoting=quoting)
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _jsonl(path: Path) -> Iterator[Numbered]:
    for number, line in enumerate(text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _numbered_pair(number, json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            message = f"{path}:{number}: not an object with the texts source and target"
            raise SourceError(message, "each line is one JSON object") from error


def _numbered_pair(line: int, values: dict[str, Any]) -> Numbered:
    if set(FIELDS) - set(LATER_FIELDS) <= set(values):
        row = row_of(values)
        return _numbered_row(line, row)
    return Numbered(line, _pair(values["source"], values["target"]))


def _numbered_row(number: int, row: BilingualRow) -> Numbered:
    if not row.sentence:
        return Numbered(number, row.pair, row.where)
    return Numbered(number, row.pair, row.where, row.segment, row.sentence, row.document)


def _tmx(path: Path) -> Iterator[Numbered]:
    from translator.bilingual import tmx

    return (_numbered_row(row.segment, row) for row in tmx.read(path))


def _docx(path: Path) -> Iterable[Numbered]:
    from translator.bilingual import docx

    return docx.read(path)


def _html(path: Path) -> Iterable[Numbered]:
    from translator.bilingual import html

    return html.read(path)


def _xliff(path: Path) -> Iterator[Numbered]:
    from translator.bilingual import xliff, xliff12

    version = xml_root(path, "xliff").get("version", "")
    if version.startswith("1."):
        return xliff12.read(path)
    return xliff.read(path)


def _pair(source: str, target: str) -> Pair:
    return Pair(source.strip(), target.strip(), Origin.MEMORY)


def _several(columns: int) -> str:
    if columns == 1:
        return "1 column"
    return f"{columns} columns"
