"""Rows of links or labels, such as a menu: no sentence, though no block element parts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from translator.document import Span
from translator.markup.runs import Item, Role

_ELEMENT = re.compile(r"<(\w+)")
_LABELS = frozenset({"a", "small", "span", "time"})  # what a page builds its labels of
_LINE_END = re.compile(r"[\r\n]")


def parted(items: Sequence[Item]) -> list[Item]:
    """The items with breaks between the members of each row."""
    found: list[Item] = []
    stretch: list[Item] = []
    for item in items:
        stretch.append(item)
        if item.role is Role.BREAK:
            found += _parted(stretch)
            stretch = []
    return found + _parted(stretch)


def _parted(stretch: list[Item]) -> list[Item]:
    """Items between two breaks, parted where they are a row."""
    members = _members(stretch)
    if len(members) < 2 or not _is_row(stretch, members):
        return stretch
    parts: list[Item] = []
    done = 0
    for member in members:
        parts += [*stretch[done : member.start], _break(stretch[member.start].span.start)]
        parts += [*stretch[member], _break(stretch[member.stop - 1].span.end)]
        done = member.stop
    return parts + stretch[done:]


def _break(at: int) -> Item:
    return Item(Role.BREAK, Span(at, at), "")


def _members(stretch: Sequence[Item]) -> list[slice]:
    """The outermost pairs of tags that have words; none where other words stand beside them."""
    members: list[slice] = []
    opened: Item | None = None
    start = 0
    for at, item in enumerate(stretch):
        if opened is not None:
            if item.role is Role.CLOSE and item.pair == opened.pair:
                opened = None
                if any(map(_says_something, stretch[start:at])):
                    members.append(slice(start, at + 1))
        elif item.role is Role.OPEN:
            opened = item
            start = at
        elif item.role is Role.CLOSE or _says_something(item):
            return []
    return [] if opened else members


def _says_something(item: Item) -> bool:
    """Does it hold more than signs, such as those that part the steps of a path?"""
    return item.role is Role.KEPT or any(map(str.isalnum, item.text))


def _is_row(stretch: Sequence[Item], members: Sequence[slice]) -> bool:
    """Are the members links, or labels in lines of their own? Labels in one line may be the words of a sentence."""
    names = {_name(stretch[member.start]) for member in members}
    if names == {"a"}:
        return True
    if not names <= _LABELS:
        return False
    between = [stretch[left.stop : right.start] for left, right in pairwise(members)]
    return all(map(_ends_line, between))


def _ends_line(items: Iterable[Item]) -> bool:
    return _LINE_END.search("".join(item.raw for item in items)) is not None


def _name(item: Item) -> str:
    found = _ELEMENT.match(item.raw)
    if found:
        return found[1].lower()
    return ""
