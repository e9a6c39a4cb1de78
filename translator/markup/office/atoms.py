"""A paragraph as a row of atoms: words, breaks, marks without words, and the ends of what stands around words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from translator.document import Span
from translator.markup.office.choices import has_list
from translator.markup.office.signs import sign_of
from translator.markup.office.tree import XmlElement
from translator.markup.office.vocabulary import ElementKind, Vocabulary

_BARE = re.compile(r"<[\w:.-]+\s*(?:/>|></[\w:.-]+>)")
_OFF = frozenset({"0", "false", "off"})


class AtomKind(Enum):
    WORDS = auto()
    BREAK = auto()
    BESIDE = auto()
    OPEN = auto()
    CLOSE = auto()
    FIELD = auto()
    FIELD_BEGIN = auto()
    FIELD_CODE = auto()
    FIELD_RESULT = auto()
    FIELD_END = auto()
    RANGE_START = auto()
    RANGE_END = auto()


@dataclass(frozen=True, slots=True)
class RunFormat:
    """The format of a run. key: equal for all that look the same. properties: the bytes that say it, if any.

    spans: the opening tags of the elements that say it, where those stand around the words.
    """

    key: str
    properties: Span | None = None
    spans: tuple[Span, ...] = ()


PLAIN = RunFormat("")
BARE = RunFormat("no run")  # of text that stands in no run


@dataclass(frozen=True, slots=True)
class Atom:
    """span: its bytes. text: of words, of a field's code or result, of a sign. format: of its run, None outside runs.

    range: what the two ends of a range share. is_link: of an OPEN, that no other link may stand inside.
    """

    kind: AtomKind
    span: Span
    text: str = ""
    format: RunFormat | None = None
    range: str = ""
    is_link: bool = False


@dataclass(slots=True)
class AtomReader:
    """Reads the paragraphs of one part.

    with_hidden: also runs that nobody sees. hidden_styles: the styles of such. hidden: how many of them were left.
    boxes: the names of the controls that are boxes to tick.
    """

    data: bytes
    codec: str
    vocabulary: Vocabulary
    with_hidden: bool = False
    hidden_styles: frozenset[str] = frozenset()
    hidden: int = 0
    boxes: set[str] = field(default_factory=set)
    in_hidden: bool = False
    formats: dict[bytes, str] = field(default_factory=dict)

    def atoms(self, paragraph: XmlElement) -> list[Atom]:
        """The atoms between the head of a paragraph and its tail."""
        head = paragraph.child("w:pPr")
        self.in_hidden = head is not None and self._has_hidden_style(head.child("w:pStyle"))
        return list(self._content(paragraph))

    def content(self, paragraph: XmlElement) -> Span:
        """The bytes of a paragraph between its head and its tail."""
        start, end = paragraph.inner
        for child in paragraph.children:
            kind = self._kind(child)
            if kind is ElementKind.HEAD:
                start = child.span.end
            elif kind is ElementKind.TAIL:
                end = min(end, child.span.start)
        return Span(start, end)

    def _kind(self, element: XmlElement) -> ElementKind:
        return self.vocabulary.kinds.get(element.name, ElementKind.BESIDE)

    def _content(self, parent: XmlElement) -> Iterator[Atom]:
        for child in parent.children:
            kind = self._kind(child)
            if kind is ElementKind.RUN:
                yield from self._run(child)
            elif kind is ElementKind.TEXT:
                yield self._words(child, BARE)
            elif has_list(child):
                yield Atom(AtomKind.BREAK, child.span)
            elif kind in (ElementKind.WRAPPER, ElementKind.LINK):
                yield from self._wrapper(child, kind is ElementKind.LINK)
            elif kind is ElementKind.FIELD:
                yield from self._field(child)
            elif kind in OUTSIDE_RUNS:
                identity = f"{child.name.removesuffix('Start').removesuffix('End')} {child.get('id')}"
                yield Atom(OUTSIDE_RUNS[kind], child.span, range=identity)
            elif kind not in _NO_ATOMS:
                yield Atom(AtomKind.BESIDE, child.span)

    def _wrapper(self, element: XmlElement, is_link: bool) -> Iterator[Atom]:
        """The atoms of a wrapper; its head, such as the properties of a content control, belongs to its opening."""
        inner = element
        start = element.inner.start
        for child in element.children:
            if self._kind(child) is ElementKind.HEAD:
                start = child.span.end
        content = element.child("w:sdtContent")
        if content is not None:
            inner, start = content, content.inner.start
        yield Atom(AtomKind.OPEN, Span(element.span.start, start), is_link=is_link)
        yield from self._content(inner)
        yield Atom(AtomKind.CLOSE, Span(inner.inner.end, element.span.end))

    def _field(self, element: XmlElement) -> Iterator[Atom]:
        """A field in one element: around its result where that is translated, else whole."""
        code = element.get("instr")
        if not has_text_result(code):
            yield Atom(AtomKind.FIELD, element.span, "".join(_texts(element, self.vocabulary)))
            return
        yield Atom(AtomKind.OPEN, Span(element.span.start, element.inner.start), is_link=True)
        yield from self._content(element)
        yield Atom(AtomKind.CLOSE, Span(element.inner.end, element.span.end))

    def _run(self, run: XmlElement) -> Iterator[Atom]:
        properties = None
        for child in run.children:
            if self._kind(child) is ElementKind.PROPERTIES:
                properties = child
        format_ = self._format(properties)
        if self._is_hidden(properties) and not self._has_field(run):
            self.hidden += any(child.text for child in run.children)
            yield Atom(AtomKind.BESIDE, run.span)
            return
        for child in run.children:
            kind = self._kind(child)
            if kind is ElementKind.TEXT:
                yield self._words(child, format_)
            elif kind is ElementKind.HYPHEN:
                yield Atom(AtomKind.WORDS, child.span, "\u2011", format_)
            elif kind is ElementKind.FIELD_CHARACTER:
                yield Atom(_FIELD_CHARACTERS.get(child.get("fldCharType"), AtomKind.BESIDE), child.span, "", format_)
            elif kind is ElementKind.FIELD_CODE:
                yield Atom(AtomKind.FIELD_CODE, child.span, child.text, format_)
            elif kind is ElementKind.BREAK:
                yield Atom(AtomKind.BREAK, child.span, "", format_)
            elif kind not in _NO_ATOMS:
                yield Atom(AtomKind.BESIDE, child.span, sign_of(child), format_)

    def _words(self, element: XmlElement, format_: RunFormat) -> Atom:
        text = element.text
        if not self.vocabulary.keeps_blanks and element.get("space") != "preserve":
            text = text.strip(" \t\r\n")
        return Atom(AtomKind.WORDS, element.span, text, format_)

    def _format(self, properties: XmlElement | None) -> RunFormat:
        if properties is None:
            return PLAIN
        raw = self.data[properties.span.start : properties.span.end]
        if raw not in self.formats:
            key = self.vocabulary.noise.sub("", raw.decode(self.codec))
            self.formats[raw] = "" if _BARE.fullmatch(key) else key
        return RunFormat(self.formats[raw], properties.span)

    def _has_field(self, run: XmlElement) -> bool:
        """Does a part of a field stand in the run? The fields of an index are hidden, and must stay whole."""
        kinds = {self._kind(child) for child in run.children}
        return not kinds.isdisjoint((ElementKind.FIELD_CHARACTER, ElementKind.FIELD_CODE))

    def _is_hidden(self, properties: XmlElement | None) -> bool:
        if self.with_hidden:
            return False
        hidden = properties.child(self.vocabulary.hidden) if properties else None
        if hidden is not None:
            return is_on(hidden)
        if self.in_hidden:
            return True
        if properties is None:
            return False
        return self._has_hidden_style(properties.child("w:rStyle"))

    def _has_hidden_style(self, style: XmlElement | None) -> bool:
        if style is None:
            return False
        return style.get("val") in self.hidden_styles


OUTSIDE_RUNS = {
    ElementKind.BREAK: AtomKind.BREAK,
    ElementKind.RANGE_START: AtomKind.RANGE_START,
    ElementKind.RANGE_END: AtomKind.RANGE_END,
}
_FIELD_CHARACTERS = {
    "begin": AtomKind.FIELD_BEGIN,
    "separate": AtomKind.FIELD_RESULT,
    "end": AtomKind.FIELD_END,
}
_NO_ATOMS = frozenset({ElementKind.HEAD, ElementKind.TAIL, ElementKind.NOISE, ElementKind.PROPERTIES})
# Fields whose result is text of the document; of all others Word makes the result anew.
_TEXT_RESULTS = frozenset({"HYPERLINK", "TOC", "FORMTEXT"})


def is_on(switch: XmlElement | None) -> bool:
    """Does a property say yes? One that is there without a value does."""
    if switch is None:
        return False
    return switch.get("val") not in _OFF


def has_text_result(code: str) -> bool:
    """Is the result of a field with this code translated?"""
    return _name_of(code) in _TEXT_RESULTS


def is_box(code: str) -> bool:
    """Is a field with this code a box to tick?"""
    return _name_of(code) == "FORMCHECKBOX"


def _name_of(code: str) -> str:
    """The name of a field in capitals."""
    return next(iter(code.upper().split(None, 1)), "")


def _texts(element: XmlElement, vocabulary: Vocabulary) -> Iterator[str]:
    for inner in element.walk():
        if vocabulary.kinds.get(inner.name) is ElementKind.TEXT:
            yield inner.text
