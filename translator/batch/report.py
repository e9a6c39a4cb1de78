"""What came of a run: an outcome for each document, and their sum as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from translator.bitext import Bitext, Severity, Status
from translator.errors import PadanError

SHORTEST_TIME = 0.001  # seconds, so that a rate can be told of a run that took none


@dataclass(frozen=True, slots=True)
class Counts:
    """words: of the source, between white space. required, met: occurrences of terms. errors, warnings: findings."""

    sentences: int = 0
    words: int = 0
    required: int = 0
    met: int = 0
    errors: int = 0
    warnings: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source: an error, or counts, the files written, and what the reader noticed."""

    source: Path
    written: tuple[Path, ...] = ()
    counts: Counts = Counts()
    error: PadanError | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The sum of a run. done, failed, skipped: files. counts: of what is done. seconds: without loading the model.

    unchanged: of the skipped, those that an earlier run finished.
    """

    done: int
    failed: int
    skipped: int
    counts: Counts
    seconds: float
    unchanged: int = 0


def count(bitext: Bitext) -> Counts:
    """What a bitext holds."""
    sentences = words = 0
    statuses: list[Status] = []
    severities: list[Severity] = []
    for pair in bitext.pairs():
        sentences += 1
        words += len(pair.source.split())
        statuses += [term.status for term in pair.terms]
        severities += [finding.severity for finding in pair.findings]
    return Counts(
        sentences=sentences,
        words=words,
        required=len(statuses),
        met=len(statuses) - statuses.count(Status.MISSING),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
    )


def summarise(outcomes: Sequence[Outcome], skipped: int, seconds: float, unchanged: int = 0) -> Summary:
    """The sum of the outcomes. skipped: files of no known kind, and the like."""
    failed = sum(outcome.error is not None for outcome in outcomes)
    total = Counts()
    for outcome in outcomes:
        total += outcome.counts
    return Summary(len(outcomes) - failed, failed, skipped + unchanged, total, seconds, unchanged)


def as_json(summary: Summary) -> dict[str, Any]:
    """The part of the `--json` object that counts."""
    files = {"done": summary.done, "failed": summary.failed, "skipped": summary.skipped}
    counts = counts_as_json(summary.counts)
    seconds = round(summary.seconds, 3)
    return {
        "files": files,
        "unchanged": summary.unchanged,
        "sentences": counts["sentences"],
        "words": counts["words"],
        "seconds": seconds,
        "terms": counts["terms"],
        "findings": counts["findings"],
    }


def counts_as_json(counts: Counts) -> dict[str, Any]:
    """Counts in the form of the `--json` object and of the log."""
    return {
        "sentences": counts.sentences,
        "words": counts.words,
        "terms": {"required": counts.required, "met": counts.met},
        "findings": {"error": counts.errors, "warning": counts.warnings},
    }


def as_text(summary: Summary) -> str:
    """The summary as one line."""
    files = _files_as_text(summary)
    if summary.unchanged and not summary.done:
        return ", ".join(files[1:])
    counts = summary.counts
    rate = counts.words / max(summary.seconds, SHORTEST_TIME)
    parts = [
        ", ".join(files),
        several(counts.sentences, "sentence"),
        several(counts.words, "word"),
        f"{summary.seconds:.1f} s, {rate:.0f} words/s",
        f"terms {counts.met} of {counts.required} met",
        f"findings: {several(counts.errors, 'error')}, {several(counts.warnings, 'warning')}",
    ]
    return "; ".join(parts)


def _files_as_text(summary: Summary) -> list[str]:
    """How many files were done, and then what became of the others."""
    skipped = summary.skipped - summary.unchanged
    others = (summary.unchanged, "unchanged"), (summary.failed, "failed"), (skipped, "skipped")
    return [several(summary.done, "file"), *(f"{number} {what}" for number, what in others if number)]


def several(number: int, noun: str) -> str:
    """`1 file`, `2,000 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
