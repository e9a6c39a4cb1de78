from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity
from translator.checks.untranslated import check


def found(source: str, target: str) -> list[Finding]:
    return list(check(Pair(source, target, Origin.ENGINE)))


@pytest.mark.parametrize("source", ["Kapal besar itu tiba.", "Kapal tiba", "KAPAL ITU TIBA"])
def test_a_translation_that_is_its_source_is_an_error(source: str) -> None:
    same = [Finding("untranslated", Severity.ERROR, "the translation is its source")]
    assert found(source, source) == found(source, source.upper()) == same


def test_most_words_copied_is_an_error() -> None:
    assert found("Kapal besar itu tiba kemarin.", "Kapal besar itu tiba yesterday.") == [
        Finding("untranslated", Severity.ERROR, "4 of 5 words are copied from the source: kapal besar itu tiba")
    ]


def test_many_words_copied_is_a_warning() -> None:
    target = "The ship kapal besar yang tiba in Tartus yesterday bertemu seorang kapten."
    assert found("Kemarin kapal besar yang tiba di Tartus bertemu seorang kapten dari utara.", target) == [
        Finding(
            "untranslated",
            Severity.WARNING,
            "7 of 10 words are copied from the source: kapal besar yang tiba bertemu ...",
        )
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Radio", "Radio"),
        (
            "ISBN 978-602-1234-56-7, IBAN GB82 WEST 1234 5698 7654 32",
            "ISBN 978-602-1234-56-7, IBAN GB82 WEST 1234 5698 7654 32",
        ),
        ("Lihat contoh.id/kapal/perang/besar sekarang.", "See contoh.id/kapal/perang/besar now."),
        ("Joko Widodo", "Joko Widodo"),
        ("Program radio itu baru.", "The radio program is new."),
        ("Deir ez-Zor, Tartus dan Homs.", "Deir ez-Zor, Tartus and Homs."),
        ("Kapal itu tiba.", "The ship arrived."),
    ],
)
def test_names_and_words_of_both_languages_may_be_copied(source: str, target: str) -> None:
    assert found(source, target) == []
