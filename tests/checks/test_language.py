from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity
from translator.checks.language import check


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("The committee will publish its report before the end of the week.", "the source is English"),
        ("El comité publicará su informe antes de que termine la semana en la ciudad.", "neither Indonesian nor"),
    ],
)
def test_a_sentence_that_was_copied_for_its_language_is_reported(source: str, message: str) -> None:
    (finding,) = check(Pair(source, source, Origin.COPIED))
    assert (finding.check, finding.severity) == ("language", Severity.WARNING)
    assert message in finding.message


@pytest.mark.parametrize("source", ["19.000", "www.contoh.id", "- 5 -"])
def test_what_is_no_language_is_not_reported(source: str) -> None:
    assert list(check(Pair(source, source, Origin.COPIED))) == []


def test_a_translated_sentence_is_not_looked_at() -> None:
    found: list[Finding] = list(check(Pair("The report is out.", "The report is out.", Origin.ENGINE)))
    assert found == []
