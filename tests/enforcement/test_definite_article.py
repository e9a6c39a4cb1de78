from __future__ import annotations

import pytest

from glossary import Term, TermKind
from tests.enforcement.repairs.expressions import mended

PROSECUTOR = Term("JPU", ("public prosecutor",))
FORCES = Term("TNI", ("Indonesian National Armed Forces",), TermKind.ORGANISATION)
BANK = Term("BI", ("Bank Indonesia",), TermKind.ORGANISATION)
OIL = Term("CPO", ("crude palm oil",))


@pytest.mark.parametrize(
    ("source", "model", "term", "wanted"),
    [
        ("JPU datang.", "JPU came.", PROSECUTOR, "The public prosecutor came."),
        ("Menurut JPU datang.", "According to JPU came.", PROSECUTOR, "According to the public prosecutor came."),
        ("TNI datang.", "TNI came.", FORCES, "The Indonesian National Armed Forces came."),
        (
            "Kemarin, TNI datang.",
            "Yesterday, TNI came.",
            FORCES,
            "Yesterday, the Indonesian National Armed Forces came.",
        ),
        ("BI datang.", "BI came.", BANK, "Bank Indonesia came."),
        ("CPO datang.", "CPO came.", OIL, "Crude palm oil came."),
        ("Mantan JPU datang.", "Former JPU came.", PROSECUTOR, "Former public prosecutor came."),
        ("JPU Budi datang.", "JPU Budi came.", PROSECUTOR, "Public prosecutor Budi came."),
    ],
)
def test_what_replaces_an_abbreviation_has_the_article_that_it_wants(
    source: str, model: str, term: Term, wanted: str
) -> None:
    assert mended(source, model, None, term) == wanted
