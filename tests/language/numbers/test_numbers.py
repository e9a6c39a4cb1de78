from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.numbers.strategies import VALUES
from translator.language.numbers import NumberKind, find, lost, missing, placed, written

CASES: dict[str, Any] = json.loads((Path(__file__).parents[2] / "cases" / "numbers.json").read_text("utf-8"))
CRUMBS = [*"0123456789.,:/- ()", " ribu", " juta", "pukul ", " WIB", "-an", "ke-", "T-", "Rp", "\u00a0", "m2", "a@b "]
CRUMBS += [" dua ", " belas ", " puluh ", "setengah ", "se", "ke", "ketiga ", " Mei ", " 2024", "pertiga ", "atau "]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(CRUMBS)).map("".join))

# Each is repeated to a long text, whose numbers must be found in linear time.
REPEATED = ["1 ", "12.000 ", "1,", "1.000.", "x@", "a", "9", "dua ", "ribu ", "setengah", "1 Mei ", "ke", "1/", "½"]
REPEATED += ["X", "XI ", "1°", "1°1'", "A-1/", "10.20-", "lima koma lima ", "12 ", "12/5/2024 "]


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["source"])
def test_numbers_are_found_with_their_usual_english_form(case: dict[str, Any]) -> None:
    found = find(case["source"])
    assert [[number.text, number.accepted[0]] for number in found] == case["numbers"]
    assert [number.span.of(case["source"]) for number in found] == [number.text for number in found]


@pytest.mark.parametrize("case", CASES["missing"], ids=lambda case: f"{case['source']} = {case['target']}")
def test_a_number_without_a_place_in_the_translation_is_missing(case: dict[str, Any]) -> None:
    assert [number.text for number in missing(case["source"], case["target"])] == case["missing"]


@given(TEXTS)
def test_numbers_are_ordered_and_apart_and_have_a_form(source: str) -> None:
    done = 0
    for number in find(source):
        assert done <= number.span.start < number.span.end
        assert number.span.of(source) == number.text
        assert len(number.accepted) == len(set(number.accepted)) > 0
        done = number.span.end


@given(TEXTS)
def test_numbers_in_their_usual_forms_are_not_missing(source: str) -> None:
    target = " and ".join(number.accepted[0] for number in find(source))
    assert missing(source, target) == ()


@given(VALUES, st.data())
def test_a_number_in_any_of_its_accepted_forms_is_not_missing(value: str, data: st.DataObject) -> None:
    source = f"Nilai {value} itu."
    target = " and then ".join(data.draw(st.sampled_from(number.accepted)) for number in find(source))
    assert missing(source, f"It was {target} there.") == ()


@given(st.lists(VALUES, min_size=2, max_size=5, unique=True), st.data())
def test_numbers_in_any_of_their_accepted_forms_find_a_place_each(values: list[str], data: st.DataObject) -> None:
    source = f"Nilai {' dan lagi '.join(values)} itu."
    target = " and then ".join(data.draw(st.sampled_from(number.accepted)) for number in find(source))
    assert missing(source, f"It was {target} there.") == ()


@pytest.mark.parametrize(
    ("source", "target"), [("pukul 10.30", "at 10.30"), ("pada 9/3/2022", "on 3/9/2022"), ("Senin (4/10)", "(10/4)")]
)
def test_what_a_translator_may_write_is_put_right_but_not_lost(source: str, target: str) -> None:
    assert missing(source, target) == find(source)
    assert lost(source, target) == ()


@given(TEXTS)
def test_all_numbers_are_missing_in_a_text_without_any(source: str) -> None:
    assert missing(source, "Nobody came.") == find(source)


@pytest.mark.parametrize("unit", REPEATED)
def test_a_long_text_takes_linear_time(unit: str) -> None:
    text = unit * 20_000
    assert missing(text, "") == find(text)  # were it quadratic, this test would not end


@pytest.mark.parametrize("form", ["F{}", "{}/5/2024", "B-{}", "Rp {}", "{}%"])
def test_the_places_of_many_different_numbers_are_found_in_linear_time(form: str) -> None:
    text = " ".join(form.format(number) for number in range(1, 8_000))
    assert lost(text, text) == ()


@pytest.mark.parametrize(
    ("kind", "target", "spans"),
    [
        (NumberKind.DATE, "on 9/9/3/2022 or March 9, 2022", ["March 9, 2022", "9/9/3/2022"]),
        (NumberKind.TIME, "the 08.46th morning", ["08.46th"]),
        (NumberKind.WORDS, "two million and half a million", ["two million and half a million"]),
        (NumberKind.FRACTION, "took a half hour", ["a half"]),
        (NumberKind.ROMAN, "Kodam XVI/Cenderawasih", ["XVI"]),
        (NumberKind.COORDINATE, "in 10649'10\" BT.", ["10649'10\" BT"]),
        (NumberKind.PLAIN, "9/3 of 12", ["12"]),
    ],
)
def test_what_could_stand_for_a_number_is_taken_whole(kind: NumberKind, target: str, spans: list[str]) -> None:
    found = dict.fromkeys(span.of(target) for span in written(kind, target))
    assert list(found)[: len(spans)] == spans


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [("tahun 1820-an", "the 1820s", "the 1920s"), ("tahun 2010-an", "the 2010s", "the 1910s")],
)
def test_a_decade_has_its_century(source: str, right: str, wrong: str) -> None:
    assert lost(source, right) == ()
    assert lost(source, wrong) != ()


@pytest.mark.parametrize(
    ("target", "absent"),
    [
        ("on 19 July 2020 (19-07-2020)", []),
        ("on the nineteenth of July two thousands of twenty (19-07-2020)", []),
        ("that day (19-07-2020)", []),
        ("on 19 July 2020", []),
        ("that day", ["sembilan belas", "Juli", "dua ribu dua puluh", "19-07-2020"]),
    ],
)
def test_a_date_in_words_and_in_figures_is_one_date_said_twice(target: str, absent: list[str]) -> None:
    source = "tanggal sembilan belas bulan Juli tahun dua ribu dua puluh (19-07-2020)"
    assert [number.text for number in lost(source, target)] == absent


def test_a_date_in_figures_takes_its_own_place_before_the_words_that_say_it() -> None:
    source = "tanggal empat bulan Mei tahun dua ribu tiga (04-05-2003)"
    target = "on the four of that month (04-05-2003)"
    assert placed(source, target)[find(source)[-1]].of(target) == "04-05-2003"
