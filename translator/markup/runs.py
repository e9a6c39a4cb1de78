"""A run of marked-up text becomes what a segment is: text without markup, and the marks that travel with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from translator.document import Mark, MarkKind, Span

_CLOSING = frozenset(".,;:!?…)]}%\"'”’»")
_LOOKAHEAD = 8  # items after a mark in which its neighbouring text is looked for: more would make long rows quadratic


class Role(Enum):
    TEXT = auto()
    OPEN = auto()  # the first of a pair of marks
    CLOSE = auto()
    KEPT = auto()
    BESIDE = auto()
    BREAK = auto()  # ends a segment, and is part of none


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of the run. span: its characters in the document, which are `raw`. text: what a reader sees of it.

    Of a mark BESIDE that is a sign between items, `text` is that sign, and no part of the segment.
    pair: the number that an OPEN and its CLOSE share. is_link: of an OPEN, that no other link may stand inside.
    """

    role: Role
    span: Span
    raw: str
    text: str = ""
    pair: int = -1
    is_link: bool = False

    @property
    def has_words(self) -> bool:
        if self.role is Role.TEXT:
            return bool(self.text.strip())
        return self.role is Role.KEPT


@dataclass(frozen=True, slots=True)
class Run:
    """A segment to be.

    span: its characters in the document. origins: for each mark, the characters in the document that it stands for;
    closings: the same for what closes it, None for a mark that nothing closes.
    """

    span: Span
    text: str
    marks: tuple[Mark, ...]
    origins: tuple[Span, ...]
    closings: tuple[Span | None, ...]
    items: tuple[Item, ...]


def runs(items: Sequence[Item]) -> list[Run]:
    """The segments of a row of items: what stands between its breaks, where there is something to translate."""
    found = []
    for stretch in _between_breaks(items):
        trimmed = _trimmed(_without_empty_pairs(stretch))
        if trimmed:
            found.append(_gathered(trimmed))
    return found


def _between_breaks(items: Sequence[Item]) -> list[list[Item]]:
    stretches: list[list[Item]] = [[]]
    for item in items:
        if item.role is Role.BREAK:
            stretches.append([])
        else:
            stretches[-1].append(item)
    return stretches


def _without_empty_pairs(items: Sequence[Item]) -> list[Item]:
    """The items, with each pair of marks that has no words in it made one mark BESIDE."""
    kept: list[Item] = []
    opened: dict[int, tuple[int, int]] = {}  # for each pair: its place in `kept`, and how many items had words before
    with_words = 0
    for item in items:
        kept.append(item)
        with_words += item.has_words
        if item.role is Role.OPEN:
            opened[item.pair] = len(kept) - 1, with_words
        if item.role is not Role.CLOSE or item.pair not in opened:
            continue
        place, before = opened[item.pair]
        if before == with_words:
            raw = "".join(other.raw for other in kept[place:])
            span = Span(kept[place].span.start, item.span.end)
            kept[place:] = [Item(Role.BESIDE, span, raw)]
    return kept


def _trimmed(items: list[Item]) -> list[Item]:
    """The items without what stands at the edges and need not travel: blanks, marks BESIDE, marks around everything."""
    opens = {item.pair for item in items if item.role is Role.OPEN}
    closes = {item.pair for item in items if item.role is Role.CLOSE}
    pairs = opens & closes
    first = 0
    last = len(items) - 1
    while first <= last:
        if _is_edge(items[first], pairs):
            first += 1
        elif _is_edge(items[last], pairs):
            last -= 1
        elif _are_pair(items[first], items[last]):
            first += 1
            last -= 1
        else:
            break
    inner = items[first : last + 1]
    if not any(_has_letters_or_digits(item) for item in inner):
        return []
    inner[0] = _without_blanks_before(inner[0])
    inner[-1] = _without_blanks_after(inner[-1])
    return inner


def _has_letters_or_digits(item: Item) -> bool:
    """Is there something to translate in it? A number alone is: `1.500` is 1,500 in English."""
    return item.role is Role.TEXT and any(map(str.isalnum, item.text))


def _is_edge(item: Item, pairs: set[int]) -> bool:
    if item.role in (Role.OPEN, Role.CLOSE):
        return item.pair not in pairs
    return not item.has_words


def _are_pair(first: Item, last: Item) -> bool:
    """Do the two stand around what is between them, and will they be written as they were read?"""
    if first.role is not Role.OPEN or last.role is not Role.CLOSE:
        return False
    if first.pair != last.pair:
        return False
    return len(last.raw) == last.span.end - last.span.start


def _is_verbatim(item: Item) -> bool:
    return item.role is Role.TEXT and item.raw == item.text


def _without_blanks_before(item: Item) -> Item:
    if not _is_verbatim(item):
        return item
    text = item.text.lstrip()
    if text == item.text:
        return item
    return replace(item, span=Span(item.span.end - len(text), item.span.end), raw=text, text=text)


def _without_blanks_after(item: Item) -> Item:
    if not _is_verbatim(item):
        return item
    text = item.text.rstrip()
    if text == item.text:
        return item
    return replace(item, span=Span(item.span.start, item.span.start + len(text)), raw=text, text=text)


@dataclass(slots=True)
class _Gathering:
    """A run in the making: its text in parts, none of them empty, and how long that is.

    skip_blank: the blank that comes next belongs to a mark. closings: by the number of a pair. opened: for each pair
    that is open, its place in `marks` and where its words begin.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    skip_blank: bool = False
    marks: list[tuple[Item, Mark]] = field(default_factory=list)
    closings: dict[int, Span] = field(default_factory=dict)
    opened: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def strip_end(self) -> None:
        """Drop the blanks at the end of the text."""
        while self.parts and self.parts[-1][-1].isspace():
            text = self.parts.pop()
            self.length -= len(text)
            self.add(text.rstrip())


def _gathered(items: list[Item]) -> Run:
    run = _Gathering()
    for at, item in enumerate(items):
        if item.role is Role.TEXT:
            _add_text(run, item)
        elif item.role is Role.KEPT:
            _add_kept(run, item)
        elif item.role is Role.BESIDE:
            _add_beside(run, item, _text_after(items, at))
        elif item.role is Role.OPEN:
            run.opened[item.pair] = len(run.marks), run.length
            run.marks.append((item, Mark(MarkKind.AROUND, item.raw, "", Span(run.length, -1), item.is_link)))
        else:
            _close(run, item)
    span = Span(items[0].span.start, items[-1].span.end)
    text = "".join(run.parts)
    marks = tuple(_tightened(mark, text) for _, mark in run.marks)
    origins = tuple(item.span for item, _ in run.marks)
    closings = tuple(run.closings.get(item.pair) for item, _ in run.marks)
    return Run(span, text, marks, origins, closings, tuple(items))


def _add_text(run: _Gathering, item: Item) -> None:
    if not run.skip_blank:
        run.add(item.text)
        return
    words = item.text.lstrip()
    run.add(words)
    run.skip_blank = not words


def _add_kept(run: _Gathering, item: Item) -> None:
    start = run.length
    run.add(item.text)
    run.marks.append((item, Mark(MarkKind.KEPT, item.raw, "", Span(start, run.length))))
    run.skip_blank = False


def _add_beside(run: _Gathering, item: Item, following: str) -> None:
    """Add a mark without words. Between two blanks it takes one of them with it, so that no double blank stays.

    At the beginning of a pair that is the second of them, for the first stands outside the pair.
    """
    raw = item.raw
    if _ends_open(run.parts) and _begins_closed(following):
        begins_pair = bool(run.marks) and run.marks[-1][1].span == (run.length, -1)
        if run.parts and not (begins_pair and following[:1].isspace()):
            raw = f" {raw}"
            run.strip_end()
            run.skip_blank = False
        else:
            raw = f"{raw} "
            run.skip_blank = True
    place = run.length
    run.marks.append((item, Mark(MarkKind.BESIDE, raw, "", Span(place, place))))


def _text_after(items: list[Item], at: int) -> str:
    """The first text that follows the item at `at`, looked for in the next few items; empty where there is none."""
    for item in items[at + 1 : at + 1 + _LOOKAHEAD]:
        if item.text and item.role is not Role.BESIDE:
            return item.text
    return ""


def _ends_open(parts: Sequence[str]) -> bool:
    """Is there nothing, or a blank, at the end of the text?"""
    if not parts:
        return True
    return parts[-1][-1].isspace()


def _begins_closed(text: str) -> bool:
    """Is there nothing, a blank or closing punctuation at the beginning of the text?"""
    if not text:
        return True
    if text[0].isspace():
        return True
    return text[0] in _CLOSING


def _close(run: _Gathering, item: Item) -> None:
    if item.pair in run.opened:
        place, start = run.opened[item.pair]
        run.closings[item.pair] = item.span
        opening, mark = run.marks[place]
        held = len(run.marks) - place - 1
        run.marks[place] = (opening, replace(mark, closing=item.raw, span=Span(start, run.length), held=held))
        return
    # its OPEN stands before a break: the mark goes around everything so far
    run.marks.insert(0, (item, Mark(MarkKind.AROUND, "", item.raw, Span(0, run.length))))
    run.opened = {pair: (place + 1, start) for pair, (place, start) in run.opened.items()}


def _tightened(mark: Mark, text: str) -> Mark:
    """The mark without blanks at the edges of its words; one without an end goes to the end of the text."""
    start = mark.span.start
    end = len(text) if mark.span.end < 0 else min(mark.span.end, len(text))
    if mark.kind is MarkKind.AROUND:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
    return replace(mark, span=Span(start, max(start, end)))
