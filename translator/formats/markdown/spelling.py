"""How the characters of a translation are written in a Markdown document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from translator.document import Span
from translator.formats.markdown.block import BlockKind
from translator.markup.runs import Item, Role, Run

# The characters that would be markup, with what is written for them.
_ESCAPES = {
    BlockKind.MARKDOWN: {sign: f"\\{sign}" for sign in "\\`*_[]<"},
    BlockKind.CELL: {sign: f"\\{sign}" for sign in "\\`*_[]<"},
    BlockKind.HTML: {"<": "&lt;", "&": "&amp;"},
    BlockKind.ATTRIBUTE: {"<": "&lt;", "&": "&amp;", '"': "&quot;", "'": "&#39;"},
    BlockKind.TITLE: {sign: f"\\{sign}" for sign in "\\\"'()"},
}
# Where such a character is none: `5 * 3`, `a_b`, `1 < 2`, `A & B`, `C:\data`, `[foto]` but for `](`.
_NO_MARKUP = re.compile(
    r"""(?<=\s)[*_](?=\s) | (?<=\w)_(?=\w) | <(?=[\s\d]) | &(?![A-Za-z#]) | \\(?=[\w\s]) | \](?![(\[:]) | ["'()\[]""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class MarkdownSpelling:
    """How a segment is written.

    spellings: of characters, as the source spells them. literal: the characters that the source does not escape.
    holders: for each of its marks, the characters in the document in which segments of their own may stand.
    """

    kind: BlockKind
    spellings: Mapping[str, str]
    literal: frozenset[str]
    holders: tuple[tuple[Span, ...], ...]


def written_for(run: Run, kind: BlockKind) -> MarkdownSpelling:
    """How the run's segment is written, as its source shows."""
    spellings = {}
    literal: set[str] = set()
    for item in run.items:
        if item.role is not Role.TEXT:
            continue
        if item.raw == item.text:
            literal.update(item.text)
        elif len(item.text) == 1 and _is_escape_needed(item, kind):
            spellings[item.text] = item.raw
    spellings.pop(" ", None)
    if kind is BlockKind.CELL:
        spellings.setdefault("|", "\\|")
    holders = []
    for opening, closing in zip(run.origins, run.closings, strict=True):
        holders.append((opening,) if closing is None else (opening, closing))
    return MarkdownSpelling(kind, spellings, frozenset(literal), tuple(holders))


def _is_escape_needed(item: Item, kind: BlockKind) -> bool:
    """Is a character to be written as here wherever it stands? `1\\.` is escaped at the start of a line only."""
    if not item.raw.startswith("\\"):
        return True
    if item.text in _ESCAPES[kind]:
        return True
    return item.text == "|"


def spelt(plain: str, spelling: MarkdownSpelling) -> str:
    """Text as the source spells it, with what would otherwise become markup escaped."""
    known = {**_ESCAPES[spelling.kind], **spelling.spellings}
    literal = spelling.literal.difference(spelling.spellings)
    left = {found.start() for found in _NO_MARKUP.finditer(plain) if found[0] in literal}
    written = []
    for at, character in enumerate(plain):
        written.append(character if at in left else known.get(character, character))
    return "".join(written)
