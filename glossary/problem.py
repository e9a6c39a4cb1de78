"""What is wrong with a term list, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from glossary.term import GlossaryError

SHOWN = 20  # problems in one error message


class ProblemSeverity(StrEnum):
    ERROR = "error"  # the list cannot be used
    WARNING = "warning"  # it can, but perhaps not as meant


@dataclass(frozen=True, slots=True)
class Problem:
    """origin: `file:line`, or the file's name where no line is to blame. message: what was seen, what was wanted."""

    severity: ProblemSeverity
    origin: str
    message: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.message}"


def line_of(problem: Problem) -> int:
    """The line that is to blame; 0 where none is."""
    line = problem.origin.rpartition(":")[2]
    return int(line) if line.isdecimal() else 0


def refuse(problems: Sequence[Problem]) -> None:
    """Raise GlossaryError where one of `problems` is an error: one line of its message for each, at most 20."""
    errors = [str(problem) for problem in problems if problem.severity is ProblemSeverity.ERROR]
    if errors:
        rest = [f"... and {len(errors) - SHOWN} more"] if len(errors) > SHOWN else []
        hint = "correct these rows; `padan glossary lint` lists every problem of a glossary"
        raise GlossaryError("\n".join(errors[:SHOWN] + rest), hint)
