from __future__ import annotations

import pytest

from translator.language.numbers import whole_amounts


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Iuran Rp 5.000,- per bulan", "Iuran Rp 5.000 per bulan"),
        ("Rp500,--; Rp2.000,-/orang, 75.000,-.", "Rp500; Rp2.000/orang, 75.000."),
        ("Denda 10.000,– dan Rp1.250.000,=", "Denda 10.000 dan Rp1.250.000"),
        ("Rp 2.000,00- dibayar, sisanya Rp. 25.000,00,-", "Rp 2.000,00 dibayar, sisanya Rp. 25.000,00"),
    ],
)
def test_what_says_that_an_amount_is_whole_is_found_behind_it(text: str, rest: str) -> None:
    assert whole_amounts.without(text) == rest


@pytest.mark.parametrize(
    "text", ["Rp 100.000,-an", "1,-3", "Rp 2.000,00-3.000,00", "Rp 2.000,00- Rp 3.000,00", "pada 1998,— katanya", "a,-"]
)
def test_other_commas_and_dashes_stay(text: str) -> None:
    assert whole_amounts.without(text) == text
