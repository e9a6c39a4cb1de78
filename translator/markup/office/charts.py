"""Charts and diagrams, which all office documents may hold: their titles, labels and shapes.

A chart remembers the names of its series and categories from a workbook, which often stands inside the document, and
the categories once more for each series. A name has one segment in its chart, and its workbook says what that becomes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from translator.errors import SourceError
from translator.markup.office.choices import Said
from translator.markup.office.package import EmbeddedPackage, OfficePackage, open_office
from translator.markup.office.part import OfficePart
from translator.markup.office.reader import ECHO, PLAIN_TEXT, PartReader, SegmentList
from translator.markup.office.tree import XmlElement, tree
from translator.markup.office.vocabulary import DML
from translator.markup.office.workbook import WorkbookReader

_CHARTS = (".chart+xml", ".chartex+xml")
_SHAPES = {".chartshapes+xml": "chart", ".diagramdata+xml": "diagram", ".diagramdrawing+xml": "diagram"}
_NAMES = frozenset(  # of series and categories: an element, and those that it stands in
    {
        ("c:v", "c:tx"),
        ("c:v", "c:pt", "c:strCache"),
        ("c:v", "c:pt", "c:strLit"),
        ("c:v", "c:pt", "c:lvl"),
        ("cx:v", "cx:txData"),
        ("cx:pt", "cx:lvl", "cx:strDim"),
    }
)
_OF_WORKBOOK = frozenset({"c:strCache", "c:multiLvlStrCache", "cx:strDim"})


@dataclass(slots=True)
class ChartList:
    """The charts and diagrams of a document. is_echo: the names in charts stand in the cells of the document itself.

    unreadable: the embedded workbooks that could not be read.
    """

    office: OfficePackage
    found: SegmentList
    is_echo: bool = False
    parts: list[OfficePart] = field(default_factory=list)
    embedded: list[EmbeddedPackage] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    def read(self) -> None:
        for ending in _CHARTS:
            for number, member in enumerate(self.office.of_type(ending), 1):
                self._read_chart(member, number)
        for ending, label in _SHAPES.items():
            for number, member in enumerate(self.office.of_type(ending), 1):
                reader = self._reader(member, f"{label} {number}")
                reader.read(tree(reader.data, f"{self.office.package.name}, {member}"))
                self.parts.append(reader.part())

    def _read_chart(self, member: str, number: int) -> None:
        reader = self._reader(member, f"chart {number}")
        whole = tree(reader.data, f"{self.office.package.name}, {member}")
        reader.read(whole)
        names = _cached_names(whole)
        reader.repeated = {}
        for name in names:
            reader.add_content(name, ECHO if self.is_echo and _is_cached(name) else PLAIN_TEXT)
        self.parts.append(reader.part())
        self._read_workbooks(member, {name.text for name in names}, _by_text(reader.repeated))

    def notices(self) -> list[str]:
        if not self.unreadable:
            return []
        return [f"the workbook of a chart cannot be read, and stays as it is: {', '.join(self.unreadable)}"]

    def _reader(self, member: str, where: str) -> PartReader:
        reader = PartReader(member, self.office.package.read(member), DML, self.found)
        reader.where = where
        return reader

    def _read_workbooks(self, chart: str, names: set[str], segments: Mapping[str, int]) -> None:
        """Read the workbooks of a chart. segments: the numbers of those that say its names."""
        package = self.office.package
        for member in self.office.related(chart, "/package").values():
            if member not in package.members:
                continue
            try:
                inner = open_office(package.read(member), f"{package.name}, {member}", ".xlsx")
                workbook = WorkbookReader(inner, SegmentList(), names)
                workbook.read()
            except SourceError:
                self.unreadable.append(member)
                continue
            parts, columns = tuple(workbook.parts), tuple(workbook.columns)
            self.embedded.append(EmbeddedPackage(member, inner.package, parts, segments, columns))


def _cached_names(chart: XmlElement) -> list[XmlElement]:
    """The names of series and categories, as the chart remembers them of its workbook."""
    return [element for element in chart.walk() if _is_name(element)]


def _by_text(segments: Mapping[Said, int]) -> dict[str, int]:
    """The number of the segment that says each text; those of a name in several lines follow each other."""
    numbers: dict[str, int] = {}
    for said, first in segments.items():
        for number, (text, _) in enumerate(said, first):
            numbers.setdefault(text, number)
    return numbers


def _is_cached(name: XmlElement) -> bool:
    """Does the name stand in a workbook, or in the chart alone?"""
    above = list(name.ancestors())
    return any(outer.name in _OF_WORKBOOK for outer in above) or any(outer.child("cx:f") for outer in above)


def _is_name(element: XmlElement) -> bool:
    path = element.name, *(above.name for above in islice(element.ancestors(), 2))
    return path in _NAMES or path[:2] in _NAMES
