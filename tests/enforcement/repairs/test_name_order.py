from __future__ import annotations

import pytest

from glossary import Case, Term
from tests.enforcement.repairs.expressions import mended

BUDI, SANTOSO = (Term(name, (name,), case=Case.EXACT, plural=False) for name in ("Budi", "Santoso"))


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Oleh Budi Santoso", "By Santoso Budi", "By Budi Santoso"),
        ("Kata Budi Santoso kemarin.", "Santoso Budi said yesterday.", "Budi Santoso said yesterday."),
        ("Oleh Budi Santoso", "By Budi Santoso", "By Budi Santoso"),
        ("Budi, Santoso tiba.", "Santoso Budi came.", "Santoso Budi came."),
        ("Budi Santoso tiba.", "Santoso and Budi came.", "Santoso and Budi came."),
    ],
)
def test_names_side_by_side_keep_their_order(source: str, model: str, wanted: str) -> None:
    assert mended(source, model, None, BUDI, SANTOSO) == wanted
