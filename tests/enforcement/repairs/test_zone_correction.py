from __future__ import annotations

from glossary import Case, Term
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


def test_a_zone_that_is_right_or_stands_behind_no_time_is_left() -> None:
    for model in ("at 09:00 WITA there", "there, in Eastern Indonesia Time, at 09:00 WITA"):
        assert mended("pukul 09.00 WITA di sana", model, "0-0", WITA) == model
