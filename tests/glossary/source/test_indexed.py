from __future__ import annotations

import pytest

from glossary import Case, IndexedTerms, Matcher, Term, TermKind, TermStatus, default_lists, from_bytes, indexed, load

TERMS = (
    Term("kapal perang", ("warship", "war ship"), TermKind.VESSEL, origin="a.tsv:2", note="laut \ud800 \n dalam"),
    Term("Rusia", ("Russia",), TermKind.PLACE, Case.EXACT, ("Rusya", "Federasi Rusia"), plural=False),
    Term("serang", ("attack",), verb=True, forbidden=("assault",), needs=("pasukan",), term_list="military"),
    Term("kapal selam", ("submarine",), status=TermStatus.PROPOSED, domain="d", context="c", reference="r"),
    Term("S\u00e3o Paulo", ("S\u00e3o Paulo",), case=Case.TRANSFER),
)


def test_terms_come_back_from_bytes_as_they_were() -> None:
    kept = from_bytes(IndexedTerms(TERMS).to_bytes())
    assert tuple(kept) == TERMS
    assert (kept.heads, kept.digest) == (IndexedTerms(TERMS).heads, IndexedTerms(TERMS).digest)


def test_a_term_that_came_from_bytes_is_one_value_however_often_it_is_looked_at() -> None:
    kept = from_bytes(IndexedTerms(TERMS).to_bytes())
    assert kept[1] is kept[1] is kept[-4]
    assert list(kept[1:3]) == [kept[1], kept[2]]
    with pytest.raises(IndexError):
        kept[len(TERMS)]


def test_a_term_is_known_by_the_first_token_of_every_spelling_and_only_in_force() -> None:
    terms = IndexedTerms(TERMS)
    assert [number for number, _ in terms.beginning("kapal")] == [0]
    assert [terms.heads[head] for head in ("rusia", "rusya", "federasi", "menyerang")] == ["1", "1", "1", "2"]
    assert list(terms.beginning("rudal")) == []


def test_terms_with_one_first_token_stay_in_order() -> None:
    terms = IndexedTerms([Term(f"kota {number}", ("x",)) for number in range(12)])
    assert [number for number, _ in terms.beginning("kota")] == list(range(12))


def test_what_has_an_index_keeps_it() -> None:
    terms = IndexedTerms(TERMS)
    assert indexed(terms) is terms
    assert tuple(indexed(term for term in TERMS)) == TERMS


def test_notes_and_places_in_files_do_not_count_in_the_digest() -> None:
    term, other = Term("a", ("b",), note="n", origin="a:1"), Term("a", ("c",))
    assert IndexedTerms([term]).digest == IndexedTerms([Term("a", ("b",))]).digest
    assert IndexedTerms([term]).digest != IndexedTerms([other]).digest


@pytest.mark.parametrize("data", [b"", b"x\n{}", b"x\n[\n[]", b'x\n["a"]\n[]', b"\xff\n[]\n[]"])
def test_other_data_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_bytes(data)


def test_the_same_is_found_with_terms_that_came_from_bytes() -> None:
    text = "Kapal-kapal perang AS dan Letkol Laut (P) Budi menyerang Rusia; TNI-AL, F 16, antirudal, di Jakartalah."
    plain = [load(path).terms for path in default_lists()]
    for terms in plain:
        kept = from_bytes(IndexedTerms(terms).to_bytes())
        for any_case in (False, True):
            found = Matcher(TERMS, kept, any_case).find(text)
            assert found == Matcher(TERMS, terms, any_case).find(text)
