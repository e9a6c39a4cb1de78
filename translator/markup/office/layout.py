"""A paragraph's units become items of `runs`: a base format, and a pair of marks for each stretch that differs from it.

Items have places of their own, counted in characters of their raw text: of a format that begins, its properties; of
everything else that is not text, one character. By its place an item is found again when the translation is written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from translator.document import Span
from translator.markup.item_signs import signs_between_items
from translator.markup.office.atoms import BARE, Atom, AtomKind, RunFormat
from translator.markup.office.base_format import base_format
from translator.markup.office.raised import with_note_marks
from translator.markup.office.units import Unit
from translator.markup.runs import Item, Role, Run, runs

_PLACE = "\ufffc"  # stands for one thing that is not text
_MAY_BREAK = re.compile(r"[\n\r\t\x0b_]")
LINE_END = re.compile(r"((?:_x000D_)?\r?\n|_x[0-9A-Fa-f]{4}_|[\x0b\t])")  # and Excel's way to write a character
_HYPHENS = str.maketrans("\u2011", "-", "\u00ad")

# What an item is written as: a format that begins or ends, words in a format, or atoms.
Content = RunFormat | tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A text of the part. span: the bytes that are written anew. starts: the place of each item.

    contents: for each item what it is written as. runs: its segments; `first`: the number of the first in the document.
    base: the format of its text where no mark says otherwise. is_echo: it has no segments of its own, and says what the
    text says elsewhere in the document.
    """

    span: Span
    items: tuple[Item, ...]
    contents: tuple[Content, ...]
    starts: tuple[int, ...]
    runs: tuple[Run, ...]
    base: RunFormat = BARE
    first: int = -1
    is_echo: bool = False

    @property
    def end(self) -> int:
        if not self.items:
            return 0
        return self.items[-1].span.end

    def items_in(self, span: Span) -> Iterator[tuple[Item, Content]]:
        """The items that a span touches, with what they are written as."""
        at = max(bisect_right(self.starts, span.start) - 1, 0)
        if span.start >= self.end:
            return
        while at < len(self.items) and self.starts[at] < span.end:
            yield self.items[at], self.contents[at]
            at += 1


def lay_out(span: Span, units: Sequence[Unit], first: int = -1) -> Layout:
    """The layout of a paragraph whose runs stand at `span`. first: the number of its first segment."""
    draft = _LayoutDraft(base_format(units))
    parted = list(with_note_marks(_without_blank_pairs(units)))
    for at in signs_between_items(parted):
        parted[at] = replace(parted[at], role=Role.BREAK)
    for look, grouped in groupby(parted, _look):
        alike = list(grouped)
        if look is None:
            for unit in alike:
                draft.add(unit)
        else:
            draft.add_words("".join([unit.text for unit in alike]), alike[0].atoms[0].format)
    draft.close_format()
    return draft.finish(span, first)


def _look(unit: Unit) -> str | None:
    """What words that look alike have in common; None for all else."""
    if unit.role is not Role.TEXT:
        return None
    return (unit.atoms[0].format or BARE).key


def lay_out_text(
    span: Span,
    text: str,
    first: int = -1,
    is_echo: bool = False,
    breaks: re.Pattern[str] = LINE_END,
    numbers: tuple[tuple[str, str], ...] = (),
) -> Layout:
    """The layout of a text without formats. breaks: what parts its segments, in one group.

    numbers: the breaks that a program writes as numbers, which are words of their sentence, each with a number.
    """
    draft = _LayoutDraft(BARE, breaks, dict(numbers))
    draft.add_words(text, BARE)
    return draft.finish(span, first, is_echo)


def _without_blank_pairs(units: Sequence[Unit]) -> list[Unit]:
    """The units, with what pairs hold that have nothing but blanks put behind them: an inserted blank is a blank."""
    kept: list[Unit] = []
    opened: list[tuple[int, int]] = []  # pairs that hold blanks only so far, and their places
    for unit in units:
        kept.append(unit)
        if unit.role is Role.OPEN:
            opened.append((unit.pair, len(kept) - 1))
        elif unit.role is Role.TEXT and not unit.text.isspace():
            opened.clear()
        elif unit.role is Role.CLOSE and opened and opened[-1][0] == unit.pair:
            _, at = opened.pop()
            _put_behind(kept, at)
        elif unit.role in (Role.CLOSE, Role.KEPT, Role.BREAK):
            opened.clear()
    return kept


def _put_behind(kept: list[Unit], at: int) -> None:
    """Put the blanks of the pair that begins at `at`, and ends the units, behind it."""
    kept[at:] = sorted(kept[at:], key=lambda unit: unit.role is Role.TEXT)


@dataclass(slots=True)
class _LayoutDraft:
    """A layout in the making. active: the format that is open. last: behind the last item of it."""

    base: RunFormat
    breaks: re.Pattern[str] = LINE_END
    numbers: Mapping[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    active: RunFormat = field(init=False)
    last: int = 0
    pair: int = 0

    def __post_init__(self) -> None:
        self.active = self.base

    def add(self, unit: Unit) -> None:
        if unit.role not in (Role.BESIDE, Role.KEPT):
            self.close_format()
        if unit.role is Role.KEPT:
            self._put(unit.atoms, Role.KEPT, unit.text, unit.text)
            self.last = len(self.items)
        else:
            self._put(unit.atoms, unit.role, _PLACE, "", unit.pair, unit.is_link)

    def add_words(self, text: str, format_: RunFormat | None) -> None:
        """Add the words of a run, with the breaks in them."""
        if self.breaks is LINE_END and not _MAY_BREAK.search(text):
            self._add_line(text, format_)
            return
        for number, part in enumerate(self.breaks.split(text)):
            if not part:
                continue
            atom = Atom(AtomKind.WORDS, Span(0, 0), part, format_)
            if number % 2 == 0:
                self._add_line(part, format_)
            elif part in self.numbers:
                self._put((atom,), Role.KEPT, part, self.numbers[part])
            else:
                self.close_format()
                self._put((atom,), Role.BREAK, part)

    def _add_line(self, words: str, format_: RunFormat | None) -> None:
        text = words if words.isascii() else words.translate(_HYPHENS)
        if not text:
            return
        own = format_ or BARE
        if not text.isspace():  # a blank looks as what is around it
            self._use(own)
        self._put(own, Role.TEXT, text, text)
        self.last = len(self.items)

    def _use(self, format_: RunFormat) -> None:
        """Make this the format that is open."""
        if format_.key == self.active.key:
            return
        self.close_format()
        if format_.key != self.base.key:
            self.active = format_
            self.pair -= 2  # below -1, so that it is no pair of the units
            self._put(format_, Role.OPEN, format_.key or _PLACE, pair=self.pair)

    def close_format(self) -> None:
        """Close the format that is open, behind the last word in it."""
        if self.active is self.base:
            return
        late = list(zip(self.items[self.last :], self.contents[self.last :], strict=True))
        del self.items[self.last :], self.contents[self.last :]
        self._put(self.active, Role.CLOSE, _PLACE, pair=self.pair)
        for item, content in late:
            self._put(content, item.role, item.raw, item.text, item.pair, item.is_link)
        self.active = self.base

    def _put(
        self, content: Content, role: Role, raw: str, text: str = "", pair: int = -1, is_link: bool = False
    ) -> None:
        start = self.items[-1].span.end if self.items else 0
        self.items.append(Item(role, Span(start, start + len(raw)), raw, text, pair, is_link))
        self.contents.append(content)

    def finish(self, span: Span, first: int, is_echo: bool = False) -> Layout:
        starts = tuple([item.span.start for item in self.items])
        found = tuple(runs(self.items))
        return Layout(span, tuple(self.items), tuple(self.contents), starts, found, self.base, first, is_echo)
