"""Small office files made of strings, and what a test looks at in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping

from tests.formats.test_txt import translated
from translator.bitext import Bitext, Link, Origin, Pair, SegmentPair, Stamp
from translator.document import Document, Span
from translator.formats.base import DEFAULT_READING, Format, Reading
from translator.markup.xml_scan import XmlKind, scan_xml

OFFICE = "http://schemas.openxmlformats.org/"
TYPE = "application/vnd.openxmlformats-officedocument."
NAMESPACES = {
    "w": f"{OFFICE}wordprocessingml/2006/main",
    "p": f"{OFFICE}presentationml/2006/main",
    "x": f"{OFFICE}spreadsheetml/2006/main",
    "a": f"{OFFICE}drawingml/2006/main",
    "c": f"{OFFICE}drawingml/2006/chart",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "dgm": f"{OFFICE}drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    "wp": f"{OFFICE}drawingml/2006/wordprocessingDrawing",
    "xdr": f"{OFFICE}drawingml/2006/spreadsheetDrawing",
    "pic": f"{OFFICE}drawingml/2006/picture",
    "m": f"{OFFICE}officeDocument/2006/math",
    "r": f"{OFFICE}officeDocument/2006/relationships",
    "mc": f"{OFFICE}markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "cp": f"{OFFICE}package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "x14": "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "xm": "http://schemas.microsoft.com/office/excel/2006/main",
    "p188": "http://schemas.microsoft.com/office/powerpoint/2018/8/main",
}
PROPERTIES = "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"


def xml(content: str) -> str:
    """A part whose root element knows all namespaces; the content is one element."""
    declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    root = re.sub(r"^<([\w:]+)", rf"<\1 {declared}", content)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'


def package(parts: Mapping[str, tuple[str, str | bytes]]) -> bytes:
    """A package of parts: for each name its content type and its content."""
    overrides = []
    for name, (type_, _) in parts.items():
        if type_:
            overrides.append(f'<Override PartName="/{name}" ContentType="{type_}"/>')
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    types = f'<Default Extension="rels" ContentType="{rels}"/>{"".join(overrides)}'
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{OFFICE}package/2006/content-types">{types}</Types>'
    }
    for name, (type_, content) in parts.items():
        contents[name] = content
        if type_.endswith("main+xml"):
            main = f'<Relationship Id="r1" Type="{NAMESPACES["r"]}/officeDocument" Target="{name}"/>'
            contents["_rels/.rels"] = (
                f'<Relationships xmlns="{OFFICE}package/2006/relationships">{main}</Relationships>'
            )
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6)), content, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str) -> str:
    """A part without the declarations of its root."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", members(data)[name].decode()).partition("\n")[2]


def texts(format_: Format, data: bytes, reading: Reading = DEFAULT_READING) -> list[str]:
    return [segment.text for segment in format_.parse(data, "a", reading).segments]


def places(format_: Format, data: bytes) -> list[tuple[str, str]]:
    return [(segment.place.where, segment.text) for segment in format_.parse(data, "a").segments]


def rendered(format_: Format, data: bytes, table: Mapping[str, str] | None = None) -> bytes:
    """The document with the segments that the table has translated, word for word in their order."""
    bitext = translated(format_.parse(data, "a"), dict(table or {}))
    return format_.render(linked(bitext))


def linked(bitext: Bitext) -> Bitext:
    """The bitext with each word linked to the one at its place."""
    segments = []
    for segment in bitext.segments:
        (pair,) = segment.pairs
        words = min(len(pair.source.split()), len(pair.target.split()))
        links = tuple(Link(word, word) for word in range(words))
        segments.append(
            SegmentPair(segment.segment, segment.spans, (Pair(pair.source, pair.target, pair.origin, links=links),))
        )
    return Bitext(bitext.document, tuple(segments), bitext.stamp)


def reversed_words(document: Document) -> Bitext:
    """A translation that is hard to project marks into: the words in capitals and in the opposite order."""
    segments = []
    for segment in document.segments:
        words = segment.text.split()
        target = " ".join(words[::-1]).upper()
        links = tuple(Link(at, len(words) - 1 - at) for at in range(len(words)))
        pair = Pair(segment.text, target, Origin.ENGINE, links=links)
        segments.append(SegmentPair(segment, (Span(0, len(segment.text)),), (pair,)))
    return Bitext(document, tuple(segments), Stamp("model", "ct2", "0"))


def numbered(document: Document) -> Bitext:
    """A translation of each segment by its number, which shows where each of them is written."""
    segments = []
    for number, segment in enumerate(document.segments):
        pair = Pair(segment.text, str(number), Origin.ENGINE)
        segments.append(SegmentPair(segment, (Span(0, len(segment.text)),), (pair,)))
    return Bitext(document, tuple(segments), Stamp("model", "ct2", "0"))


def structure(data: bytes, free: frozenset[str]) -> Counter[str]:
    """How often each element stands in a part, but for those that may be cut anew."""
    return Counter(token.name for token in scan_xml(data, "a") if token.kind is XmlKind.OPEN and token.name not in free)
