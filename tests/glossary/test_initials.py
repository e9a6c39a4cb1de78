from __future__ import annotations

import pytest

from glossary import Matcher, Term, find_initials


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("Pelajar berinisial UN (17) dan PT (18 tahun) hilang.", ["UN", "PT"]),
        ("Saksi dengan inisial W.H.O. dan inisialnya KA.", ["W.H.O.", "KA"]),
        ("Mereka berinisial RI alias Ucok, BI, serta AU.", ["RI", "BI", "AU"]),
        ("BERINISIAL UN DITAHAN", ["UN"]),
        ("Pria berinisial RI, TNI aktif, mengaku.", ["RI"]),
        ("Inisial perusahaan UN itu tidak disebut.", []),
        ("Kapal berinisial KRI-1 dan kota inisial Ambon", []),
    ],
)
def test_the_initials_of_people_are_found(text: str, initials: list[str]) -> None:
    assert [text[start:end] for start, end in find_initials(text)] == initials


def test_no_term_is_found_in_initials() -> None:
    matcher = Matcher([Term("RI", ("Indonesia",))])
    found = [match.start for match in matcher.find("Warga RI berinisial RI ditahan.")]
    assert found == [6]
