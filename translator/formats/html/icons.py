"""Icons and boxes that a page shows by elements without words: `<i class="fa fa-square-o"></i> Ya`, `<a>↩</a>`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translator.markup.item_signs import BOX, ICON, signs_between_items
from translator.markup.runs import Item, Role

_MAX_PARTS = 40  # of a drawing
_DRAWING = re.compile(r"<svg\b", re.IGNORECASE)
_LINK = re.compile(r"<a\s", re.IGNORECASE)
_STYLED = re.compile(r"<(?:i|span)\s[^>]*\bclass\s*=", re.IGNORECASE)
_CLASSES = re.compile(r"\bclass\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]*)", re.IGNORECASE)
_OF_BOX = re.compile(r"check-?box|unchecked|square|radio|(?<![\w-])box(?![\w-])", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w.,:;!?…()\"'“”‘’/&|–—-]+")  # other than those of sentences


def is_link_of_signs(items: Sequence[Item], start: int) -> bool:
    """Are the items from `start` on, a link and all up to its end tag, to be clicked on and not to be read: ↩, ¶?"""
    if len(items) - start > _MAX_PARTS or not _LINK.match(items[start].raw):
        return False
    inside = items[start:]
    if any(item.role in (Role.BREAK, Role.KEPT) for item in inside):
        return False
    said = "".join(item.text for item in inside).strip().removeprefix("[").removesuffix("]")
    return _SIGNS.fullmatch(said) is not None


def is_icon(items: Sequence[Item], start: int) -> bool:
    """Are the items from `start` on, a tag and all up to its end tag, an icon, with nothing to read in it?"""
    tag = items[start].raw
    if len(items) - start > _MAX_PARTS:
        return False
    inside = items[start + 1 : -1]
    if _DRAWING.match(tag):
        return not any(item.has_words or item.role is Role.BREAK for item in inside)
    return _STYLED.match(tag) is not None and all(map(_is_sign_or_blank, inside))


def _is_sign_or_blank(item: Item) -> bool:
    if item.role is Role.TEXT:
        return not item.has_words
    return item.role is Role.BESIDE and item.text != ""


def sign_of(icon: str) -> str:
    """The sign of an icon, by its markup: a box, where a class says so."""
    if any(map(_OF_BOX.search, _CLASSES.findall(icon))):
        return BOX
    return ICON


def parted_at_signs(items: Sequence[Item]) -> list[Item]:
    """The items, with breaks for the signs that part items in a row."""
    parted = list(items)
    for at in signs_between_items(items):
        parted[at] = replace(items[at], role=Role.BREAK)
    return parted
