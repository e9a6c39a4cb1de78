from __future__ import annotations

import pytest

from translator.language.numbers import find, missing


@pytest.mark.parametrize(
    ("source", "time"),
    [
        ("pukul setengah tujuh", "6:30"),
        ("jam setengah satu", "12:30"),
        ("pukul tujuh lewat lima belas menit", "7:15"),
        ("jam dua belas lebih lima", "12:05"),
        ("jam sembilan kurang sepuluh", "8:50"),
        ("pukul satu kurang seperempat", "12:45"),
    ],
)
def test_a_time_in_words_is_found_with_its_english(source: str, time: str) -> None:
    (number,) = find(source)
    assert (number.text, number.accepted[0]) == (source, time)


@pytest.mark.parametrize(
    "source", ["2 jam setengah dua", "jam dinding setengah baru", "pukul lima lewat delapan puluh"]
)
def test_what_is_no_time_is_none(source: str) -> None:
    assert "TIME" not in [number.kind.name for number in find(source)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("pukul setengah tujuh malam", "at 18:30"),
        ("pukul setengah tujuh", "at half past six"),
        ("jam tujuh lewat seperempat", "at a quarter past seven"),
        ("jam sembilan kurang sepuluh", "at ten minutes to nine"),
        ("jam sembilan lebih lima belas", "at nine fifteen"),
    ],
)
def test_a_time_may_be_said_in_many_ways(source: str, target: str) -> None:
    assert missing(source, target) == ()
