from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Matcher, Term
from tests.canned import CannedEngine
from tests.enforcement.repairs.expressions import mended
from translator.enforcement.cascade import Task, enforce

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


def test_a_soft_constraint_is_not_joined_to_its_own_english() -> None:
    source = "pembeli/pemborong datang"
    matches = Matcher([BUYER, Term("pemborong", ("purchaser",), term_list="general")]).find(source)
    soft = tuple(replace(match, required=match.text == "pembeli") for match in matches)
    engine = CannedEngine({source: [("a purchaser came", "0-0 0-1 3-2")]})
    (done,) = enforce(engine, [Task(source, soft)], beam=4)
    assert done.text == "a purchaser came"


def test_terms_that_no_slash_joins_stay_apart() -> None:
    assert "/" not in mended("pembeli dan penjual datang", "a purchaser came", "0-0 0-1 3-2", BUYER, SELLER)
