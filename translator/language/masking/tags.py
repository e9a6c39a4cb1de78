"""Tags of a sentence (`<b>perang</b>`): a pair stands around the translation of its words, and pairs never cross.

A pair whose words have no translation of their own is empty, and stands where its words would.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from translator.document import Span
from translator.language.placeables.markdown_marks import mark_at

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*|\d{1,3})(?=\s|/?>)[^<>]*>")  # <budi@contoh.id> is none
_ROW = re.compile(r"(?:<[^<>]*>)+")
_IS_ALONE = "/>"  # the end of a tag that encloses nothing


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag is, and whether white space stands right before it and right behind it in the source."""

    name: str
    is_closing: bool
    blank_before: bool
    blank_behind: bool


def tag_at(text: str, span: Span) -> Tag | None:
    """The tag that stands in a text; None where no tag stands there."""
    known = _name_of(text, span) or mark_at(text, span)
    if known is None:
        return None
    before, behind = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return Tag(*known, before.isspace(), behind.isspace())


def _name_of(text: str, span: Span) -> tuple[str, bool] | None:
    """The name of a tag with angle brackets, and whether it closes a pair."""
    found = _TAG.fullmatch(text, span.start, span.end)
    if found is None:
        return None
    name = "" if found[0].endswith(_IS_ALONE) else found[2].lower()
    return name, found[1] == "/"


def begins_word(text: str, span: Span) -> bool:
    """Does an opening tag stand there, right before a word with its quotes?"""
    tag = tag_at(text, span)
    if tag is None or tag.is_closing or tag.blank_behind:
        return False
    return span.end < len(text)


def between_letters(text: str, start: int) -> bool:
    """Do the tags from `start` on part two letters?"""
    row = _ROW.match(text, start)
    if row is None or not text[max(0, start - 1) : start].isalnum():
        return False
    return text[row.end() : row.end() + 1].isalnum()


@dataclass(slots=True)
class TagPair:
    """An opening and a closing tag, by their numbers among the masks; span: between them, in the translation."""

    opening: int
    closing: int
    children: list[TagPair] = field(default_factory=list)
    span: Span = field(default_factory=lambda: Span(0, 0))

    @property
    def is_empty(self) -> bool:
        """Stands nothing between the tags?"""
        return self.span.start == self.span.end


def pairs_of(tags: Sequence[Tag | None]) -> list[TagPair]:
    """The pairs of a row of tags, each behind those that it holds; None and tags without a partner are passed over."""
    opened: list[tuple[str, int]] = []
    names: Counter[str] = Counter()  # of those
    waiting: list[TagPair] = []  # those that no pair holds so far
    pairs: list[TagPair] = []
    for number, tag in enumerate(tags):
        if tag is None or not tag.name:
            continue
        if not tag.is_closing:
            opened.append((tag.name, number))
            names[tag.name] += 1
            continue
        if not names[tag.name]:
            continue
        name, opening = opened.pop()
        while name != tag.name:  # one that is never closed: <br>
            names[name] -= 1
            name, opening = opened.pop()
        names[name] -= 1
        pair = TagPair(opening, number)
        while waiting and waiting[-1].opening > pair.opening:
            pair.children.append(waiting.pop())
        waiting.append(pair)
        pairs.append(pair)
    return pairs


def settle(pairs: Sequence[TagPair], target: str) -> None:
    """Cut the spans of pairs so that none crosses another: the smaller ones keep theirs, and inner ones stay inside."""
    held = {child.opening for pair in pairs for child in pair.children}
    _share([pair for pair in pairs if pair.opening not in held], Span(0, len(target)), target)
    for pair in reversed(pairs):
        _share(pair.children, pair.span, target)


def _share(siblings: Iterable[TagPair], within: Span, target: str) -> None:
    taken: list[Span] = []
    for pair in sorted(siblings, key=lambda pair: (_length(pair.span), pair.opening)):
        pair.span = _free(pair.span, within, taken, target)
        if not pair.is_empty:
            insort(taken, pair.span)


def _free(wanted: Span, within: Span, taken: Sequence[Span], target: str) -> Span:
    """The longest part of a span that is not taken, without blanks at its ends; where all is taken, its end."""
    start = min(max(wanted.start, within.start), within.end)
    end = max(start, min(wanted.end, within.end))
    parts = []
    for other in taken[max(0, bisect_left(taken, Span(start, start)) - 1) :]:
        if other.start >= end:
            break
        parts.append(Span(start, max(start, other.start)))
        start = max(start, other.end)
    parts.append(Span(start, max(start, end)))
    best = max([_without_blanks(part, target) for part in parts], key=_length)
    if _length(best):
        return best
    return Span(start, start)


def _length(span: Span) -> int:
    return span.end - span.start


def _without_blanks(span: Span, target: str) -> Span:
    words = span.of(target)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
