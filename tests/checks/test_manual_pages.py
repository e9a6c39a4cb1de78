"""The PASS and FAIL examples on the page of each check hold."""

from __future__ import annotations

import re

import pytest

from translator.bitext import Link, Origin, Pair
from translator.checks import CHECKS, examine
from translator.checks.base import Check

_EXAMPLE = re.compile(r"^(PASS|FAIL)  (.+?)\s+->  (.+)$", re.MULTILINE)


def examples() -> list[tuple[str, str, str, str]]:
    found = []
    for name, check in CHECKS.items():
        for kind, source, target in _EXAMPLE.findall(check.__doc__ or ""):
            found.append((name, kind, source, target))
    return found


def findings(check: Check, source: str, target: str) -> int:
    return len(list(check.check(Pair(source, target, Origin.ENGINE))))


@pytest.mark.parametrize(("name", "kind", "source", "target"), [row for row in examples() if row[0] != "omission"])
def test_an_example_of_a_page_passes_or_fails(name: str, kind: str, source: str, target: str) -> None:
    assert (findings(CHECKS[name], source, target) == 0) == (kind == "PASS")


@pytest.mark.parametrize("name", ["negation", "countries", "name_parts", "placeables", "omission"])
def test_a_page_has_examples_of_both_kinds(name: str) -> None:
    assert {kind for check, kind, _, _ in examples() if check == name} == {"PASS", "FAIL"}


def test_what_was_copied_is_not_looked_at() -> None:
    pair = Pair(
        "Ia tidak ke {0} pada 2020?", "He went to Russia to Russia to Russia.", Origin.COPIED, links=(Link(0, 0),)
    )
    assert examine(pair) == ()
