from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.source.matcher import Matcher
from glossary.term import Case, Match, Term, TermKind, TermStatus, VerbForm
from tests.glossary import oracle

CASES = Path(__file__).parents[2] / "cases"
DATA: list[dict[str, Any]] = [
    json.loads((CASES / name).read_text(encoding="utf-8")) for name in ("matching.json", "indonesian_forms.json")
]


def term(
    source: str,
    kind: str | None = None,
    case: str = "fold",
    variants: tuple[str, ...] = (),
    verb: bool = False,
    status: str = "approved",
) -> Term:
    chosen = TermKind(kind) if kind else None
    return Term(source, ("target",), chosen, Case(case), tuple(variants), verb=verb, status=TermStatus(status))


@pytest.mark.parametrize(
    ("case", "terms"),
    [(case, data["terms"]) for data in DATA for case in data["cases"]],
    ids=lambda value: f"{value['text']}: {value['why']}" if "why" in value else "",
)
def test_finds_exactly_the_forms_that_are_terms(case: dict[str, Any], terms: dict[str, Any]) -> None:
    found = Matcher(term(source, **terms[source]) for source in case["terms"]).find(case["text"])
    assert [match.text for match in found] == case["found"]
    assert [match.text for match in found if match.plural] == case.get("plural", [])
    assert [case["text"][match.start : match.end] for match in found] == case["found"]


def test_there_are_enough_cases_and_half_of_them_are_refusals() -> None:
    cases = {(case["text"], *case["terms"]): case for data in DATA for case in data["cases"]}.values()
    assert len(cases) >= 300
    assert sum(not case["found"] for case in cases) >= len(cases) // 2


def test_a_match_says_where_it_stands_and_which_entry_it_is() -> None:
    warship, russia = term("kapal perang"), term("Rusia", case="exact")
    assert Matcher([warship, russia]).find("Ada kapal-kapal perang Rusia.") == [
        Match(4, 22, "kapal-kapal perang", warship, plural=True),
        Match(23, 28, "Rusia", russia),
    ]


def test_a_term_of_the_user_beats_a_longer_default_one() -> None:
    chief, staff = term("Kepala Staf Umum"), term("Staf Umum")
    assert [match.term for match in Matcher([staff], [chief]).find("Kepala Staf Umum")] == [staff]
    assert [match.term for match in Matcher([staff, chief]).find("Kepala Staf Umum")] == [chief]


def test_default_terms_are_found_where_no_other_is() -> None:
    russia, ship = term("Rusia"), term("kapal")
    assert [match.term for match in Matcher([russia], [ship]).find("kapal Rusia, kapal")] == [ship, russia, ship]


def test_of_entries_with_one_source_the_exact_one_wins_then_the_first() -> None:
    first, second, exact = term("as"), term("As"), term("AS", case="exact")
    assert [match.term for match in Matcher([first, second, exact]).find("AS as")] == [exact, first]


def test_without_terms_nothing_is_found() -> None:
    assert Matcher([]).find("Kapal perang Rusia.") == []


@pytest.mark.parametrize("text", ["kapal " * 20_000, "kapal-" * 20_000, "a. " * 20_000, "a@" * 20_000, "1," * 20_000])
def test_long_repetitions_are_found_in_full(text: str) -> None:
    assert len(Matcher([term("kapal")]).find(text)) == (20_000 if " " in text and "kapal" in text else 0)


@pytest.mark.parametrize("ending", ["", " akhir"])
def test_a_long_entry_that_repeats_a_word_takes_linear_time(ending: str) -> None:
    entry = "kata " * 7_999 + "kata" + ending
    found = Matcher([term(entry)]).find(f"Ini {entry}, dan {'kata ' * 8_000}lagi.")
    assert [(match.start, match.text) for match in found] == [(4, entry)]  # were it quadratic, it would take minutes


PIECES = [
    *("kapal ", "perang ", "Rusia ", "as ", "perang Rusia as kapal perang Rusia", "kapal perang-kapal perang"),
    *("kapal", "Kapal", "perang", "KAPAL", "Rusia", "TNI", "masa", "AS", "as", "19", "3", "a", "b"),
    *("nya", "NYA", "lah", "ku", "mu", "pun", "an", "ber", "-", "-", "‑", " ", " ", "\u00a0", "\n"),
    *(".", ",", "'", "’", "_", "\u00ad", "\u200b", "\u0301", "/", "kapal-kapal", "-nya"),
]
FORM_PIECES = [
    *(
        "menyerang",
        "diserang",
        "penyerangan",
        "penyerang",
        "serang",
        "Serang",
        "akan ",
        "tembak jatuh",
        "ditembak jatuh",
    ),
    *(
        "Letjen",
        "Letjen.",
        "Kol",
        "Kol.",
        "Letnan Jenderal",
        "Kolonel",
        "Budi",
        "(Purn)",
        "TNI",
        "T.N.I.",
        "T.N.I",
        "A.",
    ),
    *(
        "anti",
        "rudal",
        "antirudal",
        "anti-rudal",
        "F-16",
        "F16",
        "F 16",
        "Brigif ",
        "Brigif 9",
        "IX",
        "9",
        "9.000",
        "#",
    ),
    *(" ", " ", " ", "-", ".", "(", "nya", "-nya", "lah", "\u00ad", "-serang", "usulan"),
]
TERMS = [
    term("kapal"),
    term("kapal perang"),
    term("perang kapal perang"),
    term("perang Rusia"),
    term("Rusia as kapal"),
    term("as kapal"),
    term("Rusia", "place", "exact"),
    term("TNI", "organisation", "exact", ("T.N.I.",)),
    term("AS", case="exact"),
    term("as"),
    term("masa", case="transfer"),
    term("19"),
    term("3,19"),
    term("kapal-kapal", "phrase"),
    term("Kapal nya", case="exact"),
    term("perang an", case="exact", variants=("a'b",)),
    term("as kapal", case="transfer"),
    term("perang", case="exact"),
]
FORM_TERMS = [
    term("serang", verb=True),
    term("serangnya"),
    term("tembak jatuh", verb=True),
    term("penyerang"),
    term("Letnan Jenderal", "rank", "exact"),
    term("Letjen", "abbreviation"),
    term("Kolonel", "rank"),
    term("TNI", "organisation", "exact"),
    term("T.N.I. A."),
    term("antirudal"),
    term("anti rudal F"),
    term("F-16", "aircraft"),
    term("Brigif #", "unit", "exact"),
    term("Brigif 9", "unit"),
    term("Brigif", "unit"),
    term("rudal #"),
    term("usulan", status="proposed"),
]


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=3, max_size=14).map("".join),
    st.lists(st.sampled_from(TERMS), min_size=3, max_size=8, unique=True),
    st.lists(st.sampled_from(TERMS), max_size=3, unique=True),
)
def test_the_trie_finds_what_trying_every_form_at_every_place_finds(
    text: str, terms: list[Term], defaults: list[Term]
) -> None:
    assert Matcher(terms, defaults).find(text) == oracle.find(text, terms, defaults)


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.sampled_from(FORM_PIECES), min_size=3, max_size=10).map("".join),
    st.lists(st.sampled_from(FORM_TERMS), min_size=2, max_size=6, unique=True),
    st.lists(st.sampled_from(FORM_TERMS), max_size=2, unique=True),
)
def test_the_forms_of_indonesian_are_what_trying_them_all_finds(
    text: str, terms: list[Term], defaults: list[Term]
) -> None:
    assert Matcher(terms, defaults).find(text) == oracle.find(text, terms, defaults)


@given(st.text(max_size=60))
def test_matches_of_any_text_stand_in_it_in_order(text: str) -> None:
    end = 0
    for match in Matcher(TERMS).find(text):
        assert end <= match.start < match.end <= len(text)
        assert match.text == text[match.start : match.end]
        end = match.end


def test_a_number_that_an_entry_leaves_open_is_filled_in() -> None:
    brigade = Term(
        "Brigif #", ("#th Infantry Brigade", "Brigif #"), TermKind.UNIT, Case.EXACT, forbidden=("Brigade #",)
    )
    (match,) = Matcher([brigade]).find("Pasukan Brigif IX bergerak")
    assert (match.text, match.term.source) == ("Brigif IX", "Brigif IX")
    assert match.term.targets == ("9th Infantry Brigade", "Brigif IX")
    assert match.term.forbidden == ("Brigade IX",)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Mereka menyerang", VerbForm.ACTIVE),
        ("Mereka akan menyerang", VerbForm.INFINITIVE),
        ("Mereka akan diserang", VerbForm.PASSIVE),
        ("Rusia serang kota", VerbForm.ROOT),
        ("penyerangan itu", VerbForm.ACTION),
        ("Penyerangnya", VerbForm.AGENT),
    ],
)
def test_a_match_of_a_verb_says_which_form_it_is(text: str, form: VerbForm) -> None:
    assert [match.verb_form for match in Matcher([term("serang", verb=True)]).find(text)] == [form]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Toko itu buka pukul 10.15 sampai sore", []),
        ("Pukul 7 malam listrik padam", []),
        ("hingga pukul  sebelas siang", []),
        ("PUKUL BERAPA bus berangkat?", []),
        ("Warga pukul pencuri itu", ["pukul"]),
        ("Preman pukul 3 orang", ["pukul"]),
        ("Preman pukul 30 mahasiswa", ["pukul"]),
        ("Sejak pukul 9 polisi memukul mundur massa", ["memukul"]),
    ],
)
def test_the_root_of_a_verb_that_begins_a_time_of_day_is_no_verb(text: str, found: list[str]) -> None:
    assert [match.text for match in Matcher([term("pukul", verb=True)]).find(text)] == found
    assert len(Matcher([term("pukul")]).find("pukul 10.15")) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gubernur belum hadir.", True),
        ("Gubernurnya belum hadir.", True),
        ("Ia pergi. “Gubernur datang,” katanya.", True),
        ("Gubernur Rina belum hadir.", False),
        ("Ia bertemu Gubernur kemarin.", False),
        ("GUBERNUR belum hadir.", False),
        ("gubernur belum hadir.", False),
    ],
)
def test_a_capital_that_a_term_has_only_from_its_sentence_is_told(text: str, found: bool) -> None:
    (match,) = Matcher([term("gubernur", case="transfer")]).find(text)
    assert match.sentence_capital == found


def test_the_capital_of_a_word_of_several_is_its_own() -> None:
    matches = Matcher([term("hakim ketua", case="transfer")]).find("Hakim Ketua hadir. Hakim ketua pergi.")
    assert [match.sentence_capital for match in matches] == [False, True]


def test_other_entries_have_no_form_of_a_verb() -> None:
    assert [match.verb_form for match in Matcher([term("serang")]).find("akan serang")] == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kolonel AL Budi tiba.", ["AL"]),
        ("TNI AD, AU, dan AL berlatih.", ["AL"]),
        ("Angkatan Laut (AL) berlatih.", ["AL"]),
        ("AL TNI berlatih.", ["AL"]),
        ("A. L. dan AL bermain bola.", []),
        ("TNI berlatih di laut utara pada hari Senin, kata AL.", []),
    ],
)
def test_a_term_that_needs_company_is_found_beside_it_only(text: str, found: list[str]) -> None:
    navy = Term("AL", ("Navy",), TermKind.ABBREVIATION, Case.EXACT, needs=("TNI", "Kolonel", "Angkatan Laut"))
    assert [match.text for match in Matcher([navy]).find(text)] == found
