from __future__ import annotations

import pytest

from glossary import Case, Term, TermKind
from tests.enforcement.repairs.expressions import mended

TERMS = (
    Term("truk", ("lorry", "truck"), TermKind.VEHICLE),
    Term("perwira", ("officer",), TermKind.RANK),
    Term("kapal selam", ("submarine",), TermKind.VESSEL),
    Term("kepala desa", ("head of village",)),
    Term("alat", ("equipment",)),
    Term("peta", ("map",), plural=False),
    Term("drone", ("drone",), case=Case.EXACT),
    Term("rak", ("shelf",)),
    Term("persen", ("percent",)),
)


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Truk-truk itu tiba.", "The lorry arrived.", "The lorries arrived."),
        ("Truk-truk itu tiba.", "The truck arrived.", "The trucks arrived."),
        ("Truk-truk itu rusak.", "The truck was damaged.", "The trucks were damaged."),
        ("Truk-truk itu telah pergi.", "The truck has left.", "The trucks have left."),
        ("Kapal-kapal selam itu tenggelam.", "The submarine sank.", "The submarines sank."),
        ("Mereka menjual kapal-kapal selam.", "They sold new submarine.", "They sold new submarines."),
        (
            "Ia menulis kepada perwira-perwira di Ambon.",
            "He wrote to officer in Ambon.",
            "He wrote to officers in Ambon.",
        ),
        ("Kepala-kepala desa hadir.", "The head of village attended.", "The heads of village attended."),
        ("Truk-truk itu tiba.", "Truck arrived.", "Trucks arrived."),
        ("Dua rak jatuh.", "Two shelf fell.", "Two shelves fell."),
        ("Beli 12 rak.", "Buy 12 shelf.", "Buy 12 shelves."),
    ],
)
def test_a_doubled_term_becomes_a_plural(source: str, model: str, wanted: str) -> None:
    assert mended(source, model, None, *TERMS) == wanted


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ("Truk itu tiba.", "The lorry arrived."),
        ("Truk-truk itu tiba.", "The lorries arrived."),
        ("Truk-truk itu tiba.", "A lorry arrived."),
        ("Truk-truk itu tiba.", "This old grey lorry arrived."),
        ("Truk-truk itu tiba.", "There was lorry."),
        ("Itulah truk-truk itu.", "That is the lorry."),
        ("Truk-truk itu terbakar.", "The lorry crew burned."),
        ("Pintu truk-truk itu terbuka.", "The lorry's door opened."),
        ("Perwira-perwira itu pahlawan.", "The officer is a hero."),
        ("Perwira-perwira itu pulang ke rumahnya.", "The officer returned to his house."),
        ("Perwira-perwira di Ambon tahu.", "The officer in Ambon knows."),
        ("Truk-truk itu dijual.", "The anti-lorry law passed."),
        ("Dua kaki rak patah.", "Two shelf legs broke."),
        ("Satu rak jatuh.", "One shelf fell."),
        ("Naik 12 persen.", "Up 12 percent."),
        ("Alat-alat itu tiba.", "The equipment arrived."),
        ("Peta-peta itu hilang.", "The map disappeared."),
    ],
)
def test_what_is_no_plural_or_would_not_fit_stays(source: str, model: str) -> None:
    assert mended(source, model, None, *TERMS) == model
