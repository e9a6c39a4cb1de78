"""Which translations of a term a document should not mix."""

from __future__ import annotations

import pytest

from glossary import USER_LIST
from translator.language.term_variation import TermOfList, is_rival


@pytest.mark.parametrize(
    ("term_list", "source", "one", "other"),
    [
        (USER_LIST, "kapal perang", "warship", "battleship"),
        (USER_LIST, "Inggris", "Britain", "England"),
        (USER_LIST, "regu", "squad", "band"),
        ("military", "kapal perang", "warship", "naval vessel"),
        ("military", "Angkatan Laut", "Navy", "Indonesian Navy"),
        ("military", "Kemhan", "Ministry of Defence", "Defense Ministry"),
        ("military", "TNI", "TNI", "Indonesian Military"),
        ("military", "pangkalan", "air base", "airbase"),
        ("military", "gerilyawan", "guerrilla", "guerilla"),
        ("places", "AS", "US", "U.S."),
        ("places", "Kiev", "Kyiv", "Kiev"),
        ("places", "Deir ez-Zor", "Deir ez-Zor", "Deir al-Zor"),
    ],
)
def test_a_document_should_have_one_of_these(term_list: str, source: str, one: str, other: str) -> None:
    assert is_rival(TermOfList(source, term_list), one, other)
    assert is_rival(TermOfList(source, term_list), other, one)


@pytest.mark.parametrize(
    ("term_list", "source", "one", "other"),
    [
        (USER_LIST, "Rusia", "Russia", "Russian"),
        ("military", "regu", "squad", "band"),
        ("military", "menteri luar negeri", "foreign minister", "secretary of state"),
        ("military", "Menteri Luar Negeri", "Foreign Minister", "Secretary of State"),
        ("military", "Menteri Pertahanan", "Defence Minister", "Defence Secretary"),
        ("organisations", "PBB", "United Nations", "UN"),
        ("places", "Inggris", "Britain", "England"),
        ("places", "AS", "US", "United States"),
        ("places", "AS", "US", "American"),
    ],
)
def test_these_may_stand_in_one_document(term_list: str, source: str, one: str, other: str) -> None:
    assert not is_rival(TermOfList(source, term_list), one, other)
    assert not is_rival(TermOfList(source, term_list), other, one)
