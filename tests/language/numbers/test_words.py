from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.language.numbers import NumberKind, find
from translator.language.numbers.word_values import value_of

UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
SCALES = ((12, "triliun"), (9, "miliar"), (6, "juta"), (3, "ribu"))


def indonesian(number: int) -> str:
    """A number from 1 to 10 ** 15 - 1 in Indonesian words."""
    for exponent, name in SCALES:
        if number >= 10**exponent:
            count, rest = divmod(number, 10**exponent)
            head = "seribu" if number < 2000 and exponent == 3 else f"{indonesian(count)} {name}"
            return f"{head} {indonesian(rest)}".strip()
    if number >= 100:
        head = "seratus" if number < 200 else f"{UNITS[number // 100]} ratus"
        return f"{head} {indonesian(number % 100)}".strip()
    if number >= 20:
        return f"{UNITS[number // 10]} puluh {indonesian(number % 10)}".strip()
    if number >= 10:
        return {10: "sepuluh", 11: "sebelas"}.get(number) or f"{UNITS[number - 10]} belas"
    return UNITS[number] if number else ""


@given(st.integers(1, 10**15 - 1))
def test_every_number_in_words_has_its_value(number: int) -> None:
    assert value_of(indonesian(number).split()) == number


@given(st.integers(3, 10**15 - 1))
def test_a_number_in_words_is_found_whole(number: int) -> None:
    text = f"ada {indonesian(number)} orang"
    (found,) = find(text)
    assert (found.kind, found.text) == (NumberKind.WORDS, indonesian(number))
    assert f"{number:,}" in found.accepted


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("setengah juta", "500000"),
        ("satu setengah miliar", "1500000000"),
        ("dua setengah", "2.5"),
        ("sejuta", "1000000"),
        ("seribu satu", "1001"),
    ],
)
def test_halves_and_ones_have_their_value(words: str, value: str) -> None:
    assert value_of(words.split()) == Decimal(value)


@pytest.mark.parametrize("words", ["tiga empat", "ratus", "belas", "ribu juta", "seratus ratus", "satu seribu", "juta"])
def test_words_that_make_no_number_have_no_value(words: str) -> None:
    assert value_of(words.split()) is None
