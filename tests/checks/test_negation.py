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
        ("Korban belum ditemukan.", "The victims have yet to be found."),
        ("Hal itu belum jelas.", "It is still open."),
        ("Apakah ia datang atau belum?", "Did he come?"),
        ("Tidak banyak yang tahu.", "Few know."),
        ("Jangan mendekat!", "Keep well away!"),
        ("Kapal itu tidak rusak.", "The ship is free of damage."),
        ("Ia tidak setuju.", "He was against it."),
        ("Ia tidak kuat berjalan.", "He is too weak to walk."),
    ],
)
def test_what_denies_in_any_way_is_well(source: str, target: str) -> None:
    assert list(check(Pair(source, target, Origin.ENGINE))) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Jangan pergi sebelum fajar.", "Leave before dawn."),
        ("Kami tidak mengejar mereka sampai jauh.", "We chased them far away until dark."),
        ("Ia belum makan.", "He has eaten."),
        ("Kami tidak ikut dalam laga itu.", "We joined the fight against the other club."),
        ("Beberapa orang tidak pulang.", "A few people went home."),
        ("Ia tidak bekerja keras.", "He still works hard."),
        ("Ia tidak tahu hal itu.", "He discussed important information inside the unit."),
    ],
)
def test_a_word_that_denies_nothing_stands_for_no_negation(source: str, target: str) -> None:
    assert len(list(check(Pair(source, target, Origin.ENGINE)))) == 1


def test_a_negation_in_a_term_is_the_terms() -> None:
    use = TermUse("gerakan non-blok", "Bloc", Status.NATURAL, Span(0, 11), Span(0, 4))
    assert list(check(Pair("tidak resmi itu", "Bloc", Origin.ENGINE, (use,)))) == []
