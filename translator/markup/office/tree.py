"""The elements of an XML part with their places in its bytes: a tree for each stretch that is wanted as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from translator.document import Span
from translator.markup.office.namespaces import Names
from translator.markup.xml_scan import XmlKind, scan_xml

_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_MAX_DIGITS = 7  # of a count; no sheet has as many rows
CHARACTERS = "#text"  # the name of what stands for a stretch of text among the children of an element
_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(slots=True, eq=False)
class XmlElement:
    """An element. name: with the prefix that its namespace has in every file. span: its bytes.

    written: its name in the file. inner: the bytes between its tags. text: the characters directly in it.
    parent: the element that it stands in, also where that is not read as a whole.
    """

    name: str
    written: str
    attributes: tuple[tuple[str, str], ...]
    span: Span
    inner: Span
    children: list[XmlElement] = field(default_factory=list)
    text: str = ""
    parent: XmlElement | None = None

    def get(self, attribute: str) -> str:
        """The value of an attribute, whatever its prefix; empty where there is none."""
        for name, value in self.attributes:
            if name.rpartition(":")[2] == attribute:
                return value
        return ""

    def count(self, attribute: str) -> int:
        """How many equal things an element stands for, as an attribute says; 1 where there is none."""
        said = self.get(attribute)[:_MAX_DIGITS]
        if said.isdecimal():
            return int(said)
        return 1

    def child(self, name: str) -> XmlElement | None:
        return next((child for child in self.children if child.name == name), None)

    def ancestors(self) -> Iterator[XmlElement]:
        """The elements that it stands in, from within."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def walk(self) -> Iterator[XmlElement]:
        """This element and all below it, in order. A loop, so that no depth is too deep."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)

    def said(self) -> str:
        """All characters in it and below it."""
        return "".join(element.text for element in self.walk() if element.name != CHARACTERS)


def elements(
    data: bytes,
    name: str,
    whole: frozenset[str] = frozenset(),
    with_characters: bool = False,
    allow_doctype: bool = False,
) -> Iterator[XmlElement]:
    """The elements of a part, in the order in which they end.

    whole: the names of those that come as trees; what is outside of all of these comes childless, one by one, so that
    no more of a large part is held than one tree. None given: the part is one tree. with_characters: each stretch of
    text in a tree is among the children, too. allow_doctype: as `scan_xml` has it. An element knows its parent until
    the next one is asked for. Raises SourceError.
    """
    path = _OpenElements(whole, with_characters)
    for kind, span, written, attributes, text in scan_xml(data, name, allow_doctype):
        if kind is XmlKind.TEXT:
            path.add_text(span, text)
        elif kind is XmlKind.OPEN:
            path.open(span, written, attributes)
        elif kind is XmlKind.CLOSE:
            element = path.close(span)
            if not path.depth:
                yield element
                _let_go(element)


class _OpenElements:
    """The elements that are open, outermost first. depth: at which the tree begins that is being built; 0: none is."""

    def __init__(self, whole: frozenset[str], with_characters: bool) -> None:
        self.whole = whole
        self.with_characters = with_characters
        self.depth = 0
        self._names = Names()
        self._path: list[XmlElement] = []
        self._texts: list[list[str]] = []  # directly in each of them

    def add_text(self, span: Span, text: str) -> None:
        if not self._path:
            return
        self._texts[-1].append(text)
        if self.depth and self.with_characters:
            self._add_child(XmlElement(CHARACTERS, "", (), span, span, text=text, parent=self._path[-1]))

    def open(self, span: Span, written: str, attributes: tuple[tuple[str, str], ...]) -> None:
        name = self._names.enter(written, attributes, len(self._path))
        element = XmlElement(name, written, attributes, span, span)
        if self._path:
            element.parent = self._path[-1]
        if self.depth:
            self._add_child(element)
        self._path.append(element)
        self._texts.append([])
        if not self.depth and (not self.whole or name in self.whole):
            self.depth = len(self._path)

    def close(self, span: Span) -> XmlElement:
        """The element that ends here; it is whole where no tree is being built any more."""
        element = self._path.pop()
        element.text = "".join(self._texts.pop())
        opening = element.span
        element.inner = Span(opening.end, span.start)
        element.span = Span(opening.start, span.end)
        self._names.leave(len(self._path))
        if len(self._path) < self.depth:
            self.depth = 0
        return element

    def _add_child(self, element: XmlElement) -> None:
        self._path[-1].children.append(element)


def _let_go(whole: XmlElement) -> None:
    """Forget who is whose parent in a tree that was looked at: what refers in circles only the garbage collector frees,
    and that takes a fifth of the time.
    """
    for element in whole.walk():
        element.parent = None


def tree(data: bytes, name: str, allow_doctype: bool = False) -> XmlElement:
    """The root element of a part with all below it. Raises SourceError."""
    return next(elements(data, name, allow_doctype=allow_doctype))


def codec_of(data: bytes) -> str:
    """The codec of an XML part, as its byte order mark or its declaration says."""
    if data.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if data.startswith(b"\xfe\xff"):
        return "utf-16-be"
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if declared is None:
        return "utf-8"
    return declared[1].decode()


def attribute_span(element: XmlElement, attribute: str, data: bytes, codec: str) -> Span | None:
    """The bytes of an attribute's value, between its quotes."""
    tag = data[element.span.start : element.inner.start].decode(codec)
    for found in _ATTRIBUTE.finditer(tag):
        if found[1].rpartition(":")[2] != attribute:
            continue
        group = 3 if found[2] is None else 2
        start = element.span.start + len(tag[: found.start(group)].encode(codec))
        return Span(start, start + len(found[group].encode(codec)))
    return None
