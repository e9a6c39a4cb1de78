"""The page of every check has examples that pass and examples that fail, and they do."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import cast

import pytest

from glossary import Term
from tests.checks.pages import examples
from translator.bitext import Link, Origin, Pair
from translator.checks import CHECKS, examine
from translator.enforcement.term_check import TermJudge

PAGES = cast("dict[str, ModuleType]", CHECKS)
ROWS = [(name, verdict, pair) for name, page in PAGES.items() for verdict, pair in examples(page)]
TERMS = TermJudge([Term("kapal perang", ("warship",))])


def prepared(name: str, pair: Pair) -> Pair:
    """The pair as the check sees it in a run: with its terms, or with links word for word, or copied."""
    if name == "terms":
        return TERMS.judged(pair)
    if name == "omission":
        both = min(len(pair.source.split()), len(pair.target.split()))
        return replace(pair, links=tuple(Link(number, number) for number in range(both)))
    if name == "language":
        return replace(pair, origin=Origin.COPIED)
    return pair


@pytest.mark.parametrize(("name", "verdict", "pair"), ROWS)
def test_an_example_of_a_page_passes_or_fails(name: str, verdict: str, pair: Pair) -> None:
    found = list(CHECKS[name].check(prepared(name, pair)))
    assert bool(found) == (verdict == "FAIL")


@pytest.mark.parametrize("name", CHECKS)
def test_a_page_has_examples_of_both_kinds(name: str) -> None:
    assert {verdict for check, verdict, _ in ROWS if check == name} == {"PASS", "FAIL"}


def test_what_was_copied_is_not_looked_at() -> None:
    pair = Pair(
        "Ia tidak ke {0} pada 2020?", "He went to Russia to Russia to Russia.", Origin.COPIED, links=(Link(0, 0),)
    )
    assert examine(pair) == ()
