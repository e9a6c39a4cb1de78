"""How a run ends: what of its outcomes becomes an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from translator.errors import PadanError, SomeFailedError, StrictError

if TYPE_CHECKING:
    from translator.batch.report import Outcome, Summary


def error_of(
    summary: Summary, outcomes: Sequence[Outcome], single: bool, strict: bool, earlier: int = 0
) -> PadanError | None:
    """The error that a run must end with, if any. single: there was one source, and it was no folder.

    earlier: errors that the checks found in files that are unchanged.
    """
    if summary.failed:
        if single:
            return outcomes[0].error
        files = len(outcomes) + summary.unchanged
        return some_failed(summary.failed, files, "failed", "the others are done")
    number = summary.counts.errors + earlier
    if strict and number:
        seen = "an error" if number == 1 else f"{number} errors"
        return StrictError(f"the checks found {seen}", "the bilingual file shows where")
    return None


def exit_code_of(error: PadanError | None) -> int:
    if error:
        return error.exit_code
    return 0


def some_failed(failed: int, files: int, what: str, of_others: str) -> SomeFailedError:
    """The error of a run over files of which some failed. of_others: what became of the others, if there are any."""
    if failed == files:
        return SomeFailedError(f"{failed} of {files} files {what}", "")
    return SomeFailedError(f"{failed} of {files} files {what}", of_others)
