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


def units(data: bytes, name: str) -> Iterator[XliffUnit]:
    """The units of a file, in order. Raises SourceError where it is no XLIFF."""
    version, prefix = 0, ""
    around = [_Around()]
    path: list[XliffElement] = []  # from the unit that is being read to the element at hand
    line, counted = 1, 0
    for token in scan_xml(data, name):
        if token.kind is XmlKind.OPEN:
            local = token.name.removeprefix(prefix)
            if not version:
                version, prefix = _root(token, name)
                local = token.name.removeprefix(prefix)
            element = XliffElement(local, dict(token.attributes), token.span, token.span)
            if path:
                path[-1].parts.append(element)
            if path or local in _UNITS:
                path.append(element)
            else:
                around.append(_inside(around[-1], element, version))
        elif token.kind is XmlKind.CLOSE:
            if not path:
                around.pop()
                continue
            element = path.pop()
            element.closing = token.span
            if not path:
                line += data.count(b"\n", counted, element.opening.start)
                counted = element.opening.start
                state = _inside(around[-1], element, version)
                yield XliffUnit(element, version, line, prefix, state.left, state.preserves, state.unnamed)
        elif path:
            path[-1].parts.append(token)


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
    attributes = element.attributes
    left, unnamed = around.left, around.unnamed
    holder, source_name, target_name = _LANGUAGES[version]
    if element.name == holder:
        source, target = attributes.get(source_name, "id"), attributes.get(target_name, "")
        if not english_for(source) or (target and not is_english(target)):
            left = f"from {source!r} into {target!r}" if target else f"from {source!r}"
        unnamed = None if target else element.opening
    elif not left.startswith("from"):
        left = {"no": "translate=no", "yes": ""}.get(attributes.get("translate", ""), left)
    if attributes.get("approved") == "yes":
        left = left or "approved"
    if any(name.endswith(":locked") and value == "true" for name, value in attributes.items()):
        left = left or "locked"
    return _Around(left, preserves_blanks(element, around.preserves), unnamed)


def preserves_blanks(element: XliffElement, around: bool) -> bool:
    """Are the blanks in an element meant as they stand? around: are they in what is around it?"""
    return {"preserve": True, "default": False}.get(element.attributes.get("xml:space", ""), around)
