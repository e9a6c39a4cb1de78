from __future__ import annotations

import pytest

from translator.language.numbers import NumberKind, find, missing


@pytest.mark.parametrize(
    ("source", "times"),
    [
        ("Berangkat 23.45, tiba 07.30.", ["23.45", "07.30"]),
        ("Dari 19.00-20.30 WIB.", ["19.00", "20.30"]),
        ("Toko buka 10.15 dan tutup 21.00.", ["10.15", "21.00"]),
        ("Tekanannya 10.15 bar.", []),
        ("Lihat pasal 07.30.", []),
        ("Nilainya 0,45.", []),
    ],
)
def test_what_says_that_digits_are_a_time_of_day(source: str, times: list[str]) -> None:
    assert [number.text for number in find(source) if number.kind is NumberKind.TIME] == times


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("pukul 09.30 WIB", "at 9:30 p.m."),
        ("pukul 10.00", "at 10 pm"),
        ("pukul 00.15", "at 12:15 p.m."),
        ("pukul 12.30", "at 12:30 a.m."),
        ("pukul 21.30", "at 21:30 p.m."),
        ("pukul 21.30", "at 9:30 a.m."),
        ("pukul 21.30 malam", "at 21:30 p.m."),  # who says 21.30 counts no twelve hours
        ("pukul 15.45 sore", "at 3:45 a.m."),
        ("pukul 7.30 pagi", "at 7:30 p.m."),
    ],
)
def test_the_other_half_of_the_day_is_no_place_for_a_time(source: str, target: str) -> None:
    assert missing(source, target) == find(source)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("pukul 09.30 WIB", "at 9:30 a.m."),
        ("pukul 00.15", "at 12:15 a.m."),
        ("pukul 12.30", "at 12:30 p.m."),
        ("pukul 21.30", "at 9:30 p.m."),
        ("pukul 09.30 malam", "at 9:30 p.m."),
        ("pukul 7.30", "at 7:30 p.m."),  # may count twelve hours
        ("pukul 24.00", "at 24:00"),
    ],
)
def test_the_right_half_of_the_day_may_stand_behind_a_time(source: str, target: str) -> None:
    assert missing(source, target) == ()
