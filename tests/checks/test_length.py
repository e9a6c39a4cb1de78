from __future__ import annotations

from dataclasses import replace

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.length import check
from translator.document import Span


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


def test_a_term_may_be_longer_than_its_abbreviation() -> None:
    term = TermUse("KPK", "Corruption Eradication Commission", Status.SWAPPED, Span(0, 3), Span(4, 37))
    pair = Pair("KPK.", "The Corruption Eradication Commission.", Origin.ENGINE, terms=(term,))
    assert list(check(pair)) == []
    assert list(check(replace(pair, terms=()))) != []


def test_little_text_beside_the_terms_tells_nothing() -> None:
    term = TermUse("Kajari", "head of the district prosecutor's office", Status.SWAPPED, Span(0, 6), Span(26, 66))
    target = f"All of those who came were {'x' * 39}, all of them."
    pair = Pair("Kajari ada", target, Origin.ENGINE, terms=(term,))
    assert list(check(pair)) == []
    assert list(check(replace(pair, source="Kajari ada lagi"))) != []
