from __future__ import annotations

import pytest

from tests.enforcement.repairs.expressions import mended


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Sidang ke-12 partai itu dibuka.", "The 12 meeting opened.", "The 12th meeting opened."),
        ("Presiden ke-7 RI hadir.", "7 RI President attended.", "7th RI President attended."),
        ("Ini ulang tahunnya yang ke-21.", "This is his 21 birthday.", "This is his 21st birthday."),
    ],
)
def test_figures_before_a_noun_get_the_ending_of_an_ordinal(source: str, model: str, wanted: str) -> None:
    assert mended(source, model, "0-0") == wanted


@pytest.mark.parametrize(
    ("model", "wanted"),
    [
        ("In the 21th century, on the 3th day.", "In the 21st century, on the 3rd day."),
        ("The 112nd and the 11st ship of the 22th.", "The 112th and the 11th ship of the 22nd."),
        ("The 13th of the 101st.", "The 13th of the 101st."),
    ],
)
def test_an_ordinal_has_the_ending_of_its_number(model: str, wanted: str) -> None:
    assert mended("Kapal itu tiba.", model, "0-0") == wanted


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ("Pada hari ke-7 hujan.", "On day 7 it rained."),
        ("Pada hari ke-7 hujan.", "In 7 days it rained."),
        ("Kongres ke-12 dibuka.", "The 12th congress opened."),
        ("Abad ke-19 dan 19 kapal.", "The 19 ship of the 19th century."),
        ("Kongres ke-12 dibuka.", "Congress 12 opened."),
        ("Gol pada menit ke-84.", "A 84-minute goal."),
        ("Pertemuan ke-14 negara itu.", "The meeting of 14 member countries."),
    ],
)
def test_a_plain_number_that_may_be_right_is_left(source: str, model: str) -> None:
    assert mended(source, model, "0-0") == model
