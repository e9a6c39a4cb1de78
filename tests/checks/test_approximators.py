from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks import approximators
from translator.document import Span

SOURCE, TARGET = "Ada lebih kurang 40 perahu.", "There are less than 40 boats."


def test_what_is_lost_is_a_warning_that_says_what_was_wanted() -> None:
    pair = Pair(SOURCE, TARGET, Origin.ENGINE)
    assert list(approximators.check(pair)) == [
        Finding("approximators", Severity.WARNING, "lebih kurang is not in the translation as about")
    ]


def test_what_was_copied_and_what_is_empty_is_not_looked_at() -> None:
    assert list(approximators.check(Pair(SOURCE, SOURCE, Origin.COPIED))) == []
    assert list(approximators.check(Pair(SOURCE, "", Origin.ENGINE))) == []


def test_what_stands_in_a_term_is_the_terms() -> None:
    use = TermUse("lebih kurang", "x", Status.NATURAL, Span(4, 16), Span(0, 1))
    assert list(approximators.check(Pair(SOURCE, TARGET, Origin.ENGINE, (use,)))) == []


@pytest.mark.parametrize("source", ["Lebih dari itu ia menang.", "Di sekitar pelabuhan.", "Tidak kurang dari 5."])
def test_words_before_no_number_and_negated_ones_are_not_looked_at(source: str) -> None:
    assert list(approximators.check(Pair(source, "Nothing.", Origin.ENGINE))) == []
