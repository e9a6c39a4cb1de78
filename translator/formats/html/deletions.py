"""Corrections, such as `<del>old</del> <ins>new</ins>`: what is deleted is no part of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.markup.html_elements import DELETIONS
from translator.markup.runs import Item, Role

_END_OF_DELETION = re.compile(rf"</(?:{'|'.join(sorted(DELETIONS))})[\s>]", re.IGNORECASE)
_END_OF_INSERTION = re.compile(r"</ins[\s>]", re.IGNORECASE)


def deletion_at_end(items: Sequence[Item]) -> slice | None:
    """The items of the deletion with which they end, blanks behind it left out."""
    end = _without_blanks(items, len(items))
    if not _is_closed(items, end, _END_OF_DELETION):
        return None
    return slice(items[end - 1].pair, end)


def is_behind_insertion(items: Sequence[Item], start: int) -> bool:
    """Does an insertion end before the item at `start`?"""
    end = _without_blanks(items, start)
    return _is_closed(items, end, _END_OF_INSERTION)


def _is_closed(items: Sequence[Item], end: int, tag: re.Pattern[str]) -> bool:
    """Does such an end tag, of a pair, stand right before `end`?"""
    if end == 0:
        return False
    last = items[end - 1]
    return last.role is Role.CLOSE and tag.match(last.raw) is not None


def _without_blanks(items: Sequence[Item], end: int) -> int:
    """Where the items before `end` end, their blanks left out."""
    while end > 0 and items[end - 1].role is Role.TEXT and not items[end - 1].has_words:
        end -= 1
    return end
