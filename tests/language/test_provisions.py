from __future__ import annotations

import pytest

from glossary import Matcher, Term
from translator.language.masking import mask
from translator.language.provisions import find


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("Menurut Pasal 5 ayat (2) huruf b, ia wajib hadir.", ["Article 5 paragraph (2) letter b"]),
        ("Bab II Pasal 7 ayat (1) dan ayat (3)", ["Chapter II Article 7 paragraph (1)", "paragraph (3)"]),
        ("ayat (1) huruf a angka 3", ["paragraph (1) letter a number 3"]),
        ("Pasal 28E, ayat 3", ["Article 28E, paragraph 3"]),
        ("Ayat (4) dihapus; lihat butir c.", ["Paragraph (4)", "item c"]),
        ("sebagaimana dimaksud dalam huruf a dan b di atas", ["letters a and b"]),
        ("Pasal 4 ayat (1), (2), atau (3)", ["Article 4 paragraphs (1), (2), or (3)"]),
        ("ayat (2) huruf a, c, dan d", ["paragraph (2) letters a, c, and d"]),
        ("Pasal 8 ayat (3) huruf b dan e", ["Article 8 paragraph (3) letters b and e"]),
        ("Pasal 9 huruf c dan huruf d", ["Article 9 letter c", "letter d"]),
    ],
)
def test_a_reference_is_put_into_english_as_one(source: str, english: list[str]) -> None:
    assert [each for _, each in find(source)] == english


@pytest.mark.parametrize(
    "source", ["Yohanes 3 ayat 16", "Pasal 5 dan Bab II", "angka 3", "huruf besar", "ayat-ayat (1)"]
)
def test_a_verse_a_single_article_and_other_words_are_left_to_the_model(source: str) -> None:
    assert list(find(source)) == []


def test_a_reference_has_a_stand_in_and_is_restored_in_english() -> None:
    text, (masked,) = mask("Lihat Pasal 5 ayat (2).")
    assert (text, masked.text) == ("Lihat XK.", "Article 5 paragraph (2)")


@pytest.mark.parametrize(
    ("source", "target", "english"),
    [
        ("ayat", "para.", "Article 6 para. (2) letter d"),
        ("pasal #", "Art. #", "Art. 6 paragraph (2) letter d"),
        ("huruf", "point", "Article 6 paragraph (2) point d"),
        ("pasal", "section", "Section 6 paragraph (2) letter d"),
        ("ayat (2)", "subsection 2", "Article 6 subsection 2 letter d"),
    ],
)
def test_a_term_of_the_users_inside_a_reference_stands_in_it(source: str, target: str, english: str) -> None:
    text = "Lihat Pasal 6 ayat (2) huruf d."
    terms = Matcher([Term(source, (target,))]).find(text)
    masked, (reference,) = mask(text, own=terms)
    assert (masked, reference.text, reference.terms) == ("Lihat XK.", english, tuple(terms))


def test_the_users_word_for_several_provisions_is_a_plural() -> None:
    text = "Pasal 6 ayat (2) huruf d dan f serta ayat (1) atau (3)"
    terms = Matcher([Term("ayat", ("clause",)), Term("huruf", ("sub-clause",))]).find(text)
    assert [english for _, english in find(text, terms)] == [
        "Article 6 clause (2) sub-clauses d and f",
        "clauses (1) or (3)",
    ]


@pytest.mark.parametrize("source", ["pasal 5 ayat (2)", "lihat pasal 5", "ayat (2) itu"])
def test_a_reference_that_is_a_term_or_is_cut_by_one_is_the_terms(source: str) -> None:
    text = "Lihat Pasal 5 ayat (2) itu."
    assert mask(text, own=Matcher([Term(source, ("see it",))]).find(text)) == (text, ())
