"""Presentations: what is shown is translated; every byte that is no translation stays.

Translated: slides, hidden ones too, with their tables, groups, charts and diagrams, their notes and comments,
alternative texts, tooltips, the own texts of masters and layouts, and the title, subject, description and keywords of
the presentation. Left: the prompts of layouts, fields such as the number of a slide, pictures, macros.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Bitext
from translator.document import Document
from translator.formats.base import DEFAULT_READING, Reading
from translator.markup.office import properties
from translator.markup.office.charts import ChartList
from translator.markup.office.package import OfficePackage, OfficeSkeleton, open_office, render_office
from translator.markup.office.part import OfficePart
from translator.markup.office.reader import PartReader, SegmentList
from translator.markup.office.tree import XmlElement, tree
from translator.markup.office.vocabulary import DML

_SHAPES = frozenset({"p:sp", "p:pic", "p:graphicFrame", "p:cxnSp"})
_OF_A_SLIDE = {"/notesSlide": "notes", "/comments": "comments"}  # by the end of the reference's type
_MASTERS = {".slidemaster+xml": "master", ".slidelayout+xml": "layout", ".main+xml": "presentation"}


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:  # noqa: ARG001
    """The document in `data`, called `name`. Raises SourceError."""
    office = open_office(data, name, ".pptx")
    found = SegmentList()
    parts = []
    for number, slide in enumerate(_slides(office), 1):
        parts.append(_read(office, slide, f"slide {number}", found))
        for ending, label in _OF_A_SLIDE.items():
            for member in office.related(slide, ending).values():
                if member in office.package.members:
                    parts.append(_read(office, member, f"slide {number}, {label}", found))
    for ending, label in _MASTERS.items():
        for number, member in enumerate(office.of_type(ending), 1):
            parts.append(_read_own(office, member, f"{label} {number}", found))
    charts = ChartList(office, found)
    charts.read()
    parts += charts.parts
    parts += properties.read_parts(office, found)
    notices = [*charts.notices(), *office.notices(charts.embedded)]
    skeleton = OfficeSkeleton(office.package, tuple(parts), tuple(charts.embedded))
    return Document(name, tuple(found.segments), skeleton, tuple(notices), is_xml=True)


def render(bitext: Bitext) -> bytes:
    """The translated document."""
    return render_office(bitext)


def _slides(office: OfficePackage) -> list[str]:
    """The slides in the order in which they are shown, and then those that the presentation does not list."""
    slides = []
    for main in office.of_type(".main+xml"):
        targets = office.related(main)
        for element in tree(office.package.read(main), f"{office.package.name}, {main}").walk():
            if element.name == "p:sldId":
                slides.append(targets.get(_relation(element), ""))
    known = office.of_type(".slide+xml")
    ordered = [slide for slide in slides if slide in known]
    return list(dict.fromkeys([*ordered, *known]))


def _relation(element: XmlElement) -> str:
    """The id of an element's reference, which has a prefix; its own id has none."""
    for name, value in element.attributes:
        if name.endswith(":id"):
            return value
    return ""


def _read(office: OfficePackage, member: str, where: str, found: SegmentList) -> OfficePart:
    reader = PartReader(member, office.package.read(member), DML, found)
    reader.where = where
    for element in tree(reader.data, f"{office.package.name}, {member}").walk():
        reader.add(element)
        if element.name == "p:text":  # of a comment in the old form
            reader.add_content(element)
    return reader.part()


def _read_own(office: OfficePackage, member: str, where: str, found: SegmentList) -> OfficePart:
    """A master, a layout or the presentation itself: the shapes that slides show as they are, not those that prompt."""
    reader = PartReader(member, office.package.read(member), DML, found)
    reader.where = where
    root = tree(reader.data, f"{office.package.name}, {member}")
    for element in root.walk():
        reader.note_language(element)
    for shape in _own_shapes(root):
        reader.read(shape)
    return reader.part()


def _own_shapes(root: XmlElement) -> Iterator[XmlElement]:
    for element in root.walk():
        if element.name in _SHAPES and not any(inner.name == "p:ph" for inner in element.walk()):
            yield element
