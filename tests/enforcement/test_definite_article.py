from __future__ import annotations

import pytest

from glossary import Case, Term, TermKind
from tests.enforcement.repairs.expressions import mended

PROSECUTOR = Term("JPU", ("public prosecutor",))
FORCES = Term("TNI", ("Indonesian National Armed Forces",), TermKind.ORGANISATION)
BANK = Term("BI", ("Bank Indonesia",), TermKind.ORGANISATION)
OFFICE = Term("Kejagung", ("Attorney General's Office",), TermKind.ABBREVIATION, Case.EXACT)
BRIGADE = Term("Brigif #", ("#th Infantry Brigade",), TermKind.UNIT, Case.EXACT)
BASE = Term("Lantamal IX", ("Naval Command IX",), TermKind.UNIT, Case.EXACT)
SWITZERLAND = Term("Swiss", ("Swiss Confederation",), TermKind.PLACE, Case.EXACT)
EAST = Term("Timur", ("East Timor",), TermKind.PLACE, Case.EXACT)
TRADE = Term("Kemendag", ("Trade Ministry",), TermKind.PHRASE, Case.EXACT)
GUILD = Term("MUI", ("Council of Scholars",), TermKind.PHRASE, Case.EXACT)
SEA = Term("LJ", ("Java Sea",), TermKind.PLACE, Case.EXACT)
LAKE = Term("DT", ("Lake Toba",), TermKind.PLACE, Case.EXACT)
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
        ("Kejagung datang.", "Kejagung came.", OFFICE, "The Attorney General's Office came."),
        ("Kata Kejagung begitu.", "Said by Kejagung so.", OFFICE, "Said by the Attorney General's Office so."),
        ("Kejagung itu", "The Kejagung that", OFFICE, "The Attorney General's Office that"),
        ("Kata Brigif 9 begitu.", "Said by Brigif 9 so.", BRIGADE, "Said by the 9th Infantry Brigade so."),
        ("Kata Lantamal IX begitu.", "Said by Lantamal IX so.", BASE, "Said by Naval Command IX so."),
        ("Swiss datang.", "Swiss came.", SWITZERLAND, "The Swiss Confederation came."),
        ("Dari Swiss pergi.", "From Switzerland gone.", SWITZERLAND, "From the Swiss Confederation gone."),
        ("Swiss itu", "A Swiss that", SWITZERLAND, "A Swiss Confederation that"),
        ("Kemendag datang.", "Kemendak came.", TRADE, "The Trade Ministry came."),
        ("Kemendag datang.", "Secretary came.", TRADE, "Trade Ministry came."),
        ("Mereka cari MUI.", "They visited MUI.", GUILD, "They visited the Council of Scholars."),
        ("Itu renamed MUI.", "The renamed MUI.", GUILD, "The renamed Council of Scholars."),
        ("Dari LJ pergi.", "From LJ gone.", SEA, "From the Java Sea gone."),
        ("Dari DT pergi.", "From DT gone.", LAKE, "From Lake Toba gone."),
        ("Timur datang.", "Timor came.", EAST, "East Timor came."),
    ],
)
def test_what_replaces_an_abbreviation_has_the_article_that_it_wants(
    source: str, model: str, term: Term, wanted: str
) -> None:
    assert mended(source, model, None, term) == wanted
