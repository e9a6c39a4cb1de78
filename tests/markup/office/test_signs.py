from __future__ import annotations

import pytest

from tests.formats.office_files import NAMESPACES
from translator.markup.office.signs import sign_of
from translator.markup.office.tree import XmlElement, tree


def symbol(font: str, char: str) -> XmlElement:
    return tree(f'<w:sym xmlns:w="{NAMESPACES["w"]}" w:font="{font}" w:char="{char}"/>'.encode(), "a")


@pytest.mark.parametrize(
    ("font", "char", "wanted"),
    [
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "00fe", "☐"),
        ("Wingdings 2", "A3", "☐"),
        ("Wingdings", "F0D8", "\uf0d8"),
        ("Webdings", "F061", "\uf061"),
        ("Symbol", "F061", ""),
        ("Wingdings", "2610", ""),
        ("", "", ""),
    ],
)
def test_a_symbol_of_a_font_of_pictures_is_a_sign(font: str, char: str, wanted: str) -> None:
    assert sign_of(symbol(font, char)) == wanted
