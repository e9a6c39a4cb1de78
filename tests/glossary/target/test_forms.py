from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from glossary.target.forms import article, capitalised, plural, transfer_case

DATA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "cases" / "english.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("singular", "wanted"), DATA["plural"].items())
def test_plural_is_of_the_head_noun(singular: str, wanted: str) -> None:
    assert plural(singular) == wanted


@pytest.mark.parametrize(("text", "wanted"), DATA["article"].items())
def test_article_follows_the_sound(text: str, wanted: str) -> None:
    assert article(text) == wanted


@pytest.mark.parametrize(("target", "model", "wanted"), DATA["transfer_case"])
def test_case_is_taken_over(target: str, model: str, wanted: str) -> None:
    assert transfer_case(target, model) == wanted


def test_only_the_first_character_becomes_a_capital() -> None:
    assert [capitalised(text) for text in ("warship", "éclair", "al-Assad", "F-16", "")] == [
        *("Warship", "Éclair", "Al-Assad", "F-16", "")
    ]
