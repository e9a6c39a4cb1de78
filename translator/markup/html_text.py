"""The text of HTML as a reader sees it, and the characters of a translation as HTML writes them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.entities import html5

from translator.document import Span
from translator.markup.runs import Item, Role

_BLANKS = " \t\r\n\f"  # many of them are one blank; a no-break space is none of them
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # the soft hyphen and others that nobody sees
_REFERENCE = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
_SPECIAL = re.compile(rf"{_REFERENCE}|[\t\r\n\f][{_BLANKS}]*| [{_BLANKS}]+|[{_NO_WIDTH}]+")
_LONGEST_REFERENCE = 34  # characters, with the ampersand and the semicolon
_MARKUP = re.compile(r"<[A-Za-z/!?]")

# Characters that would be markup where the text stands, with what is written for them.
IN_TEXT: Mapping[str, str] = {"<": "&lt;", "&": "&amp;"}
_IN_ATTRIBUTE: Mapping[str, Mapping[str, str]] = {
    '"': {**IN_TEXT, '"': "&quot;"},
    "'": {**IN_TEXT, "'": "&#39;"},
    "": {**IN_TEXT, **{sign: f"&#{ord(sign)};" for sign in "\"'=>`" + _BLANKS}},
}


def in_attribute(quote: str) -> Mapping[str, str]:
    """What is written for characters that would be markup in an attribute with such quotes, or with none."""
    return _IN_ATTRIBUTE[quote]


def stretches(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """The characters `within` in parts, each with what it says: blanks as one, references read, no soft hyphens."""
    done = within.start
    for found in _SPECIAL.finditer(text, within.start, within.end):
        said = _said(found[0])
        if said == found[0]:
            continue
        if done < found.start():
            yield Span(done, found.start()), text[done : found.start()]
        yield Span(*found.span()), said
        done = found.end()
    if done < within.end:
        yield Span(done, within.end), text[done : within.end]


def _said(written: str) -> str:
    if written[0] in _BLANKS:
        return " "
    if written[0] in _NO_WIDTH:
        return ""
    said = html.unescape(written)
    if len(said) != 1:
        return written
    if not _is_reference(written):
        return written
    if said in _BLANKS:
        return " "
    if said in _NO_WIDTH:
        return ""
    if said.isprintable() or said.isspace():
        return said
    return written


def _is_reference(written: str) -> bool:
    """Is it one, or text such as `R&D`? Only old names may do without the semicolon."""
    if written.endswith(";"):
        return True
    if written.startswith("&#"):
        return True
    return written[1:] in html5


@dataclass(frozen=True, slots=True)
class HtmlSpelling:
    """How a segment is written: as its source writes it.

    references: of characters that the source writes as a reference, that. bare: those of `<&` that it writes as such.
    escapes: of characters that would be markup where the segment stands, what is written for them.
    """

    references: Mapping[str, str]
    bare: frozenset[str]
    escapes: Mapping[str, str]


def spelling_of(items: Iterable[Item], escapes: Mapping[str, str]) -> HtmlSpelling:
    """How the items of a segment are written."""
    references: dict[str, str] = {}
    bare: set[str] = set()
    for item in items:
        if item.role is not Role.TEXT:
            continue
        if item.raw == item.text:
            bare.update(sign for sign in "<&" if sign in item.text)
        elif len(item.text) == 1 and item.text not in _BLANKS:
            references[item.text] = f"{item.raw.rstrip(';')};"
    return HtmlSpelling(references, frozenset(bare), escapes)


def spelt(plain: str, spelling: HtmlSpelling) -> str:
    """Text as the source spells it, with what would otherwise become markup escaped."""
    special = spelling.references.keys() | spelling.escapes.keys()
    if special.isdisjoint(plain):  # most text: it need not be looked at sign by sign
        return plain
    written = []
    for at, sign in enumerate(plain):
        if sign in spelling.references:
            written.append(spelling.references[sign])
        elif sign in spelling.bare and not _is_markup(plain, at):
            written.append(sign)
        else:
            written.append(spelling.escapes.get(sign, sign))
    return "".join(written)


def _is_markup(plain: str, at: int) -> bool:
    """Would a browser take the bare `<` or `&` at this place for the beginning of a tag or a reference?"""
    if plain[at] == "<":
        return _MARKUP.match(plain, at) is not None
    tail = plain[at : at + _LONGEST_REFERENCE]
    return not html.unescape(tail).startswith(tail[:2])
