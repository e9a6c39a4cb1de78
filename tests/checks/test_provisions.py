from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.provisions import check
from translator.document import Span

SOURCE = "Menurut Pasal 4 huruf e, ia bebas."


def test_the_letter_of_a_provision_that_became_another_is_a_warning() -> None:
    assert list(check(Pair(SOURCE, "Under Article 4 letter f, he is free.", Origin.MEMORY))) == [
        Finding("provisions", Severity.WARNING, "letter e of Pasal 4 huruf e is not in the translation")
    ]


@pytest.mark.parametrize("target", ["Under Article 4(e), he is free.", "Article 4, point E, frees him."])
def test_a_letter_in_any_english_form_is_well(target: str) -> None:
    assert list(check(Pair(SOURCE, target, Origin.MEMORY))) == []


def test_each_letter_of_several_is_looked_for() -> None:
    pair = Pair("Lihat ayat (2) huruf b, e, dan f.", "See paragraph (2) letters b and f.", Origin.MEMORY)
    assert [finding.message[:8] for finding in check(pair)] == ["letter e"]


def test_a_letter_behind_a_term_is_looked_for() -> None:
    use = TermUse("huruf", "letter", Status.NATURAL, Span(16, 21), Span(16, 22))
    pair = Pair(SOURCE, "Under Article 4 letters he is free.", Origin.MEMORY, (use,))
    assert [finding.message[:8] for finding in check(pair)] == ["letter e"]


def test_a_reference_in_a_term_is_the_terms() -> None:
    use = TermUse("Pasal 4 huruf e", "the clause", Status.NATURAL, Span(8, 23), Span(6, 16))
    assert list(check(Pair(SOURCE, "Under the clause, he is free.", Origin.MEMORY, (use,)))) == []
