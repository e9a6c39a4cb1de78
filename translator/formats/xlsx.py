"""Workbooks: the texts of cells are translated; formulas, numbers, dates and the names of sheets stay byte for byte.

Translated: shared and inline strings, comments, shapes, the titles of charts, headers and footers, validation lists
and prompts, tooltips, and the title, subject, description and keywords of the workbook. The names of columns, filter
values, structured references and caches become what their cells become.
"""

from __future__ import annotations

from translator.bitext import Bitext
from translator.document import Document
from translator.formats.base import DEFAULT_READING, Reading
from translator.markup.office import properties
from translator.markup.office.charts import ChartList
from translator.markup.office.package import OfficeSkeleton, open_office, render_office
from translator.markup.office.reader import SegmentList
from translator.markup.office.workbook import WorkbookReader, read_comments


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:  # noqa: ARG001
    """The document in `data`, called `name`. Raises SourceError."""
    office = open_office(data, name, ".xlsx")
    found = SegmentList()
    workbook = WorkbookReader(office, found)
    workbook.read()
    parts = [*workbook.parts, *read_comments(office, found)]
    charts = ChartList(office, found, is_echo=True)
    charts.read()
    parts += charts.parts
    parts += properties.read_parts(office, found)
    notices = [*workbook.notices(), *office.notices()]
    skeleton = OfficeSkeleton(office.package, tuple(parts), unique=tuple(workbook.columns))
    return Document(name, tuple(found.segments), skeleton, tuple(notices), is_xml=True)


def render(bitext: Bitext) -> bytes:
    """The translated document."""
    return render_office(bitext)
