"""The marks of a row of Markdown as pairs: what opens and what closes, HTML tags too."""

from __future__ import annotations

import re

from translator.document import Span
from translator.markup.note_marks import belongs_to_word, is_note
from translator.markup.runs import Item, Role

TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)[^>]*?(/?)>", re.DOTALL)
_NOTE_ITEMS = 8  # of the mark of a note: brackets, a link, blanks
_SUP = re.compile(r"<sup[\s>]", re.IGNORECASE)
_EMPTY_TAGS = frozenset({"br", "hr", "img", "input", "wbr", "area", "col", "embed", "link", "meta", "source"})


def paired(found: list[Item]) -> list[Item]:
    """The items, with each OPEN and its CLOSE under one number."""
    opened: list[int] = []
    paired = []
    for item in found:
        if item.role is Role.OPEN:
            opened.append(item.pair)
        elif item.role is Role.CLOSE and opened:
            item = Item(item.role, item.span, item.raw, pair=opened.pop())
        paired.append(item)
    return paired


def with_tag_pairs(items: list[Item]) -> list[Item]:
    """The items, with the HTML tags that enclose others, and are well nested with them, made pairs."""
    opened: list[tuple[int, str]] = []  # of each tag that is open, its place and name; other marks have no name
    found = list(items)
    for at, item in enumerate(items):
        if item.role is Role.OPEN:
            opened.append((at, ""))
        elif item.role is Role.CLOSE:
            _forget_tags(opened)
        elif item.role is Role.BESIDE:
            _pair_tag(at, found, opened)
    return found


def with_note_marks(items: list[Item], text: str) -> list[Item]:
    """The items, with each `<sup>` that is the mark of a note, and all that is in it, as one mark BESIDE."""
    found: list[Item] = []
    opened: dict[int, int] = {}  # for the pair of each `<sup>`, its place in `found`
    for at, item in enumerate(items):
        found.append(item)
        if item.role is Role.OPEN and _SUP.match(item.raw):
            opened[item.pair] = len(found) - 1
        elif item.pair in opened:
            start = opened.pop(item.pair)
            if _is_note(found, start, items[at + 1 : at + 2]):
                span = Span(found[start].span.start, item.span.end)
                found[start:] = [Item(Role.BESIDE, span, span.of(text))]
    return found


def _is_note(found: list[Item], start: int, after: list[Item]) -> bool:
    """Are the items from `start` on the mark of a note, and no part of a word?"""
    inside = found[start:]
    if len(inside) > _NOTE_ITEMS or Role.BREAK in [item.role for item in inside]:
        return False
    before, said, behind = map(_said, (found[max(0, start - 1) : start], inside, after))
    return is_note(said) and not belongs_to_word(before, behind)


def _said(items: list[Item]) -> str:
    return "".join([item.text for item in items])


def _forget_tags(opened: list[tuple[int, str]]) -> None:
    """Forget the last mark that is open and is no tag, and the tags in it, which are not well nested."""
    while opened:
        _, name = opened.pop()
        if not name:
            return


def _pair_tag(at: int, found: list[Item], opened: list[tuple[int, str]]) -> None:
    item = found[at]
    tag = TAG.fullmatch(item.raw)
    if tag is None:
        return
    name = tag[2].lower()
    if tag[1]:
        if opened and opened[-1][1] == name:
            start, _ = opened.pop()
            pair = -start - 2  # below -1, so that it is no other pair's number
            opening = found[start]
            found[start] = Item(Role.OPEN, opening.span, opening.raw, pair=pair, is_link=name == "a")
            found[at] = Item(Role.CLOSE, item.span, item.raw, pair=pair)
        return
    if not tag[3] and name not in _EMPTY_TAGS:
        opened.append((at, name))
