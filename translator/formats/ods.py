"""OpenDocument sheets: the texts of cells are translated; formulas, numbers and dates stay byte for byte.

Translated: texts of cells, comments, shapes, charts, headers and footers, the values and messages of validations, and
the title, subject, description and keywords of the document. What repeats a cell, as the values of filters and the
fields of pivot tables do, becomes what the cell becomes. Left: names of sheets and ranges, results of formulas that
have texts of their own.
"""

from __future__ import annotations

from translator.bitext import Bitext
from translator.document import Document
from translator.formats.base import DEFAULT_READING, Reading
from translator.markup.office.odf_reader import read_odf
from translator.markup.office.package import render_office


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`. Raises SourceError."""
    return read_odf(data, name, ".ods", reading.hidden_text)


def render(bitext: Bitext) -> bytes:
    """The translated document."""
    return render_office(bitext)
