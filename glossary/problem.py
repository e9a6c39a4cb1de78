"""What is wrong with a term list, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from glossary.term import GlossaryError

MAX_SHOWN = 20  # problems in one error message: more would scroll the first ones away


class ProblemSeverity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"  # the list cannot be used
    WARNING = "warning"  # the list can be used, but perhaps it is not as meant


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a term list.

    origin: `file:line`, or the name of the file where no single line is to blame. message: what was seen, and what was
    wanted.
    """

    severity: ProblemSeverity
    origin: str
    message: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.message}"


def line_of(problem: Problem) -> int:
    """The line that is to blame; 0 where there is none."""
    line = problem.origin.rpartition(":")[2]
    if line.isdecimal():
        return int(line)
    return 0


def _as_one_line(problem: Problem) -> str:
    """A problem without line ends, which the name of a file may hold."""
    return str(problem).replace("\r", "\\r").replace("\n", "\\n")


def refuse(problems: Sequence[Problem]) -> None:
    """Raise GlossaryError if one of `problems` is an error.

    The message of the exception has one line for each error, up to 20.
    """
    errors = []
    for problem in problems:
        if problem.severity is ProblemSeverity.ERROR:
            errors.append(_as_one_line(problem))
    if not errors:
        return
    lines = errors[:MAX_SHOWN]
    hidden = len(errors) - len(lines)
    if hidden:
        lines.append(f"... and {hidden} more")
    hint = "correct these rows; `padan glossary lint` lists every problem of a glossary"
    raise GlossaryError("\n".join(lines), hint)
