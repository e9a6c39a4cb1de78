from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from glossary.lint import lint, lint_file
from glossary.problem import Problem, ProblemSeverity
from glossary.term import Case, Glossary, GlossaryError, Term, TermKind


def warnings(*terms: Term) -> list[str]:
    numbered = tuple(replace(term, origin=f"t:{n}") for n, term in enumerate(terms, 1))
    return [str(problem) for problem in lint(Glossary("t", numbered))]


def test_a_sound_list_has_no_problems() -> None:
    assert (
        warnings(Term("Rusia", ("Russia",)), Term("al-Assad", ("al-Assad",)), Term("kapal perang", ("warship",))) == []
    )
    assert (
        warnings(
            Term("medan", ("field",)), Term("dijalankan", ("in progress",)), Term("selundup", ("smuggle",), verb=True)
        )
        == []
    )


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        (
            [Term("Iran", ("Iran",)), Term("Iran", ("Iran",))],
            "t:2: 'Iran' stands at t:1 already; one of the two rows can go",
        ),
        (
            [Term("Iran", ("Iran",)), Term("iran", ("Iran",), case=Case.EXACT)],
            "t:2: 'iran' differs from 'Iran' at t:1 only in case",
        ),
        (
            [Term("x", ("cross",))],
            "t:1: 'x' is a single character: it will be found where it is not meant",
        ),
        (
            [Term("menyelundupkan", ("smuggle",))],
            "t:1: 'menyelundupkan' looks like a form of a verb, of which only this form is found and put as 'smuggle': "
            "list the root, with verb `yes`",
        ),
        (
            [Term("a  b", ("c",))],
            "t:1: 'a  b' holds more white space than one blank between words",
        ),
        (
            [Term("ab", ("c\x07",))],
            "t:1: 'c\\x07' holds a control character",
        ),
        (
            [Term("detik.com", ("Detik",))],
            "t:1: 'detik.com' holds a URL or an e-mail address, where no term is looked for",
        ),
        (
            [Term("ab|bc", ("c",))],
            "t:1: 'ab|bc' holds |, which separates nothing in a source: put other spellings under variants",
        ),
        (
            [Term("yang", ("which one",))],
            "t:1: 'yang' is a very common Indonesian word: it will be found where it is not meant",
        ),
        (
            [Term("AS", ("US",))],
            "t:1: 'US' is a very common English word: where it stands says nothing about the term",
        ),
        (
            [Term("nato", ("NATO",))],
            "t:1: 'nato' is also its own translation 'NATO': case `exact` says which letters are capitals",
        ),
        (
            [Term("warship", ("kapal perang",))],
            "t:1: 'warship' is English: have source and target changed places?",
        ),
        (
            [Term("Serang", ("attack",), verb=True)],
            "t:1: 'Serang' is marked as a verb, but forms are made of roots in small letters only",
        ),
        (
            [Term("Brigif", ("#th Infantry Brigade",))],
            "t:1: a translation of 'Brigif' leaves a number open, but its source has no #",
        ),
        (
            [Term("Brigif #", ("#th Infantry Brigade", "Infantry Brigade"))],
            "t:1: a translation of 'Brigif #' has no #: the number would be lost",
        ),
        (
            [Term("tahun", ("year",))],
            "t:1: 'year' is a very common English word: where it stands says nothing about the term",
        ),
        (
            [Term("Letjen", ("General",), variants=("letjen",))],
            "t:1: variant 'letjen' is found without being listed: it equals the source or another variant",
        ),
        (
            [Term("Mahkamah Agung", ("the Supreme Court",))],
            "t:1: 'the Supreme Court' begins with an article: behind another word it reads badly "
            "(three the Supreme Court ...); it is better listed without",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_probably_not_meant_is_a_warning(terms: list[Term], message: str) -> None:
    assert warnings(*terms) == [message]


def test_exact_case_makes_abbreviations_safe() -> None:
    general = Term("Letjen", ("General",), case=Case.EXACT, variants=("LETJEN",))
    assert warnings(Term("AS", ("US",), case=Case.EXACT), general) == []


def test_an_article_is_well_in_a_name_of_its_own_a_phrase_and_what_is_only_accepted() -> None:
    phrase = Term("lusa", ("the day after tomorrow",), TermKind.PHRASE)
    assert warnings(Term("Den Haag", ("The Hague",)), phrase, Term("MA", ("Supreme Court", "the Supreme Court"))) == []


def test_a_conflict_is_an_error() -> None:
    first, second = Term("Iran", ("Iran",), origin="t:1"), Term("iran", ("Persia",), origin="t:2")
    assert [(p.severity, p.origin) for p in lint(Glossary("t", (first, second)))] == [(ProblemSeverity.ERROR, "t:2")]


def test_a_list_without_terms_is_a_warning() -> None:
    assert lint(Glossary("t", ())) == [Problem(ProblemSeverity.WARNING, "t", "no terms")]


def test_a_file_with_broken_rows_is_examined_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("yang\twhich one\nRusia\nIran\tIran\niran\tPersia\n", encoding="utf-8")
    assert [(p.severity, p.origin) for p in lint_file(path)] == [
        (ProblemSeverity.WARNING, f"{path}:1"),
        (ProblemSeverity.ERROR, f"{path}:2"),
        (ProblemSeverity.ERROR, f"{path}:4"),
    ]


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="No such file"):
        lint_file(tmp_path / "none.tsv")


def test_a_header_with_a_name_amiss_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("source\tkind\nkapal perang\twarship\n", encoding="utf-8")
    assert [(p.severity, p.origin) for p in lint_file(path)] == [(ProblemSeverity.WARNING, f"{path}:1")]


def test_a_spelling_without_a_letter_is_a_warning() -> None:
    (problem,) = lint(Glossary("t", (Term("kapal", ("warship", "*")),)))
    assert problem.message == "'*' holds no letter and no digit"


def test_a_model_is_asked_what_it_cannot_write() -> None:
    terms = (
        Term("São Tomé", ("São Tomé", "Sao Tome"), case=Case.EXACT, origin="t:1"),
        Term("Iran", ("Iran",), origin="t:2"),
    )
    problems = lint(Glossary("t", terms), spells=str.isascii)
    assert [str(problem) for problem in problems] == [
        "t:1: 'São Tomé' cannot be written by the model: it will be put in afterwards"
    ]


def test_a_guessed_encoding_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes("São Tomé,São Tomé\n".encode("cp1252"))
    (problem,) = lint_file(path)
    assert str(problem).startswith(f"{path}: byte 0xE3 is not UTF-8 in line 1: read as cp1252")
