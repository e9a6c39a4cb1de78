"""Which translations of a term a document should not mix."""

from __future__ import annotations

import pytest

from glossary import USER_LIST
from translator.language.term_variation import TermOfList, is_rival, with_rivals


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


@pytest.mark.parametrize(("one", "other"), [("Nsrben", "Senrbn"), ("Bsatdb", "Sdbatb"), ("Ienddi", "Edindi")])
def test_which_translation_stands_first_does_not_matter(one: str, other: str) -> None:
    """difflib finds another likeness of these where they change their places."""
    term = TermOfList("Kota", "places")
    assert is_rival(term, one, other) == is_rival(term, other, one)
    assert len(with_rivals(term, [one, other])) in (0, 2)
    assert with_rivals(term, [other, one]) == with_rivals(term, [one, other])[::-1]
