"""Word documents: what a reader reads is translated; every byte that is no translation stays.

Translated: the body with its tables and lists, headers, footers, notes, comments, text boxes, content controls,
charts, diagrams, alternative texts, tooltips, the words of numbering, and the title, subject, description and keywords
of the document. Formats, links and insertions travel with their words. Left: deletions, fields that Word computes,
formulas, macros, hidden text.
"""

from __future__ import annotations

from translator.bitext import Bitext
from translator.document import Document
from translator.formats.base import DEFAULT_READING, Reading
from translator.markup.office import properties
from translator.markup.office.atoms import is_on
from translator.markup.office.charts import ChartList
from translator.markup.office.package import OfficePackage, OfficeSkeleton, open_office, render_office
from translator.markup.office.part import OfficePart
from translator.markup.office.reader import NUMBERING, PartReader, SegmentList
from translator.markup.office.results import told_fields
from translator.markup.office.tree import elements
from translator.markup.office.vocabulary import WML

_TEXTS = {  # by the end of a part's type: what people call it
    ".main+xml": "",
    ".header+xml": "header",
    ".footer+xml": "footer",
    ".footnotes+xml": "footnotes",
    ".endnotes+xml": "endnotes",
    ".comments+xml": "comments",
}
_LANGUAGES_ONLY = (".styles+xml", ".settings+xml")
_WHOLE = frozenset({"w:p", "w:tblCaption", "w:tblDescription", "w:lang", "w:themeFontLang", "w:listItem"})


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`. Raises SourceError."""
    office = open_office(data, name, ".docx")
    found = SegmentList()
    parts = []
    hidden = fields = 0
    styles = frozenset() if reading.hidden_text else _hidden_styles(office)
    for ending, label in _TEXTS.items():
        members = office.of_type(ending)
        for number, member in enumerate(members, 1):
            reader = PartReader(member, office.package.read(member), WML, found)
            reader.atoms.with_hidden = reading.hidden_text
            reader.atoms.hidden_styles = styles
            _read(reader, f"{label} {number}" if len(members) > 1 else label, name)
            hidden += reader.atoms.hidden
            fields += reader.units.left
            parts.append(reader.part())
    charts = ChartList(office, found)
    charts.read()
    parts += charts.parts
    for ending in (".numbering+xml", *_LANGUAGES_ONLY):
        for member in office.of_type(ending):
            parts.append(_read_small(member, office.package.read(member), name, found))
    parts += properties.read_parts(office, found)
    notices = charts.notices()
    if hidden:
        notices.append(f"runs of hidden text were left: {hidden}; --hidden-text translates them")
    notices += told_fields(fields)
    notices += office.notices(charts.embedded)
    skeleton = OfficeSkeleton(office.package, tuple(parts), tuple(charts.embedded))
    return Document(name, tuple(found.segments), skeleton, tuple(notices), is_xml=True)


def render(bitext: Bitext) -> bytes:
    """The translated document."""
    return render_office(bitext)


def _read(reader: PartReader, label: str, name: str) -> None:
    number = 0
    lead = f"{label}, " if label else ""
    for element in elements(reader.data, f"{name}, {reader.member}", _WHOLE):
        number += element.name == "w:p"
        reader.where = f"{lead}paragraph {number}"
        if element.name in _WHOLE:
            reader.read(element)


def _read_small(member: str, data: bytes, name: str, found: SegmentList) -> OfficePart:
    """Styles, settings and numbering: languages, and the words around the numbers."""
    reader = PartReader(member, data, WML, found)
    reader.where = "numbering"
    for element in elements(data, f"{name}, {member}", frozenset({"w:lvl"})):
        if element.name != "w:lvl":
            reader.note_language(element)
            continue
        shape = element.child("w:numFmt")
        text = element.child("w:lvlText")
        is_bullet = shape is not None and shape.get("val") == "bullet"
        if text is not None and not is_bullet:
            reader.add_attribute(text, "val", NUMBERING)
    return reader.part()


def _hidden_styles(office: OfficePackage) -> frozenset[str]:
    """The ids of the styles whose text nobody sees, by themselves or by the style that they are based on."""
    waiting: list[str] = []
    based: dict[str, list[str]] = {}  # for each style, those that are based on it
    for member in office.of_type(".styles+xml"):
        name = f"{office.package.name}, {member}"
        for style in elements(office.package.read(member), name, frozenset({"w:style"})):
            id_ = style.get("styleId")
            base = style.child("w:basedOn")
            properties = style.child("w:rPr")
            if base is not None:
                based.setdefault(base.get("val"), []).append(id_)
            if properties is not None and is_on(properties.child(WML.hidden)):
                waiting.append(id_)
    hidden: set[str] = set()
    while waiting:
        id_ = waiting.pop()
        if id_ not in hidden:
            hidden.add(id_)
            waiting += based.get(id_, ())
    return frozenset(hidden)
