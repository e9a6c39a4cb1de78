from __future__ import annotations

import pytest

from translator.language.name_likeness import english_spelling, is_english_form, may_be_mangled


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Interkontinental", "Intercontinental"),
        ("Imperialis", "Imperialist"),
        ("Romantisisme", "Romantisism"),
        ("Erik", None),
        ("Moskalenko", None),
        ("Prasetyo", None),
    ],
)
def test_a_loan_word_has_an_english_spelling(name: str, english: str | None) -> None:
    assert english_spelling(name) == english


@pytest.mark.parametrize(
    ("word", "name", "is_right"),
    [
        ("Navajos", "Navajo", True),
        ("Quebecians", "Quebec", True),
        ("Tartuss", "Tartus", False),
        ("Prasetyoyo", "Prasetyo", False),
        ("Budin", "Budi", False),
        ("Moscalenko", "Moskalenko", False),
    ],
)
def test_an_english_form_of_a_name_is_no_misspelling(word: str, name: str, is_right: bool) -> None:
    assert (is_english_form(word, name), may_be_mangled(word, name)) == (is_right, not is_right)
