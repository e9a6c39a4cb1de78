from __future__ import annotations

from translator.bitext import Finding, Link, Origin, Pair, Severity, Status, TermUse
from translator.checks.omission import check
from translator.document import Span

SOURCE = "Ia berkata kapal besar itu tiba pagi hari dan pulang."


def test_content_words_in_a_row_without_a_link_are_a_warning() -> None:
    pair = Pair(SOURCE, "He went home.", Origin.ENGINE, links=(Link(0, 0), Link(9, 1), Link(9, 2)))
    assert list(check(pair)) == [
        Finding(
            "omission",
            Severity.WARNING,
            "nothing in the translation stands for: berkata kapal besar itu tiba pagi hari dan",
        )
    ]


def test_short_gaps_and_pairs_without_links_are_well() -> None:
    linked = tuple(Link(number, 0) for number in (0, 1, 3, 6, 9))
    assert list(check(Pair(SOURCE, "He said it came.", Origin.ENGINE, links=linked))) == []
    assert list(check(Pair(SOURCE, "He said.", Origin.MEMORY))) == []


def test_the_words_of_a_number_that_stands_are_not_left_out() -> None:
    source, target = "Dua belas ribu lima ratus prajurit dikerahkan.", "12,500 soldiers were deployed."
    links = (Link(0, 0), Link(5, 1), Link(6, 3))
    assert list(check(Pair(source, target, Origin.ENGINE, links=links))) == []
    (finding,) = check(Pair(source, "Soldiers were deployed.", Origin.ENGINE, links=(Link(5, 0), Link(6, 2))))
    assert finding.message == "nothing in the translation stands for: Dua belas ribu lima ratus"


def test_the_words_of_a_term_that_stands_are_not_left_out() -> None:
    source, target = "Kepala Direktorat Operasi Utama Staf Umum hadir.", "The operations chief came."
    use = TermUse(
        "Kepala Direktorat Operasi Utama Staf Umum", "operations chief", Span(0, 41), Span(4, 20), Status.SWAPPED
    )
    links = (Link(0, 1), Link(6, 3))
    assert list(check(Pair(source, target, Origin.ENGINE, (use,), links=links))) == []
    (finding,) = check(Pair(source, target, Origin.ENGINE, links=links))
    assert finding.message == "nothing in the translation stands for: Direktorat Operasi Utama Staf Umum"
