"""What of a unit is to be filled: targets that are missing or empty, and what is written around their content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from translator.document import Place, Segment, Span
from translator.formats.html.text import HtmlText, html_text_of, parts_text
from translator.formats.xliff.content import XliffContent, content_of
from translator.formats.xliff.units import XliffElement, XliffUnit, preserves_blanks
from translator.markup.message_choices import has_choices
from translator.markup.runs import Role, Run, runs
from translator.markup.xml_scan import XmlToken

_FINAL = frozenset({"final", "signed-off"})
STATES = {1: "needs-review-translation", 2: "translated"}

Edit = tuple[Span, str]  # of the bytes of the file


@dataclass(frozen=True, slots=True)
class XliffFill:
    """A target to be written: what it replaces, what stands before and behind its content, and of what it is one.

    runs: the segments of the content. edits: what else is to be changed where it is written. html: the content where it
    is HTML that is written as text, without codes.
    """

    span: Span
    before: str
    after: str
    content: XliffContent
    runs: tuple[Run, ...]
    edits: tuple[Edit, ...]
    html: HtmlText | None = None

    def segments(self) -> tuple[Segment, ...]:
        """The segments of the content, whose places are in it."""
        if self.html is not None:
            return self.html.segments
        return tuple(Segment(run.text, Place(run.span, 1), run.marks) for run in self.runs)


@dataclass(frozen=True, slots=True)
class _Filling:
    """A unit in a file: what is needed to fill it."""

    unit: XliffUnit
    data: bytes
    codec: str

    def raw(self, span: Span) -> str:
        return self.data[span.start : span.end].decode(self.codec)

    def fill(self, span: Span, before: str, after: str, source: XliffElement, *edits: Edit) -> Iterator[XliffFill]:
        """The fill of a target with what is in `source`, if that has something that can be translated."""
        preserves = preserves_blanks(source, self.unit.preserves)
        content = content_of(source, self.data, self.codec, preserves=preserves)
        said = source.said()
        if has_choices(said):
            return
        if parts_text(said) and _is_text(source, content):
            html = html_text_of(said, ends_at_lines=True)
            yield XliffFill(span, before, after, content, (), edits, html)
            return
        found = []
        for row in content.rows:
            found += runs(row)
        if content.raw.strip():
            yield XliffFill(span, before, after, content, tuple(found), edits)


def _is_text(source: XliffElement, content: XliffContent) -> bool:
    """Has a source no code, and no comment?"""
    if any(isinstance(part, XliffElement) for part in source.parts):
        return False
    return all(item.role is not Role.BESIDE for item in content.rows[0])


def fills_of(unit: XliffUnit, data: bytes, codec: str) -> Iterator[XliffFill]:
    """The targets of a unit that are to be written; none where it may not be translated."""
    if unit.left:
        return
    filling = _Filling(unit, data, codec)
    if unit.version == 1:
        yield from _fills_of_first(filling)
        return
    for segment in unit.element.children("segment"):
        yield from _fills_of_segment(filling, segment)


def is_final(unit: XliffUnit) -> bool:
    """Does a state say that nothing in it is to be changed?"""
    return any(element.attributes.get("state") in _FINAL for element in _stated(unit))


def _stated(unit: XliffUnit) -> list[XliffElement]:
    return unit.element.children("target" if unit.version == 1 else "segment")


def _fills_of_first(filling: _Filling) -> Iterator[XliffFill]:
    """The targets of a unit of XLIFF 1.2: the whole of it, or its sentences where some of them are filled."""
    unit = filling.unit.element
    source = unit.child("source")
    target = unit.child("target")
    if source is None or is_final(filling.unit):
        return
    marked = unit.child("seg-source")
    if target is None:
        anchor = marked or source
        before = f'{_indent(filling, filling.unit.element, anchor)}<{filling.unit.prefix}target state="{STATES[1]}">'
        end = anchor.span.end
        yield from filling.fill(Span(end, end), before, f"</{filling.unit.prefix}target>", marked or source)
    elif not target.said().strip():
        before = _with_attribute(_open(filling.raw(target.opening)), "state", STATES[1])
        after = f"</{filling.unit.prefix}target>"
        yield from filling.fill(target.span, before, after, marked or source)
    elif marked is not None:
        yield from _fills_of_sentences(filling, marked, target)


def _fills_of_sentences(filling: _Filling, marked: XliffElement, target: XliffElement) -> Iterator[XliffFill]:
    """The sentences of a target that are marked and empty."""
    sources = _sentences(marked)
    state = _with_attribute(filling.raw(target.opening), "state", STATES[1])
    for number, sentence in _sentences(target).items():
        if sentence.said().strip() or number not in sources:
            continue
        before = _open(filling.raw(sentence.opening))
        after = f"</{filling.unit.prefix}mrk>"
        yield from filling.fill(sentence.span, before, after, sources[number], (target.opening, state))


def _sentences(side: XliffElement) -> dict[str, XliffElement]:
    """The sentences that are marked in a text, by their numbers."""
    marked = {}
    for element in side.walk():
        if element.name == "mrk" and element.attributes.get("mtype") == "seg":
            marked[element.attributes.get("mid", "")] = element
    return marked


def _fills_of_segment(filling: _Filling, segment: XliffElement) -> Iterator[XliffFill]:
    """The target of a segment of XLIFF 2."""
    source = segment.child("source")
    target = segment.child("target")
    if source is None or segment.attributes.get("state") in _FINAL:
        return
    tag = re.sub(r"""\ssubState\s*=\s*("[^"]*"|'[^']*')""", "", filling.raw(segment.opening))
    state = segment.opening, _with_attribute(tag, "state", STATES[2])
    after = f"</{filling.unit.prefix}target>"
    if target is None:
        end = source.span.end
        before = f"{_indent(filling, segment, source)}<{filling.unit.prefix}target>"
        yield from filling.fill(Span(end, end), before, after, source, state)
    elif not target.said().strip():
        yield from filling.fill(target.span, _open(filling.raw(target.opening)), after, source, state)


def _indent(filling: _Filling, parent: XliffElement, anchor: XliffElement) -> str:
    """The white space before an element of its parent: a line of its own where the element has one."""
    blanks: list[str] = []
    for part in parent.parts:
        if part is anchor:
            break
        if isinstance(part, XmlToken) and not part.text.strip():
            blanks.append(filling.raw(part.span))
        else:
            blanks.clear()
    return "".join(blanks)


def _open(tag: str) -> str:
    """The tag as one that has content."""
    return re.sub(r"\s*/>\Z", ">", tag)


def _with_attribute(tag: str, name: str, value: str) -> str:
    """The tag with another value of an attribute, or with one more attribute."""
    known = re.compile(rf"""(\s{name}\s*=\s*)("[^"]*"|'[^']*')""")
    if known.search(tag):
        return known.sub(rf"\g<1>{quoteattr(value)}", tag, count=1)
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    return f"{tag[:end].rstrip()} {name}={quoteattr(value)}{tag[end:]}"


def with_target_language(tag: str, version: int) -> str:
    """The tag that names the languages of a file, with that of the target."""
    return _with_attribute(tag, {1: "target-language", 2: "trgLang"}[version], "en")
