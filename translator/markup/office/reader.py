"""The texts of the parts of an office document, gathered in reading order with the segments in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from translator.document import Mark, Place, Segment, Span
from translator.markup.office.atoms import AtomReader
from translator.markup.office.layout import LINE_END, Layout, lay_out, lay_out_text
from translator.markup.office.part import OfficePart, OfficeText
from translator.markup.office.tree import CHARACTERS, XmlElement, attribute_span, codec_of
from translator.markup.office.units import UnitReader
from translator.markup.office.vocabulary import NO_LIMIT, Vocabulary

# Attributes that people read or hear: alternative texts, tooltips, the texts of drawings in the old form.
_SPOKEN = {
    "wp:docPr": ("title", "descr"),
    "pic:cNvPr": ("title", "descr"),
    "p:cNvPr": ("title", "descr"),
    "xdr:cNvPr": ("title", "descr"),
    "a:hlinkClick": ("tooltip",),
    "a:hlinkHover": ("tooltip",),
    "w:hyperlink": ("tooltip",),
    "w:tblCaption": ("val",),
    "w:tblDescription": ("val",),
    "w:listItem": ("displayText",),
    "w:listEntry": ("val",),
    "w:helpText": ("val",),
    "w:statusText": ("val",),
    "v:shape": ("alt", "title"),
    "v:rect": ("alt", "title"),
    "v:textpath": ("string",),
}
_LANGUAGE = {
    "w:lang": ("val", "eastAsia", "bidi"),
    "w:themeFontLang": ("val", "eastAsia", "bidi"),
    "a:rPr": ("lang", "altLang"),
    "a:endParaRPr": ("lang", "altLang"),
    "a:defRPr": ("lang", "altLang"),
}
_ROOMS = {"w:helpText": 256, "w:statusText": 140}  # characters, as the schema of Word files says
# What stands around two forms of one thing: for programs of today and for older ones; a diagram's data and its drawing.
_FIRST_FORMS = frozenset({"mc:Choice", "dgm:pt"})
_SECOND_FORMS = frozenset({"mc:Fallback", "dsp:sp"})
_ENGLISH = {"id": "en", "in": "en", "id-id": "en-US", "in-id": "en-US"}  # `in` is the code of before 1989


@dataclass(slots=True)
class SegmentList:
    """The segments of a document, as its parts are read.

    first_forms: for what paragraphs say that the document holds in a second form, too, their first segments.
    """

    segments: list[Segment] = field(default_factory=list)
    first_forms: dict[tuple[tuple[str, tuple[Mark, ...]], ...], int] = field(default_factory=dict)

    def take(self, layout: Layout, where: str, number: int) -> None:
        """Add the segments of a text. number: of the text in its part."""
        for run in layout.runs:
            self.segments.append(Segment(run.text, Place(layout.span, number, where), run.marks))


@dataclass(frozen=True, slots=True)
class TextRules:
    """How a text without runs is read. breaks, numbers: as `lay_out_text` has them.

    is_echo: it says what the text says elsewhere. room, banned: as an OfficeText has them.
    """

    is_echo: bool = False
    breaks: re.Pattern[str] = LINE_END
    room: int = NO_LIMIT
    banned: str = ""
    numbers: tuple[tuple[str, str], ...] = ()


PLAIN_TEXT = TextRules()
ECHO = TextRules(is_echo=True)
NUMBERING = TextRules(breaks=re.compile(r"(%\d+%?)"))  # the words around numbers


@dataclass(slots=True)
class PartReader:
    """Reads one part. where: the place for people of what is read next."""

    member: str
    data: bytes
    vocabulary: Vocabulary
    found: SegmentList
    where: str = ""
    texts: list[OfficeText] = field(default_factory=list)
    languages: set[tuple[Span, str]] = field(default_factory=set)
    codec: str = ""
    atoms: AtomReader = field(init=False)
    units: UnitReader = field(default_factory=UnitReader)

    def __post_init__(self) -> None:
        self.codec = codec_of(self.data)
        self.atoms = AtomReader(self.data, self.codec, self.vocabulary)

    def read(self, tree: XmlElement) -> None:
        """Add all texts of a tree: its paragraphs, and the attributes that people read."""
        for element in tree.walk():
            self.add(element)

    def add(self, element: XmlElement) -> None:
        """Add the texts that belong to one element."""
        if element.name in self.vocabulary.paragraph:
            self.add_paragraph(element)
        for attribute in _SPOKEN.get(element.name, ()):
            if not _is_choice_in_sentence(element):
                self.add_attribute(element, attribute, TextRules(room=_ROOMS.get(element.name, NO_LIMIT)))
        self.note_language(element)

    def add_paragraph(self, element: XmlElement) -> None:
        units = self.units.units(self.atoms.atoms(element))
        layout = lay_out(self.atoms.content(element), units, len(self.found.segments))
        prefix = element.written.rpartition(":")[0]
        lead = f"{prefix}:" if prefix else ""
        vocabulary = self.vocabulary
        names = lead + vocabulary.run, lead + vocabulary.text
        layout = self._shared(layout, _form(element))
        has_space = not vocabulary.keeps_blanks
        self._add(OfficeText(layout, *names, has_space, room=vocabulary.room, has_spans=vocabulary.has_spans))

    def _shared(self, layout: Layout, form: str) -> Layout:
        """The layout of a paragraph; the second form of one, such as that for older programs, shares its segments."""
        if not form:
            return layout
        said = tuple([(run.text, run.marks) for run in layout.runs])
        if form in _FIRST_FORMS:
            self.found.first_forms.setdefault(said, layout.first)
        elif said in self.found.first_forms:
            return replace(layout, first=self.found.first_forms[said])
        return layout

    def add_attribute(self, element: XmlElement, attribute: str, how: TextRules = PLAIN_TEXT) -> None:
        """Add the value of an attribute."""
        value = element.get(attribute)
        span = attribute_span(element, attribute, self.data, self.codec) if value else None
        if value and span:
            self.add_text(span, value, how, is_attribute=True)

    def add_content(self, element: XmlElement, how: TextRules = PLAIN_TEXT) -> None:
        """Add the text of an element that holds nothing else."""
        if element.text and all(child.name == CHARACTERS for child in element.children):
            self.add_text(element.inner, element.text, how)

    def add_text(self, span: Span, text: str, how: TextRules, is_attribute: bool = False) -> None:
        """Add a text that stands at `span`."""
        layout = lay_out_text(span, text, len(self.found.segments), how.is_echo, how.breaks, how.numbers)
        self._add(OfficeText(layout, is_attribute=is_attribute, room=how.room, banned=how.banned))

    def note_spoken_language(self, element: XmlElement) -> None:
        """Note an element whose text says that the document is Indonesian."""
        english = _ENGLISH.get(element.text.lower())
        if english and not element.children:
            self.languages.add((element.inner, english))

    def note_language(self, element: XmlElement) -> None:
        """Note where an element says that a text is Indonesian."""
        for attribute in _LANGUAGE.get(element.name, ()):
            english = _ENGLISH.get(element.get(attribute).lower())
            if english:
                self.replace_language(element, attribute, english)

    def replace_language(self, element: XmlElement, attribute: str, english: str) -> None:
        """Note what an attribute says in the translation."""
        span = attribute_span(element, attribute, self.data, self.codec)
        if span:
            self.languages.add((span, english))

    def _add(self, text: OfficeText) -> None:
        if not text.layout.runs:
            return
        self.texts.append(text)
        is_new = text.layout.first == len(self.found.segments)
        if is_new and not text.layout.is_echo:
            self.found.take(text.layout, self.where, len(self.texts))

    def part(self) -> OfficePart:
        texts = sorted(self.texts, key=_end)
        return OfficePart(self.member, self.data, self.codec, tuple(texts), tuple(sorted(self.languages)))


def _form(element: XmlElement) -> str:
    """In which form of a thing that has two an element stands, if in any."""
    names = (above.name for above in element.ancestors())
    return next(filter((_FIRST_FORMS | _SECOND_FORMS).__contains__, names), "")


def _is_choice_in_sentence(element: XmlElement) -> bool:
    """Is it an item of a list of which the chosen one stands among other words? They may make another word of it."""
    if element.name != "w:listItem":
        return False
    above = {outer.name: outer for outer in reversed(list(element.ancestors()))}
    if "w:p" not in above:
        return False
    return above["w:p"].said().strip() != above["w:sdt"].said().strip()


def _end(text: OfficeText) -> int:
    return text.layout.span.end
