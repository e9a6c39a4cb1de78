"""Every format gives back what it was given, or says what it lost."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.files import format_of, read
from glossary.problem import ProblemSeverity
from glossary.term import Case, Term, TermKind, TermStatus
from tests.glossary.files.strategies import terms

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def there_and_back(listed: list[Term], path: Path) -> tuple[list[Term], list[str]]:
    data, lost = format_of(path).render(listed)
    path.write_bytes(data)
    glossary, problems = read(path)
    wrong = [problem for problem in problems if "row" not in problem.message and "keep it in" not in problem.message]
    assert wrong == [], data  # but for conflicts, of which random terms are full
    return [replace(term, origin="") for term in glossary.terms], [problem.message for problem in lost]


@pytest.mark.parametrize("name", ["terms.tsv", "terms.csv"])
@few
@given(data=st.data())
def test_whole_terms_survive(tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject) -> None:
    listed = data.draw(st.lists(terms(line_breaks=name == "terms.csv"), max_size=4))
    assert there_and_back(listed, tmp_path_factory.mktemp("round") / name) == (listed, [])


@few
@given(listed=st.lists(terms(), max_size=4, unique_by=lambda term: term.source))
def test_omegat_keeps_sources_targets_and_notes(tmp_path_factory: pytest.TempPathFactory, listed: list[Term]) -> None:
    bare = [Term(t.source, tuple(dict.fromkeys(t.targets)), note=t.note) for t in listed]
    assert there_and_back(bare, tmp_path_factory.mktemp("round") / "terms.utf8") == (bare, [])


def ten_thousand() -> list[Term]:
    dice = random.Random(20)
    kinds, cases, statuses = [None, *TermKind], list(Case), list(TermStatus)
    signs = ["", "", "", "é", "—", " =1", "'", '"x"', ", ", "; ", "@"]

    def word() -> str:
        return "".join(dice.choices("abcdefghijklmnoprstu", k=dice.randint(3, 9)))

    return [
        Term(
            f"{word()} {number}{dice.choice(signs)}".strip(),
            tuple(word() for _ in range(dice.randint(1, 3))),
            dice.choice(kinds),
            dice.choice(cases),
            tuple(f"{word()} {number}.{place}" for place in range(dice.randint(0, 2))),
            f"{dice.choice(signs)}{word()}".strip(),
            forbidden=(f"not {word()}",),
            plural=dice.choice((None, None, False, True)),
            verb=dice.random() < 0.1,
            status=dice.choice(statuses),
            domain=word(),
            reference=f"-{word()}",
        )
        for number in range(10_000)
    ]


@pytest.mark.parametrize("name", ["terms.tsv", "terms.csv"])
def test_ten_thousand_random_rows_survive(tmp_path: Path, name: str) -> None:
    listed = ten_thousand()
    assert there_and_back(listed, tmp_path / name) == (listed, [])


@pytest.mark.parametrize("name", ["terms.utf8", "terms.tbx"])
def test_what_other_tools_have_no_place_for_is_said_of_every_term(tmp_path: Path, name: str) -> None:
    listed = ten_thousand()
    kept, lost = there_and_back(listed, tmp_path / name)
    in_force = [term for term in listed if term.in_force]
    spellings = [spelling for term in in_force for spelling in (term.source, *term.variants)]
    assert sorted(spelling for term in kept for spelling in (term.source, *term.variants)) == sorted(spellings)
    assert len([message for message in lost if message.startswith("left out: ")]) == len(listed) - len(in_force)
    assert len([message for message in lost if "forbidden" in message]) == len(in_force)


def test_warnings_have_the_line_of_their_term() -> None:
    (lost,) = format_of(Path("terms.utf8")).render([Term("Rusia", ("Russia",), TermKind.PLACE, origin="a.tsv:7")])[1]
    assert (lost.severity, str(lost)) == (ProblemSeverity.WARNING, "a.tsv:7: OmegaT has no column for kind of 'Rusia'")
