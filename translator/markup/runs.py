"""A run of marked-up text as what a segment is: text without markup, and the marks that travel with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice

from translator.document import Mark, MarkKind, Span

_CLOSING = frozenset(".,;:!?…)]}%\"'”’»")


class Role(Enum):
    TEXT = auto()
    OPEN = auto()  # of a pair of marks
    CLOSE = auto()
    KEPT = auto()
    BESIDE = auto()
    BREAK = auto()  # ends a segment, and is part of none


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of the run. span: its characters in the document, which are `raw`. text: what it says to a reader.

    pair: the number that an OPEN and its CLOSE share.
    """

    role: Role
    span: Span
    raw: str
    text: str = ""
    pair: int = -1

    @property
    def speaks(self) -> bool:
        return self.role is Role.KEPT or (self.role is Role.TEXT and not self.text.isspace())


@dataclass(frozen=True, slots=True)
class Run:
    """A segment to be. span: its characters in the document. origins: of each mark, those that it stands for."""

    span: Span
    text: str
    marks: tuple[Mark, ...]
    origins: tuple[Span, ...]
    items: tuple[Item, ...]


def runs(items: Sequence[Item]) -> list[Run]:
    """The segments of a run of items: between its breaks, where there is something to translate."""
    found, stretch = [], []
    for item in [*items, None]:
        if item and item.role is not Role.BREAK:
            stretch.append(item)
            continue
        if peeled := _peeled(_wordless(stretch)):
            found.append(_gathered(peeled))
        stretch = []
    return found


def _wordless(items: Sequence[Item]) -> list[Item]:
    """The items, a pair of marks without words between them made one mark that has none."""
    kept: list[Item] = []
    opened: dict[int, tuple[int, int]] = {}  # of each pair, its place in `kept` and how many items spoke before it
    spoken = 0
    for item in items:
        kept.append(item)
        spoken += item.speaks
        if item.role is Role.OPEN:
            opened[item.pair] = len(kept) - 1, spoken
        elif item.role is Role.CLOSE and item.pair in opened and opened[item.pair][1] == spoken:
            at = opened[item.pair][0]
            raw = "".join(other.raw for other in kept[at:])
            kept[at:] = [Item(Role.BESIDE, Span(kept[at].span.start, item.span.end), raw)]
    return kept


def _peeled(items: list[Item]) -> list[Item]:
    """The items without what stands at the edges and need not travel: blanks, marks beside, marks around all."""
    pairs = {item.pair for item in items if item.role is Role.OPEN}
    pairs &= {item.pair for item in items if item.role is Role.CLOSE}
    first, last = 0, len(items) - 1
    while first <= last:
        if _is_edge(items[first], pairs):
            first += 1
        elif _is_edge(items[last], pairs):
            last -= 1
        elif _are_pair(items[first], items[last]):
            first, last = first + 1, last - 1
        else:
            break
    items = items[first : last + 1]
    if not any(item.role is Role.TEXT and any(map(str.isalpha, item.text)) for item in items):
        return []
    items[0] = _stripped(items[0], left=True)
    items[-1] = _stripped(items[-1], right=True)
    return items


def _is_edge(item: Item, pairs: set[int]) -> bool:
    if item.role in (Role.OPEN, Role.CLOSE):
        return item.pair not in pairs
    return not item.speaks


def _are_pair(first: Item, last: Item) -> bool:
    """Do the two stand around what is between them, and will they be written as they were read?"""
    as_read = len(last.raw) == last.span.end - last.span.start
    return first.role is Role.OPEN and last.role is Role.CLOSE and first.pair == last.pair and as_read


def _stripped(item: Item, left: bool = False, right: bool = False) -> Item:
    if item.role is not Role.TEXT or item.raw != item.text:
        return item
    start = len(item.text) - len(item.text.lstrip()) if left else 0
    end = len(item.text.rstrip()) if right else len(item.text)
    text = item.text[start:end]
    return replace(item, span=Span(item.span.start + start, item.span.start + end), raw=text, text=text)


def _gathered(items: list[Item]) -> Run:
    text, skip = "", False  # skip: the blank that comes next belongs to a mark
    marks: list[tuple[Item, Mark]] = []
    opened: dict[int, tuple[int, int]] = {}  # of each pair, its place in `marks` and where its words begin
    for at, item in enumerate(items):
        if item.role is Role.TEXT:
            text += item.text.lstrip() if skip else item.text
            skip = skip and not item.text.strip()
        elif item.role is Role.KEPT:
            marks.append((item, Mark(MarkKind.KEPT, item.raw, "", Span(len(text), len(text) + len(item.text)))))
            text += item.text
            skip = False
        elif item.role is Role.BESIDE:
            raw, following = item.raw, next((other.text for other in islice(items, at + 1, at + 9) if other.text), "")
            if (not text or text[-1].isspace()) and (not following or following[0].isspace() or _closes(following)):
                spaced = bool(text)
                raw = f" {raw}" if spaced else f"{raw} "
                skip, text = not spaced, text.rstrip() if spaced else text
            marks.append((item, Mark(MarkKind.BESIDE, raw, "", Span(len(text), len(text)))))
        elif item.role is Role.OPEN:
            opened[item.pair] = len(marks), len(text)
            marks.append((item, Mark(MarkKind.AROUND, item.raw, "", Span(len(text), -1))))
        elif item.pair in opened:
            place, start = opened[item.pair]
            mark = replace(marks[place][1], closing=item.raw, span=Span(start, len(text)))
            marks[place] = (marks[place][0], mark)
        else:  # its other half stands before a break
            marks.insert(0, (item, Mark(MarkKind.AROUND, "", item.raw, Span(0, len(text)))))
            opened = {pair: (place + 1, start) for pair, (place, start) in opened.items()}
    return Run(
        Span(items[0].span.start, items[-1].span.end),
        text,
        tuple(_tightened(mark, text) for _, mark in marks),
        tuple(item.span for item, _ in marks),
        tuple(items),
    )


def _closes(text: str) -> bool:
    return text[0] in _CLOSING


def _tightened(mark: Mark, text: str) -> Mark:
    """The mark without blanks at the edges of its words; one without an end goes to the end of the text."""
    start, end = mark.span.start, len(text) if mark.span.end < 0 else min(mark.span.end, len(text))
    if mark.kind is MarkKind.AROUND:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = max(start, len(text[:end].rstrip()))
    return replace(mark, span=Span(start, max(start, end)))
