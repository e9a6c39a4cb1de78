"""Headings, paragraphs and tables as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from translator.markup.office.new_document import NewParagraph, NewTable

_MARKUP = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)")
_BULLET = re.compile(r"[•●▪■◦○]\s*")
_LINE_MARKUP = re.compile(r"\A(#|>|\+ |~~~|[=-]+\Z)")


def markdown_of(blocks: Iterable[NewParagraph | NewTable]) -> str:
    """The blocks, with a blank line between two of them."""
    written = []
    for block in blocks:
        written.append(_paragraph(block) if isinstance(block, NewParagraph) else _table(block.rows))
    return "".join([f"{text}\n\n" for text in written]).removesuffix("\n")


def _paragraph(paragraph: NewParagraph) -> str:
    if paragraph.level:
        return f"{'#' * paragraph.level} {_escaped(paragraph.text)}"
    text = _LINE_MARKUP.sub(r"\\\1", _escaped(_BULLET.sub("- ", paragraph.text, count=1)), count=1)
    if paragraph.is_bold:
        return f"**{text}**"
    return text


def _table(rows: Sequence[Sequence[str]]) -> str:
    """A table whose first row is its head."""
    lines = ["| " + " | ".join([_escaped(cell).replace("|", "\\|") for cell in row]) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
