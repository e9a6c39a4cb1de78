from __future__ import annotations

import pytest

from glossary import Case, Term, TermKind
from tests.enforcement.repairs.expressions import mended

COURT = Term("Mahkamah Agung", ("the Supreme Court",), TermKind.ORGANISATION)
EXACT = Term("Mahkamah Agung", ("the Supreme Court",), TermKind.ORGANISATION, Case.EXACT)
CITY = Term("Den Haag", ("The Hague",), TermKind.PLACE, Case.EXACT)
COMPANY = Term("Kompi A", ("A Company",), TermKind.UNIT)
BOAT = Term("perahu", ("a boat",))


@pytest.mark.parametrize(
    ("source", "model", "links", "term", "wanted"),
    [
        (
            "Putusan Mahkamah Agung terbit.",
            "The Supreme court ruling came.",
            None,
            COURT,
            "The Supreme court ruling came.",
        ),
        (
            "Hakim Mahkamah Agung datang.",
            "The High Tribunal judge came.",
            "1-1 2-2 0-3 3-4",
            COURT,
            "The Supreme Court judge came.",
        ),
        (
            "Hakim Mahkamah Agung datang.",
            "The High Tribunal judge came.",
            "1-1 2-2 0-3 3-4",
            EXACT,
            "The Supreme Court judge came.",
        ),
        (
            "Seorang hakim Mahkamah Agung datang.",
            "A High Tribunal judge came.",
            "2-1 3-2 1-3 4-4",
            COURT,
            "The Supreme Court judge came.",
        ),
        (
            "Ia hakim di Mahkamah Agung.",
            "He is a judge at the High Tribunal.",
            "0-0 1-3 2-4 3-6 4-7",
            COURT,
            "He is a judge at the Supreme Court.",
        ),
        ("Ia tiba di Den Haag.", "He came to the The Hague.", None, CITY, "He came to The Hague."),
        ("Prajurit Kompi A tiba.", "The A Company soldiers came.", None, COMPANY, "The A Company soldiers came."),
        ("Ia naik perahu.", "He took the raft.", "0-0 1-1 2-3", BOAT, "He took a boat."),
    ],
)
def test_an_article_is_not_written_twice(source: str, model: str, links: str | None, term: Term, wanted: str) -> None:
    assert mended(source, model, links, term) == wanted


def test_the_article_of_another_term_stays() -> None:
    both = (Term("huruf", ("the",)), Term("armada", ("the fleet",)))
    assert mended("huruf armada", "the the fleet", None, *both) == "the the fleet"
