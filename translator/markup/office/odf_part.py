"""One XML part of an OpenDocument file is read: which elements are text, which attributes, and what repeats a cell."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field

from translator.markup.office.formula_texts import FormulaTexts
from translator.markup.office.odf_places import OdfPlaces
from translator.markup.office.odf_styles import OdfStyles
from translator.markup.office.reader import ECHO, NUMBERING, PLAIN_TEXT, PartReader, TextRules
from translator.markup.office.tree import CHARACTERS, XmlElement, attribute_span, elements
from translator.markup.office.vocabulary import ODF

_LEFT = frozenset({"text:tracked-changes", "table:tracked-changes"})
_WHOLE = frozenset({*ODF.paragraph, *_LEFT, "style:style"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_CONTENTS = frozenset(
    "svg:title svg:desc table:title table:desc text:index-title-template text:index-entry-span"
    " presentation:header-decl presentation:footer-decl".split()
)
_SPOKEN = {
    "text:a": ("title",),
    "draw:a": ("title",),
    "text:placeholder": ("description",),
    "text:text-input": ("description",),
    "text:conditional-text": ("string-value-if-true", "string-value-if-false"),
    "text:alphabetical-index-mark": ("string-value", "key1", "key2"),
    "text:alphabetical-index-mark-start": ("key1", "key2"),
    "text:toc-mark": ("string-value",),
    "text:user-index-mark": ("string-value",),
    "table:help-message": ("title",),
    "table:error-message": ("title",),
    "form:button": ("label", "title"),
    "form:checkbox": ("label", "title"),
    "form:radio": ("label", "title"),
    "form:fixed-text": ("label", "title"),
    "form:frame": ("label", "title"),
    "form:text": ("title",),
    "form:textarea": ("title",),
    "form:listbox": ("title",),
    "form:combobox": ("title",),
    "form:option": ("label",),
    "form:item": ("label",),
}
_NUMBERING = frozenset({"text:list-level-style-number", "text:outline-level-style"})
_AROUND_NUMBERS = ("num-prefix", "num-suffix", "num-list-format")
_LIST = TextRules(breaks=re.compile(r'(^[^"]*"|"\s*;\s*"|"[^"]*$)'), banned='"')  # of the values that a cell may have
# What repeats the text of a cell, or of what the document says of itself.
_ECHOES = {
    "table:filter-condition": ("value",),
    "table:filter-set-item": ("value",),
    "table:data-pilot-field": ("source-field-name",),
    "table:data-pilot-member": ("name",),
    "table:data-pilot-subtotal": ("display-name",),
}
_ECHOED = frozenset({"text:title", "text:subject", "text:description", "text:keywords", "text:conditional-text"})
_LANGUAGES = frozenset({"style:text-properties", "text:alphabetical-index-source"})
_INDONESIAN = frozenset({"id", "in"})


@dataclass(slots=True)
class OdfPartReader:
    """Reads one part. cell_texts: those of the document around a chart, which its own cells repeat.

    texts: of the cells of this part. hidden: how many paragraphs and fields were left because nobody sees them.
    """

    reader: PartReader
    styles: OdfStyles
    places: OdfPlaces
    formula_texts: FormulaTexts
    with_hidden: bool = False
    cell_texts: Set[str] = frozenset()
    texts: set[str] = field(default_factory=set)
    hidden: int = 0

    def read(self, name: str) -> None:
        """Read the part, which is called `name` in messages. Raises SourceError."""
        for element in elements(self.reader.data, name, _WHOLE, with_characters=True):
            if element.name in _LEFT:
                continue
            self.places.begin(element)
            for inner in element.walk():
                self._add(inner)
            self.places.end(element)

    def _add(self, element: XmlElement) -> None:
        name = element.name
        if name in ODF.paragraph:
            self._add_paragraph(element)
        elif name in _CONTENTS:
            self._add_content(element)
        elif name in _CELLS:
            self._add_cell(element)
        elif name in _ECHOED:
            self.reader.add_content(element, ECHO)
        elif name == "number:text":
            self.formula_texts.note_number_format(f'"{element.text}"')
        elif name == "style:style":
            self.styles.add(element)
        elif name in _LANGUAGES:
            self._note_language(element)
        self._add_attributes(element)

    def _add_attributes(self, element: XmlElement) -> None:
        name = element.name
        for attribute in _SPOKEN.get(name, ()):
            self._add_attribute(element, attribute, PLAIN_TEXT)
        for attribute in _ECHOES.get(name, ()):
            self._add_attribute(element, attribute, ECHO)
        if name in _NUMBERING:
            self.reader.where = "numbering"
            for attribute in _AROUND_NUMBERS:
                self.reader.add_attribute(element, attribute, NUMBERING)
        elif name == "table:content-validation" and "is-in-list(" in element.get("condition"):
            self._add_attribute(element, "condition", _LIST)
        elif name == "text:hidden-text" and self.with_hidden:
            self._add_attribute(element, "string-value", PLAIN_TEXT)
        elif name == "text:hidden-text":
            self.hidden += 1

    def _add_attribute(self, element: XmlElement, attribute: str, how: TextRules) -> None:
        self.reader.where = self.places.of(element)
        self.reader.add_attribute(element, attribute, how)

    def _add_content(self, element: XmlElement) -> None:
        """A title or description; the one of a cell in a chart is an address, though it stands in such an element."""
        if any(above.name == "office:chart" for above in element.ancestors()):
            return
        self.reader.where = self.places.of(element)
        self.reader.add_content(element)

    def _add_paragraph(self, paragraph: XmlElement) -> None:
        cell = paragraph.parent
        if cell is None or cell.name not in _CELLS:
            if self._is_seen(paragraph):
                self._take(paragraph)
        elif cell.get("value-type") in ("", "string"):
            self._add_to_cell(paragraph, cell)

    def _add_to_cell(self, paragraph: XmlElement, cell: XmlElement) -> None:
        """A text of a cell. The result of a formula is no text of its own, and repeats a cell or is left."""
        formula = cell.get("formula")
        said = paragraph.said()
        if formula:
            self.formula_texts.note_formula(formula, self.places.of(paragraph))
        if (formula and '"' not in formula) or said in self.cell_texts:
            if all(child.name == CHARACTERS for child in paragraph.children):
                self.reader.add_text(paragraph.inner, paragraph.text, ECHO)
        elif not formula:
            self.texts.add(paragraph.text)
            self._take(paragraph)

    def _add_cell(self, cell: XmlElement) -> None:
        formula = cell.get("formula")
        if '"' not in formula:
            self.reader.add_attribute(cell, "string-value", ECHO)
        elif cell.get("value-type") != "string":
            self.formula_texts.note_formula(formula, self.places.of(cell))

    def _take(self, paragraph: XmlElement) -> None:
        self.reader.where = self.places.of(paragraph)
        self.reader.add_paragraph(paragraph)

    def _is_seen(self, paragraph: XmlElement) -> bool:
        """Is the paragraph none of those that only prompt, or that are hidden?"""
        if any(above.get("placeholder") == "true" for above in paragraph.ancestors()):
            return False
        if self.with_hidden or not self._is_hidden(paragraph):
            return True
        self.hidden += any(child.text for child in paragraph.children)
        return False

    def _is_hidden(self, paragraph: XmlElement) -> bool:
        if self.styles.is_hidden("paragraph", paragraph.get("style-name")):
            return True
        switch = paragraph.child("text:hidden-paragraph")
        if switch is not None and switch.get("is-hidden") == "true":
            return True
        return any(above.name == "text:section" and above.get("display") == "none" for above in paragraph.ancestors())

    def _note_language(self, element: XmlElement) -> None:
        """Note where an element says that a text is Indonesian, and as Indonesia writes it."""
        if element.get("language").lower() not in _INDONESIAN:
            return
        self._replace(element, "language", "en")
        if element.get("country").upper() == "ID":
            self._replace(element, "country", "US")

    def _replace(self, element: XmlElement, attribute: str, english: str) -> None:
        span = attribute_span(element, attribute, self.reader.data, self.reader.codec)
        if span:
            self.reader.languages.add((span, english))
