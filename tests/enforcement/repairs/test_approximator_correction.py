from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Term
from tests.enforcement.repairs.expressions import mended
from translator.language import approximators


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("Kurang lebih 40 rumah", "Less than 40 houses", "0-0 1-1 2-2 3-3", "About 40 houses"),
        ("ada lebih kurang 40 rumah", "are more than 40 houses", "0-0 1-1 2-2 3-3 4-4", "are about 40 houses"),
        ("Kurang dari 90 kapal", "Flood from 90 ships", "0-0 1-1 2-2 3-3", "Less than 90 ships"),
        ("Kurang lebih 90 kapal", "The 90 ships", "0-0 2-1 3-2", "About 90 ships"),
        ("Minimal 12 jam", "Minimal 12 hours", None, "At least 12 hours"),
        ("Paling banyak lima orang", "Most of the five people", "0-0 1-2 2-1 2-3 3-4", "At most five people"),
        ("Kurang dari seribu ekor", "A thousand animals", "2-0 2-1 3-2", "Less than a thousand animals"),
        ("Nasib hampir 30 warga", "Fate of 30 citizens", "0-0 1-1 2-2 3-3", "Fate of almost 30 citizens"),
        ("sebuah laporan hampir 300 halaman", "a 300-page report", "0-0 1-4 3-1 4-3", "an almost 300-page report"),
        ("biayanya sekitar Rp 5.000", "it costs Rp 5,000", "0-1 2-2 3-3 4-4 5-5", "it costs about Rp 5,000"),
        ("tumbuh kurang lebih sama", "grew kurang lebih alike", None, "grew about alike"),
    ],
)
def test_an_approximator_is_put_before_its_number(source: str, model: str, links: str | None, wanted: str) -> None:
    assert mended(source, model, links) == wanted


def test_the_contrary_before_a_number_is_put_right_though_the_word_stands_elsewhere() -> None:
    source, model = "kurang lebih 40 rumah di beberapa desa", "less than 40 houses in some villages"
    assert mended(source, model) == "about 40 houses in some villages"


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ("Kurang lebih 40 rumah", "Approximately 40 houses"),
        ("Kurang lebih 40 rumah", "40 or so houses"),
        ("Lebih dari 40 rumah", "Over 40 houses"),
        ("Tidak kurang dari 40 rumah", "No less than 40 houses"),
        ("Kurang lebih 40 rumah", "Less than fifty houses"),  # its number has no place
    ],
)
def test_what_is_right_and_what_has_no_place_is_left(source: str, model: str) -> None:
    assert mended(source, model, "").replace("40 fifty", "fifty") == model


def test_an_approximator_inside_a_term_is_the_terms() -> None:
    term = Term("kurang lebih 40", ("less than 40",))
    assert mended("ada kurang lebih 40 rumah", "are less than 40 houses", None, term) == "are less than 40 houses"


WORDS = st.sampled_from(
    ["kurang lebih", "lebih kurang", "sekitar", "lebih dari", "kurang dari", "hampir", "setidaknya", "maksimal"]
)


@given(WORDS, st.integers(20, 999), st.data())
def test_an_approximator_in_any_of_its_english_forms_is_never_changed(
    word: str, value: int, data: st.DataObject
) -> None:
    source = f"Ada {word} {value} kapal."
    (found,) = approximators.find(source)
    form = data.draw(st.sampled_from(found.accepted)).replace("*", "")
    right = f"There are {form} {value} ships."
    assert mended(source, right) == right
