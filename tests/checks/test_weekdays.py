from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.weekdays import check
from translator.document import Span


def found(source: str, target: str) -> list[str]:
    return [finding.message for finding in check(Pair(source, target, Origin.MEMORY))]


def test_a_day_that_became_another_is_a_warning() -> None:
    assert list(check(Pair("Ia tiba Kamis.", "He arrived on Friday.", Origin.MEMORY))) == [
        Finding("weekdays", Severity.WARNING, "Kamis is not in the translation as Thursday")
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia tiba Jumat.", "He arrived on Saturday."),
        ("Ia tiba Jum’at.", "He arrived on Saturday."),
        ("Ia tiba pada Selasa sore.", "He arrived on Tuesday morning."),
        ("Ia tiba pada Rabu dini hari.", "He arrived on Wednesday afternoon."),
        ("Dari Senin sampai Ahad.", "From Monday to Friday."),
    ],
)
def test_what_is_another_day_or_part_of_it_is_told(source: str, target: str) -> None:
    assert len(found(source, target)) == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ia tiba pada hari Jumat.", "He arrived Friday."),
        ("Minggu depan ia tiba.", "He arrives next week."),
        ("Ia pergi ke Pasar Minggu.", "He went to Pasar Minggu."),
        ("Tiga minggu kemudian", "Three weeks later"),
        ("Kamis malam ia tiba.", "He arrived late on Thursday."),
        ("Rapat Sel. dan Sen.", "Meetings on Mon."),
    ],
)
def test_what_may_stand_for_a_day_is_well(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_day_in_a_term_is_the_terms() -> None:
    use = TermUse("Jumat Agung", "Good Friday", Status.NATURAL, Span(0, 11), Span(0, 6))
    assert list(check(Pair("Jumat Agung", "Easter", Origin.MEMORY, (use,)))) == []
