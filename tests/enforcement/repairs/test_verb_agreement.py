from __future__ import annotations

import pytest

from glossary import Term
from tests.enforcement.repairs.expressions import mended

TERMS = (
    Term("logistik", ("supplies",)),
    Term("risalah", ("meeting notes",)),
    Term("kabar", ("news",)),
    Term("nilai", ("ethics",)),
    Term("Balai Karya", ("Works",)),
)


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("Logistik itu tiba.", "Food was here.", "0-0", "Supplies were here."),
        ("Logistik itu tiba.", "The food is here.", "0-1", "The supplies are here."),
        ("Logistiknya tidak tiba.", "His food hasn't come.", "0-1", "His supplies haven't come."),
        ("Logistik itu tidak tiba.", "This food doesn’t come.", "0-1", "These supplies don’t come."),
        ("Kini, logistik itu tiba.", "Now, this food has come.", "0-0 2-3", "Now, these supplies have come."),
        ("Risalah itu dibuat.", "This account is made.", "0-1", "These meeting notes are made."),
        (
            "Logistik hilang dan risalah hilang.",
            "The food was lost and the account was lost.",
            "0-1 3-6",
            "The supplies were lost and the meeting notes were lost.",
        ),
        ("Daftar logistik itu hilang.", "The list of food is lost.", "0-1 1-3", "The list of supplies is lost."),
        ("Kabar itu tiba.", "The word is here.", "0-1", "The news is here."),
        ("Nilai itu penting.", "The value was important.", "0-1", "The ethics was important."),
        ("Balai Karya buka.", "The centre is open.", "0-1 1-1", "The Works is open."),
        ("Logistik itu tiba.", "The food arrived.", "0-1", "The supplies arrived."),
    ],
)
def test_the_verb_right_behind_a_plural_agrees_with_it(source: str, model: str, links: str, wanted: str) -> None:
    assert mended(source, model, links, *TERMS) == wanted


def test_what_the_model_wrote_itself_stays() -> None:
    assert mended("Logistik itu tiba.", "The supplies is here.", None, *TERMS) == "The supplies is here."
