from __future__ import annotations

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks import compass
from translator.document import Span

SOURCE, TARGET = "Ia pergi ke timur laut.", "He went east."


def test_what_is_lost_is_a_warning_that_says_what_was_wanted() -> None:
    pair = Pair(SOURCE, TARGET, Origin.ENGINE)
    assert list(compass.check(pair)) == [
        Finding("compass", Severity.WARNING, "timur laut is not in the translation as northeast")
    ]


def test_what_was_copied_and_what_is_empty_is_not_looked_at() -> None:
    assert list(compass.check(Pair(SOURCE, SOURCE, Origin.COPIED))) == []
    assert list(compass.check(Pair(SOURCE, "", Origin.ENGINE))) == []


def test_what_stands_in_a_term_is_the_terms() -> None:
    use = TermUse("timur laut", "x", Status.NATURAL, Span(12, 22), Span(0, 1))
    assert list(compass.check(Pair(SOURCE, TARGET, Origin.ENGINE, (use,)))) == []


def test_a_compass_point_of_a_name_may_stay() -> None:
    assert list(compass.check(Pair("Nusa Tenggara Barat", "West Nusa Tenggara", Origin.ENGINE))) == []


def test_west_of_a_sea_is_not_northwest() -> None:
    assert list(compass.check(Pair("di barat Laut Jawa", "west of the Java Sea", Origin.ENGINE))) == []
