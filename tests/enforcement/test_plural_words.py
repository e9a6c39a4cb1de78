from __future__ import annotations

import pytest

from glossary import Term
from tests.enforcement.repairs.expressions import mended

MINOR = Term("anak", ("minor",))
STATION = Term("SPBU", ("gas station",))
CENTER = Term("puskesmas", ("health center",))
OFFICER = Term("polisi", ("policeman",))


@pytest.mark.parametrize(
    ("source", "model", "term", "wanted"),
    [
        ("Empat anak hilang.", "Four children vanished.", MINOR, "Four minors vanished."),
        ("Kedua anak hilang.", "Those kid vanished.", MINOR, "Those minors vanished."),
        ("Para anak hilang.", "The kid vanished.", MINOR, "The minors vanished."),
        ("Beberapa anak hilang.", "Some kid vanished.", MINOR, "Some minors vanished."),
        ("Para anak hilang.", "Each kid vanished.", MINOR, "Each minor vanished."),
        ("Para anak hilang.", "The kid is gone.", MINOR, "The minor is gone."),
        ("Separa anak hilang.", "Half kid vanished.", MINOR, "Half minor vanished."),
        ("Satu anak hilang.", "One kid vanished.", MINOR, "One minor vanished."),
        ("Lima SPBU tutup.", "Five SPBU closed.", STATION, "Five gas stations closed."),
        ("Semua SPBU tutup.", "All SPBUs closed.", STATION, "All gas stations closed."),
        ("Puskesmas itu tutup.", "Puskesmas that closed.", CENTER, "Health center that closed."),
        ("Sebanyak 1.200 polisi tiba.", "Total 1,200 police arrived.", OFFICER, "Total 1,200 policemen arrived."),
        ("Pada 2023 polisi tiba.", "In 2023 police arrived.", OFFICER, "In 2023 policeman arrived."),
        ("Tim Pasal 5 polisi tiba.", "Team Article 5 police arrived.", OFFICER, "Team Article 5 policeman arrived."),
    ],
)
def test_a_term_is_a_plural_where_it_replaces_one_or_is_counted(
    source: str, model: str, term: Term, wanted: str
) -> None:
    assert mended(source, model, None, term) == wanted


def test_a_verb_behind_the_noun_that_a_term_replaces_stays() -> None:
    pilgrim = Term("jamaah haji", ("hajj pilgrim",))
    assert mended("Kedua jamaah haji pulang.", "The craters went home.", "1-1 2-2 3-3", pilgrim) == (
        "The hajj pilgrims went home."
    )
