from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.negation import check
from translator.document import Span


def test_a_lost_negation_is_a_warning_that_shows_it() -> None:
    assert list(check(Pair("Kami tidak pergi.", "We left.", Origin.ENGINE))) == [
        Finding("negation", Severity.WARNING, "nothing in the translation stands for the negation 'tidak pergi'")
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Kami tak tahu.", "We don't know."),
        ("Itu bukan kapal.", "That is no ship."),
        ("Ia pergi tanpa harapan.", "He left hopeless."),
        ("Tidak sedikit yang pulang.", "Many went home."),
        ("Bukan hanya kapal.", "Ships, too."),
        ("Ia tidak mampu.", "He was unable to."),
        ("Kami pergi.", "We left."),
    ],
)
def test_what_denies_in_any_way_is_well(source: str, target: str) -> None:
    assert list(check(Pair(source, target, Origin.ENGINE))) == []


def test_a_negation_in_a_term_is_the_terms() -> None:
    use = TermUse("gerakan non-blok", "Bloc", Status.NATURAL, Span(0, 11), Span(0, 4))
    assert list(check(Pair("tidak resmi itu", "Bloc", Origin.ENGINE, (use,)))) == []
