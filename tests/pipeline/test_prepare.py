from __future__ import annotations

import pytest

from glossary import USER_LIST, Case, Matcher, Term
from translator.pipeline.prepare import Preparation, prepare


def terms_of(source: str, term_list: str) -> list[str]:
    """The terms that are found in a sentence, where a list has the Timor Sea."""
    matcher = Matcher([Term("laut Timor", ("Timor Sea",), term_list=term_list)])
    sentence = prepare(source, Preparation(matcher, matcher, keep_names=False, fits=lambda _: True))
    return [match.text for task in sentence.tasks for match in task.matches]


@pytest.mark.parametrize(
    ("source", "term_list", "found"),
    [
        ("Pulau itu terletak di barat laut Timor.", "places", []),
        ("Kapal itu karam di laut Timor.", "places", ["laut Timor"]),
        ("Pulau itu terletak di barat laut Timor.", USER_LIST, ["laut Timor"]),
    ],
)
def test_a_built_in_term_that_begins_inside_a_compass_point_is_none(
    source: str, term_list: str, found: list[str]
) -> None:
    assert terms_of(source, term_list) == found


@pytest.mark.parametrize(
    ("source", "case"),
    [
        ("Lihat HARGA BARANG hari ini.", Case.TRANSFER),
        ("Lihat harga barang hari ini.", Case.FOLD),
        ("Lihat Harga Barang hari ini.", Case.FOLD),
        ("LIHAT HARGA BARANG HARI INI.", Case.FOLD),  # the whole translation is put into capitals
        ("Lihat UU ITE hari ini.", Case.FOLD),
        ("Lihat BARANG hari ini.", Case.FOLD),
    ],
)
def test_a_phrase_in_capitals_inside_a_sentence_gives_its_capitals_to_its_english(source: str, case: Case) -> None:
    terms = Term("harga barang", ("price",)), Term("uu ite", ("ITE law",)), Term("barang", ("good",))
    matcher = Matcher(terms)
    sentence = prepare(source, Preparation(matcher, matcher, keep_names=False, fits=lambda _: True))
    assert [match.term.case for match in sentence.terms] == [case]


@pytest.mark.parametrize(
    ("source", "term_list", "found"),
    [
        ("Batalyon 12/Garuda Sakti tiba.", "military", []),
        ("Batalyon IV/Garuda Sakti tiba.", "military", []),
        ("Batalyon 12/Garuda Sakti tiba.", USER_LIST, ["Garuda"]),
        ("Merpati/Garuda tiba.", "military", ["Garuda"]),
        ("Ada 12/garuda di sana.", "military", ["garuda"]),
    ],
)
def test_a_built_in_term_in_the_name_behind_the_number_of_a_unit_is_none(
    source: str, term_list: str, found: list[str]
) -> None:
    matcher = Matcher([Term("garuda", ("eagle",), term_list=term_list)])
    sentence = prepare(source, Preparation(matcher, matcher, keep_names=False, fits=lambda _: True))
    assert [match.text for match in sentence.terms] == found
