"""One English for one term: what is reported of a document."""

from __future__ import annotations

import pytest

from glossary import USER_LIST
from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.consistency import check_document
from translator.document import Span


def pair(source: str, form: str, behind: str = "", term_list: str = USER_LIST) -> Pair:
    use = TermUse(source, form, Status.NATURAL, Span(0, len(source)), Span(0, len(form)), term_list=term_list)
    return Pair(source, form + behind, Origin.ENGINE, (use,))


def bracketed(form: str) -> Pair:
    use = TermUse(form, form, Status.NATURAL, Span(8, 8 + len(form)), Span(8, 8 + len(form)))
    return Pair(f"Korps X ({form})", f"Corps X ({form})", Origin.ENGINE, (use,))


def test_rivals_are_one_finding_where_the_second_comes_first() -> None:
    forms = ["warship", "warship", "battleship", "warship", "battleship"]
    message = "kapal perang has 2 translations: warship (sentence 1, 2, 4), battleship (sentence 3, 5)"
    expected = [(2, Finding("consistency", Severity.WARNING, message))]
    assert list(check_document([pair("kapal perang", form) for form in forms])) == expected


def test_of_many_places_the_first_are_named() -> None:
    pairs = [pair("kapal perang", "warship") for _ in range(7)]
    ((place, finding),) = check_document([*pairs, pair("kapal perang", "battleship")])
    assert place == 7
    assert "warship (sentence 1, 2, 3, 4, 5, ...)" in finding.message


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [pair("kapal perang", "warship"), pair("kapal perang", "warship")],
        [pair("Rusia", "Russia"), pair("Rusia", "Russian")],
        [pair("regu", "squad", term_list="military"), pair("regu", "team", term_list="military")],
        [pair("Korgab", "Joint Corps", " (Korgab)"), pair("Korgab", "Korgab")],
        [bracketed("Korgab"), pair("Korgab", "Joint Corps")],
        [pair("kapal perang", "warship"), pair("kapal selam", "submarine")],
    ],
)
def test_nothing_is_said_of_the_rest(pairs: list[Pair]) -> None:
    assert list(check_document(pairs)) == []


def test_a_missing_term_has_no_translation() -> None:
    missing = TermUse("kapal perang", "battleship", Status.MISSING, Span(0, 12), None)
    pairs = [pair("kapal perang", "warship"), Pair("kapal perang", "it", Origin.ENGINE, (missing,))]
    assert list(check_document(pairs)) == []
