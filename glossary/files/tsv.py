"""Term lists as tab-separated text: Padan's own format, and what DeepL writes.

UTF-8 with or without a byte order mark, or with the mark of UTF-16 or UTF-32; any line end. Lines that begin with `#`
are comments; blank ones are skipped. Without a header a row is source, target and perhaps a comment. A first row that
holds `source` and `target` is a header, and then the columns may stand in any order. Cells are plain: no quoting, outer
white space dropped, missing ones at the end of a row empty. `|` stands between the alternatives of a target and between
variants.
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


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound rows, and the problems of the others by line. Raises OSError."""
    try:
        return glossary_of(path, rows(decode(path.read_bytes())[0]))
    except RowError as error:
        return judged(path, (), [error])


def rows(text: str) -> list[TermRow]:
    """The rows of a text, comments and blank lines left out."""
    lines = re.split(r"\r\n|\n|\r", text) if "\r" in text else text.split("\n")
    split = ([cell.strip() for cell in line.split("\t")] for line in lines)
    return [TermRow(line, cells) for line, cells in enumerate(split, 1) if not is_comment(cells)]


def render(terms: Sequence[Term]) -> tuple[bytes, list[Problem]]:
    """The list as a file, and a warning for each thing that it cannot hold."""
    table, lost = table_of(terms)
    lost += [
        dropped(term, f"a tab or line break of {term.source!r} becomes a space")
        for term in terms
        if any(map(_BREAK.search, cells_of(term).values()))
    ]
    return "".join("\t".join(map(one_line, cells)) + "\n" for cells in table).encode(), lost


def one_line(cell: str) -> str:
    """A cell as this format can hold it."""
    return " ".join(_BREAK.split(cell)).strip()
