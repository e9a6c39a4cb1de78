from __future__ import annotations

from dataclasses import replace

import pytest

from glossary.merging import conflicts, merge
from glossary.term import Case, Glossary, Term, TermStatus


def term(origin: str, source: str, *targets: str, case: Case = Case.FOLD, variants: tuple[str, ...] = ()) -> Term:
    return Term(source, targets, case=case, variants=variants, origin=origin)


def test_a_later_list_wins_and_it_is_said() -> None:
    old, kept, new = term("a:1", "Rusia", "Russia"), term("a:2", "Iran", "Iran"), term("b:1", "rusia", "Muscovy")
    assert merge([Glossary("a", (old, kept)), Glossary("b", (new,))]) == (
        (kept, new),
        ("b:1: 'Rusia' is 'Muscovy', which overrides 'Russia' of a:1",),
    )


def test_the_same_translation_again_is_no_news() -> None:
    old, new = term("a:1", "Rusia", "Russia"), term("b:1", "Rusia", "Russia", case=Case.EXACT)
    assert merge([Glossary("a", (old,)), Glossary("b", (new,))]) == ((new,), ())


def test_an_earlier_entry_keeps_the_spellings_that_no_later_list_has() -> None:
    old = term("a:1", "Letnan Jenderal", "Lieutenant General", variants=("Letjen", "Letjend"))
    new = term("b:1", "Letjen", "Lt. Gen.")
    assert merge([Glossary("a", (old,)), Glossary("b", (new,))]) == (
        (replace(old, variants=("Letjend",)), new),
        ("b:1: 'Letjen' is 'Lt. Gen.', which overrides 'Lieutenant General' of a:1",),
    )


def test_exact_entries_in_other_letters_stand_side_by_side() -> None:
    states, axle = term("a:1", "AS", "United States", case=Case.EXACT), term("b:1", "as", "axle")
    assert merge([Glossary("a", (states,)), Glossary("b", (axle,))]) == ((states, axle), ())


def test_many_overrides_are_summed_up() -> None:
    old = Glossary("a", tuple(term(f"a:{n}", f"kata{n}", "old") for n in range(30)))
    new = Glossary("b", tuple(term(f"b:{n}", f"kata{n}", "new") for n in range(30)))
    terms, notices = merge([old, new])
    assert terms == new.terms
    assert len(notices) == 21
    assert notices[-1] == "... and 10 more overrides"


def test_what_is_not_in_force_claims_nothing() -> None:
    kept, proposed = term("a:1", "Rusia", "Russia"), replace(term("b:1", "Rusia", "?"), status=TermStatus.PROPOSED)
    retired = replace(term("a:2", "Iran", "Persia"), status=TermStatus.RETIRED)
    assert merge([Glossary("a", (kept, retired)), Glossary("b", (proposed,))]) == ((kept,), ())
    assert list(conflicts([kept, proposed, retired, term("a:3", "Iran", "Iran")])) == []


def test_what_a_list_had_to_say_when_it_was_read_is_told() -> None:
    assert merge([Glossary("a", (), ("a: read as cp1252",))]) == ((), ("a: read as cp1252",))


@pytest.mark.parametrize(
    ("case", "forbidden", "wrong"),
    [
        (Case.FOLD, "russia", True),
        (Case.EXACT, "russia", False),
        (Case.EXACT, "Russia", True),
        (Case.FOLD, "Rus", False),
    ],
)
def test_to_forbid_what_is_accepted_is_an_error(case: Case, forbidden: str, wrong: bool) -> None:
    entry = replace(term("a:1", "Rusia", "Muscovy", "Russia", case=case), forbidden=(forbidden,))
    assert [problem.message for problem in conflicts([entry])] == [
        f"{forbidden!r} is forbidden for 'Rusia', and it is accepted; keep it in one of the columns"
    ] * wrong


def test_nothing_merged_is_nothing() -> None:
    assert merge([]) == ((), ())


def test_an_entry_is_in_conflict_once_however_many_spellings_clash() -> None:
    first = term("a:1", "Rusia", "Russia", variants=("Rusya",))
    second = term("a:2", "Rusya", "Ruthenia", variants=("Rusia",))
    assert [problem.origin for problem in conflicts([first, second])] == ["a:2"]
