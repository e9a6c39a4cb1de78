"""How a run ends: the errors, beside those of the rooms, that become exit codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from translator.errors import OutputError, PadanError

if TYPE_CHECKING:
    from translator.batch.report import Outcome, Summary


class SomeFailedError(PadanError):
    """Some files of several failed; the others are done."""

    exit_code = 3
    code = "some-failed"


class StrictError(PadanError):
    """With `--strict`: a check found an error. The files are written."""

    exit_code = 8
    code = "strict"


class InterruptError(PadanError):
    """Ctrl-C, or a signal that asks to end."""

    exit_code = 130
    code = "interrupted"


class StandardOutputError(OutputError):
    """Standard output is closed or full: there is nowhere left to say so but standard error."""


class ReaderGoneError(PadanError):
    """Whoever read standard output stopped: as a shell says it of a program that SIGPIPE ended."""

    exit_code = 141
    code = "reader"


def verdict(
    summary: Summary, outcomes: Sequence[Outcome], single: bool, strict: bool, earlier: int = 0
) -> PadanError | None:
    """What a run that came to its end must report. single: there was one source, and it was no folder.

    earlier: errors that the checks found in files that are unchanged.
    """
    errors = [outcome.error for outcome in outcomes if outcome.error]
    if errors and single:
        return errors[0]
    if errors:
        return SomeFailedError(
            f"{len(errors)} of {len(outcomes) + summary.unchanged} files failed", "the others are done"
        )
    if strict and (number := summary.counts.errors + earlier):
        seen = "an error" if number == 1 else f"{number} errors"
        return StrictError(f"the checks found {seen}", "the bilingual file shows where")
    return None
