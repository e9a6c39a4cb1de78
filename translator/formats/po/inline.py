"""What stands inside a message beside its words: tags of HTML, and percent signs as formats write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span
from translator.formats.po.directives import doubles_percent
from translator.markup.cue_lines import TagItems
from translator.markup.runs import Item, Role, Run, runs

_MARKUP = re.compile(r"</?([A-Za-z][\w:-]*)(?:\s[^<>]*)?/?>|\n|%%")
_VOID = frozenset("area embed hr img input link meta source track wbr".split())
_BREAKS = frozenset({"br", "p", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "table", "tr", "td", "th"})


def runs_of(source: str, format_name: str) -> Iterator[Run]:
    """The segments of a message to be: its lines, and what its tags part; a tag inside a segment is a mark of it."""
    found = TagItems()
    done = 0
    for markup in _MARKUP.finditer(source):
        _add_text(found, source, Span(done, markup.start()))
        _add_markup(found, markup, format_name)
        done = markup.end()
    _add_text(found, source, Span(done, len(source)))
    yield from runs(found.items)


def _add_text(found: TagItems, source: str, span: Span) -> None:
    found.add_text(span, span.of(source), span.of(source))


def _add_markup(found: TagItems, markup: re.Match[str], format_name: str) -> None:
    raw, span = markup[0], Span(*markup.span())
    name = (markup[1] or "").lower()
    if raw == "%%":
        found.add_text(span, raw, "%" if doubles_percent(format_name) else raw)
    elif raw == "\n" or name in _BREAKS:
        found.items.append(Item(Role.BREAK, span, raw))
    else:
        is_alone = name in _VOID or raw.endswith("/>")
        found.add_tag(span, raw, "" if is_alone else name)
