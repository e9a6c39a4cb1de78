from __future__ import annotations

import pytest

from glossary import Term
from tests.enforcement.repairs.expressions import mended

BUYER, SELLER = Term("pembeli", ("purchaser",)), Term("penjual", ("vendor",))


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("nama pembeli/penjual", "the purchaser's name", "1-0 1-1 1-2 1-3 0-4", "the purchaser/vendor's name"),
        ("nama penjual/pembeli", "the purchaser's name", "3-0 3-1 3-2 3-3 0-4", "the vendor/purchaser's name"),
        ("hak penjual/pembeli", "rights of purchasers", "0-0 3-1 3-2", "rights of vendors/purchasers"),
        ("pembeli/penjual datang", "a purchaser came", "0-0 0-1 3-2", "a purchaser/vendor came"),
        ("pembeli/penjual datang", "purchasers and vendors came", None, "purchasers and vendors came"),
        ("pembeli/penjual datang", "a purchaser/seller came", "0-0 0-1 2-3 3-4", "a purchaser/vendor came"),
    ],
)
def test_a_missing_term_is_joined_to_the_one_that_its_source_joins_it_to(
    source: str, model: str, links: str | None, wanted: str
) -> None:
    assert mended(source, model, links, BUYER, SELLER) == wanted


def test_terms_that_no_slash_joins_stay_apart() -> None:
    assert "/" not in mended("pembeli dan penjual datang", "a purchaser came", "0-0 0-1 3-2", BUYER, SELLER)
