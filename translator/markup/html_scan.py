"""A scanner of HTML that loses nothing: every character of the text belongs to exactly one token.

It reads in linear time whatever it is given, because no search is repeated after it has failed. Malformed markup is
text, as in a browser. Source of the rules: https://html.spec.whatwg.org/multipage/parsing.html, section 13.2.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from translator.document import Span

# Elements whose content is no markup, up to their own closing tag.
RAW_ELEMENTS = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"})
# Elements without content.
VOID_ELEMENTS = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
# One attribute, or what stands between attributes; quoted values may hold `>`.
_ATTRIBUTE = re.compile(r"""[\s/]+|[^\s/>=]+|=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?""")


class TokenKind(Enum):
    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    OTHER = auto()  # a comment, a declaration, a processing instruction
    RAW = auto()  # what stands in a script, a style and the like


@dataclass(frozen=True, slots=True)
class HtmlToken:
    """A stretch of HTML. name: of a tag, in small letters. is_closed: of an opening tag that ends with `/>`."""

    kind: TokenKind
    span: Span
    name: str = ""
    is_closed: bool = False


def scan(text: str, within: Span | None = None) -> Iterator[HtmlToken]:
    """The tokens of `text`, or of a stretch of it, in order; their spans follow each other without a gap."""
    at, end = within or Span(0, len(text))
    start = at  # of the text that is not yet a token
    missing: set[str] = set()  # what was looked for and stands nowhere in the rest of the text
    while at < end:
        found = _MARKUP.search(text, at, end)
        if found is None:
            break
        token = _token(text, found.start(), end, missing)
        if token is None:
            at = found.end()
            continue
        if start < found.start():
            yield HtmlToken(TokenKind.TEXT, Span(start, found.start()))
        yield token
        at = start = token.span.end
        if token.kind is TokenKind.OPEN and token.name in RAW_ELEMENTS and not token.is_closed:
            stop = _end_of_raw(text, token.name, at, end)
            if stop > at:
                yield HtmlToken(TokenKind.RAW, Span(at, stop), token.name)
            at = start = stop
    if start < end:
        yield HtmlToken(TokenKind.TEXT, Span(start, end))


def _token(text: str, start: int, end: int, missing: set[str]) -> HtmlToken | None:
    """The token of markup at `start`; None where it is text after all."""
    if text.startswith("<!--", start):
        return _until("-->", text, start, start + len("<!--"), end, missing)
    if text[start + 1] in "!?":
        return _until(">", text, start, start + 2, end, missing)
    is_closing = text[start + 1] == "/"
    name = _NAME.match(text, start + 1 + is_closing, end)
    if name is None:
        return None
    tag = _end_of_tag(text, name.end(), end, missing)
    if tag is None:
        return None
    stop, is_closed = tag
    kind = TokenKind.CLOSE if is_closing else TokenKind.OPEN
    return HtmlToken(kind, Span(start, stop), name[0].lower(), is_closed)


def _until(closing: str, text: str, start: int, after: int, end: int, missing: set[str]) -> HtmlToken | None:
    """The token that begins at `start` and ends with the first `closing` after `after`."""
    if closing in missing:
        return None
    stop = text.find(closing, after, end)
    if stop < 0:
        missing.add(closing)
        return None
    return HtmlToken(TokenKind.OTHER, Span(start, stop + len(closing)))


def _end_of_tag(text: str, at: int, end: int, missing: set[str]) -> tuple[int, bool] | None:
    """Where a tag ends whose attributes begin at `at`, and whether with `/>`; None where it never does."""
    if ">" in missing:
        return None
    is_value = False  # a slash at the end of a value without quotes is the value's: <a href=/>
    while at < end and text[at] != ">":
        is_value = text[at] == "="
        attribute = _ATTRIBUTE.match(text, at, end)
        if attribute is None or attribute.end() == at:
            at += 1
        else:
            at = attribute.end()
    if at >= end:
        missing.add(">")
        return None
    return at + 1, text[at - 1] == "/" and not is_value


def _end_of_raw(text: str, name: str, at: int, end: int) -> int:
    """Where the content of a raw element ends: before its closing tag, else with the text."""
    found = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(text, at, end)
    if found:
        return found.start()
    return end
