from __future__ import annotations

import pytest

from translator.document import Span
from translator.markup.item_signs import BOX, signs_between_items
from translator.markup.runs import Item, Role

AT = Span(0, 0)
SIGNS = {BOX: Role.BESIDE, "*": Role.BESIDE, "|": Role.BREAK}


def pieces(*written: str) -> list[Item]:
    """Items: a box and a sign of a font of pictures are marks, `|` is a break, and all else is text."""
    return [Item(SIGNS.get(text, Role.TEXT), AT, "x", text.replace("*", "\uf0d8").strip("|")) for text in written]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ((BOX, " Ya ", BOX, " Tidak"), [0, 2]),
        ((BOX, "Ya", BOX, "Tidak"), [0, 2]),
        (("Ya ", BOX, " Tidak ", BOX), [1, 3]),
        (("Setuju: ", BOX, " ya"), [1]),
        (("*", " Satu ", "*", " Dua"), [0, 2]),
        (("Kapal ", BOX, " itu", "|", BOX, " Ya ", BOX, " Tidak"), [4, 6]),
        (("☐ Ya ", "☐ Tidak"), []),
        (("Pilih kotak ", BOX, " untuk setuju"), []),
        ((BOX, " Ya"), []),
        ((BOX, BOX), []),
        (("Ya ", "Tidak"), []),
    ],
)
def test_signs_that_part_items_are_found(written: tuple[str, ...], wanted: list[int]) -> None:
    assert list(signs_between_items(pieces(*written))) == wanted
