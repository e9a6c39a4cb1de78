from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity
from translator.checks.length import check


def test_an_empty_translation_is_an_error() -> None:
    assert list(check(Pair("Kapal itu tiba.", "", Origin.MEMORY))) == [
        Finding("length", Severity.ERROR, "the translation is empty")
    ]


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        (100, 37, "the translation is much shorter than its source: 37 characters for 100"),
        (100, 181, "the translation is much longer than its source: 181 characters for 100"),
        (2, 24, "the translation is much longer than its source: 24 characters for 2"),
    ],
)
def test_a_length_far_off_is_a_warning(source: int, target: int, message: str) -> None:
    pair = Pair("a" * source, "b" * target, Origin.ENGINE)
    assert list(check(pair)) == [Finding("length", Severity.WARNING, message)]


@pytest.mark.parametrize(("source", "target"), [(100, 38), (100, 180), (2, 23), (20, 1), (0, 50)])
def test_a_length_within_the_band_is_well(source: int, target: int) -> None:
    assert list(check(Pair("a" * source, "b" * target, Origin.ENGINE))) == []
