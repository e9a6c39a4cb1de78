from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks import units
from translator.document import Span

SOURCE, TARGET = "Beratnya 12 kuintal.", "It weighs 12 tons."


def test_what_is_lost_is_a_warning_that_says_what_was_wanted() -> None:
    pair = Pair(SOURCE, TARGET, Origin.ENGINE)
    assert list(units.check(pair)) == [
        Finding("units", Severity.WARNING, "kuintal is not in the translation as quintals")
    ]


def test_what_was_copied_and_what_is_empty_is_not_looked_at() -> None:
    assert list(units.check(Pair(SOURCE, SOURCE, Origin.COPIED))) == []
    assert list(units.check(Pair(SOURCE, "", Origin.ENGINE))) == []


def test_what_stands_in_a_term_is_the_terms() -> None:
    use = TermUse("kuintal", "x", Status.NATURAL, Span(12, 19), Span(0, 1))
    assert list(units.check(Pair(SOURCE, TARGET, Origin.ENGINE, (use,)))) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Luasnya 5 km².", "It is 5 square kilometres."),
        ("Luasnya 5 kilometer persegi.", "It is 5 sq km."),
        ("Sejauh 12 mil laut", "12 nautical miles away"),
        ("Meriam 20 mm", "a 20mm gun"),
        ("Melaju 80 km/jam", "at 80 km/h"),
        ("Naik 5 persen", "rose 5%"),
        ("Harganya dua juta dolar AS", "It costs US$2 million"),
        ("Pendek 5 inci", '5" long'),
        ("Rp500 juta", "IDR 500 million"),
    ],
)
def test_units_in_any_english_form_are_well(source: str, target: str) -> None:
    assert list(units.check(Pair(source, target, Origin.ENGINE))) == []


def test_a_small_word_is_no_unit_without_a_number() -> None:
    (finding,) = units.check(Pair("Panjangnya 5 inci.", "It is 5 long in all.", Origin.ENGINE))
    assert finding.message == "inci is not in the translation as inches"


def test_nothing_is_said_of_the_unit_of_a_lost_number() -> None:
    assert list(units.check(Pair("Jaraknya 1,6 km.", "It is a mile away.", Origin.ENGINE))) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Tiga hari kemudian", "Three weeks later"),
        ("Ia menunggu 8 jam.", "He waited for 8 minutes."),
        ("Selama dua belas bulan", "For twelve days"),
        ("Proyek 25 tahun", "A 25-month project"),
        ("Pada tahun 1960-an", "In 1960"),
    ],
)
def test_a_length_of_time_that_became_another_is_told(source: str, target: str) -> None:
    assert len(list(units.check(Pair(source, target, Origin.ENGINE)))) == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Tiga hari kemudian", "Three days later"),
        ("Proyek 25 tahun", "A 25-year project"),
        ("Ratusan jam, bukan 24 jam", "Hundreds of hours, not round the clock, 24/7"),
        ("Pada jam 8, tahun 1998", "At 8, in 1998"),
        ("Selama tujuh hari", "For a week"),  # the number is lost, too
        ("Pria berusia 25 tahun", "A man, 25"),
        ("Sari (25 tahun) tiba.", "Sari, 25, arrived."),
        ("Pada 1960-an dan 1970-an", "In the '60s and the 1970s"),
        ("Pada tahun 1900-an", "In the 1900s"),
        ("Dalam waktu 3x24 jam", "Within 3 days"),
    ],
)
def test_what_may_stand_for_a_length_of_time_is_well(source: str, target: str) -> None:
    assert list(units.check(Pair(source, target, Origin.ENGINE))) == []


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Suhunya -12°C.", "It is 12°C.", "- is not in the translation as minus"),
        ("Suhunya minus dua belas derajat.", "It is twelve degrees.", "minus is not in the translation as minus"),
        ("Tumbuh minus 1,5 persen", "It grew 1.5 percent", "minus is not in the translation as minus"),
        ("Uang 5 juta dolar AS", "S$5 million", "Singapore dollars are in the translation, the source has US dollars"),
        (
            "Uang A$5 juta",
            "5 million US dollars",
            "US dollars are in the translation, the source has Australian dollars",
        ),
    ],
)
def test_a_lost_sign_and_the_dollars_of_another_country_are_told(source: str, target: str, told: str) -> None:
    assert [finding.message for finding in units.check(Pair(source, target, Origin.ENGINE))] == [told]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Suhunya -12°C.", "It is −12°C."),
        ("Suhunya minus 12 derajat.", "It is 12 degrees below zero."),
        ("Tumbuh minus 1,5 persen", "It shrank by 1.5 percent"),
        ("Naik 10 -12 persen", "It rose by 10 to 12 percent"),
        ("Mata minus dan 5 persen lain", "Short-sighted, and the other 5 percent"),
        ("Uang 5 juta dolar", "US$5 million"),
        ("Uang 5 juta dolar AS", "$5 million"),
        ("Uang 5 juta dolar AS dan S$3", "US$5 million and 3 Singapore dollars"),
    ],
)
def test_signs_and_dollars_in_any_english_form_are_well(source: str, target: str) -> None:
    assert list(units.check(Pair(source, target, Origin.ENGINE))) == []
