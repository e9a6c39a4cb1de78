"""Right English for every kind of number, unit, time and direction: no check speaks, and no repair changes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.enforcement.repairs.expressions import mended
from translator.bitext import Origin, Pair
from translator.checks import approximators, compass, numbers, units

PAIRS: list[tuple[str, str]] = json.loads(
    (Path(__file__).parents[1] / "cases" / "right_english.json").read_text("utf-8")
)
CHECKS = (numbers, units, compass, approximators)
# Padan writes its own form in place of what others may write as well.
RESTYLED = {"The train leaves at 23.45."}


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_right_english_gives_no_finding(source: str, target: str) -> None:
    pair = Pair(source, target, Origin.MEMORY)
    assert [finding.message for check in CHECKS for finding in check.check(pair)] == []


@pytest.mark.parametrize(("source", "target"), [pair for pair in PAIRS if pair[1] not in RESTYLED])
def test_right_english_is_never_changed(source: str, target: str) -> None:
    assert mended(source, target, "") == target
