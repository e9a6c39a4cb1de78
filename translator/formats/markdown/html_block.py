"""The text in an HTML block of a Markdown document, as items, and the attributes of its tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from translator.document import Span
from translator.formats.markdown.block import Block, BlockKind
from translator.markup.html_attributes import attributes
from translator.markup.html_elements import LEFT_ALONE, is_inline, is_text
from translator.markup.html_scan import HtmlToken, TokenKind, scan
from translator.markup.html_text import stretches
from translator.markup.runs import Item, Role

_LEFT_ALONE = LEFT_ALONE | {"svg", "code", "template"}  # with all that is in them
_NOT_TRANSLATED = re.compile(r"""\stranslate\s*=\s*["']?no\b|\sclass\s*=\s*["']?notranslate\b""", re.IGNORECASE)


def html_items(block: Block, text: str) -> tuple[list[Item], list[Block]]:
    """The block as items: block elements are breaks, inline ones marks, and code is kept; and its attributes."""
    items: list[Item] = []
    inner: list[Block] = []
    skipped = ""  # the element inside which nothing is translated
    depth = 0
    start = 0  # of that element
    for token in scan(block.text):
        if skipped:
            depth += _nesting(token, skipped)
            if depth == 0:
                items.append(_left_alone(block, text, Span(start, token.span.end), skipped))
                skipped = ""
        elif _is_left_alone(token, block.text):
            skipped = token.name
            depth = 1
            start = token.span.start
        elif token.kind is TokenKind.TEXT:
            items += text_items(block, text, token.span)
        else:
            inner += attribute_blocks(block, token.span)
            items.append(_item(_role(token), block, text, token.span))
    if skipped:
        items.append(_item(Role.BREAK, block, text, Span(start, len(block.text))))
    return items, inner


def attribute_blocks(block: Block, within: Span) -> Iterator[Block]:
    """The attributes that people read or hear, of the tags `within` a block; those in quotes, which hold any words."""
    for token in scan(block.text, within):
        found = attributes(block.text, token)
        for attribute in found.values():
            if attribute.quote and is_text(attribute.name, token.name, found):
                start, end = attribute.span
                words = attribute.span.of(block.text)
                yield Block(words, block.origin[start : end + 1], block.line, BlockKind.ATTRIBUTE)


def _nesting(token: HtmlToken, name: str) -> int:
    if token.name != name:
        return 0
    if token.kind is TokenKind.CLOSE:
        return -1
    return token.kind is TokenKind.OPEN and not token.is_closed


def _is_left_alone(token: HtmlToken, text: str) -> bool:
    if token.kind is not TokenKind.OPEN or token.is_closed:
        return False
    if token.name in _LEFT_ALONE:
        return True
    return _NOT_TRANSLATED.search(token.span.of(text)) is not None


def _left_alone(block: Block, text: str, span: Span, name: str) -> Item:
    """An element that stays as it is: code is a word of its sentence, anything else ends it."""
    item = _item(Role.BREAK, block, text, span)
    words = " ".join(re.sub(r"<[^>]*>", "", html.unescape(span.of(block.text))).replace("`", "'").split())
    if name != "code" or not words:
        return item
    return Item(Role.KEPT, item.span, item.raw, f"`{words}`")


def _role(token: HtmlToken) -> Role:
    if token.kind is TokenKind.OTHER:
        return Role.BESIDE
    if is_inline(token.name):
        return Role.BESIDE
    return Role.BREAK


def _item(role: Role, block: Block, text: str, span: Span) -> Item:
    place = Span(block.origin[span.start], block.origin[span.end])
    return Item(role, place, place.of(text))


def text_items(block: Block, text: str, span: Span) -> Iterator[Item]:
    """Text, with what reads otherwise than it is written in items of its own."""
    for stretch, said in stretches(block.text, span):
        item = _item(Role.TEXT, block, text, stretch)
        yield Item(Role.TEXT, item.span, item.raw, said)
