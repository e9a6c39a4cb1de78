"""The attributes of an HTML tag, each with the place of its value, read as a browser reads them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from translator.document import Span
from translator.markup.html_scan import HtmlToken, TokenKind

_TAG_NAME = re.compile(r"</?[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?""")


@dataclass(frozen=True, slots=True)
class HtmlAttribute:
    """An attribute with a value. name: in small letters. span: of the value. quote: around it; empty where none is.

    value: what the value says, its character references read.
    """

    name: str
    span: Span
    quote: str
    value: str


def attributes(text: str, token: HtmlToken) -> dict[str, HtmlAttribute]:
    """The attributes of an opening tag that have a value, by their names; of two with one name the first counts."""
    found: dict[str, HtmlAttribute] = {}
    name = _TAG_NAME.match(text, token.span.start)
    if token.kind is not TokenKind.OPEN or name is None:
        return found
    end = token.span.end - len(">")
    for match in _ATTRIBUTE.finditer(text, name.end(), end):
        attribute = _attribute(match, end)
        if attribute is not None:
            found.setdefault(attribute.name, attribute)
    return found


def _attribute(match: re.Match[str], end: int) -> HtmlAttribute | None:
    group = match.lastindex
    if group is None or group == 1:  # the name alone
        return None
    value = match[group]
    span = Span(*match.span(group))
    if group == _UNQUOTED and span.end == end and value.endswith("/"):  # `<img alt=peta/>` ends with the slash
        value = value[:-1]
        span = Span(span.start, span.end - 1)
    quote = _QUOTES[group]
    return HtmlAttribute(match["name"].lower(), span, quote, html.unescape(value))


_UNQUOTED = 4  # the group of a value without quotes
_QUOTES = {2: '"', 3: "'", _UNQUOTED: ""}
