"""The content of a source: its text, and the inline codes that travel with the words of the translation.

Sources of the tables: XLIFF Version 1.2, section 2.5, and Version 2.1, section 4.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translator.document import Span
from translator.formats.xliff.units import XliffElement
from translator.markup.runs import Item, Role
from translator.markup.xml_scan import XmlKind, XmlToken
from translator.markup.xml_text import escaped

_AROUND = frozenset({"g", "pc", "mrk"})  # their content is text
_HALVES = {  # codes that stand for the beginning or the end of a pair, and the attributes by which they find each other
    "bpt": (Role.OPEN, ("rid", "id")),
    "ept": (Role.CLOSE, ("rid", "id")),
    "bx": (Role.OPEN, ("rid", "id")),
    "ex": (Role.CLOSE, ("rid", "id")),
    "sc": (Role.OPEN, ("id",)),
    "ec": (Role.CLOSE, ("startRef",)),
    "sm": (Role.OPEN, ("id",)),
    "em": (Role.CLOSE, ("startRef",)),
}
_SUB_FLOW = "sub"  # text inside a code, such as the alternative text of a picture
_LINE_BREAKS = frozenset({"lb", "pb", "xlf:lb", "xlf:pb", "x-br"})
_IN_CDATA = re.compile("[<&]")  # which text has as references only
_LINE_END = re.compile(r"\r\n|\r|\n")
_TEXT_PARTS = re.compile(r"[^\S\r\n]*[\r\n]\s*|(?:(?![^\S\r\n]*[\r\n]).)+", re.DOTALL)


@dataclass(slots=True)
class XliffContent:
    """The content of an element. rows: of items, whose spans are those of `raw`: the text, and each sub-flow.

    raw: as the file writes it, but for CDATA, which is written with references.
    """

    rows: list[list[Item]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def raw(self) -> str:
        return "".join(self.parts)

    def add(self, raw: str) -> Span:
        """Add characters; their span."""
        span = Span(self.length, self.length + len(raw))
        self.parts.append(raw)
        self.length = span.end
        return span


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is needed to read a content. preserves: are blanks meant as they stand?"""

    data: bytes
    codec: str
    preserves: bool
    content: XliffContent


def content_of(element: XliffElement, data: bytes, codec: str, *, preserves: bool) -> XliffContent:
    """The content of a source, of a sentence in it, or of a segment."""
    reader = _Reader(data, codec, preserves, XliffContent())
    _read_row(reader, element.parts)
    return reader.content


def _read_row(reader: _Reader, parts: Iterable[XliffElement | XmlToken]) -> None:
    row: list[Item] = []
    reader.content.rows.append(row)
    keys: dict[int, str] = {}  # by the place of an item in the row: what the other half of its pair has too
    _read_parts(reader, parts, row, keys)
    row[:] = _paired(row, keys)


def _read_parts(
    reader: _Reader, parts: Iterable[XliffElement | XmlToken], row: list[Item], keys: dict[int, str]
) -> None:
    plain: list[str] = []  # text that is written as it is; the scanner tells a line end apart
    for part in parts:
        written = _plain(reader, part)
        if written:
            plain.append(written)
            continue
        _add_plain(reader, "".join(plain), row)
        plain.clear()
        if isinstance(part, XmlToken):
            _read_token(reader, part, row)
        elif part.name in _AROUND and not _is_kept(part):
            _read_around(reader, part, row, keys)
        else:
            _read_code(reader, part, row, keys)
    _add_plain(reader, "".join(plain), row)


def _plain(reader: _Reader, part: XliffElement | XmlToken) -> str:
    """The characters of text that is written as it is; empty for all else."""
    if isinstance(part, XliffElement):
        return ""
    raw = _raw(reader, part.span)
    if part.text != _LINE_END.sub("\n", raw) or _IN_CDATA.search(raw):
        return ""
    return raw


def _add_plain(reader: _Reader, text: str, row: list[Item]) -> None:
    """Add text that is written as it is. A line end is a blank, or ends a segment where blanks are meant."""
    for found in _TEXT_PARTS.finditer(text):
        written = found[0]
        span = reader.content.add(written)
        if not _LINE_END.search(written):
            row.append(Item(Role.TEXT, span, written, written))
        elif reader.preserves:
            row.append(Item(Role.BREAK, span, written))
        else:
            row.append(Item(Role.TEXT, span, written, " "))


def _read_token(reader: _Reader, token: XmlToken, row: list[Item]) -> None:
    """Read a reference, text in CDATA, which is written with references, a comment or an instruction."""
    raw = _raw(reader, token.span)
    if token.kind is XmlKind.TEXT:
        raw = escaped(token.text) if raw == token.text else raw
        row.append(Item(Role.TEXT, reader.content.add(raw), raw, token.text))
    elif not raw.startswith("<![CDATA[") and raw != "]]>":
        row.append(Item(Role.BESIDE, reader.content.add(raw), raw))


def _read_around(reader: _Reader, element: XliffElement, row: list[Item], keys: dict[int, str]) -> None:
    """Read an element that encloses text. One that marks a sentence ends what is before it, and stays where it is."""
    is_sentence = element.attributes.get("mtype") == "seg"
    pair = element.opening.start
    opening, closing = _raw(reader, element.opening), _raw(reader, element.closing)
    role = Role.BREAK if is_sentence else Role.OPEN
    row.append(Item(role, reader.content.add(opening), opening, pair=pair))
    _read_parts(reader, element.parts, row, keys)
    role = Role.BREAK if is_sentence else Role.CLOSE
    row.append(Item(role, reader.content.add(closing), closing, pair=pair))


def _is_kept(element: XliffElement) -> bool:
    """Are the words of a mark not to be translated?"""
    if element.attributes.get("translate") == "no":
        return True
    return element.attributes.get("mtype") == "protected"


def _read_code(reader: _Reader, element: XliffElement, row: list[Item], keys: dict[int, str]) -> None:
    """Read a code, which is kept as it is, but for the sub-flows in it; one that keeps words stands for them."""
    first, start = len(reader.content.parts), reader.content.length
    _copy(reader, element)
    raw = "".join(reader.content.parts[first:])
    span = Span(start, reader.content.length)
    kind = element.attributes.get("ctype", element.attributes.get("subType", ""))
    words = " ".join(element.said().split())
    if element.name in _AROUND and words:
        row.append(Item(Role.KEPT, span, raw, words))
    elif kind in _LINE_BREAKS:
        row.append(Item(Role.BREAK, span, raw))
    else:
        if element.name in _HALVES:
            keys[len(row)] = _key(element)
        row.append(Item(Role.BESIDE, span, raw))


def _copy(reader: _Reader, element: XliffElement) -> None:
    """Add an element to the content as it is written; what is in a sub-flow becomes a row of its own."""
    reader.content.add(_raw(reader, element.opening))
    if element.name == _SUB_FLOW:
        _read_row(reader, element.parts)
    else:
        for part in element.parts:
            if isinstance(part, XliffElement):
                _copy(reader, part)
            else:
                reader.content.add(_raw(reader, part.span))
    reader.content.add(_raw(reader, element.closing))


def _key(element: XliffElement) -> str:
    """By what the two halves of a pair know each other, with the role of this one before it."""
    role, names = _HALVES[element.name]
    values = [element.attributes[name] for name in names if name in element.attributes]
    return f"{role.name} {values[0] if values else ''}"


def _paired(row: Sequence[Item], keys: Mapping[int, str]) -> list[Item]:
    """The row, in which two codes that open and close what is between them, and cross no other pair, are a pair."""
    paired = list(row)
    opened: list[tuple[int, str]] = []  # what is open: its place in the row, and what closes it
    for place, item in enumerate(row):
        key = keys.get(place, "")
        if item.role is Role.OPEN:
            opened.append((place, ""))
        elif item.role is Role.CLOSE:
            while opened.pop()[1]:
                pass
        elif key.startswith(Role.OPEN.name):
            opened.append((place, key.replace(Role.OPEN.name, Role.CLOSE.name, 1)))
        elif key and opened and opened[-1][1] == key:
            first, _ = opened.pop()
            number = -1 - first
            paired[first] = replace(row[first], role=Role.OPEN, pair=number)
            paired[place] = replace(item, role=Role.CLOSE, pair=number)
    return paired


def _raw(reader: _Reader, span: Span) -> str:
    return reader.data[span.start : span.end].decode(reader.codec)
