from __future__ import annotations

import pytest

from glossary.source.unit_numbers import filled, is_number, ordinal
from glossary.term import Term


@pytest.mark.parametrize("text", ["1", "9", "753", "1203", "I", "IV", "IX", "XVII", "XL", "XXIX", "LXIII"])
def test_numbers_of_units(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "9A", "12345", "9.000", "IIII", "VX", "IC", "ix", "D", "MCM", "#", "²", "٣x"])
def test_what_is_no_number_of_a_unit(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        *(("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("4", "4th"), ("11", "11th"), ("12", "12th"), ("113", "113th")),
        *(("21", "21st"), ("753", "753rd"), ("IX", "9th"), ("XIV", "14th"), ("XLII", "42nd"), ("0", "0th")),
    ],
)
def test_ordinals(number: str, wanted: str) -> None:
    assert ordinal(number) == wanted


def test_the_number_goes_into_source_and_targets() -> None:
    term = Term("Brigif #", ("#th Infantry Brigade", "Infantry Brigade #"), forbidden=("#. Brigade",))
    assert filled(term, "IX") == Term(
        "Brigif IX", ("9th Infantry Brigade", "Infantry Brigade IX"), forbidden=("IX. Brigade",)
    )


def test_an_entry_without_an_open_number_stays_as_it_is() -> None:
    term = Term("Rusia", ("#1",))
    assert filled(term, "9") is term
