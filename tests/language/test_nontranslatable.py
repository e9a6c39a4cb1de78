from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.language.nontranslatable import is_copied, marker

CASES: dict[str, Any] = json.loads((Path(__file__).parents[1] / "cases" / "untranslated.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "found"), CASES["marker"].items())
def test_a_list_marker_is_known(text: str, found: str) -> None:
    assert text[: marker(text)] == found


@pytest.mark.parametrize("text", CASES["copied"])
def test_what_holds_nothing_to_translate_is_copied(text: str) -> None:
    assert is_copied(text)


@pytest.mark.parametrize("text", CASES["translated"])
def test_what_may_be_indonesian_is_translated(text: str) -> None:
    assert not is_copied(text)


@given(st.text())
def test_every_text_is_copied_or_not_and_has_a_marker_or_not(text: str) -> None:
    assert 0 <= marker(text) <= len(text)
    assert is_copied(text) in (True, False)
