"""XLIFF 1.2 and 2: targets that are missing or empty are filled; every byte that is no translation stays.

Codes travel with their words, each once. The text of a sub-flow is a segment of its own. A new target says
`needs-review-translation` (1.2), a new segment `translated` (2). Left: targets that are there, units that are approved,
final or not to be translated, and what is not from Indonesian into English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from translator.bitext import Bitext, SegmentPair
from translator.document import Document, Mark, Place, Segment, Span
from translator.errors import SourceError
from translator.formats.base import DEFAULT_READING, Reading
from translator.formats.html.text import told_left, translated_html
from translator.formats.xliff.fills import XliffFill, fills_of, is_final, with_target_language
from translator.formats.xliff.units import XliffUnit, units
from translator.markup.file_kind import kind_of
from translator.markup.html_text import HtmlSpelling, spelling_of, spelt
from translator.markup.message_choices import has_choices
from translator.markup.office.tree import codec_of
from translator.markup.pieces import Piece, joined
from translator.markup.proof import prove
from translator.markup.runs import Run
from translator.markup.splice import spliced, translation_of
from translator.markup.xml_scan import check_xml
from translator.markup.xml_scan import spliced as spliced_bytes
from translator.markup.xml_text import cleaned, escaped

_HEADS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # of XML, with the byte order marks that it may have
_ESCAPES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


@dataclass(frozen=True, slots=True)
class XliffSkeleton:
    """The source's bytes, their codec, and what is to be written into them.

    unnamed: the tags that lack the language of the target, for the units that are filled, with their version.
    """

    data: bytes
    codec: str
    fills: tuple[XliffFill, ...]
    unnamed: tuple[tuple[Span, int], ...]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:  # noqa: ARG001
    """The document in `data`, called `name`. Raises SourceError."""
    if not data.lstrip().startswith(_HEADS):
        raise SourceError(f"{name} is {kind_of(data)}, and no XLIFF", "give the file its right suffix")
    codec = codec_of(data)
    segments: list[Segment] = []
    fills = []
    unnamed: dict[Span, int] = {}
    left: Counter[str] = Counter()
    parts: Counter[str] = Counter()  # of HTML
    for unit in units(data, name):
        found = list(fills_of(unit, data, codec))
        fills += found
        left.update(_why_left(unit, found))
        if found and unit.unnamed is not None:
            unnamed[unit.unnamed] = unit.version
        place = Place(Span(0, 0), unit.line, f"unit {unit.element.attributes.get('id', '')}")
        for fill in found:
            for segment in fill.segments():
                segments.append(replace(segment, place=replace(place, span=segment.place.span)))
            if fill.html is not None:
                parts.update(fill.html.left)
    notices = tuple([f"units left as they are, {why}: {count}" for why, count in sorted(left.items())])
    notices += told_left(parts)
    skeleton = XliffSkeleton(data, codec, tuple(fills), tuple(unnamed.items()))
    return Document(name, tuple(segments), skeleton, notices, is_xml=True)


def _why_left(unit: XliffUnit, found: Sequence[XliffFill]) -> Iterator[str]:
    """Why a unit, of which so much is to be translated, is left as it is; nothing where it is not."""
    if unit.left:
        yield unit.left
    elif is_final(unit):
        yield "final"
    elif not found and has_choices(unit.element.said()):
        yield "with choices such as {n, plural, ...}"


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; a character that this lacks is written as a reference."""
    skeleton: XliffSkeleton = bitext.document.skeleton
    edits: dict[Span, str] = {}
    for tag, version in skeleton.unnamed:
        edits[tag] = with_target_language(skeleton.data[tag.start : tag.end].decode(skeleton.codec), version)
    pairs = iter(bitext.segments)
    for fill in skeleton.fills:
        own = [next(pairs) for _ in fill.segments()]
        edits |= dict(fill.edits)
        edits[fill.span] = f"{fill.before}{_content(fill, own)}{fill.after}"
    written = [(span, text.encode(skeleton.codec, "xmlcharrefreplace")) for span, text in sorted(edits.items())]
    data = spliced_bytes(skeleton.data, written)
    prove(partial(check_xml, data, f"{bitext.document.name}: the translation"))
    return data


def _content(fill: XliffFill, pairs: Sequence[SegmentPair]) -> str:
    if all(pair.target == pair.segment.text for pair in pairs):
        return fill.content.raw
    if fill.html is not None:
        return escaped(translated_html(fill.html, pairs))
    splices = []
    for run, pair in zip(fill.runs, pairs, strict=True):
        holders = [list(_holders(run, number)) for number in range(len(run.marks))]
        spelling = spelling_of(run.items, _ESCAPES)
        splices.append(translation_of(pair, holders, fill.content.raw, partial(_written, spelling)))
    return spliced(fill.content.raw, splices)


def _holders(run: Run, number: int) -> Iterator[Span]:
    """The characters that a mark of a run is written with, in which a sub-flow may stand."""
    yield run.origins[number]
    closing = run.closings[number]
    if closing is not None:
        yield closing


def _written(spelling: HtmlSpelling, pieces: Sequence[Piece], marks: Sequence[Mark]) -> str:
    return joined(pieces, marks, lambda text: spelt(cleaned(text), spelling))
