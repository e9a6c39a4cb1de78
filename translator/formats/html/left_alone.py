"""Parts of a page that are left alone: code, what must not be translated, what is in another language."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from translator.formats.html.languages import is_foreign
from translator.markup.html_attributes import HtmlAttribute
from translator.markup.html_elements import CODE, CONTAINERS, ENDED_BY, FIELDS, LEFT_ALONE
from translator.markup.html_scan import VOID_ELEMENTS, HtmlToken, TokenKind

_TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class PagePart:
    """A part of the page, from an element's opening tag to its end.

    name: of the element. is_left: alone, unlike a part inside such a one that is Indonesian again. reason: for people,
    empty for code. depth: how many elements of that name are open. containers: how many lists and tables are open in
    it. start: of what is left alone and not yet an item.
    """

    name: str
    is_left: bool
    reason: str = ""
    depth: int = 1
    containers: int = 0
    start: int = 0

    @property
    def is_code(self) -> bool:
        """Is nothing in it translated, whatever it says?"""
        return self.is_left and not self.reason

    def ends_before(self, token: HtmlToken) -> bool:
        """Does the element end before this tag, its own end tag left out?"""
        if self.depth > 1 or (token.name == self.name and token.kind is TokenKind.CLOSE):
            return False
        if self.name not in ENDED_BY or self.containers:
            return False
        if token.kind is TokenKind.OPEN:
            return token.name in ENDED_BY[self.name]
        return token.name in CONTAINERS or token.name in ENDED_BY[self.name]

    def count(self, token: HtmlToken) -> None:
        """Count the elements that the tag opens or closes."""
        step = 0
        if token.kind is TokenKind.OPEN and not token.is_closed:
            step = 1
        elif token.kind is TokenKind.CLOSE:
            step = -1
        if token.name == self.name:
            is_of_inner = self.containers and self.name in ENDED_BY  # an item of a list inside this item
            self.depth += 0 if is_of_inner else step
        elif token.name in CONTAINERS:
            self.containers += step


def part_of(token: HtmlToken, found: Mapping[str, HtmlAttribute]) -> PagePart | None:
    """The part that an opening tag begins, if its element is left alone or said to be translated."""
    if token.kind is not TokenKind.OPEN or token.is_closed or token.name in VOID_ELEMENTS:
        return None
    if token.name in LEFT_ALONE or token.name in CODE:
        return PagePart(token.name, True, "", start=token.span.start)
    reason = _why_left(token.name, found)
    if reason:
        return PagePart(token.name, True, reason, start=token.span.start)
    if _says(found, "translate") == "yes" or is_foreign(token.name, found) is False:
        return PagePart(token.name, False)
    return None


def has_text_attributes(token: HtmlToken, found: Mapping[str, HtmlAttribute]) -> bool:
    """May attributes of an opening tag be translated?"""
    if _why_left(token.name, found):
        return False
    return token.name in FIELDS or token.name not in LEFT_ALONE | CODE


def _why_left(element: str, found: Mapping[str, HtmlAttribute]) -> str:
    """Why the attributes of an element say that it is left alone, for people; empty where they do not."""
    if _says(found, "translate") == "no" or "notranslate" in _says(found, "class").split():
        return "that must not be translated"
    if is_foreign(element, found):
        return "in another language"
    return ""


def _says(found: Mapping[str, HtmlAttribute], name: str) -> str:
    if name in found:
        return found[name].value.strip().lower()
    return ""


def words_of(markup: str) -> str:
    """What a reader sees of a part that is a word of its sentence: as code, which every engine leaves alone."""
    words = " ".join(html.unescape(_TAG.sub("", markup)).replace("`", "'").split())
    if words:
        return f"`{words}`"
    return ""
