"""The blocks of a Markdown document with their offsets, as markdown-it's parser finds them.

They are those of CommonMark, GitHub's tables and `block_extensions`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from translator.document import Span
from translator.formats.markdown.block import Block, BlockKind
from translator.formats.markdown.parser import parser

_TITLE = re.compile(r"""\s["'(](?P<title>[^\\&\r\n]+)["')][ \t]*\Z""")
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}  # of front matter: what opens it, and what closes it


def blocks(text: str, lines: Sequence[Span]) -> tuple[list[Block], dict[str, Any]]:
    """The rows of inline text of a document, whose `lines` are given without their ends; and its link references."""
    references: dict[str, Any] = {}
    tokens: list[Any] = []
    hidden = _front_matter(text, lines)
    source = ["" if number < hidden else line.of(text) for number, line in enumerate(lines)]
    markdown = parser()
    markdown.block.parse("\n".join(source), markdown, references, tokens)
    found = []
    kind = BlockKind.MARKDOWN
    cursor = (0, 0)  # the line of the last block, and where in the document that block ends
    opening = None  # the token before
    for token in tokens:
        kind = _kind_in(token, kind)
        block = None
        if token.type == "inline":
            line = token.map[0]
            start = cursor[1] if kind is BlockKind.CELL and cursor[0] == line else lines[line].start
            block = _block(token, opening, start, kind, text, lines)
        elif token.type == "html_block":
            block = _html_block(token, text, lines)
        if block is not None:
            cursor = block.line - 1, block.origin[-1]
            found.append(block)
        opening = token
    found += _reference_titles(references, text, lines)
    return sorted(found, key=_place), references


def _reference_titles(references: dict[str, Any], text: str, lines: Sequence[Span]) -> Iterator[Block]:
    """The titles of link references (`[peta]: p.md "Judul"`), where they are written as they read."""
    for reference in references.get("references", {}).values():
        first, end = reference["map"]
        found = _TITLE.search(text, lines[first].start, lines[end - 1].end)
        if found is not None and found["title"] == reference["title"]:
            start = found.start("title")
            origin = range(start, found.end("title") + 1)
            yield Block(found["title"], origin, bisect_right(lines, start, key=_start), BlockKind.TITLE)


def _place(block: Block) -> int:
    return block.origin[0]


def _start(line: Span) -> int:
    return line.start


def _kind_in(token: Any, kind: BlockKind) -> BlockKind:
    """What the text after a token is written in; `kind` is that before it."""
    if token.type == "table_open":
        return BlockKind.CELL
    if token.type == "table_close":
        return BlockKind.MARKDOWN
    return kind


def _block(token: Any, opening: Any, start: int, kind: BlockKind, text: str, lines: Sequence[Span]) -> Block | None:
    """The block of an inline token, looked for from `start` on; None where it is empty or not found."""
    if not token.content:
        return None
    is_heading = opening.type == "heading_open"
    if is_heading and opening.markup.startswith("#"):
        start = text.index(opening.markup, start) + len(opening.markup)
    line = token.map[0]
    origin = _origin(token.content, text, lines, line, start, kind is BlockKind.CELL, is_heading)
    if origin:
        return Block(token.content, origin, line + 1, kind, is_heading)
    return None


def _html_block(token: Any, text: str, lines: Sequence[Span]) -> Block | None:
    content = token.content.rstrip("\n")
    line = token.map[0]
    origin = _origin(content, text, lines, line, lines[line].start, False, False)
    if origin:
        return Block(content, origin, line + 1, BlockKind.HTML)
    return None


def _front_matter(text: str, lines: Sequence[Span]) -> int:
    """How many lines the front matter has, its fences counted; 0 where there is none."""
    closing = _FENCES.get(lines[0].of(text).rstrip(" \t"))
    if closing is None:
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.of(text).rstrip() in closing:
            return number
    return 0


def _origin(
    content: str, text: str, lines: Sequence[Span], first: int, start: int, in_table: bool, is_heading: bool
) -> list[int]:
    """For each character of a content its place in the document; nothing where it cannot be found there.

    first: the number of its first line. start: where in that line it is looked for.
    """
    origin: list[int] = []
    at = start
    for number, part in enumerate(content.split("\n")):
        line = lines[first + number]
        begin = start if number == 0 else line.start
        words = part.lstrip(" \t")
        written = words.replace("|", "\\|") if in_table else words
        from_left = in_table or (is_heading and begin > line.start)
        find = text.find if from_left else text.rfind
        at = find(written, begin, line.end)
        if at < 0:
            return []
        if number:
            origin.append(lines[first + number - 1].end)  # of the line feed
        origin += range(at - len(part) + len(words), at)  # of blanks, which the parser may have made of a tab
        for character in words:
            at += in_table and character == "|"  # the escape before it is part of what is before
            origin.append(at)
            at += 1
    origin.append(at)
    return origin
