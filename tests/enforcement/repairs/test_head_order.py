from __future__ import annotations

import pytest

from glossary import Case, Term, TermKind
from tests.enforcement.repairs.expressions import mended

VILLAGE, MOUNT = Term("nagari", ("village",)), Term("gunung", ("Mount",))
SQUAD, POLICE = Term("Densus", ("Special Squad",)), Term("Polri", ("National Police",))
RANK = Term("Kombes", ("Commissioner",), TermKind.RANK, Case.EXACT)
CHIEF = Term("Kapolri", ("Chief of Police",), case=Case.EXACT)


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Nagari Sumpur terendam.", "Nagari Sumpur flooded.", "Sumpur village flooded."),
        ("Di Nagari Sumpur Kudus.", "In Nagari Sumpur Kudus.", "In Sumpur Kudus village."),
        ("Nagari Sumpur dan Nagari Lasi", "Nagari Sumpur and Nagari Lasi", "Sumpur village and Lasi village"),
        ("Nagari itu terendam.", "Nagari that flooded.", "Village that flooded."),
        ("Gunung Lawu terbakar.", "Gunung Lawu burned.", "Mount Lawu burned."),
        ("Dua Densus Polri tiba.", "Two Densus Polri came.", "Two National Police Special Squads came."),
        ("Densus, Polri tiba.", "Densus, Polri came.", "Special Squad, the National Police came."),
        ("Kombes Polri tiba.", "Kombes Polri came.", "Commissioner National Police came."),
        ("Kapolri Densus tiba.", "Kapolri Densus came.", "Chief of Police Special Squad came."),
    ],
)
def test_a_copied_noun_stands_behind_its_name(source: str, model: str, wanted: str) -> None:
    assert mended(source, model, None, VILLAGE, MOUNT, SQUAD, POLICE, RANK, CHIEF) == wanted


def test_of_two_copies_each_is_turned_for_the_noun_that_it_stands_for() -> None:
    source = "Di Nagari Lasi Warga Nagari Lasi tiba"
    model = "In Nagari Lasi people of Nagari Lasi came"
    links = "0-0 1-1 2-2 3-3 3-4 4-5 5-6 6-7"
    assert mended(source, model, links, VILLAGE) == "In village Lasi people of Lasi village came"
