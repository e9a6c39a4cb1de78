"""What passes untouched. See tests/cases/placeables.json."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translator.document import Span
from translator.language.placeables import find, without_placeables
from translator.language.placeables.patterns import PATTERN

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "cases" / "placeables.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_placeable_is_found_with_its_kind(case: dict[str, Any]) -> None:
    found = {placeable.span.of(case["text"]): placeable.kind.value for placeable in find(case["text"])}
    assert found == case["found"]


def test_what_is_left_stays_where_it_is() -> None:
    assert without_placeables("Buka /a/b.txt di {0}.") == "Buka          di    ."


@given(st.one_of(st.text(), st.text(alphabet="aB1./:@#&{}[]()%$\\`<>- _\t😀")))
def test_placeables_are_ordered_and_apart(text: str) -> None:
    done = 0
    for placeable in find(text):
        assert done <= placeable.span.start < placeable.span.end <= len(text)
        done = placeable.span.end
    assert len(without_placeables(text)) == len(text)


UNITS = (
    "a.pdf A.pdf file x~ +62 [00: 0- α x^ a. a.a a@ a/ /a {0 {{ ( [ ` < A-1 A1- a_ a& 1. -1 :// www. % $ # \\ 😀 < a= "
    "[a](/ [a ]( **a ** a**b a.b.c/ a^ ^ a.a_ [1: << <a 1< a=b+ (a= 1,1= 1.1+ a(1,1)="
).split()


@pytest.mark.parametrize("unit", [*UNITS, *(f"{unit} " for unit in UNITS)])
def test_finding_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    find(unit * 40_000)
    assert time.process_time() - started < 5


def test_a_long_identifier_before_a_bracket_takes_linear_time() -> None:
    started = time.process_time()
    assert len(find("a_" * 40_000 + "(")) == 40_000
    assert time.process_time() - started < 5


@example("a  b")
@example("a -- b")
@example("fX()")
@example("a ( ) b")
@given(st.text("abfAX ,;'!?()“–-", max_size=14))
def test_plain_text_has_no_other_placeables_than_the_pattern_says(text: str) -> None:
    expected = [Span(*place.span()) for place in PATTERN.finditer(text) if place.lastgroup != "coded"]
    assert [placeable.span for placeable in find(text)] == expected
