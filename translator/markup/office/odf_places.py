"""What people call the places of an OpenDocument file: `paragraph 3`, `Gudang!B4`, `slide 2, notes`."""

from __future__ import annotations

from dataclasses import dataclass

from translator.markup.office.tree import XmlElement
from translator.markup.office.vocabulary import ODF

_LABELS = {
    "text:note": "note",
    "office:annotation": "comment",
    "presentation:notes": "notes",
    "style:header": "header",
    "style:header-left": "header",
    "style:header-first": "header",
    "style:footer": "footer",
    "style:footer-left": "footer",
    "style:footer-first": "footer",
    "table:content-validation": "validation",
    "style:map": "rule",
    "calcext:condition": "rule",
    "text:list-level-style-number": "numbering",
    "text:outline-level-style": "numbering",
}
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})


@dataclass(slots=True)
class OdfPlaces:
    """Where the reading of a part stands. label: of the part. paragraphs: those that have begun; pages, rows, columns:
    those that have ended, the rows of the sheet and the columns of the row.
    """

    label: str = ""
    paragraphs: int = 0
    pages: int = 0
    rows: int = 0
    columns: int = 0

    def begin(self, element: XmlElement) -> None:
        """An element of the part is read now."""
        self.paragraphs += element.name in ODF.paragraph

    def end(self, element: XmlElement) -> None:
        """An element of the part was read."""
        if element.name in _CELLS:
            self.columns += element.count("number-columns-repeated")
        elif element.name == "table:table-row":
            self.rows += element.count("number-rows-repeated")
            self.columns = 0
        elif element.name == "table:table":
            self.rows = 0
        elif element.name == "draw:page":
            self.pages += 1

    def of(self, element: XmlElement) -> str:
        """The place of an element."""
        label = ""
        place = f"paragraph {self.paragraphs}" if self.paragraphs else ""
        sheet = ""
        is_in_cell = False
        for above in (element, *element.ancestors()):
            label = label or _LABELS.get(above.name, "")
            is_in_cell |= above.name in _CELLS
            if above.name == "draw:page":
                place = f"slide {self.pages + 1}"
            elif above.name == "style:master-page":
                place = "" if label else f"master {above.get('display-name') or above.get('name')}"
            elif above.name == "office:spreadsheet":
                place = self._in_sheet(sheet, is_in_cell)
            elif above.name == "table:table":
                sheet = above.get("name")
        return ", ".join(filter(None, (self.label, place, label)))

    def _in_sheet(self, sheet: str, is_in_cell: bool) -> str:
        if is_in_cell:
            return f"{sheet}!{_column(self.columns)}{self.rows + 1}"
        return sheet


def _column(number: int) -> str:
    """The letters of a column, which is counted from 0."""
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
