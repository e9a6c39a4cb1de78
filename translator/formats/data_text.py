"""A text of data, such as a value in JSON or a cell of a table: its lines are segments, or its blocks if it is HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from translator.bitext import SegmentPair
from translator.document import Place, Segment, Span
from translator.formats.base import replaced
from translator.formats.html.text import HtmlText, html_text_of, parts_text, told_left, translated_html
from translator.markup.message_choices import has_choices, told_choices

_LINE = re.compile(r"[^\r\n\ud800-\udfff]+")  # half a character, as cutting a text may leave it, parts texts too
_HALF = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class TextOfData:
    """A text and its segments, whose places are in it. html: the text where it is HTML."""

    text: str
    segments: tuple[Segment, ...]
    html: HtmlText | None = None


@dataclass(slots=True)
class Left:
    """What is left as it is in the texts of a document: messages with choices, and parts of HTML."""

    choices: int = 0
    parts: Counter[str] = field(default_factory=Counter)

    def told(self) -> tuple[str, ...]:
        """The notices of it."""
        return (*told_choices(self.choices), *told_left(self.parts))


def read_text(text: str, left: Left) -> TextOfData:
    """A text with its segments; none where it is a message with choices. What is left in it is added to `left`."""
    if has_choices(text):
        left.choices += 1
        return TextOfData(text, ())
    if parts_text(text) and not _HALF.search(text):
        html = html_text_of(text, ends_at_lines=True)
        left.parts.update(html.left)
        return TextOfData(text, html.segments, html)
    segments = []
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if words:
            start = line.start() + line[0].index(words)
            segments.append(Segment(words, Place(Span(start, start + len(words)), 1)))
    return TextOfData(text, tuple(segments))


def translated_text(read: TextOfData, pairs: Sequence[SegmentPair]) -> str:
    """The text with the translations of its segments."""
    if all(pair.target == pair.segment.text for pair in pairs):
        return read.text
    if read.html is not None:
        return translated_html(read.html, pairs)
    parts = []
    for segment, pair in zip(read.segments, pairs, strict=True):
        parts.append((segment.place.span, pair.target))
    return replaced(read.text, parts)
