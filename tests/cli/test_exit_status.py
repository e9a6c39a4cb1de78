"""How a run ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.batch.report import Counts, Outcome, summarise
from translator.cli.exit_status import error_of
from translator.errors import SourceError

DONE = Outcome(Path("a.txt"), (Path("a.en.txt"),), Counts(1, 3, 0, 0, errors=0))
DOUBTED = Outcome(Path("b.txt"), (Path("b.en.txt"),), Counts(1, 3, 0, 0, errors=2))
FAILED = Outcome(Path("c.txt"), error=SourceError("c.txt: no such file"))


@pytest.mark.parametrize(
    ("outcomes", "single", "strict", "code", "message"),
    [
        ([DONE], True, True, 0, ""),
        ([], False, True, 0, ""),
        ([DOUBTED], True, False, 0, ""),
        ([DOUBTED], True, True, 8, "the checks found 2 errors"),
        ([FAILED], True, False, 5, "c.txt: no such file"),
        ([FAILED], False, False, 3, "1 of 1 files failed"),
        ([DONE, DOUBTED, FAILED], False, True, 3, "1 of 3 files failed"),
    ],
)
def test_the_gravest_decides(outcomes: list[Outcome], single: bool, strict: bool, code: int, message: str) -> None:
    error = error_of(summarise(outcomes, 0, 1.0), outcomes, single=single, strict=strict)
    assert (error.exit_code if error else 0, error.message if error else "") == (code, message)
