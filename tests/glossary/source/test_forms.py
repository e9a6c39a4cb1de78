from __future__ import annotations

import pytest

from glossary.source.forms import CLITICS, attaches, doubles, hyphenates, proper_name, related, splits
from glossary.term import Case, Term, TermKind


def test_there_are_fifteen_clitics() -> None:
    assert len(set(CLITICS)) == 15


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("kapalnya", [("kapal", "nya")]),
        ("kapalkulah", [("kapalku", "lah"), ("kapal", "kulah")]),
        ("malukulah", [("maluku", "lah")]),
        ("masalahnya", [("masalah", "nya")]),
        ("masalah", []),
        ("kenya", [("ke", "nya")]),
        ("16nya", [("16", "nya")]),
        ("nya", []),
        ("kapal", []),
    ],
)
def test_a_word_is_read_as_stem_and_clitic(word: str, readings: list[tuple[str, str]]) -> None:
    assert list(splits(word)) == readings


@pytest.mark.parametrize(
    ("stem", "clitic", "capitals", "alone", "attached"),
    [
        ("kapal", "nya", False, True, True),
        ("KAPAL", "NYA", False, True, True),
        ("kapal", "NYA", False, True, False),
        ("TNI", "nya", True, True, True),
        ("TNI", "NYA", True, True, False),
        ("tni", "nya", True, True, False),
        ("Umum", "nya", False, True, False),
        ("Umum", "nya", False, False, True),
    ],
)
def test_a_clitic_attaches(stem: str, clitic: str, capitals: bool, alone: bool, attached: bool) -> None:
    assert attaches(stem, clitic, capitals, alone) is attached


@pytest.mark.parametrize(
    ("stem", "clitic", "joined"),
    [("TNI", "nya", True), ("TNI", "NYA", True), ("hamba", "Nya", True), ("AS", "MU", False), ("Rusia", "NYA", False)],
)
def test_a_clitic_follows_a_hyphen(stem: str, clitic: str, joined: bool) -> None:
    assert hyphenates(stem, clitic) is joined


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("kapal", "kapal"), ("kapal", "kapalan"), ("kapal", "kapalnya"), ("bersama", "sama"), ("tarik", "menarik")),
        *(
            ("pukul", "memukul"),
            ("surat", "menyurat"),
            ("karang", "mengarang"),
            ("bolak", "balik"),
            ("obat", "obatannya"),
        ),
    ],
)
def test_one_word_over_a_hyphen_is_related(first: str, second: str) -> None:
    assert related(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("anti", "rusia"), ("as", "asean"), ("tni", "polri"), ("19", "19"), ("asia", "eurasia"), ("se", "indonesia")],
)
def test_two_words_over_a_hyphen_are_not(first: str, second: str) -> None:
    assert not related(first, second)


@pytest.mark.parametrize(
    ("term", "proper"),
    [
        (Term("Rusia", ("Russia",), TermKind.PLACE), True),
        (Term("Rusia", ("Russia",), None, Case.EXACT), True),
        (Term("Marinir", ("Marine Corps",), TermKind.UNIT, Case.EXACT), True),
        (Term("batalyon", ("battalion",), TermKind.UNIT, Case.EXACT), False),
        (Term("Letnan Jenderal", ("Lieutenant General",), TermKind.RANK, Case.EXACT), False),
        (Term("Kapal Perang", ("warship",)), False),
    ],
)
def test_proper_names(term: Term, proper: bool) -> None:
    assert proper_name(term) is proper


@pytest.mark.parametrize(
    ("term", "doubled"),
    [
        (Term("kapal perang", ("warship",)), True),
        (Term("SPBU", ("gas station",)), True),
        (Term("TNI", ("TNI",), TermKind.ORGANISATION, Case.EXACT), False),
        (Term("mata", ("eye",)), False),
        (Term("F-16", ("F-16",)), False),
        (Term("Rusia", ("Russia",), TermKind.PLACE), False),
    ],
)
def test_which_terms_double_their_head(term: Term, doubled: bool) -> None:
    assert doubles(term, term.source) is doubled
