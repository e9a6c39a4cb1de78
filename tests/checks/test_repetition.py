from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity
from translator.checks.repetition import check


def found(source: str, target: str) -> list[tuple[Severity, str]]:
    findings = list(check(Pair(source, target, Origin.ENGINE)))
    assert all(isinstance(finding, Finding) and finding.check == "repetition" for finding in findings)
    return [(finding.severity, finding.message) for finding in findings]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("The ship ship ship ship.", "'ship' stands 4 times in a row"),
        ("It is in the north in the north in the north.", "'in the north' stands 3 times in a row"),
        ("Hahahahahahahahahaha.", "'ah' is repeated without end"),
        ("No.................", "'.' is repeated without end"),
        (" and ".join(f"the old ship {name}" for name in "abcde"), "'the old ship' stands 5 times"),
    ],
)
def test_a_model_that_babbles_is_an_error(target: str, message: str) -> None:
    assert found("Kapal.", target) == [(Severity.ERROR, message)]


@pytest.mark.parametrize(
    ("target", "phrase"), [("The the ship came.", "the"), ("He went to the sea to the sea.", "to the sea")]
)
def test_what_stands_twice_in_a_row_is_a_warning(target: str, phrase: str) -> None:
    assert found("Kapal itu tiba di laut.", target) == [(Severity.WARNING, f"'{phrase}' stands twice in a row")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Hidup, hidup, hidup! Ya ya ya.", "Live, live, live! Yes yes yes."),
        ("Bora Bora indah.", "Bora Bora is beautiful."),
        ("Bukti yang ia punya.", "The proof that that man had had."),
        ("Bab 1 ..........", "Chapter 1 .........."),
        ("Satu per satu.", "One by one by one."),
        ("1, 1, 1.", "1, 1, 1."),
        (" ".join(["Amerika Serikat lalu"] * 6), "; ".join(f"the United States {name}" for name in "abcdef")),
    ],
)
def test_what_the_source_repeats_or_english_doubles_is_well(source: str, target: str) -> None:
    assert found(source, target) == []
