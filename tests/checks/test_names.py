from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.names import check
from translator.document import Span


def lost(source: str, target: str, origin: Origin = Origin.ENGINE) -> list[str]:
    findings = list(check(Pair(source, target, origin)))
    assert all((finding.check, finding.severity) == ("names", Severity.WARNING) for finding in findings)
    return [finding.message.split()[0] for finding in findings]


def test_a_lost_name_is_a_warning_that_names_it() -> None:
    assert list(check(Pair("Letjen Prasetyo memimpin pasukan.", "The general led the troops.", Origin.ENGINE))) == [
        Finding("names", Severity.WARNING, "Prasetyo is not in the translation as it is written in the source")
    ]


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("Kata Thatcher kepada Widodo.", "Thacher told Wido.", ["Thatcher", "Widodo"]),
        ("Kota itu, Quneitra, aman.", "The town, Quneytra, is safe.", ["Quneitra"]),
        ("Ia bertemu Thatcher dan Thatcher.", "They met.", ["Thatcher"]),
    ],
)
def test_a_name_that_was_altered_is_found_once(source: str, target: str, names: list[str]) -> None:
    assert lost(source, target) == names


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Kata Thatcher di sini.", "THATCHER's word here."),
        ("Tentara Libya tiba.", "Libyan soldiers arrived."),
        ("Di Bogotá dan Hyderabad.", "In Bogota and Hydérabad."),
        ("Kata Thatcherlah yang didengar.", "It is Thatcher who was heard."),
    ],
)
def test_an_ending_a_capital_or_an_accent_does_not_lose_a_name(source: str, target: str) -> None:
    assert lost(source, target) == []


@pytest.mark.parametrize(
    "source",
    [
        "Perang di Laut Merah dan Damaskus berakhir.",
        "Angkatan Darat, Angkatan Laut, dan Pangkalan Udara.",
        "Universitas, Provinsi, Revolusi dan Rakyat Keempat.",
        "Koordinator dari Inggris dan Tenggara.",
        "Pada hari Minggu bulan November.",
        "Tartus aman.",
        'Ia berkata: "Tartus aman."',
        "TNI, PBB dan NATO bertemu Xi.",
        "Di BarÃ§a itu ada kapal.",
    ],
)
def test_words_that_may_be_translated_are_not_looked_at(source: str) -> None:
    assert lost(source, "Something else.") == []


def test_an_empty_translation_is_not_looked_at() -> None:
    assert list(check(Pair("Kata Thatcher.", "", Origin.ENGINE))) == []


def test_a_name_that_was_put_in_is_a_warning_that_shows_what_the_model_wrote() -> None:
    uses = (
        TermUse("Prasetyo", "Prasetyo", Status.SWAPPED, Span(5, 13), Span(5, 13)),
        TermUse("Budiman", "Budiman", Status.SPLICED, Span(14, 21), Span(14, 21)),
        TermUse("Tartus", "Tartus", Status.NATURAL, Span(25, 31), Span(25, 31)),
    )
    pair = Pair(
        "kata Prasetyo Budiman di Tartus",
        "said Prasetyo Budiman in Tartus",
        Origin.ENGINE,
        unforced="said Prasetyoyo in Tartus",
        names=uses,
    )
    assert [finding.message for finding in check(pair)] == [
        "Prasetyo was put right: the model wrote Prasetyoyo",
        "Budiman was put in: the model left it out",
    ]


def test_a_name_in_a_term_is_the_terms() -> None:
    use = TermUse("Kopassus", "Special Forces", Status.NATURAL, Span(5, 13), Span(9, 23))
    pair = Pair("Para Kopassus dan Tartus.", "Army Special Forces and he.", Origin.ENGINE, (use,))
    assert [finding.message.split()[0] for finding in check(pair)] == ["Tartus"]
