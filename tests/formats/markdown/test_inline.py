from __future__ import annotations

import re
from pathlib import Path

import pytest

from translator.document import Span
from translator.formats.markdown.block import BlockKind
from translator.formats.markdown.blocks import blocks
from translator.formats.markdown.inline import items
from translator.markup.runs import Role

HARD = sorted((Path(__file__).parents[2] / "cases" / "markdown").glob("*.md"))


def lines(text: str) -> list[Span]:
    return [Span(*line.span(1)) for line in re.finditer(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)", text)]


@pytest.mark.parametrize("path", HARD, ids=lambda path: path.stem)
def test_every_character_of_a_block_is_found_in_the_document(path: Path) -> None:
    text = path.read_bytes().decode()
    found, _ = blocks(text, lines(text))
    assert found
    for block in found:
        stands = "".join("\n" if text[at : at + 1] in "\r\n" else text[at] for at in block.origin[:-1])
        if block.kind is BlockKind.CELL:
            stands = "".join(
                "|" if text[at : at + 2] == "\\|" or text[at - 1 : at + 1] == "\\|" else text[at]
                for at in block.origin[:-1]
            )
        assert stands == block.text


@pytest.mark.parametrize("path", HARD, ids=lambda path: path.stem)
def test_the_items_of_a_block_are_the_whole_block_in_order(path: Path) -> None:
    text = path.read_bytes().decode()
    found, env = blocks(text, lines(text))
    for block in found:
        of_block, _ = items(block, text, env)
        ends = [block.origin[0], *(item.span.end for item in of_block)]
        assert [item.span.start for item in of_block] == ends[:-1]
        assert ends[-1] == block.origin[-1]


def roles(text: str) -> list[tuple[Role, str]]:
    found, env = blocks(text, lines(text))
    return [(item.role, item.raw) for item in items(found[0], text, env)[0]]


def test_constructs_are_told_apart() -> None:
    assert roles("a *b* `c` [d](e) ![f](g)<br>\\*\nh") == [
        (Role.TEXT, "a "), (Role.OPEN, "*"), (Role.TEXT, "b"), (Role.CLOSE, "*"), (Role.TEXT, " "), (Role.KEPT, "`c`"),
        (Role.TEXT, " "), (Role.OPEN, "["), (Role.TEXT, "d"), (Role.CLOSE, "](e)"), (Role.TEXT, " "),
        (Role.BESIDE, "![f](g)"), (Role.BREAK, "<br>"), (Role.TEXT, "\\*"), (Role.TEXT, "\n"), (Role.TEXT, "h"),
    ]  # fmt: skip


def test_the_texts_of_images_are_blocks_of_their_own() -> None:
    text = "lihat ![satu *dua*](g) lagi"
    found, env = blocks(text, lines(text))
    assert [image.text for image in items(found[0], text, env)[1]] == ["satu *dua*"]
