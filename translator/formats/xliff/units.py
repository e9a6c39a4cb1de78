"""The units of an XLIFF file with their places in its bytes, and which of them may be translated.

A file has units of several languages and states. Prefixes are passed over, but for those of other vocabularies than
XLIFF's, which the dialects of translation programs add.
Source of the format: XLIFF Version 1.2, section 2, and Version 2.1, section 4.2; OASIS Standards, 2008 and 2018.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from translator.document import Span
from translator.errors import SourceError
from translator.markup.language_tags import english_for, is_english
from translator.markup.xml_scan import XmlKind, XmlToken, scan_xml

_UNITS = frozenset({"trans-unit", "unit"})
_ANSWERS = {"no": "translate=no", "yes": ""}  # of the attribute `translate`: why an element is left
# Where a version names its languages: the element and its attributes for the source and the target.
_LANGUAGES = {1: ("file", "source-language", "target-language"), 2: ("xliff", "srcLang", "trgLang")}


@dataclass(slots=True, eq=False)
class XliffElement:
    """An element. name: without the prefix of XLIFF. opening, closing: the bytes of its tags.

    parts: what stands in it, in order; a token is text or something that is no element.
    """

    name: str
    attributes: dict[str, str]
    opening: Span
    closing: Span
    parts: list[XliffElement | XmlToken] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.opening.start, self.closing.end)

    def children(self, name: str) -> list[XliffElement]:
        return [part for part in self.parts if isinstance(part, XliffElement) and part.name == name]

    def child(self, name: str) -> XliffElement | None:
        return next(iter(self.children(name)), None)

    def walk(self) -> Iterator[XliffElement]:
        """This element and all below it, in order."""
        yield self
        for part in self.parts:
            if isinstance(part, XliffElement):
                yield from part.walk()

    def said(self) -> str:
        """All characters in it and below it."""
        texts = []
        for part in self.parts:
            texts.append(part.said() if isinstance(part, XliffElement) else part.text)
        return "".join(texts)


@dataclass(frozen=True, slots=True)
class XliffUnit:
    """A unit. version: 1 or 2. line: in the file. prefix: of the names of XLIFF's elements, with its colon.

    left: why it is left as it is; empty where it may be translated. preserves: are its blanks meant as they stand?
    unnamed: the tag that names the languages, where it lacks that of the target; None where it has it.
    """

    element: XliffElement
    version: int
    line: int
    prefix: str
    left: str
    preserves: bool
    unnamed: Span | None


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for all that stands in an element."""

    left: str = ""
    preserves: bool = False
    unnamed: Span | None = None


@dataclass(slots=True)
class _UnitReading:
    """A file that is being read. around: what holds outside of units. path: from the unit to the element at hand."""

    name: str
    version: int = 0
    prefix: str = ""
    around: list[_Around] = field(default_factory=lambda: [_Around()])
    path: list[XliffElement] = field(default_factory=list)


def units(data: bytes, name: str) -> Iterator[XliffUnit]:
    """The units of a file, in order. Raises SourceError where it is no XLIFF."""
    reading = _UnitReading(name)
    line, counted = 1, 0
    for token in scan_xml(data, name):
        if token.kind is XmlKind.OPEN:
            _open(reading, token)
        elif token.kind is not XmlKind.CLOSE:
            _add(reading, token)
        elif not reading.path:
            reading.around.pop()
        else:
            element = reading.path.pop()
            element.closing = token.span
            if reading.path:
                continue
            start = element.opening.start
            line += data.count(b"\n", counted, start)
            counted = start
            state = _inside(reading.around[-1], element, reading.version)
            yield XliffUnit(element, reading.version, line, reading.prefix, state.left, state.preserves, state.unnamed)


def _open(reading: _UnitReading, token: XmlToken) -> None:
    """Begin to read an element. Raises SourceError where it is the root, and no XLIFF."""
    if not reading.version:
        reading.version, reading.prefix = _root(token, reading.name)
    local = token.name.removeprefix(reading.prefix)
    element = XliffElement(local, dict(token.attributes), token.span, token.span)
    _add(reading, element)
    if reading.path or local in _UNITS:
        reading.path.append(element)
    else:
        reading.around.append(_inside(reading.around[-1], element, reading.version))


def _add(reading: _UnitReading, part: XliffElement | XmlToken) -> None:
    """Add what stands in the element at hand; what is outside of units is passed over."""
    if reading.path:
        reading.path[-1].parts.append(part)


def _root(token: XmlToken, name: str) -> tuple[int, str]:
    """The version of the file, and the prefix of its elements. Raises SourceError where its root is another."""
    prefix, _, local = token.name.rpartition(":")
    version = dict(token.attributes).get("version", "")
    if local != "xliff":
        raise SourceError(
            f"{name}: the root element is <{token.name}>; <xliff> was wanted", "check the kind of the file"
        )
    if version[:2] not in ("1.", "2."):
        raise SourceError(f"{name}: XLIFF of version {version!r}; 1.2 or 2.x was wanted", "export it as XLIFF 1.2")
    return int(version[0]), f"{prefix}:" if prefix else ""


def _inside(around: _Around, element: XliffElement, version: int) -> _Around:
    """What holds inside an element that stands in `around`."""
    preserves = preserves_blanks(element, around.preserves)
    holder, source_name, target_name = _LANGUAGES[version]
    if element.name == holder:
        source, target = element.attributes.get(source_name, "id"), element.attributes.get(target_name, "")
        return _Around(_why_foreign(source, target), preserves, None if target else element.opening)
    left = around.left
    if not left.startswith("from"):
        left = _ANSWERS.get(element.attributes.get("translate", ""), left)
    return _Around(left or _why_closed(element), preserves, around.unnamed)


def _why_foreign(source: str, target: str) -> str:
    """Why a file in these languages is left as it is; empty where it is from Indonesian into English."""
    if not target:
        return "" if english_for(source) else f"from {source!r}"
    if english_for(source) and is_english(target):
        return ""
    return f"from {source!r} into {target!r}"


def _why_closed(element: XliffElement) -> str:
    """Why nothing in an element is to be changed; empty where that may be."""
    if element.attributes.get("approved") == "yes":
        return "approved"
    locks = [value for name, value in element.attributes.items() if name.endswith(":locked")]
    return "locked" if "true" in locks else ""


def preserves_blanks(element: XliffElement, around: bool) -> bool:
    """Are the blanks in an element meant as they stand? around: are they in what is around it?"""
    return {"preserve": True, "default": False}.get(element.attributes.get("xml:space", ""), around)
