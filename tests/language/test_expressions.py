from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Span
from translator.language import approximators, compass, durations, ranges, units
from translator.language.expressions import missing, outside, placed

FINDERS = [approximators.find, compass.find, units.find, ranges.find]
CRUMBS = [
    *"0123456789., ½",
    "kurang lebih ",
    "lebih dari ",
    "barat ",
    "daya ",
    "laut ",
    " km",
    " persegi",
    "dolar",
    " per jam",
    " s.d. ",
    "s/d",
    " hingga ",
    " WIB",
]
TEXTS = st.lists(st.sampled_from(CRUMBS)).map("".join)


def test_each_expression_has_its_span_and_its_english() -> None:
    source = "Kurang lebih 30 knot ke barat daya, hampir 5 km² dengan Rp 2.000."
    found = sorted((each.span, each.text, each.accepted[0]) for find in FINDERS for each in find(source))
    assert [(text, english) for _, text, english in found] == [
        ("Kurang lebih", "about"),
        ("knot", "knots"),
        ("barat daya", "southwest"),
        ("hampir", "almost"),
        ("km", "square kilometers"),
        ("Rp", "Rp"),
    ]
    assert all(span.of(source) == text for span, text, _ in found)


def test_expressions_take_their_places_in_turn_and_share_the_last() -> None:
    found = units.find("5 km, 6 km dan 7 km")
    assert list(placed(found, "5 km and 6 to 7 kilometers").values()) == [Span(1, 4), Span(16, 26), Span(16, 26)]


def test_all_that_could_stand_for_an_expression_is_found_in_the_english() -> None:
    target = "More than 20 ships sailed 30 nautical miles north-westward."
    found = [span.of(target) for module in (approximators, units, compass) for span in module.written(target)]
    assert found == ["More than", "nautical miles", "north-westward"]


def test_a_point_of_the_compass_is_one_word_or_two() -> None:
    source = "Barat daya, baratdaya, timur-laut, BARAT LAUT; barat Laut Jawa."
    found = [(each.text, each.accepted[0]) for each in compass.find(source)]
    assert found == [
        ("Barat daya", "southwest"),
        ("baratdaya", "southwest"),
        ("timur-laut", "northeast"),
        ("BARAT LAUT", "northwest"),
        ("barat", "west"),
    ]


def test_a_term_that_begins_inside_a_point_cuts_it() -> None:
    source = "di barat laut Timor"
    assert compass.cuts(compass.find(source), Span(9, 19))
    assert not compass.cuts(compass.find(source), Span(3, 13))
    assert not compass.cuts(compass.find("di laut Timor"), Span(3, 13))


def test_a_unit_takes_the_number_of_what_it_stands_for() -> None:
    (feet, kilometers, knots) = units.find("5 kaki, 5 km dan 5 knot")
    assert [units.usual(each, is_single=True) for each in (feet, kilometers, knots)] == ["foot", "km", "knot"]
    assert [units.usual(each, is_single=False) for each in (feet, kilometers, knots)] == ["feet", "km", "knots"]


def test_the_month_of_a_date_in_words_is_no_length_of_time() -> None:
    assert durations.find("tanggal enam bulan Juli dan dua belas bulan Mei") == []
    assert [each.text for each in durations.find("selama enam bulan, sejak tiga bulan Meiji")] == ["bulan", "bulan"]


def test_expressions_that_overlap_a_term_are_left_out() -> None:
    found = compass.find("utara dan selatan")
    assert [each.text for each in outside(found, [Span(0, 5)])] == ["selatan"]


@given(TEXTS)
def test_an_expression_in_any_of_its_forms_is_not_missing(source: str) -> None:
    for find in FINDERS:
        for expression in find(source):
            for form in expression.accepted:
                assert missing([expression], f"it is 5 {form.replace('*', '')} there") == []


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("unit", ["5 ", "5 km ", "1.", "barat ", "kurang ", "sekitar ", "dua ", "Rp ", "½"])
def test_a_long_text_takes_linear_time(find: object, unit: str) -> None:
    assert callable(find)
    assert len(find(unit * 20_000)) >= 0


@pytest.mark.parametrize("source", ["di utara ", "3 mil laut ", "Rp 5 juta "])
def test_thousands_of_lost_expressions_take_linear_time(source: str) -> None:
    text = source * 20_000
    found = [*compass.find(text), *units.find(text)]
    kept = outside(found, [each.span for each in found[::2]])
    assert missing(kept, "Nothing at all. " * 20_000) == found[1::2]  # were it quadratic, it would take minutes
