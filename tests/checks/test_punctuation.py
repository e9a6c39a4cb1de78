from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.punctuation import check
from translator.document import Span


def found(source: str, target: str) -> list[str]:
    findings = list(check(Pair(source, target, Origin.ENGINE)))
    assert all((finding.check, finding.severity) == ("punctuation", Severity.WARNING) for finding in findings)
    return [finding.message for finding in findings]


def test_a_lost_question_mark_is_a_warning() -> None:
    assert list(check(Pair("Siapa itu?", "Who is that.", Origin.ENGINE))) == [
        Finding("punctuation", Severity.WARNING, "the source ends in ?, the translation does not")
    ]


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Awas!", "Careful.", "the source ends in !, the translation does not"),
        ("Ia pergi.", "Did he go?", "the translation ends in ?, the source does not"),
        ("Kapal (besar) itu.", "The (big ship.", "( and ) do not match in the translation"),
        ("Harga naik di Medan (kota).", "Prices rose in Medan.", "a bracket of the source is not in the translation"),
        ("Ia (49) dan [lagi] Adi.", "He (49) and Adi.", "a bracket of the source is not in the translation"),
        ("Ia (49) tiba.", "He 49) arrived.", "( and ) do not match in the translation"),
        ("Kapal [besar] itu.", "The ]big[ ship.", "[ and ] do not match in the translation"),
        ("Ia berkata “ya”.", "He said “yes.", "“ and ” do not match in the translation"),
        ('Ia berkata "ya".', 'He said "yes.', 'a " is not closed in the translation'),
    ],
)
def test_what_went_astray_is_said(source: str, target: str, message: str) -> None:
    assert found(source, target) == [message]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ('"Siapa itu?"', "“Who is that?”"),
        ("Apa?!", "What!?"),
        ("a) kapal", "a) ship"),
        ('"Ia pergi.', '"He left.'),
        ("“Ia pergi.", '"He left.'),
        ("Lalu pulang,” katanya.", 'Then he went home," he said.'),
        ('Ia berkata "ya".', "He said “yes”."),
        ("Angka [1] itu.", "The figure (1)."),
        ("Gudang (lama.", "The old store."),
        ("Siapa itu?", ""),
        ("Rapat Kamis (7/12) atau Jumat (8/12/2023)", "A meeting on Thursday, 7 December, or Friday, 8 December 2023"),
    ],
)
def test_what_the_source_leaves_open_or_english_writes_otherwise_is_well(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_bracket_inside_a_term_is_the_glossary_s_matter() -> None:
    source, target = "Mayor Jenderal (Mayjen) Adi hadir.", "Major General Adi attended."
    rank = TermUse("Mayor Jenderal", "Major General", Status.NATURAL, Span(0, 23), Span(0, 13))
    assert len(found(source, target)) == 1
    assert list(check(Pair(source, target, Origin.ENGINE, terms=(rank,)))) == []
