"""A page is read: its text as items, the attributes that are text, and the attributes that name its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from translator.document import Span
from translator.formats.html.deletions import deletion_at_end
from translator.formats.html.inline_tags import close_tag, set_apart
from translator.formats.html.languages import language_attribute, languages_are_meant, without_languages
from translator.formats.html.left_alone import has_content, has_text_attributes, list_mark, part_of, words_of
from translator.formats.html.page import Page, Passage, add, add_text, text_items
from translator.markup.html_attributes import HtmlAttribute, attributes
from translator.markup.html_elements import CODE, FORMULA_HOLDERS, described, is_inline, is_text, place_of
from translator.markup.html_scan import HtmlToken, TokenKind, scan
from translator.markup.html_text import in_attribute
from translator.markup.language_tags import english_for
from translator.markup.runs import Item, Role

_KEYWORD = re.compile(r"[^,]+")


def read_page(text: str) -> Page:
    """The page in `text`."""
    page = Page(text, languages_are_meant=languages_are_meant(text))
    for token in scan(text):
        if _is_tag(token):
            _end_parts_before(page, token)
        if _is_left(page):
            _pass_over(page, token)
        else:
            _take(page, token)
    if _is_left(page):
        _end_part(page, len(text))
    return page


def _end_parts_before(page: Page, tag: HtmlToken) -> None:
    """End the parts whose elements end before this tag without an end tag of their own."""
    while page.parts:
        if not page.parts[-1].ends_before(tag):
            return
        _end_part(page, tag.span.start)


def _is_left(page: Page) -> bool:
    """Is what is being read left alone?"""
    if not page.parts:
        return False
    return page.parts[-1].is_left


def _is_tag(token: HtmlToken) -> bool:
    return token.kind in (TokenKind.OPEN, TokenKind.CLOSE)


def _pass_over(page: Page, token: HtmlToken) -> None:
    """A token of a part that is left alone."""
    part = page.parts[-1]
    if token.kind is TokenKind.RAW and part.name == "script":
        page.left["script"] += 1
    if not _is_tag(token):
        _end_if_over(page, token)
        return
    inner = None if part.is_code else part_of(token, _meant(page, attributes(page.text, token)))
    if inner is not None and not inner.is_left:
        part.is_cut = True
        add(page, Role.BREAK, Span(part.start, token.span.start))
        _take(page, token)
        return
    part.count(token)
    _end_if_over(page, token)


def _end_if_over(page: Page, token: HtmlToken) -> None:
    if page.parts[-1].ends_with(token, page.text):
        _end_part(page, token.span.end)


def _end_part(page: Page, end: int) -> None:
    """The last part ends: what is left alone becomes an item, and the part around it goes on."""
    part = page.parts.pop()
    if not part.is_left:
        if page.parts:
            page.parts[-1].start = end
        return
    span = Span(part.start, end)
    if part.reason:
        page.left[part.reason] += 1
    if part.is_cut or not is_inline(part.name):
        add(page, Role.BREAK, span)
        return
    is_word = part.reason or part.name in CODE | FORMULA_HOLDERS
    words = words_of(span.of(page.text)) if is_word else ""
    if words:
        page.items.append(Item(Role.KEPT, span, span.of(page.text), words))
        page.after_blank = False
    else:
        add(page, Role.BESIDE, span)


def _take(page: Page, token: HtmlToken) -> None:
    """A token of what is translated."""
    if token.kind in (TokenKind.TEXT, TokenKind.RAW):  # raw: a title; the others are left alone
        add_text(page, token.span)
    elif token.kind is TokenKind.OTHER:
        _take_other(page, token)
    elif token.kind is TokenKind.CLOSE:
        _take_tag(page, token, {})
        _count(page, token)
    else:
        _open(page, token, attributes(page.text, token))


def _take_other(page: Page, token: HtmlToken) -> None:
    part = list_mark(token, page.text)
    if part is None:
        add(page, Role.BESIDE, token.span)
    else:
        page.parts.append(part)


def _open(page: Page, token: HtmlToken, found: Mapping[str, HtmlAttribute]) -> None:
    meant = _meant(page, found)
    if has_text_attributes(token, meant):
        page.passages += _passages(page.text, token.name, found)
    part = part_of(token, meant)
    if part is None:
        _count(page, token)
        _take_tag(page, token, found)
        return
    if part.is_left or page.parts:
        page.parts.append(part)
    if not part.is_left:
        _take_tag(page, token, found)


def _meant(page: Page, found: Mapping[str, HtmlAttribute]) -> Mapping[str, HtmlAttribute]:
    """The attributes that decide whether an element is translated."""
    if page.languages_are_meant:
        return found
    return without_languages(found)


def _count(page: Page, token: HtmlToken) -> None:
    """Count the tag for the part that it stands in, which is Indonesian inside another language."""
    if not page.parts:
        return
    page.parts[-1].count(token)
    _end_if_over(page, token)


def _take_tag(page: Page, token: HtmlToken, found: Mapping[str, HtmlAttribute]) -> None:
    for attribute in language_attribute(token.name, found):
        english = english_for(attribute.value)
        if english:
            page.languages.append((attribute.span, english))
    if not is_inline(token.name):
        add(page, Role.BREAK, token.span)
        place = place_of(token.name) if token.kind is TokenKind.OPEN else ""
        page.places.append((token.span.start, place))
    elif token.kind is TokenKind.CLOSE:
        close_tag(page, token)
    else:
        deletion = deletion_at_end(page.items) if token.name == "ins" else None
        if deletion is not None:
            set_apart(page, deletion)
        if has_content(token):
            page.opened.append((len(page.items), token.name))
        add(page, Role.BESIDE, token.span)


def _passages(text: str, element: str, found: Mapping[str, HtmlAttribute]) -> Iterator[Passage]:
    """The attributes of an element that are text; of keywords, each."""
    for attribute in found.values():
        if not is_text(attribute.name, element, found):
            continue
        where = f"{element} {attribute.name}"
        spans = [attribute.span]
        if element == "meta":
            where = f"meta {described(found)}"
        if where == "meta keywords":
            spans = [Span(*word.span()) for word in _KEYWORD.finditer(text, *attribute.span)]
        for span in spans:
            yield Passage(list(text_items(text, span)), where, in_attribute(attribute.quote))
