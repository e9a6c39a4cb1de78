"""Marks of Markdown in texts of other formats, such as data: `[x](https://...)` and `**x**`, each a pair like tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span
from translator.language.placeables.placeable import Placeable, PlaceableKind

_ADDRESS = r"""(?:https?://|www\.|mailto:|[/\#.])(?:[^()\s]|\([^()\s]{0,80}\)){0,300}"""
_WORD_START = r"""[\w"“'‘(\[]"""
_LINK = re.compile(
    rf"""(?<![\w\\])(?P<opening>!?\[)(?P<words>[^\[\]\n]{{1,200}})
    (?P<closing>\]\({_ADDRESS}(?:\ "[^"\n]{{0,80}}")?\))""",
    re.VERBOSE,
)
_STRONG = re.compile(
    rf"""(?<![\w*\\])(?P<opening>\*{{2,3}})(?={_WORD_START})[^*\n]{{1,200}}
    (?<=[^\s*])(?P<closing>(?P=opening))(?!{_WORD_START}|\*)""",
    re.VERBOSE,
)
_MARK = re.compile(r"\]\(|\*\*")  # which most texts do not have


def find_marks(text: str) -> Iterator[Placeable]:
    """The marks of a text; a link whose words are an address is one placeable."""
    if not _MARK.search(text):
        return
    for found in _LINK.finditer(text):
        if "." in found["words"] and " " not in found["words"]:
            yield Placeable(Span(*found.span()), PlaceableKind.ADDRESS)
        else:
            yield from _pair(found)
    for found in _STRONG.finditer(text):
        yield from _pair(found)


def mark_at(text: str, span: Span) -> tuple[str, bool] | None:
    """The name of the mark that stands in a text, and whether it closes a pair; None where no mark stands there."""
    written = span.of(text)
    if written.startswith("]("):
        return "[", True
    if _LINK.match(text, span.start):
        return "[", False
    if written.strip("*"):
        return None
    return written, not _STRONG.match(text, span.start)


def _pair(found: re.Match[str]) -> Iterator[Placeable]:
    for group in ("opening", "closing"):
        yield Placeable(Span(*found.span(group)), PlaceableKind.TAG)
