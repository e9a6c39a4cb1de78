from __future__ import annotations

import pytest

from translator.document import Span
from translator.language.masking import mask, restore
from translator.language.spelled_out import find, localised


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("dalam 30 (tiga puluh) hari", ["(thirty)"]),
        (
            "Rp1.250.000,00 (satu juta dua ratus lima puluh ribu rupiah)",
            ["(one million two hundred and fifty thousand rupiah)"],
        ),
        ("bunga 2,5% (dua koma lima persen)", ["(two point five percent)"]),
        ("1 (satu hari) dan 2 (Dua) orang", ["(one day)", "(Two)"]),
        ("kadar 0,05 (nol koma nol lima) persen", ["(zero point zero five)"]),
    ],
)
def test_a_number_in_words_behind_its_figures_is_put_into_english(source: str, english: list[str]) -> None:
    assert [each for _, each in find(source)] == english


@pytest.mark.parametrize(
    "source", ["mereka (tiga) orang", "30 (tiga puluhan)", "30 (tiga empat lima)", "5 (ratus)", "7 (lihat lampiran)"]
)
def test_other_brackets_are_left_to_the_model(source: str) -> None:
    assert list(find(source)) == []


def test_it_stands_behind_its_figures_wherever_the_model_put_them() -> None:
    text, masks = mask("Sebanyak 5 (lima) orang hadir.")
    assert text == "Sebanyak 5 orang hadir."
    links = [(Span(0, 8), Span(0, 7)), (Span(9, 10), Span(8, 10)), (Span(9, 10), Span(11, 12))]
    assert restore("A total of 5 attended.", [], links, masks, text).target == "A total of 5 (five) attended."


def test_with_figures_alone_it_needs_no_model() -> None:
    assert localised("Rp7.500,00 (tujuh ribu lima ratus rupiah)") == "Rp7,500.00 (seven thousand five hundred rupiah)"
    assert localised("p<0,05; n=1.200") == "p<0.05; n=1,200"
    assert localised("We found n=1,200 here") == "We found n=1,200 here"
    assert localised("1.500 (lihat lampiran)") == "1.500 (lihat lampiran)"
