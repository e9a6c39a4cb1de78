from __future__ import annotations

import pytest

from translator.enforcement.name_matches import find_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ia tiba bersama Prasetyo di Tartus.", ["Prasetyo", "Tartus"]),
        ("Letaknya 8,65 LS dan 115,22 BT.", []),
        ("Ia tiba pukul 09.00 WITA.", []),
    ],
)
def test_what_belongs_to_a_number_or_is_a_unit_is_no_name(text: str, names: list[str]) -> None:
    assert [match.text for match in find_names(text, ())] == names
