from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.numbers.strategies import AMOUNTS
from translator.language.numbers import is_figures, localise, missing

CASES: dict[str, Any] = json.loads((Path(__file__).parents[2] / "cases" / "localisation.json").read_text("utf-8"))


@pytest.mark.parametrize(("indonesian", "english"), CASES["localised"])
def test_amounts_and_times_are_written_as_english_writes_them(indonesian: str, english: str) -> None:
    assert localise(indonesian) == english


@pytest.mark.parametrize("text", CASES["kept"])
def test_what_is_no_amount_and_no_time_stays_as_it_is(text: str) -> None:
    assert localise(text) == text


@pytest.mark.parametrize("text", CASES["figures"])
def test_figures_with_a_currency_or_a_unit_need_no_model(text: str) -> None:
    assert is_figures(text)


@pytest.mark.parametrize("text", CASES["words"])
def test_text_with_words_or_without_figures_is_not_figures(text: str) -> None:
    assert not is_figures(text)


@given(AMOUNTS)
def test_a_localised_amount_is_what_its_source_asks_for(amount: str) -> None:
    assert missing(amount, localise(amount)) == ()


@given(st.text("0123456789.,:;/-–()% |Rp"))
def test_no_digit_and_no_space_is_lost(text: str) -> None:
    kept = [character for character in text if character.isdigit() or character == " "]
    assert [character for character in localise(text) if character.isdigit() or character == " "] == kept


@pytest.mark.parametrize("unit", ["1.500 ", "1.500", "1.500 - ", "(", "3,5;", "Rp", "0"])
def test_a_long_text_takes_linear_time(unit: str) -> None:
    assert len(localise(unit * 50_000)) == 50_000 * len(unit)
