from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Term
from tests.enforcement.repairs.expressions import mended
from translator.language import units


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("melaju 30 knot", "made 30 kilometers per hour", "0-0 1-1 2-2", "made 30 knots"),
        ("kapal 30 knot", "a 30-kilometer ship", "0-4 1-1 2-3", "a 30-knot ship"),
        ("harganya 20.000 dong", "it costs 20,000", "0-1 1-2 2-3 3-4", "it costs 20,000 dong"),
        ("harganya 20.000 dong", "it costs $20,000", "0-1 1-3 2-4 3-5", "it costs 20,000 dong"),
        ("daya 1.200 megawatt", "power 1,200 switched", None, "power 1,200 megawatts"),
        ("seberat 4 pon emas", "weighing 4 gold pons", "0-0 1-1 2-3 3-2", "weighing 4 gold pounds"),
        ("seluas 40 meter persegi", "covers 40 meters", "0-0 1-1 2-2", "covers 40 square meters"),
        ("1 yard kain", "1 mirror of cloth", "0-0 1-1 2-3", "1 yard of cloth"),
        ("denda Rp 5.000 saja", "fine of 5,000 only", "0-0 2-2 3-3 4-4 5-5", "fine of Rp 5,000 only"),
        ("denda Rp 5.000 saja", "fine of $5,000 only", "0-0 2-3 3-4 4-5 5-6", "fine of Rp 5,000 only"),
        ("laju 160 km/jam di sana", "speed 160 km/jam there", "0-0 1-1 2-2 5-5 6-5", "speed 160 km per hour there"),
        ("laju 5 km/detik", "speed 5 km", None, "speed 5 km per second"),
        ("tidur jam 10 malam", "slept 10 nights", "0-0 1-1 2-1 3-2", "slept at 10 p.m."),
        ("tiba jam 11 siang.", "came 11 lunch.", "0-0 1-1 2-1 3-2 4-3", "came 11 a.m."),
        ("tutup jam 5 sore", "closes 5 sore hours", "0-0 2-1 3-2 1-3", "closes 5 p.m."),
        ("pukul 09.00 WITA", "at 09:00 Western Indonesia Time", None, "at 09:00 Central Indonesia Time"),
    ],
)
def test_a_unit_is_put_beside_its_number(source: str, model: str, links: str | None, wanted: str) -> None:
    assert mended(source, model, links) == wanted


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ("jalan 500 meter", "the 500-strong road"),  # the number is a part of a word
        ("jaraknya tiga mil", "it is near"),  # the number has no place
        ("harganya 5 dolar", "it costs $5"),
        ("melaju 120 km/jam", "made 120 kph"),
        ("seluas 4 km²", "covers four square kilometres"),
    ],
)
def test_what_is_right_and_what_has_no_place_is_left(source: str, model: str) -> None:
    assert mended(source, model, "").removesuffix(" three") == model


def test_a_unit_inside_a_term_is_the_terms() -> None:
    term = Term("meriam 20 mm", ("Vulcan 20 gun",))
    assert mended("ada meriam 20 mm", "are Vulcan 20 gun", None, term) == "are Vulcan 20 gun"


UNITS = [
    "km",
    "knot",
    "mil laut",
    "meter persegi",
    "meter kubik",
    "ton",
    "kg",
    "liter",
    "persen",
    "derajat",
    "megawatt",
    "kaki",
]
MONEY = ["rupiah", "dolar", "dong", "baht", "ringgit", "yen", "won", "poundsterling", "euro"]


@given(st.integers(20, 999), st.sampled_from([*UNITS, *MONEY, "km/jam", "m/detik", "liter per hari"]), st.data())
def test_a_unit_in_any_of_its_english_forms_is_never_changed(value: int, unit: str, data: st.DataObject) -> None:
    source = f"Ada {value} {unit} di sana."
    forms = [data.draw(st.sampled_from(each.accepted)).replace("*", "") for each in units.find(source)]
    right = f"There are {value} {' '.join(forms)} there."
    assert mended(source, right, "") == right
