"""A row of text in a Markdown document that is read as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class BlockKind(Enum):
    """What a block is written in."""

    MARKDOWN = auto()
    CELL = auto()  # of a table: Markdown in which a pipe is escaped
    HTML = auto()
    ATTRIBUTE = auto()  # of an HTML tag, between quotes
    TITLE = auto()  # of a link or an image: text between quotes


@dataclass(frozen=True, slots=True)
class Block:
    """A row of text. origin: for each character of `text`, and for its end, its place in the document.

    line: of its first character, from 1.
    """

    text: str
    origin: Sequence[int]
    line: int
    kind: BlockKind = BlockKind.MARKDOWN
    is_heading: bool = False
