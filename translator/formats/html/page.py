"""A page is read: its text as items, the attributes that are text, and the attributes that name its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from translator.document import Span
from translator.formats.html.deletions import deletion_at_end, is_behind_insertion
from translator.formats.html.icons import is_icon, sign_of
from translator.formats.html.languages import language_attribute, languages_are_meant, without_languages
from translator.formats.html.left_alone import PagePart, has_content, has_text_attributes, list_mark, part_of, words_of
from translator.markup.html_attributes import HtmlAttribute, attributes
from translator.markup.html_elements import CODE, DELETIONS, described, is_inline, is_text, place_of
from translator.markup.html_scan import HtmlToken, TokenKind, scan
from translator.markup.html_text import IN_TEXT, in_attribute, stretches
from translator.markup.language_tags import english_for
from translator.markup.runs import Item, Role

_KEYWORD = re.compile(r"[^,]+")
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§])[\])]?")  # what a raised mark of a footnote or a power says
_NOTE_LINK = re.compile(r"<a\s[^>]*(?:noteref|footnote-ref)", re.IGNORECASE)  # as books and Markdown have them
_NOTE_ITEMS = 8  # of such a mark: brackets, a link, blanks
_OPEN_TAGS_LOOKED_AT = 8  # for the one that an end tag closes; the others are not well nested


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that stands apart from the text around it. where: the place for people. escapes: for its characters."""

    items: list[Item]
    where: str
    escapes: Mapping[str, str]


@dataclass(slots=True)
class Page:
    """What is in a page.

    items: of the whole page, blocks parted by breaks. places: where an element begins that has a name for people.
    passages: attributes and deletions. languages: spans to be replaced, with what is written there. left: what is left
    alone, by its name for people. parts: those that are open. opened: of each inline tag that is open, its place in
    `items`. languages_are_meant: what is said to be in another language is left alone.
    """

    text: str
    items: list[Item] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    languages: list[tuple[Span, str]] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    parts: list[PagePart] = field(default_factory=list)
    opened: list[tuple[int, str]] = field(default_factory=list)
    after_blank: bool = True
    languages_are_meant: bool = True


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
        _add(page, Role.BREAK, Span(part.start, token.span.start))
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
        _add(page, Role.BREAK, span)
        return
    is_word = part.reason or part.name in CODE
    words = words_of(span.of(page.text)) if is_word else ""
    if words:
        page.items.append(Item(Role.KEPT, span, span.of(page.text), words))
        page.after_blank = False
    else:
        _add(page, Role.BESIDE, span)


def _take(page: Page, token: HtmlToken) -> None:
    """A token of what is translated."""
    if token.kind in (TokenKind.TEXT, TokenKind.RAW):  # raw: a title; the others are left alone
        _add_text(page, token.span)
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
        _add(page, Role.BESIDE, token.span)
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
        _add(page, Role.BREAK, token.span)
        place = place_of(token.name) if token.kind is TokenKind.OPEN else ""
        page.places.append((token.span.start, place))
    elif token.kind is TokenKind.CLOSE:
        _close(page, token)
    else:
        deletion = deletion_at_end(page.items) if token.name == "ins" else None
        if deletion is not None:
            _set_apart(page, deletion)
        if has_content(token):
            page.opened.append((len(page.items), token.name))
        _add(page, Role.BESIDE, token.span)


def _close(page: Page, token: HtmlToken) -> None:
    """An inline end tag: with its opening tag it stands around what is between them."""
    _add(page, Role.BESIDE, token.span)
    at = _opening_of(page.opened, token.name)
    if at is None:
        return
    start, name = page.opened[at]
    del page.opened[at:]
    may_be_note = name == "sup" or _NOTE_LINK.match(page.items[start].raw) is not None
    if may_be_note and _is_note(page.items, start):
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
        _set_apart(page, slice(start, len(page.items)))


def _close_with_reading(page: Page, start: int) -> None:
    """What ends the `ruby` at `start` without words, the reading of its words, becomes a part of its end tag."""
    first = len(page.items) - 1
    while first > start + 1 and _is_beside_or_blank(page.items[first - 1]):
        first -= 1
    span = Span(page.items[first].span.start, page.items[-1].span.end)
    page.items[first:] = [Item(Role.CLOSE, span, span.of(page.text), pair=start)]


def _is_beside_or_blank(item: Item) -> bool:
    return item.role in (Role.BESIDE, Role.TEXT) and not item.has_words


def _set_apart(page: Page, deletion: slice) -> None:
    """A deletion beside an insertion stands in its sentence as a mark without words, and is a passage of its own."""
    deleted = page.items[deletion]
    if any(item.role is Role.BREAK for item in deleted):
        return
    span = Span(deleted[0].span.start, deleted[-1].span.end)
    page.items[deletion] = [Item(Role.BESIDE, span, span.of(page.text))]
    page.passages.append(Passage(deleted, "deletion", IN_TEXT))


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
    return _NOTE.fullmatch(said) is not None


def _add(page: Page, role: Role, span: Span) -> None:
    page.items.append(Item(role, span, span.of(page.text)))
    if role is Role.BREAK:
        page.after_blank = True


def _add_text(page: Page, within: Span) -> None:
    """Text; a blank after a blank is none, also where a tag stands between them."""
    for item in _text_items(page.text, within):
        if page.after_blank and item.text.startswith(" "):
            blank = Span(item.span.start, item.span.end - len(item.text) + 1)
            page.items.append(Item(Role.TEXT, blank, blank.of(page.text)))
            if item.text == " ":
                continue
            rest = Span(blank.end, item.span.end)
            item = Item(Role.TEXT, rest, rest.of(page.text), item.text[1:])
        page.items.append(item)
        if item.text:
            page.after_blank = item.text.endswith(" ")


def _text_items(text: str, within: Span) -> Iterator[Item]:
    for span, said in stretches(text, within):
        yield Item(Role.TEXT, span, span.of(text), said)


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
            yield Passage(list(_text_items(text, span)), where, in_attribute(attribute.quote))
