from __future__ import annotations

import pytest

from tests.enforcement.repairs.expressions import mended


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Rapat usai jam 3 sore.", "The meeting ended 3 afternoon.", "The meeting ended at 3 p.m."),
        ("Dia tidur jam 12 malam itu.", "He slept at 12 night there.", "He slept at midnight there."),
        ("Kami makan pukul 12 siang.", "We eat at 12 days.", "We eat at noon."),
        ("Buka pukul 7 pagi sampai 9 malam.", "Open from 7 a.m. to 9 nights.", "Open from 7 a.m. to 9 p.m."),
        ("Hujan turun jam 2 malam di sini.", "Rain fell at 2 nights here.", "Rain fell at 2 a.m. here."),
        ("Dia bangun jam 4 subuh lagi.", "He rose at 4 dawn again.", "He rose at 4 a.m. again."),
        ("Tiba jam 11.30 siang di kota.", "Arrived at 11:30 a day in the city.", "Arrived at 11:30 a.m. in the city."),
    ],
)
def test_a_noun_behind_an_hour_is_its_half_of_the_day(source: str, model: str, wanted: str) -> None:
    assert mended(source, model) == wanted


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ("Dia menginap 9 malam di Bali.", "He stayed 9 nights in Bali."),
        ("Dia tiba jam 9 malam di Bali.", "He came at 9 in the evening to Bali."),
        ("Rapat jam 8 pagi batal.", "The 8 a.m. meeting was off."),
    ],
)
def test_what_counts_nights_or_says_the_part_of_the_day_stays(source: str, model: str) -> None:
    assert mended(source, model) == model
