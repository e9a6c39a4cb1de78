"""The rows of a page of ours: the table that its script works with. Edits in a browser are not in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from translator.bilingual.base import BilingualRow, Numbered, row_of, text_of
from translator.bilingual.html.parts import further_pages
from translator.errors import SourceError

_START, _END = '<script type="application/json" id="rows">', "</script>"


def read(path: Path) -> Iterator[Numbered]:
    """The rows of the page at `path` and of its further pages. Raises SourceError where it is no page of ours."""
    number = 0
    for page in (path, *further_pages(path)):
        for row in _rows(page):
            number += 1
            yield Numbered(number, row.pair, row.where, row.segment, row.sentence, row.document)


def _rows(page: Path) -> Iterator[BilingualRow]:
    _, _, rest = text_of(page).partition(_START)
    try:
        data = json.loads(rest.partition(_END)[0])
        about = data["about"]
        for values in data["rows"]:
            row = dict(zip(about["columns"], values, strict=True))
            yield row_of({"document": about["document"], **row})
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = f"{page}: no bilingual page of Padan's that can be read"
        raise SourceError(message, "save a TSV or TMX from it") from error
