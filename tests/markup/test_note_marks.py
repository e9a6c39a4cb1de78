from __future__ import annotations

import pytest

from translator.markup.note_marks import belongs_to_word, is_note


@pytest.mark.parametrize("raised", ["1", "12", "a", "*", "**)", "3)", "[2]", "(b)", "1,3", "1*", "1, 2†", "2–4", "†,‡"])
def test_marks_of_notes(raised: str) -> None:
    assert is_note(raised)


@pytest.mark.parametrize("raised", ["", "st", "th", "TM", "2023", "catatan", "1.", "1,", "n+1"])
def test_what_is_raised_and_no_note(raised: str) -> None:
    assert not is_note(raised)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("5 km", " dan", True),
        ("nilai R", " dan", True),
        ("nilai R", "=0,85", False),
        ("25", "C", True),
        ("10", " kg", False),
        ("kapal", " itu", False),
        ("Bakamla", ", lalu", False),
        ("", "Universitas", False),
    ],
)
def test_a_power_belongs_to_its_unit_or_variable(before: str, after: str, *, wanted: bool) -> None:
    assert belongs_to_word(before, after) is wanted
