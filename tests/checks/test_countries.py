from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity
from translator.checks.countries import check


def test_a_country_that_the_source_lacks_is_a_warning() -> None:
    assert list(check(Pair("Kapal itu tiba.", "The Swedish ship arrived.", Origin.ENGINE))) == [
        Finding("countries", Severity.WARNING, "Swedish is in the translation, and the source has no Swedia")
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Kapal Swedia tiba.", "The Swedish ship arrived."),
        ("Kapal AS tiba.", "The American ship arrived."),
        ("Orang Belanda itu pulang.", "The Dutch went home."),
        ("Dana dari luar negeri.", "Funds from abroad."),
        ("Ibu kota itu.", "The capital of Indonesia."),
    ],
)
def test_a_country_that_the_source_has_in_any_form_is_well(source: str, target: str) -> None:
    assert list(check(Pair(source, target, Origin.ENGINE))) == []


def test_a_name_inside_another_word_is_no_name() -> None:
    assert list(check(Pair("Kehadiran mereka penting.", "The presence of Iran matters.", Origin.ENGINE))) != []
