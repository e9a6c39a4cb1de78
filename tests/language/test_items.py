"""Items in a row. See tests/cases/items.json, where a row with one item is no list."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.language.items import split_items

CASES: list[list[str]] = json.loads((Path(__file__).parents[1] / "cases" / "items.json").read_text("utf-8"))


@pytest.mark.parametrize("items", CASES, ids=" ".join)
def test_a_row_is_cut_into_its_items(items: list[str]) -> None:
    row = " ".join(items)
    assert [span.of(row).strip() for span in split_items(row)] == items


def test_items_without_a_blank_between_them_are_cut() -> None:
    row = "□Laki-laki□Perempuan"
    assert [span.of(row) for span in split_items(row)] == ["□Laki-laki", "□Perempuan"]
    heading = "Sejarah[sunting | lihat sumber]"
    assert [span.of(heading) for span in split_items(heading)] == ["Sejarah", "[sunting", "| lihat sumber]"]


@given(st.text(alphabet="aAB1 .:?()[]x☐★•😀*/>|·»"))
def test_nothing_but_blanks_is_lost_between_items(text: str) -> None:
    done = 0
    for span in split_items(text):
        assert done <= span.start <= span.end
        assert text[done : span.start].strip() == ""
        done = span.end
    assert text[done:].strip() == ""


@pytest.mark.parametrize(
    "unit",
    [
        "☐",
        "☐ ",
        "☐ a ",
        "★ A ",
        "(",
        "( ",
        "( ) ",
        "[ _",
        "😀",
        "😀 ",
        "a / ",
        "Aa / ",
        "Aa · ",
        "[a | ",
        "[|",
        " ",
        "1. ☐ ",
    ],
)
def test_cutting_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    split_items(unit * 40_000)
    assert time.process_time() - started < 5
