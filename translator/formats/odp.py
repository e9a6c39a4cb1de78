"""OpenDocument presentations: what is shown is translated; every byte that is no translation stays.

Translated: slides, hidden ones too, with their tables, groups and charts, their notes and comments, titles and
descriptions of pictures, the own texts of masters, headers and footers, and the title, subject, description and
keywords of the presentation. Left: prompts, fields such as the number of a slide, pictures, macros.
"""

from __future__ import annotations

from translator.bitext import Bitext
from translator.document import Document
from translator.formats.base import DEFAULT_READING, Reading
from translator.markup.office.odf_reader import read_odf
from translator.markup.office.package import render_office


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`. Raises SourceError."""
    return read_odf(data, name, ".odp", reading.hidden_text)


def render(bitext: Bitext) -> bytes:
    """The translated document."""
    return render_office(bitext)
