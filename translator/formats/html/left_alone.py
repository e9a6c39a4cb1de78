"""Parts of a page that are left alone: code, what must not be translated, what is in another language."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from translator.formats.html.languages import is_foreign
from translator.markup.html_attributes import HtmlAttribute
from translator.markup.html_elements import CODE, CONTAINERS, ENDED_BY, FIELDS, FORMULA_HOLDERS, LEFT_ALONE, READINGS
from translator.markup.html_scan import VOID_ELEMENTS, HtmlToken, TokenKind

_TAG = re.compile(r"<[^>]*>")
# Word writes the number or the dot of a list item as text, between these.
_LIST_MARK = re.compile(r"<!(?:--)?\[if !supportLists\]", re.IGNORECASE)
_LIST_MARK_END = re.compile(r"<!(?:--)?\[endif\]", re.IGNORECASE)
_FORMULAS = frozenset({"math", "katex", "arithmatex"})  # classes of what Pandoc and others write formulas in
_OF_LIST_MARK = "[endif]"  # the name of such a part, which no element has


@dataclass(slots=True)
class PagePart:
    """A part of the page, from an element's opening tag to its end.

    name: of the element. is_left: alone, unlike a part inside such a one that is Indonesian again. reason: for people,
    empty for code. depth: how many elements of that name are open. containers: how many lists and tables are open in
    it. start: of what is left alone and not yet an item. is_cut: something in it is translated, so it is no one word.
    """

    name: str
    is_left: bool
    reason: str = ""
    depth: int = 1
    containers: int = 0
    start: int = 0
    is_cut: bool = False

    @property
    def is_code(self) -> bool:
        """Is nothing in it translated, whatever it says?"""
        if not self.is_left:
            return False
        return not self.reason

    def ends_before(self, token: HtmlToken) -> bool:
        """Does the element end before this tag, its own end tag left out?"""
        ends = ENDED_BY.get("p" if self.name == _OF_LIST_MARK else self.name)
        if ends is None:
            return False
        if self.containers:
            return False
        if token.kind is TokenKind.OPEN:
            return token.name in ends
        if token.name == self.name:
            return False
        return token.name in ends | CONTAINERS

    def ends_with(self, token: HtmlToken, text: str) -> bool:
        """Does the part end with this token? text: of the page."""
        if self.name == _OF_LIST_MARK:
            return _LIST_MARK_END.match(text, token.span.start) is not None
        return self.depth == 0

    def count(self, tag: HtmlToken) -> None:
        """Count the elements that the tag opens or closes."""
        step = -1
        if tag.kind is TokenKind.OPEN:
            step = int(not tag.is_closed)
        if tag.name in CONTAINERS - {self.name}:
            self.containers += step
        if tag.name != self.name:
            return
        is_of_inner_list = self.containers > 0 and self.name in ENDED_BY
        if not is_of_inner_list:
            self.depth += step


def part_of(token: HtmlToken, found: Mapping[str, HtmlAttribute]) -> PagePart | None:
    """The part that an opening tag begins, if its element is left alone or said to be translated."""
    start = token.span.start
    if not has_content(token):
        return None
    if token.name in LEFT_ALONE | CODE | READINGS or _is_formula(token.name, found):
        return PagePart(token.name, True, "", start=start)
    reason = _why_left(token.name, found)
    if reason:
        return PagePart(token.name, True, reason, start=start)
    if _says(found, "translate") == "yes":
        return PagePart(token.name, False)
    if is_foreign(token.name, found) is False:
        return PagePart(token.name, False)
    return None


def list_mark(token: HtmlToken, text: str) -> PagePart | None:
    """The part that begins with this token of `text`, if Word wrote the mark of a list item there."""
    if _LIST_MARK.match(text, token.span.start) is None:
        return None
    return PagePart(_OF_LIST_MARK, True, start=token.span.start)


def has_content(token: HtmlToken) -> bool:
    """Does the tag open an element that something may stand in?"""
    if token.kind is not TokenKind.OPEN:
        return False
    if token.is_closed:
        return False
    return token.name not in VOID_ELEMENTS


def has_text_attributes(token: HtmlToken, found: Mapping[str, HtmlAttribute]) -> bool:
    """May attributes of an opening tag be translated?"""
    if _why_left(token.name, found):
        return False
    return token.name not in (LEFT_ALONE | CODE) - FIELDS


def _why_left(element: str, found: Mapping[str, HtmlAttribute]) -> str:
    """Why the attributes of an element say that it is left alone, for people; empty where they do not."""
    if _says(found, "translate") == "no":
        return "that must not be translated"
    if "notranslate" in _says(found, "class").split():
        return "that must not be translated"
    if is_foreign(element, found):
        return "in another language"
    return ""


def _is_formula(element: str, found: Mapping[str, HtmlAttribute]) -> bool:
    return element in FORMULA_HOLDERS and not _FORMULAS.isdisjoint(_says(found, "class").split())


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
