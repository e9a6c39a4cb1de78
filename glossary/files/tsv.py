"""Term lists as tab-separated text: Padan's own format, and what DeepL writes.

The text is UTF-8 with or without a byte order mark, or UTF-16 or UTF-32 with one, with any line end. Lines that begin
with `#` are comments; blank lines are skipped. Without a header a row is source, target and perhaps a comment. A first
row that holds `source` and `target` is a header, and then the columns may stand in any order. Cells are plain: there is
no quoting, outer white space is dropped, and missing cells at the end of a row are empty. `|` stands between the
alternatives of a target and between variants.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from glossary.files.decoding import decode
from glossary.files.rows import RowError, TermRow, cells_of, dropped, glossary_of, is_comment, judged, table_of
from glossary.problem import Problem
from glossary.term import Glossary, Term

_BREAK = re.compile(r"[\t\r\n]+")
_LINE_END = re.compile(r"\r\n|\n|\r")


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound rows, and the problems of the others by line. Raises OSError."""
    try:
        text, _ = decode(path.read_bytes())
        return glossary_of(path, rows(text))
    except RowError as error:
        return judged(path, (), [error])


def rows(text: str) -> list[TermRow]:
    """The rows of a text, without comments and blank lines."""
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        cells = list(map(str.strip, line.split("\t")))
        if not is_comment(cells):
            found.append(TermRow(number, cells))
    return found


def render(terms: Sequence[Term]) -> tuple[bytes, list[Problem]]:
    """The bytes of the file, and a warning for each thing that it cannot hold."""
    table, lost = table_of(terms)
    for term in terms:
        has_break = any(map(_BREAK.search, cells_of(term).values()))
        if has_break:
            lost.append(dropped(term, f"a tab or line break of {term.source!r} becomes a space"))
    lines = ["\t".join(map(one_line, cells)) + "\n" for cells in table]
    return "".join(lines).encode(), lost


def one_line(cell: str) -> str:
    """A cell without line breaks and tabs, which this format cannot hold."""
    return " ".join(_BREAK.split(cell)).strip()
