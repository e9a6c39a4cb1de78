from __future__ import annotations

from dataclasses import replace

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.terms import check
from translator.document import Span


def use(target: str, status: Status, at: int | None, sure: bool = True) -> TermUse:
    span = None if at is None else Span(at, at + len(target))
    return TermUse("istilah", target, status, Span(0, 7), span, sure)


def found(target: str, *uses: TermUse, unforced: str | None = None) -> list[tuple[Severity, str]]:
    findings = list(check(Pair("istilah", target, Origin.ENGINE, uses, unforced=unforced)))
    assert all(isinstance(finding, Finding) and finding.check == "terms" for finding in findings)
    return [(finding.severity, finding.message) for finding in findings]


def test_a_missing_term_is_an_error() -> None:
    assert found("Ships came.", use("warship", Status.MISSING, None)) == [
        (Severity.ERROR, "istilah is not in the translation as warship")
    ]


def test_spliced_terms_are_one_warning_with_what_the_model_wrote() -> None:
    uses = use("warship", Status.SPLICED, 4), use("tank", Status.SPLICED, 17)
    assert found("The warship and tank came.", *uses, unforced="It came.") == [
        (
            Severity.WARNING,
            "look at warship for istilah (spliced), tank for istilah (spliced); the model wrote: It came.",
        )
    ]


def test_a_forbidden_translation_is_an_error() -> None:
    assert found("The ship came.", replace(use("ship", Status.NATURAL, 4), forbidden=("ship",))) == [
        (Severity.ERROR, "ship stands for istilah, which the glossary forbids")
    ]


def test_an_unsure_term_is_a_warning() -> None:
    assert found("The warship came.", use("warship", Status.SWAPPED, 4, sure=False)) == [
        (Severity.WARNING, "look at warship for istilah (swapped)")
    ]


def test_a_term_that_is_met_is_not_spoken_of() -> None:
    assert found("The warship came.", use("warship", Status.NATURAL, 4)) == []


def test_a_translation_that_stands_too_often_is_a_warning() -> None:
    assert found("The warship and Warships came.", use("warship", Status.NATURAL, 4)) == [
        (Severity.WARNING, "warship stands 2 times, the terms ask for 1")
    ]


def test_a_name_is_counted_as_it_is_written() -> None:
    assert found("US troops told us of US plans.", use("US", Status.NATURAL, 0), use("US", Status.NATURAL, 21)) == []


def test_a_translation_within_another_terms_is_not_counted() -> None:
    text = "The navy met the Russian navy."
    assert found(text, use("navy", Status.NATURAL, 4), use("Russian navy", Status.NATURAL, 17)) == []
