"""An inline end tag: with its opening tag it stands around what is between them, or takes it out of the sentence."""

from __future__ import annotations

import re

from translator.document import Span
from translator.formats.html.deletions import is_behind_insertion
from translator.formats.html.icons import is_icon, is_link_of_signs, sign_of
from translator.formats.html.page import Page, Passage, add
from translator.markup.html_elements import DELETIONS
from translator.markup.html_scan import HtmlToken
from translator.markup.html_text import IN_TEXT
from translator.markup.note_marks import is_note
from translator.markup.runs import Item, Role

_NOTE_LINK = re.compile(r"<a\s[^>]*(?:noteref|footnote-ref)", re.IGNORECASE)  # as books and Markdown have them
_NOTE_ITEMS = 8  # of such a mark: brackets, a link, blanks
_OPEN_TAGS_LOOKED_AT = 8  # for the one that an end tag closes; the others are not well nested


def close_tag(page: Page, token: HtmlToken) -> None:
    """An inline end tag: with its opening tag it stands around what is between them."""
    add(page, Role.BESIDE, token.span)
    at = _opening_of(page.opened, token.name)
    if at is None:
        return
    start, name = page.opened[at]
    del page.opened[at:]
    may_be_note = name == "sup" or _NOTE_LINK.match(page.items[start].raw) is not None
    has_no_words = is_link_of_signs(page.items, start) or (may_be_note and _is_note(page.items, start))
    if has_no_words:
        span = Span(page.items[start].span.start, token.span.end)
        page.items[start:] = [Item(Role.BESIDE, span, span.of(page.text))]
        return
    if is_icon(page.items, start):
        span = Span(page.items[start].span.start, token.span.end)
        icon = span.of(page.text)
        page.items[start:] = [Item(Role.BESIDE, span, icon, sign_of(icon))]
        return
    opening = page.items[start]
    page.items[start] = Item(Role.OPEN, opening.span, opening.raw, pair=start, is_link=name == "a")
    page.items[-1] = Item(Role.CLOSE, token.span, token.span.of(page.text), pair=start)
    if name == "ruby":
        _close_with_reading(page, start)
    elif name in DELETIONS and is_behind_insertion(page.items, start):
        set_apart(page, slice(start, len(page.items)))


def set_apart(page: Page, deletion: slice) -> None:
    """A deletion beside an insertion stands in its sentence as a mark without words, and is a passage of its own."""
    deleted = page.items[deletion]
    if any(item.role is Role.BREAK for item in deleted):
        return
    span = Span(deleted[0].span.start, deleted[-1].span.end)
    page.items[deletion] = [Item(Role.BESIDE, span, span.of(page.text))]
    page.passages.append(Passage(deleted, "deletion", IN_TEXT))


def _close_with_reading(page: Page, start: int) -> None:
    """What ends the `ruby` at `start` without words, the reading of its words, becomes a part of its end tag."""
    first = len(page.items) - 1
    while first > start + 1 and _is_beside_or_blank(page.items[first - 1]):
        first -= 1
    span = Span(page.items[first].span.start, page.items[-1].span.end)
    page.items[first:] = [Item(Role.CLOSE, span, span.of(page.text), pair=start)]


def _is_beside_or_blank(item: Item) -> bool:
    return item.role in (Role.BESIDE, Role.TEXT) and not item.has_words


def _opening_of(opened: list[tuple[int, str]], name: str) -> int | None:
    """Which of the open tags an end tag closes: the last of its name, looked for among the last few."""
    first = max(0, len(opened) - _OPEN_TAGS_LOOKED_AT)
    for at in range(len(opened) - 1, first - 1, -1):
        if opened[at][1] == name:
            return at
    return None


def _is_note(items: list[Item], start: int) -> bool:
    """Are the items from `start` on the mark of a footnote, or a power? Then they are no word of their sentence."""
    if len(items) - start > _NOTE_ITEMS:
        return False
    inside = items[start:]
    if any(item.role is Role.BREAK for item in inside):
        return False
    said = "".join(item.text for item in inside).strip()
    return is_note(said)
