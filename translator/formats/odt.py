"""OpenDocument texts: what a reader reads is translated; every byte that is no translation stays.

Translated: paragraphs, headings, lists, tables, headers, footers, notes, comments, text boxes, charts, indexes, titles
and descriptions of pictures, tooltips, labels of forms, the words of numbering, and the title, subject, description and
keywords of the document. Formats and links travel with their words. Left: tracked changes, fields that the program
computes, formulas, macros, hidden text.
"""

from __future__ import annotations

from translator.bitext import Bitext
from translator.document import Document
from translator.formats.base import DEFAULT_READING, Reading
from translator.markup.office.odf_reader import read_odf
from translator.markup.office.package import render_office


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`. Raises SourceError."""
    return read_odf(data, name, ".odt", reading.hidden_text)


def render(bitext: Bitext) -> bytes:
    """The translated document."""
    return render_office(bitext)
