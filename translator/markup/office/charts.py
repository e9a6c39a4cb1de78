"""Charts and diagrams, which all office documents may hold: their titles, labels and shapes."""

from __future__ import annotations

from translator.markup.office.package import OfficePackage
from translator.markup.office.part import OfficePart
from translator.markup.office.reader import PartReader, SegmentList
from translator.markup.office.tree import XmlElement, tree
from translator.markup.office.vocabulary import DML

_CHART = ".chart+xml"
_DIAGRAMS = (".diagramdata+xml", ".diagramdrawing+xml")


def read_parts(office: OfficePackage, found: SegmentList, is_echo: bool = False) -> list[OfficePart]:
    """The charts and diagrams of a document. is_echo: the names in charts stand in the cells of the document itself."""
    parts = []
    for number, member in enumerate(office.of_type(_CHART), 1):
        reader = _reader(office, member, found, f"chart {number}")
        whole = tree(reader.data, f"{office.package.name}, {member}")
        reader.read(whole)
        for value in _cached_names(whole):
            reader.add_content(value, is_echo)
        parts.append(reader.part())
    for ending in _DIAGRAMS:
        for number, member in enumerate(office.of_type(ending), 1):
            reader = _reader(office, member, found, f"diagram {number}")
            reader.read(tree(reader.data, f"{office.package.name}, {member}"))
            parts.append(reader.part())
    return parts


def _reader(office: OfficePackage, member: str, found: SegmentList, where: str) -> PartReader:
    reader = PartReader(member, office.package.read(member), DML, found)
    reader.where = where
    return reader


def _cached_names(chart: XmlElement) -> list[XmlElement]:
    """The names of series and categories, as the chart remembers them of its workbook."""
    names = []
    for cache in chart.walk():
        if cache.name not in ("c:strCache", "c:strLit", "c:lvl", "c:tx"):
            continue
        for point in cache.children:
            if point.name == "c:v":
                names.append(point)
            elif point.name == "c:pt":
                names += [value for value in point.children if value.name == "c:v"]
    return names
