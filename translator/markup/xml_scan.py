"""A scanner of XML that tells where everything stands in the bytes of the file, so that translations can be spliced in.

The parser is expat, which knows the offset of each event in the bytes as they were given, whatever their encoding. A
document type is refused unless it is asked for, entities that a document declares always are, and nothing is opened.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from html.entities import html5
from typing import Any, NamedTuple
from xml.parsers import expat

from translator.document import Span
from translator.errors import SourceError

MAX_DEPTH = 256  # nested elements; no document of an office program comes near it
_CHUNK = 2**16  # bytes that the parser gets at once, so that the tokens of a large file are never all in memory


class XmlKind(Enum):
    OPEN = auto()
    CLOSE = auto()
    TEXT = auto()
    OTHER = auto()  # a declaration, a comment, a processing instruction, the marks around CDATA


class XmlToken(NamedTuple):
    """A stretch of the bytes. name: of an element, with its prefix. text: what the bytes of a TEXT say.

    The closing of an empty element `<a/>` is a token without bytes. A text may be several tokens. It is a tuple,
    because a large document has millions of them, and a dataclass takes four times as long to make.
    """

    kind: XmlKind
    span: Span
    name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""


def scan_xml(data: bytes, name: str, allow_doctype: bool = False) -> Iterator[XmlToken]:
    """The tokens of an XML document, in order; their spans, in bytes, follow each other without a gap.

    name: of the document, for messages. allow_doctype: read a document that has a document type, as XHTML has; what
    that would declare is not read, and HTML's own entities are known. Raises SourceError where the document is not
    well-formed, declares entities, or is nested deeper than MAX_DEPTH.
    """
    found: deque[_Event] = deque()
    parser = _parser(found, name, allow_doctype)
    for start in range(0, len(data) + 1, _CHUNK):
        chunk = data[start : start + _CHUNK]
        _feed(parser, chunk, start + _CHUNK > len(data), name)
        while len(found) > 1:
            start, kind, element, attributes, text = found.popleft()
            yield XmlToken(kind, Span(start, found[0][0]), element, attributes, text)
    for start, kind, element, attributes, text in found:
        yield XmlToken(kind, Span(start, len(data)), element, attributes, text)


def check_xml(data: bytes, name: str) -> None:
    """Raises SourceError where a document is not well-formed or has a document type; its tokens are not looked at."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise SourceError(f"{name}: has a document type, and none is read", "remove its document type")

    parser.StartDoctypeDeclHandler = refuse
    _feed(parser, data, True, name)


def spliced(data: bytes, edits: Iterable[tuple[Span, bytes]]) -> bytes:
    """The bytes with each span of the edits replaced; the spans are in order and do not overlap."""
    parts = []
    done = 0
    for span, new in edits:
        if span.start < done:
            raise ValueError(f"the edit at {span.start} overlaps the one before it")
        parts += [data[done : span.start], new]
        done = span.end
    parts.append(data[done:])
    return b"".join(parts)


def _feed(parser: expat.XMLParserType, data: bytes, is_last: bool, name: str) -> None:
    try:
        parser.Parse(data, is_last)
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        seen = f"{name}: not well-formed XML: {expat.ErrorString(error.code)} ({place})"
        raise SourceError(seen, "repair the file") from error
    except (LookupError, ValueError) as error:  # of the codec that the document declares
        raise SourceError(f"{name}: its encoding cannot be read: {error}", "save it as UTF-8") from error


# What the parser tells of a token: where it begins, its kind, name, attributes and text.
_Event = tuple[int, XmlKind, str, tuple[tuple[str, str], ...], str]


def _parser(found: deque[_Event], name: str, allow_doctype: bool) -> Any:
    parser = expat.ParserCreate()
    parser.buffer_text = False
    parser.ordered_attributes = True
    depth = 0

    def add(kind: XmlKind, name: str = "", attributes: tuple[tuple[str, str], ...] = (), text: str = "") -> None:
        found.append((parser.CurrentByteIndex, kind, name, attributes, text))

    def open_(element: str, attributes: list[str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise SourceError(f"{name}: elements nested deeper than {MAX_DEPTH}", "no document needs that many")
        pairs = tuple(zip(attributes[::2], attributes[1::2], strict=True)) if attributes else ()
        add(XmlKind.OPEN, element, pairs)

    def close(element: str) -> None:
        nonlocal depth
        depth -= 1
        add(XmlKind.CLOSE, element)

    def say(text: str) -> None:
        add(XmlKind.TEXT, text=text)

    def other(*_: object) -> None:
        add(XmlKind.OTHER)

    def refuse_entity(entity: str, *_: object) -> None:
        raise SourceError(f"{name}: declares the entity {entity}, and none is read", "remove its document type")

    def doctype(*_: object) -> None:
        if not allow_doctype:
            raise SourceError(f"{name}: has a document type, and none is read", "remove its document type")
        other()

    def skipped(entity: str, is_parameter: bool) -> None:
        known = html5.get(f"{entity};")
        if is_parameter or known is None:
            raise SourceError(f"{name}: the entity {entity} is unknown", "write its character in its place")
        say(known)

    parser.StartElementHandler = open_
    parser.EndElementHandler = close
    parser.CharacterDataHandler = say
    parser.DefaultHandler = other
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = refuse_entity
    if allow_doctype:
        parser.UseForeignDTD(True)
        parser.ExternalEntityRefHandler = lambda *_: 1  # as if it were empty
        parser.SkippedEntityHandler = skipped
    return parser
