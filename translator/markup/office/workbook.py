"""Workbooks: cells, and what must say the same as they do: names of columns, filters, references, caches.

A text that repeats a cell has no segments of its own. It becomes what the cell becomes, so that columns, filters and
structured references still meet their cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import unescape

from translator.document import Span
from translator.markup.office.formula_texts import FormulaTexts
from translator.markup.office.package import OfficePackage
from translator.markup.office.part import OfficePart
from translator.markup.office.reader import ECHO, PartReader, SegmentList, TextRules
from translator.markup.office.results import has_words, told_formulas
from translator.markup.office.tree import XmlElement, elements, tree
from translator.markup.office.vocabulary import DML, SML
from translator.markup.xml_scan import check_xml

_CELL = re.compile(  # its attributes, its formula, the number of its shared string, its result in words
    rb"<(?:\w+:)?c\s([^<>]*)>\s*(?:<(?:\w+:)?f\b[^<>]*(?:/>|>([^<]*)</(?:\w+:)?f>))?\s*(?:<(?:\w+:)?v>(?:(\d+)|([^<]*))<)?"
)
_REFERENCE = re.compile(rb'\br="([A-Z]+\d+)"')
_IS_SHARED = re.compile(rb'\bt="s"')
_IS_RESULT = re.compile(rb'\bt="str"')
_SHEET_DATA = re.compile(rb"<((?:\w+:)?sheetData)[\s>].*</\1>", re.DOTALL)
_QUOTES = {"&quot;": '"', "&apos;": "'"}

# The codes of a header or footer, such as &P for the page and &"Arial,Bold" for a font; && is an ampersand.
_CODES = re.compile(r'(&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|.)|[\r\n]+)')
_PAGES = ("&P", "1"), ("&N", "2")  # the page and their number: page 1 of 2
_HEADER = TextRules(breaks=_CODES, room=255, banned="&", numbers=_PAGES)
_HEADERS = frozenset({f"x:{kind}{place}" for kind in ("odd", "even", "first") for place in ("Header", "Footer")})
_LIST = TextRules(breaks=re.compile(r'([",])'), room=257, banned='",')  # of a validation: 255 and its quotes
_FORMULA = TextRules(is_echo=True, breaks=re.compile(r"([\[\]@#,:])"))  # the names of columns stand between these
# The attributes that a validation shows, and how many characters Excel lets each have.
_PROMPTS = {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 255}
_ECHOES = {
    "x:hyperlink": ("display",),
    "x:filter": ("val",),
    "x:customFilter": ("val",),
    "x:tableColumn": ("name", "totalsRowLabel"),
    "x:cacheField": ("name",),
    "x:s": ("v",),
    "x:dataField": ("name",),
    "x:pivotField": ("name",),
    "x:pivotTableDefinition": ("dataCaption", "grandTotalCaption", "rowHeaderCaption", "colHeaderCaption"),
    "x14:slicerCacheDefinition": ("sourceName",),
    "x14:slicer": ("caption",),
}
# The types of the parts that are read after the cells, and say what these say.
_ECHOING = tuple(
    f".{kind}+xml"
    for kind in ("main", "pivotcachedefinition", "pivotcacherecords", "pivottable", "slicercache", "slicer")
)
_VALIDATIONS = frozenset({"x:dataValidation", "x14:dataValidation"})
_FORMULAS = frozenset(
    "x:calculatedColumnFormula x:totalsRowFormula x:formula x:formula1 x:formula2 x:definedName xm:f".split()
)


@dataclass(slots=True)
class WorkbookReader:
    """Reads the parts of a workbook. only: the texts that are read, as echoes; None for all, as segments.

    columns, column_names: the names of the columns of each table, and of all. first_cells: of each shared string, the
    first cell that has it. strings: the texts of cells. formula_texts: what formulas say. results: how many of those of
    formulas have words.
    """

    office: OfficePackage
    found: SegmentList
    only: Collection[str] | None = None
    parts: list[OfficePart] = field(default_factory=list)
    columns: list[tuple[str, ...]] = field(default_factory=list)
    column_names: set[str] = field(default_factory=set)
    first_cells: dict[int, str] = field(default_factory=dict)
    strings: Counter[str] = field(default_factory=Counter)
    formula_texts: FormulaTexts = field(default_factory=FormulaTexts)
    results: int = 0

    def read(self) -> None:
        """Read all parts: the tables first, whose columns tell which formulas name one; then the cells."""
        sheets = self._sheets()
        for member in self.office.of_type(".table+xml"):
            self._read_table(member)
        names = sheets.values()
        readers = list(map(self._reader, sheets))
        around = list(map(self._read_cells, readers, names))
        for member in self.office.of_type(".sharedstrings+xml"):
            self._read_strings(member)
        for reader, name, root in zip(readers, names, around, strict=True):
            reader.where = name
            self._add_part(reader, root)
        for ending in _ECHOING:
            for member in self.office.of_type(ending):
                reader = self._reader(member)
                self._add_part(reader, tree(reader.data, self._named(member)))

    def notices(self) -> list[str]:
        """What a user should know of what stays in Indonesian."""
        for member in self.office.of_type(".styles+xml"):
            for element in elements(self.office.package.read(member), self._named(member), frozenset({"x:numFmts"})):
                for format_ in element.children:
                    self.formula_texts.note_number_format(format_.get("formatCode"))
        return [*told_formulas(self.results), *self.formula_texts.notices(self.strings)]

    def _sheets(self) -> dict[str, str]:
        """The sheets in their order, with their names."""
        names = {}
        for workbook in self.office.of_type(".main+xml"):
            targets = self.office.related(workbook)
            for element in tree(self.office.package.read(workbook), self._named(workbook)).walk():
                target = targets.get(element.get("id"))
                if element.name == "x:sheet" and target in self.office.package.members:
                    names[target] = element.get("name")
        return names

    def _named(self, member: str) -> str:
        return f"{self.office.package.name}, {member}"

    def _reader(self, member: str) -> PartReader:
        return PartReader(member, self.office.package.read(member), SML, self.found)

    def _read_strings(self, member: str) -> None:
        reader = self._reader(member)
        number = 0
        for element in elements(reader.data, self._named(member), frozenset({"x:si"})):
            if element.name != "x:si":
                continue
            reader.where = self.first_cells.get(number, "")
            number += 1
            self._add_string(reader, element)
        self.parts.append(reader.part())

    def _add_string(self, reader: PartReader, element: XmlElement) -> None:
        text = element.said()
        self.strings[text] += 1
        if self.only is None:
            reader.read(element)
        elif text in self.only and len(element.children) == 1:
            reader.add_content(element.children[0], ECHO)

    def _read_table(self, member: str) -> None:
        reader = self._reader(member)
        reader.where = "table"
        root = tree(reader.data, self._named(member))
        names = []
        for element in root.walk():
            if element.name == "x:tableColumn":
                names.append(element.get("name"))
        self.columns.append(tuple(names))
        self.column_names.update(names)
        self._add_part(reader, root)

    def _add_part(self, reader: PartReader, root: XmlElement) -> None:
        """Add a part: what its elements outside the cells say."""
        for element in root.walk():
            self._add_element(reader, element)
        self.parts.append(reader.part())

    def _read_cells(self, reader: PartReader, sheet: str) -> XmlElement:
        """Read the cells of a sheet; returns what stands around them, at the same bytes.

        A tree of a million cells would take too long, so they are found by a pattern.
        """
        named = self._named(reader.member)
        check_xml(reader.data, named)
        cells = _SHEET_DATA.search(reader.data)
        if cells is None:
            return tree(reader.data, named)
        self._note_cells(reader, cells.group(), cells.start(), sheet)
        if b"inlineStr" in cells.group():
            self._read_inline(reader, sheet)
        blank = b" " * len(cells.group())
        return tree(reader.data[: cells.start()] + blank + reader.data[cells.end() :], named)

    def _note_cells(self, reader: PartReader, cells: bytes, start: int, sheet: str) -> None:
        """Note the cells of shared strings and the texts in formulas, and read the formulas that name columns."""
        for found in _CELL.finditer(cells):
            reference = _REFERENCE.search(found[1])
            place = f"{sheet}!{reference[1].decode()}" if reference else sheet
            if found[3] and _IS_SHARED.search(found[1]):
                self.first_cells.setdefault(int(found[3]), place)
            if found[4] and _IS_RESULT.search(found[1]):
                self.results += has_words(found[4].decode(reader.codec))
            if found[2]:
                formula = unescape(found[2].decode(reader.codec), _QUOTES)
                self._add_formula(reader, Span(start + found.start(2), start + found.end(2)), formula, place)

    def _read_inline(self, reader: PartReader, sheet: str) -> None:
        for element in elements(reader.data, self._named(reader.member), frozenset({"x:c"})):
            inline = element.child("x:is")
            if inline is not None:
                reader.where = f"{sheet}!{element.get('r')}"
                self._add_string(reader, inline)

    def _add_formula(self, reader: PartReader, span: Span, formula: str, place: str) -> None:
        self.formula_texts.note_formula(formula, place)
        if self._names_column(formula):
            reader.add_text(span, formula, _FORMULA)

    def _names_column(self, formula: str) -> bool:
        if "[" not in formula:
            return False
        return not self.column_names.isdisjoint(_FORMULA.breaks.split(formula))

    def _add_element(self, reader: PartReader, element: XmlElement) -> None:
        """Add what an element outside the cells says."""
        for attribute in _ECHOES.get(element.name, ()):
            reader.add_attribute(element, attribute, ECHO)
        if element.name in _FORMULAS:
            self._note_formula(reader, element)
        if self.only is not None:
            return
        if element.name in _HEADERS:
            reader.add_content(element, _HEADER)
        elif element.name == "x:hyperlink":
            reader.add_attribute(element, "tooltip")
        elif element.name in _VALIDATIONS:
            self._add_validation(reader, element)

    def _note_formula(self, reader: PartReader, element: XmlElement) -> None:
        """Note a formula outside the cells: of a rule, a name or a column."""
        if self._names_column(element.text):
            reader.add_content(element, _FORMULA)
        if not _lists_items(element):
            self.formula_texts.note_formula(element.text, _place_of(element, reader.where))

    def _add_validation(self, reader: PartReader, element: XmlElement) -> None:
        for attribute, room in _PROMPTS.items():
            reader.add_attribute(element, attribute, TextRules(room=room))
        items = element.child("x:formula1")
        if items is not None and _lists_items(items):
            reader.add_content(items, _LIST)


def _lists_items(formula: XmlElement) -> bool:
    """Does it hold the items themselves of a list to choose from, in quotes?"""
    rule = formula.parent
    return rule is not None and rule.get("type") == "list" and formula.text.startswith('"')


def _place_of(formula: XmlElement, where: str) -> str:
    """What a formula outside the cells is for: the cells that its rule has, or a name."""
    cells = "".join(above.get("sqref") for above in formula.ancestors())
    return f"{where}!{cells}" if cells else formula.get("name") or where


def read_comments(office: OfficePackage, found: SegmentList) -> Iterator[OfficePart]:
    """The comments of cells, old and threaded, and the shapes on sheets."""
    for ending, vocabulary, where in (
        (".comments+xml", SML, "comment"),
        (".threadedcomments+xml", SML, "comment"),
        (".drawing+xml", DML, "drawing"),
    ):
        for member in office.of_type(ending):
            reader = PartReader(member, office.package.read(member), vocabulary, found)
            for element in tree(reader.data, f"{office.package.name}, {member}").walk():
                place = element.get("ref")
                reader.where = f"{where} {place}" if place else reader.where or where
                if element.name == "xtc:text":
                    reader.add_content(element)
                else:
                    reader.add(element)
            yield reader.part()
