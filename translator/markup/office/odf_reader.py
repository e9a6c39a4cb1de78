"""OpenDocument files are read: the document, those inside it, and what it says of itself."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from translator.document import Document
from translator.markup.office.formula_texts import FormulaTexts
from translator.markup.office.odf_package import OdfPackage, open_odf
from translator.markup.office.odf_part import OdfPartReader
from translator.markup.office.odf_places import OdfPlaces
from translator.markup.office.odf_styles import OdfStyles
from translator.markup.office.package import OfficeSkeleton
from translator.markup.office.part import OfficePart
from translator.markup.office.reader import PartReader, SegmentList
from translator.markup.office.results import told_fields, told_formulas
from translator.markup.office.spans import SpanReader
from translator.markup.office.tree import elements, tree
from translator.markup.office.vocabulary import ODF

_PROPERTIES = frozenset({"dc:title", "dc:subject", "dc:description", "meta:keyword"})  # never who made it


def read_odf(data: bytes, name: str, suffix: str, with_hidden: bool) -> Document:
    """The document in `data`, called `name`. suffix: of the kind that it must be. Raises SourceError."""
    reader = OdfReader(open_odf(data, name, suffix), with_hidden)
    reader.read()
    skeleton = OfficeSkeleton(reader.odf.package, tuple(reader.parts))
    return Document(name, tuple(reader.found.segments), skeleton, tuple(reader.notices()), is_xml=True)


@dataclass(slots=True)
class OdfReader:
    """Reads the parts of a file.

    texts: of the cells. hidden, computed, results, fields: as the reader of a part has them.
    """

    odf: OdfPackage
    with_hidden: bool
    found: SegmentList = field(default_factory=SegmentList)
    parts: list[OfficePart] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    formula_texts: FormulaTexts = field(default_factory=FormulaTexts)
    hidden: int = 0
    computed: int = 0
    results: list[str] = field(default_factory=list)
    fields: int = 0

    def read(self) -> None:
        self._read_document("", "", frozenset())
        for number, (folder, kind) in enumerate(self.odf.objects.items(), 1):
            known = frozenset(self.texts) if kind == "chart" else frozenset()
            self._read_document(folder, f"{kind} {number}", known)
        self._read_properties()

    def notices(self) -> list[str]:
        """What a user should know of what is left."""
        notices = []
        if self.hidden:
            notices.append(f"hidden texts were left: {self.hidden}; --hidden-text translates them")
        left = self.computed + sum(said not in self.texts for said in self.results)
        notices += [*told_formulas(left), *told_fields(self.fields)]
        return [*notices, *self.formula_texts.notices(self.texts), *self.odf.notices()]

    def _read_document(self, folder: str, label: str, known: Set[str]) -> None:
        """A document in the package, with its headers, footers and masters. known: the texts that its cells repeat."""
        styles = f"{folder}styles.xml"
        shared = OdfStyles()
        if self._has(styles):
            for element in elements(self.odf.package.read(styles), self._named(styles), frozenset({"style:style"})):
                if element.name == "style:style":
                    shared.add(element)
        self._read_part(f"{folder}content.xml", shared, label, known)
        if self._has(styles):
            self._read_part(styles, OdfStyles(), label, known)

    def _read_part(self, member: str, styles: OdfStyles, label: str, known: Set[str]) -> None:
        reader = PartReader(member, self.odf.package.read(member), ODF, self.found)
        reader.atoms = SpanReader(reader.data, reader.codec, ODF, self.with_hidden, styles=styles)
        part = OdfPartReader(reader, styles, OdfPlaces(label), self.formula_texts, self.with_hidden, known)
        part.read(self._named(member))
        self.parts.append(reader.part())
        self.texts |= part.texts
        self.hidden += part.hidden + reader.atoms.hidden
        self.computed += part.computed
        self.results += part.results
        self.fields += part.fields

    def _read_properties(self) -> None:
        if not self._has("meta.xml"):
            return
        reader = PartReader("meta.xml", self.odf.package.read("meta.xml"), ODF, self.found)
        for element in tree(reader.data, self._named("meta.xml")).walk():
            if element.name in _PROPERTIES:
                reader.where = f"properties, {element.name.partition(':')[2]}"
                reader.add_content(element)
            elif element.name == "dc:language":
                reader.note_spoken_language(element)
        self.parts.append(reader.part())

    def _has(self, member: str) -> bool:
        """Is the part there, and is there anything in it?"""
        return member in self.odf.package.members and self.odf.package.read(member).strip() != b""

    def _named(self, member: str) -> str:
        return f"{self.odf.package.name}, {member}"
