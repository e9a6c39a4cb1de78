"""The texts of the parts of an office document, gathered in reading order with the segments in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from translator.document import Place, Segment, Span
from translator.markup.office.atoms import BARE, Atom, AtomReader
from translator.markup.office.choices import Choices, Said, is_shown_choice
from translator.markup.office.drop_caps import DropCap, is_frame, joined
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
# What says two forms of one thing: for programs of today and for older ones; a diagram's data and its drawing; what is
# told of a picture where it stands, and in the picture.
_FIRST_FORMS = frozenset({"mc:Choice", "dgm:pt", "wp:docPr"})
_SECOND_FORMS = frozenset({"mc:Fallback", "dsp:sp", "pic:cNvPr"})
_ENGLISH = {"id": "en", "in": "en", "id-id": "en-US", "in-id": "en-US"}  # `in` is the code of before 1989


@dataclass(slots=True)
class SegmentList:
    """The segments of a document, as its parts are read.

    first_forms: for what texts say that the document holds in a second form, too, their first segments.
    """

    segments: list[Segment] = field(default_factory=list)
    first_forms: dict[Said, int] = field(default_factory=dict)

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
_TOOLTIP = TextRules(breaks=re.compile(r'(^.*?\s\\o\s+"|".*$)', re.DOTALL), banned='"')  # in the code of a link
_HAS_TOOLTIP = re.compile(r'\s*HYPERLINK\s.*?\s\\o\s+"', re.DOTALL | re.IGNORECASE)


@dataclass(slots=True)
class PartReader:
    """Reads one part. where: the place for people of what is read next.

    repeated: where texts may repeat each other and are then shown once, the first segments of those that were read.
    frame: the paragraph that was read last, if it is the frame of a drop cap. code: what was read of that of a field.
    """

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
    choices: Choices = field(default_factory=Choices)
    repeated: dict[Said, int] | None = None
    frame: XmlElement | None = None
    code: list[XmlElement] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.codec = codec_of(self.data)
        self.atoms = AtomReader(self.data, self.codec, self.vocabulary)

    def read(self, tree: XmlElement) -> None:
        """Add all texts of a tree: its paragraphs, and the attributes that people read."""
        for element in tree.walk():
            self.add(element)

    def add(self, element: XmlElement) -> None:
        """Add the texts that belong to one element."""
        if self._is_paragraph(element):
            self.add_paragraph(element)
        elif is_shown_choice(element):
            self.add_choice(element)
        for attribute in _SPOKEN.get(element.name, ()):
            self.add_attribute(element, attribute, TextRules(room=_ROOMS.get(element.name, NO_LIMIT)))
        if element.name == "w:instrText":
            self.code.append(element)
        elif element.name == "w:fldChar":
            if element.get("fldCharType") != "begin":
                self._add_tooltip()
            self.code.clear()
        elif element.name == "w:fldSimple" and _HAS_TOOLTIP.match(element.get("instr")):
            self.add_attribute(element, "instr", _TOOLTIP)
        self.note_language(element)

    def _add_tooltip(self) -> None:
        """Add the tooltip in the code that was read, which is written whole into the first of its elements."""
        code = [element for element in self.code if element.text]
        said = "".join([element.text for element in code])
        if not _HAS_TOOLTIP.match(said):
            return
        known = len(self.texts)
        self.add_text(code[0].inner, said, _TOOLTIP, code[0])
        for text in self.texts[known:]:
            self.texts += [OfficeText(replace(text.layout, span=rest.inner), room=0) for rest in code[1:]]

    def add_paragraph(self, element: XmlElement) -> None:
        """Add a paragraph; that of a drop cap waits for the next one, whose first letter it holds."""
        if self._add_with_cap(element):
            self.frame = None
            return
        self._add_frame()
        if is_frame(element):
            self.frame = element
        else:
            self._add_units(element, self.atoms.atoms(element), self.units, element.written)

    def _add_frame(self) -> None:
        """Add the frame that waits, if one does, as a paragraph of its own."""
        frame, self.frame = self.frame, None
        if frame is not None:
            self._add_units(frame, self.atoms.atoms(frame), self.units, frame.written)

    def _add_with_cap(self, element: XmlElement) -> bool:
        """Add a paragraph with the letter in the frame before it; says whether they belong together."""
        frame = self.frame
        if frame is None or self.data[frame.span.end : element.span.start].strip() or is_frame(element):
            return False
        initial = self.atoms.atoms(frame)
        atoms = joined(initial, self.atoms.atoms(element))
        if atoms:
            runs = self.atoms.content(frame)
            between = Span(runs.end, self.atoms.content(element).start)
            cap = DropCap(runs.start, initial[0].format or BARE, between)
            self._add_units(element, atoms, self.units, element.written, cap)
        return bool(atoms)

    def add_choice(self, element: XmlElement) -> None:
        """Add what a control with a list shows inside a paragraph. A field that is cut by its edge is none."""
        outer = next(filter(self._is_paragraph, element.ancestors()), None)
        if outer is not None:
            self._add_units(element, self.atoms.atoms(element), UnitReader(), outer.written)

    def _is_paragraph(self, element: XmlElement) -> bool:
        return element.name in self.vocabulary.paragraph

    def _add_units(
        self,
        element: XmlElement,
        atoms: Iterable[Atom],
        reader: UnitReader,
        written: str,
        cap: DropCap | None = None,
    ) -> None:
        """Add a text of runs. written: the name of its paragraph in the file."""
        span = self.atoms.content(element)
        if cap is not None:
            span = Span(cap.start, span.end)
        layout = lay_out(span, reader.units(atoms), len(self.found.segments))
        lead = written[: written.rfind(":") + 1]
        vocabulary = self.vocabulary
        names = lead + vocabulary.run, lead + vocabulary.text
        layout = self._shared(layout, element)
        has_space = not vocabulary.keeps_blanks
        room, has_spans = vocabulary.room, vocabulary.has_spans
        self._add(OfficeText(layout, *names, has_space, room=room, has_spans=has_spans, cap=cap))

    def _shared(self, layout: Layout, element: XmlElement) -> Layout:
        """The layout of a text of an element; what says again what the document says there shares its segments.

        So do the second form of a thing, the item of a list that is shown, and names that a chart repeats.
        """
        said = tuple([(run.text, run.marks) for run in layout.runs])
        form = _form(element)
        if form in _FIRST_FORMS:
            self.found.first_forms[said] = layout.first
        elif form and said in self.found.first_forms:
            return replace(layout, first=self.found.first_forms[said])
        alike = self.choices.around(element)
        if alike is None:
            alike = self.repeated
        if alike is None:
            return layout
        return replace(layout, first=alike.setdefault(said, layout.first))

    def add_attribute(self, element: XmlElement, attribute: str, how: TextRules = PLAIN_TEXT) -> None:
        """Add the value of an attribute."""
        value = element.get(attribute)
        span = attribute_span(element, attribute, self.data, self.codec) if value else None
        if span:
            self.add_text(span, value, how, element, is_attribute=True)

    def add_content(self, element: XmlElement, how: TextRules = PLAIN_TEXT) -> None:
        """Add the text of an element that holds nothing else."""
        if element.text and all(child.name == CHARACTERS for child in element.children):
            self.add_text(element.inner, element.text, how, element)

    def add_text(
        self, span: Span, text: str, how: TextRules, element: XmlElement | None = None, is_attribute: bool = False
    ) -> None:
        """Add a text that stands at `span`. element: to which it belongs, where that is known."""
        layout = lay_out_text(span, text, len(self.found.segments), how.is_echo, how.breaks, how.numbers)
        if element is not None and not how.is_echo:
            layout = self._shared(layout, element)
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
        """The part as it was read."""
        self._add_frame()
        texts = sorted(self.texts, key=_end)
        return OfficePart(self.member, self.data, self.codec, tuple(texts), tuple(sorted(self.languages)))


def _form(element: XmlElement) -> str:
    """In which form of a thing that has two an element stands, if in any."""
    names = (above.name for above in (element, *element.ancestors()))
    return next(filter((_FIRST_FORMS | _SECOND_FORMS).__contains__, names), "")


def _end(text: OfficeText) -> int:
    return text.layout.span.end
