"""One XML part of an office document: its texts are found by their bytes, and translations are spliced in there."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from translator.document import Span
from translator.markup.office.drop_caps import DropCap, DropCapWriter
from translator.markup.office.folding import LayoutWriter, Translations, fold, is_changed
from translator.markup.office.layout import Layout
from translator.markup.office.span_writer import SpanWriter
from translator.markup.office.vocabulary import NO_LIMIT
from translator.markup.office.writer import RunWriter, TextWriter


@dataclass(frozen=True, slots=True)
class OfficeText:
    """A text of a part. run, text: the names of the elements that it is written in; empty where it has no runs.

    is_attribute: it is the value of one. room: how many characters it may have. banned: what must not be in a
    translation, because it would be read as a code. has_spans: as the vocabulary has it. cap: its drop cap, if any.
    """

    layout: Layout
    run: str = ""
    text: str = ""
    has_space_attribute: bool = True
    is_attribute: bool = False
    room: int = NO_LIMIT
    banned: str = ""
    has_spans: bool = False
    cap: DropCap | None = None


@dataclass(frozen=True, slots=True)
class OfficePart:
    """A part that was read. texts: in the order of their ends, so that what stands inside another comes before it.

    languages: for the value of each attribute that says the text is Indonesian, what it says of English.
    """

    member: str
    data: bytes
    codec: str
    texts: tuple[OfficeText, ...]
    languages: tuple[tuple[Span, str], ...] = ()


@dataclass(slots=True)
class _Edits:
    """New characters for spans of the part, in order; none lies in another."""

    part: OfficePart
    spans: list[Span] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    def raw(self, span: Span) -> str:
        """The characters of these bytes, edited."""
        at = bisect_left(self.spans, span)
        parts = []
        done = span.start
        while at < len(self.spans) and self.spans[at].end <= span.end:
            parts += [self._read(done, self.spans[at].start), self.new[at]]
            done = self.spans[at].end
            at += 1
        parts.append(self._read(done, span.end))
        return "".join(parts)

    def _read(self, start: int, end: int) -> str:
        return self.part.data[start:end].decode(self.part.codec)

    def put(self, span: Span, new: str) -> None:
        """Replace a span that ends behind all others; those inside it are in `new` already."""
        first = bisect_left(self.spans, Span(span.start, span.start))
        self.spans[first:] = [span]
        self.new[first:] = [new]


def render_part(part: OfficePart, translations: Translations, is_translated: bool) -> bytes:
    """The bytes of a part with the translations of its texts. is_translated: anything of the document is."""
    edits = _Edits(part)
    languages = list(part.languages) if is_translated else []
    languages.reverse()
    for text in part.texts:
        while languages and languages[-1][0].end <= text.layout.span.end:
            edits.put(*languages.pop())
        if is_changed(text.layout, translations):
            edits.put(text.layout.span, fold(text.layout, translations, _writer(text, edits)))
    while languages:
        edits.put(*languages.pop())
    if not edits.spans:
        return part.data
    parts = []
    done = 0
    for span, new in zip(edits.spans, edits.new, strict=True):
        parts += [part.data[done : span.start], new.encode(part.codec, "xmlcharrefreplace")]
        done = span.end
    parts.append(part.data[done:])
    return b"".join(parts)


def _writer(text: OfficeText, edits: _Edits) -> LayoutWriter:
    if text.has_spans:
        return SpanWriter(edits.raw, text.run, text.text)
    if text.run:
        runs = RunWriter(edits.raw, text.run, text.text, text.has_space_attribute, text.room)
        return runs if text.cap is None else DropCapWriter(runs, text.cap)
    return TextWriter(text.is_attribute, text.room, text.banned)
