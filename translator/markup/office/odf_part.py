"""One XML part of an OpenDocument file is read: which elements are text, which attributes, and what repeats a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field

from translator.markup.office.choices import is_shown_choice
from translator.markup.office.formula_texts import FormulaTexts
from translator.markup.office.odf_places import OdfPlaces
from translator.markup.office.odf_styles import OdfStyles
from translator.markup.office.reader import ECHO, NUMBERING, PLAIN_TEXT, PartReader, TextRules
from translator.markup.office.results import has_words
from translator.markup.office.spans import is_fixed_date
from translator.markup.office.tree import XmlElement, elements
from translator.markup.office.vocabulary import ODF, ElementKind

_LEFT = frozenset({"text:tracked-changes", "table:tracked-changes"})
_WHOLE = frozenset({*ODF.paragraph, *_LEFT, "style:style"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_TEXTS = frozenset({"", "string"})  # what the value of a cell is, if its text is no form of a number
_CONTENTS = frozenset(
    "svg:title svg:desc table:title table:desc text:index-title-template text:index-entry-span"
    " presentation:header-decl presentation:footer-decl".split()
)
# Fields that repeat what the document says of itself, or one of their own texts.
_ECHOED = frozenset({"text:title", "text:subject", "text:description", "text:keywords", "text:conditional-text"})
_FIELDS = frozenset(name for name, kind in ODF.kinds.items() if kind is ElementKind.FIELD) | {"text:placeholder"}
_LANGUAGES = frozenset({"style:text-properties", "text:alphabetical-index-source"})
_LIST = TextRules(breaks=re.compile(r'(^[^"]*"|"\s*;\s*"|"[^"]*$)'), banned='"')  # of the values that a cell may have
_INDONESIAN = frozenset({"id", "in"})
_AROUND_NUMBERS = ("num-prefix", "num-suffix", "num-list-format")  # the last is LibreOffice's own, and holds both


def _rules(how: TextRules, names: str, *attributes: str) -> dict[str, dict[str, TextRules]]:
    """For each of the elements how its attributes are read."""
    return dict.fromkeys(names.split(), dict.fromkeys(attributes, how))


_ATTRIBUTES = {
    **_rules(PLAIN_TEXT, "text:a draw:a table:help-message table:error-message", "title"),
    **_rules(PLAIN_TEXT, "text:placeholder text:text-input", "description"),
    **_rules(PLAIN_TEXT, "text:drop-down", "help", "hint"),
    **_rules(PLAIN_TEXT, "text:label", "value"),
    **_rules(PLAIN_TEXT, "loext:list-item", "display-text"),
    **_rules(PLAIN_TEXT, "text:conditional-text", "string-value-if-true", "string-value-if-false"),
    **_rules(PLAIN_TEXT, "text:alphabetical-index-mark", "string-value", "key1", "key2"),
    **_rules(PLAIN_TEXT, "text:alphabetical-index-mark-start", "key1", "key2"),
    **_rules(PLAIN_TEXT, "text:toc-mark text:user-index-mark", "string-value"),
    **_rules(PLAIN_TEXT, "form:button form:checkbox form:radio form:fixed-text form:frame", "label", "title"),
    **_rules(PLAIN_TEXT, "form:text form:textarea form:listbox form:combobox", "title"),
    **_rules(PLAIN_TEXT, "form:option form:item", "label"),
    **_rules(NUMBERING, "text:list-level-style-number text:outline-level-style", *_AROUND_NUMBERS),
    # What repeats the text of a cell.
    **_rules(ECHO, "table:filter-condition table:filter-set-item", "value"),
    **_rules(ECHO, "table:data-pilot-field", "source-field-name"),
    **_rules(ECHO, "table:data-pilot-member", "name"),
}


@dataclass(slots=True)
class OdfPartReader:
    """Reads one part. cell_texts: those of the document around a chart, which its own cells repeat.

    texts: of the cells of this part. hidden: how many paragraphs and fields were left because nobody sees them.
    computed: how many results of formulas were left because texts of their own stand in the formulas. results: the
    others, which are left where no cell says the same. fields: how many of those that stay say something in words.
    """

    reader: PartReader
    styles: OdfStyles
    places: OdfPlaces
    formula_texts: FormulaTexts
    with_hidden: bool = False
    cell_texts: Set[str] = frozenset()
    texts: set[str] = field(default_factory=set)
    hidden: int = 0
    computed: int = 0
    results: list[str] = field(default_factory=list)
    fields: int = 0

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
        read = _READ.get(element.name)
        if read is not None:
            read(self, element)
        for attribute, how in _ATTRIBUTES.get(element.name, {}).items():
            self._add_attribute(element, attribute, how)

    def _add_attribute(self, element: XmlElement, attribute: str, how: TextRules) -> None:
        self.reader.where = self.places.of(element)
        self.reader.add_attribute(element, attribute, how)

    def add_style(self, style: XmlElement) -> None:
        self.styles.add(style)

    def add_number_format(self, text: XmlElement) -> None:
        self.formula_texts.note_number_format(f'"{text.text}"')

    def add_echo(self, element: XmlElement) -> None:
        self.reader.add_content(element, ECHO)

    def add_validation(self, validation: XmlElement) -> None:
        if 'is-in-list("' in validation.get("condition"):
            self._add_attribute(validation, "condition", _LIST)
        else:
            self.note_rule(validation)

    def note_rule(self, rule: XmlElement) -> None:
        """Note the condition of a rule, which may compare with the text of a cell."""
        condition = rule.get("condition") or rule.get("value")
        self.formula_texts.note_formula(condition, self.places.of(rule))

    def note_box(self, control: XmlElement) -> None:
        self.reader.atoms.boxes.add(control.get("id"))

    def note_field(self, field_: XmlElement) -> None:
        """Note a field, or a prompt to be filled in, that stays and says something in words."""
        if not is_fixed_date(field_):
            self.fields += has_words(field_.said())

    def add_hidden(self, field_: XmlElement) -> None:
        if self.with_hidden:
            self._add_attribute(field_, "string-value", PLAIN_TEXT)
        else:
            self.hidden += 1

    def add_content(self, element: XmlElement) -> None:
        """A title or description; the one of a cell in a chart is an address, though it stands in such an element."""
        if any(above.name == "office:chart" for above in element.ancestors()):
            return
        self.reader.where = self.places.of(element)
        self.reader.add_content(element)

    def add_control(self, control: XmlElement) -> None:
        """What a control shows, if it has a list to choose from; what another one shows is part of its sentence."""
        if is_shown_choice(control):
            self.reader.where = self.places.of(control)
            self.reader.add_choice(control)

    def add_cell(self, cell: XmlElement) -> None:
        formula = cell.get("formula")
        if formula:
            self.formula_texts.note_formula(formula, self.places.of(cell))
        if '"' not in formula:
            self.reader.add_attribute(cell, "string-value", ECHO)

    def add_paragraph(self, paragraph: XmlElement) -> None:
        cell = paragraph.parent
        if cell is None or cell.name not in _CELLS:
            if self._is_seen(paragraph):
                self._take(paragraph)
        elif cell.get("value-type") in _TEXTS:
            self._add_to_cell(paragraph, cell.get("formula"))

    def _add_to_cell(self, paragraph: XmlElement, formula: str) -> None:
        """A text of a cell. The result of a formula is no text of its own, and repeats a cell or is left."""
        said = paragraph.said()
        if '"' in formula:
            self.computed += 1
        elif formula:
            self.results.append(said)
            self.add_echo(paragraph)
        elif said in self.cell_texts:
            self.add_echo(paragraph)
        else:
            self.texts.add(said)
            self._take(paragraph)

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

    def note_language(self, element: XmlElement) -> None:
        """Note where an element says that a text is Indonesian, and as Indonesia writes it."""
        if element.get("language").lower() not in _INDONESIAN:
            return
        self.reader.replace_language(element, "language", "en")
        if element.get("country").upper() == "ID":
            self.reader.replace_language(element, "country", "US")


_READ: Mapping[str, Callable[[OdfPartReader, XmlElement], None]] = {
    **dict.fromkeys(_FIELDS, OdfPartReader.note_field),
    **dict.fromkeys(ODF.paragraph, OdfPartReader.add_paragraph),
    **dict.fromkeys(_CELLS, OdfPartReader.add_cell),
    **dict.fromkeys(_CONTENTS, OdfPartReader.add_content),
    **dict.fromkeys(_ECHOED, OdfPartReader.add_echo),
    **dict.fromkeys(_LANGUAGES, OdfPartReader.note_language),
    "style:style": OdfPartReader.add_style,
    "number:text": OdfPartReader.add_number_format,
    "table:content-validation": OdfPartReader.add_validation,
    "style:map": OdfPartReader.note_rule,
    "calcext:condition": OdfPartReader.note_rule,
    "form:checkbox": OdfPartReader.note_box,
    "form:radio": OdfPartReader.note_box,
    "text:hidden-text": OdfPartReader.add_hidden,
    "text:drop-down": OdfPartReader.add_control,
    "loext:content-control": OdfPartReader.add_control,
}
