"""What is in a page: its text as items, the texts that stand apart, and the attributes that name its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from translator.document import Span
from translator.formats.html.left_alone import PagePart
from translator.markup.html_text import stretches
from translator.markup.runs import Item, Role


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


def add(page: Page, role: Role, span: Span) -> None:
    """Put something without words, a tag or a comment, at the end of the items."""
    page.items.append(Item(role, span, span.of(page.text)))
    if role is Role.BREAK:
        page.after_blank = True


def add_text(page: Page, within: Span) -> None:
    """Put text at the end of the items; a blank after a blank is none, also where a tag stands between them."""
    for item in text_items(page.text, within):
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


def text_items(text: str, within: Span) -> Iterator[Item]:
    """The text inside a span, as it is read and as it is written."""
    for span, said in stretches(text, within):
        yield Item(Role.TEXT, span, span.of(text), said)
