"""Text in HTML, a page or a part of one: its segments, and how their translations are written into it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from translator.bitext import SegmentPair
from translator.document import Mark, Place, Segment, Span
from translator.formats.html.icons import parted_at_signs
from translator.formats.html.page import Page
from translator.formats.html.reading import read_page
from translator.formats.html.rows import parted
from translator.formats.html.touching import parted_where_touching
from translator.markup.html_text import IN_TEXT, HtmlSpelling, spelling_of, spelt
from translator.markup.pieces import Piece, joined
from translator.markup.runs import Item, Role, Run, runs
from translator.markup.splice import Become, Splice, spliced, translation_of

_LINE_END = re.compile(r"\r\n|\r|\n")
# What parts text in all that writers of web pages store; other tags may be names (<button>), or belong to a sentence.
_PARTING = re.compile(
    r"</?(?:p|div|br|h[1-6]|[uod]l|li|d[td]|table|thead|tbody|tfoot|tr|t[dh]|blockquote|pre|hr|fig(?:ure|caption)"
    r"|section|article)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HtmlWriting:
    """How a segment is written. holders: for each mark, the characters of the text that it is written with."""

    spelling: HtmlSpelling
    holders: tuple[tuple[Span], ...]


@dataclass(frozen=True, slots=True)
class HtmlText:
    """A text in HTML, and its segments, whose places are in it.

    writings: for each segment, how it is written. languages: spans that name the language, with what is written there.
    left: what is left as it is, though a reader may see it, and how often.
    """

    text: str
    segments: tuple[Segment, ...]
    writings: tuple[HtmlWriting, ...]
    languages: tuple[tuple[Span, str], ...]
    left: Mapping[str, int]


def parts_text(text: str) -> bool:
    """Does a text of data have tags that part it, as pages have them, so that it is HTML?"""
    return _PARTING.search(text) is not None


def html_text_of(text: str, *, ends_at_lines: bool = False) -> HtmlText:
    """A text in HTML with its segments. ends_at_lines: does a line end part segments, not only words?"""
    page = read_page(text)
    if ends_at_lines:
        page.items[:] = map(_parting, page.items)
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    found = []
    for run, where, escapes in _runs(page):
        line = bisect_right(starts, run.span.start)
        segment = Segment(run.text, Place(run.span, line, where), run.marks)
        found.append((segment, HtmlWriting(spelling_of(run.items, escapes), tuple(zip(run.origins, strict=True)))))
    found.sort(key=lambda each: each[0].place.span.start)
    segments = tuple(segment for segment, _ in found)
    writings = tuple(writing for _, writing in found)
    return HtmlText(text, segments, writings, tuple(page.languages), page.left)


def translated_html(html: HtmlText, pairs: Sequence[SegmentPair]) -> str:
    """The text with the translations of its segments; it says that it is in English where it said otherwise."""
    splices = []
    for pair, segment, writing in zip(pairs, html.segments, html.writings, strict=True):
        placed = replace(pair, segment=segment)
        splices.append(translation_of(placed, writing.holders, html.text, partial(_written, writing.spelling)))
    splices += [Splice(span, partial(_replaced, english)) for span, english in html.languages]
    return spliced(html.text, splices)


def told_left(left: Mapping[str, int]) -> tuple[str, ...]:
    """The notice of what is left as it is, and how often; none where that is nothing."""
    counts = []
    for what, count in sorted(left.items()):
        plural = "" if count == 1 else "s"
        counts.append(f"{count} script{plural}" if what == "script" else f"{count} part{plural} {what}")
    if not counts:
        return ()
    return (f"left as it is: {', '.join(counts)}",)


def _parting(item: Item) -> Item:
    """The item; a break where it is text with a line end."""
    if item.role is Role.TEXT and _LINE_END.search(item.raw):
        return Item(Role.BREAK, item.span, item.raw)
    return item


def _written(spelling: HtmlSpelling, pieces: Sequence[Piece], marks: Sequence[Mark]) -> str:
    return joined(pieces, marks, lambda plain: spelt(plain, spelling))


def _replaced(english: str, _become: Become) -> str:
    return english


def _runs(page: Page) -> Iterator[tuple[Run, str, Mapping[str, str]]]:
    """The segments of a text to be, each with its place for people and with what its characters are written as."""
    starts = [start for start, _ in page.places]
    for run in runs(parted_at_signs(parted_where_touching(parted(page.items)))):
        at = bisect_right(starts, run.span.start)
        where = page.places[at - 1][1] if at else ""
        yield run, where, IN_TEXT
    for passage in page.passages:
        for run in runs(passage.items):
            yield run, passage.where, passage.escapes
