from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import USER_LIST, Case, Term
from tests.enforcement.repairs.expressions import mended

WITA = Term("WITA", ("Central Indonesia Time", "WITA"), case=Case.EXACT, variants=("wita",), term_list="organisations")


def test_another_zone_behind_the_time_gives_way_to_the_term() -> None:
    model = "at 09:00 Western Indonesia Time there"
    assert mended("pukul 09.00 WITA di sana", model, "0-0 1-1 2-2 3-3 5-7", WITA) == (
        "at 09:00 Central Indonesia Time there"
    )


def test_a_zone_in_small_letters_is_one() -> None:
    model = "at 09:00 Western Indonesia Time there"
    assert mended("pukul 09.00 wita di sana", model, "0-0 1-1 2-2 3-3 5-7", WITA) == (
        "at 09:00 Central Indonesia Time there"
    )


WIT = Term("WIT", ("WIT", "Eastern Indonesia Time"), case=Case.EXACT, term_list="organisations", plural=False)


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("tiba 05.40 WIT", "arrived 5:40 a.m. Western Indonesia Time", None, "arrived 5:40 a.m. WIT"),
        ("tiba 15.40 WIT.", "arrived 15:40 Eastern Indonesia Time.", None, "arrived 15:40 WIT."),
        ("tiba jam 6 pagi WIT", "arrived 6 morning", None, "arrived at 6 a.m. WIT"),
        ("tiba jam 6 pagi WIT.", "arrived at 6 a.m.", "0-0 1-1 2-2 3-3 3-5 5-6", "arrived at 6 a.m. WIT."),
        ("tiba 15.40 WIT di sana", "arrived 15:40 there", "0-0 1-1 2-2 3-3 5-4 6-4", "arrived 15:40 WIT there"),
        ("tiba 15.40-16.10 WIT", "arrived 15:40-16:10 WITs", None, "arrived 15:40-16:10 WIT"),
    ],
)
def test_one_form_of_the_zone_stands_right_behind_the_time(
    source: str, model: str, links: str | None, wanted: str
) -> None:
    assert mended(source, model, links, WIT) == wanted


def test_a_form_that_the_users_list_accepts_is_left() -> None:
    own = replace(WIT, term_list=USER_LIST)
    model = "arrived 15:40 Eastern Indonesia Time"
    assert mended("tiba 15.40 WIT", model, None, own) == model


def test_a_zone_that_is_right_or_stands_behind_no_time_is_left() -> None:
    for model in ("at 09:00 WITA there", "there, in Eastern Indonesia Time, at 09:00 WITA"):
        assert mended("pukul 09.00 WITA di sana", model, "0-0", WITA) == model
