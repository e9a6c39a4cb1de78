"""Abbreviations in brackets beside their long forms."""

from __future__ import annotations

import pytest

from glossary import Match, Matcher, Term, TermKind
from glossary.source.brackets import settle_brackets

GROUP = Term("kelompok kriminal bersenjata", ("armed criminal group", "KKB"), TermKind.ORGANISATION)
SHORT = Term("KKB", ("armed criminal group", "armed group"), TermKind.ABBREVIATION)
RANK = Term("Letnan Kolonel", ("Lieutenant Colonel",), TermKind.RANK, variants=("Letkol", "Letkol."))
COLONEL = Term("Kolonel", ("Colonel",), TermKind.RANK, variants=("Kol.", "Kolonel Inf"))
FLEET = Term("Koarmada", ("Fleet Command",), TermKind.ABBREVIATION)
NEIGHBOUR = Term("Armada", ("Fleet Command", "Armada"), TermKind.ORGANISATION)
BUILT_IN = [GROUP, SHORT, RANK, COLONEL, FLEET, NEIGHBOUR]


def found(text: str, *users: Term) -> list[tuple[str, tuple[str, ...]]]:
    """The text of every match, and what is accepted for it."""
    matches = Matcher(users, [_of_list(term) for term in BUILT_IN]).find(text)
    return [(match.text, match.term.targets) for match in settle_brackets(text, matches)]


def _of_list(term: Term) -> Term:
    return Term(term.source, term.targets, term.kind, variants=term.variants, term_list="military")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "kelompok kriminal bersenjata (KKB) datang",
            [("kelompok kriminal bersenjata", ("armed criminal group",)), ("KKB", ("KKB",))],
        ),
        ("KKB (Kelompok Kuda Biru) datang", [("KKB", ("KKB",))]),
        ("regu Kancil Kota Bandung (KKB) datang", [("KKB", ("KKB",))]),
        ("Armada (Koarmada) datang", [("Armada", ("Fleet Command", "Armada")), ("Koarmada", ("Koarmada",))]),
    ],
)
def test_beside_its_long_form_an_abbreviation_stays(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["pasukan (KKB) datang", "KKB datang", "KKB (yang lari) datang", "di sana. (KKB)"])
def test_elsewhere_it_is_a_term_as_any_other(text: str) -> None:
    assert found(text) == [("KKB", SHORT.targets)]


@pytest.mark.parametrize(
    ("rank", "target"),
    [
        ("Letnan Kolonel (Letkol)", "Lieutenant Colonel"),
        ("Letkol (Letnan Kolonel)", "Lieutenant Colonel"),
        ("Kolonel (Kol.)", "Colonel"),
        ("Kolonel (Kol.) Inf", "Colonel"),
    ],
)
def test_a_rank_and_its_abbreviation_are_one_rank(rank: str, target: str) -> None:
    assert found(f"{rank} Adi datang") == [(rank, (target,))]


def test_an_abbreviation_that_the_list_lacks_is_that_of_a_rank_before_a_name_only() -> None:
    post, short = Term("Kepala Regu", ("squad leader",), TermKind.RANK), Term("Karu", ("squad leader",))
    text = "Kepala Regu (Karu) Adi"
    assert [match.text for match in settle_brackets(text, Matcher([post, short]).find(text))] == ["Kepala Regu (Karu)"]
    for text in ("Kepala Regu (Karu) datang", "Kepala Regu (Karu) Letkol Adi"):
        matches = settle_brackets(text, Matcher([post, short, RANK]).find(text))
        assert [match.text for match in matches][:2] == ["Kepala Regu", "Karu"]
        assert matches[1].term.targets == ("Karu",)


def test_another_bracket_behind_a_rank_is_none_of_its() -> None:
    assert found("Kolonel (Angkatan Laut) Adi") == [("Kolonel", ("Colonel",))]


def test_an_english_abbreviation_that_the_user_gives_stands() -> None:
    text = "kelompok kriminal bersenjata (KKB)"
    assert found(text, Term("KKB", ("ACG",)))[-1] == ("KKB", ("ACG",))
    assert found(text, Term("KKB", ("armed gang",)))[-1] == ("KKB", ("KKB",))


def test_an_english_abbreviation_of_the_list_is_wanted() -> None:
    league = Term("LBB", ("League of Nations", "LN"), TermKind.ORGANISATION, term_list="organisations")
    text = "Liga Bangsa-Bangsa (LBB)"
    (match,) = settle_brackets(text, Matcher([league]).find(text))
    assert match.term.targets == ("LN",)


def test_neither_form_is_honoured_by_the_other_whichever_is_in_brackets() -> None:
    targets = ("League of Nations", "LN")
    league = [Term("Liga Bangsa-Bangsa", targets, TermKind.ORGANISATION, term_list="organisations")]
    league.append(Term("LBB", targets[::-1], TermKind.ORGANISATION, term_list="organisations"))
    for text in ("Liga Bangsa-Bangsa (LBB)", "LBB (Liga Bangsa-Bangsa)"):
        wanted = {match.text: match.term.targets for match in settle_brackets(text, Matcher(league).find(text))}
        assert wanted == {"Liga Bangsa-Bangsa": ("League of Nations",), "LBB": ("LN",)}


def test_what_stays_is_a_soft_constraint() -> None:
    text = "kelompok kriminal bersenjata (KKB)"
    long_form, short = settle_brackets(text, Matcher([GROUP, SHORT]).find(text))
    assert (long_form.required, short.required) == (True, False)


def test_matches_without_brackets_stay_as_they_are() -> None:
    matches: list[Match] = Matcher(BUILT_IN).find("KKB dan Letkol Adi di Armada")
    assert settle_brackets("KKB dan Letkol Adi di Armada", matches) == matches
