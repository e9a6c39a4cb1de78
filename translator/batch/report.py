"""What came of a run: an outcome for each document, and their sum as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from operator import add, attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translator.batch.translations import CountedTranslation
from translator.bitext import Bitext, Pair, Severity, Status, TermUse
from translator.errors import PadanError

if TYPE_CHECKING:
    from translator.batch.job import Job

SHORTEST_TIME = 0.001  # seconds, so that a run that took none has a rate


@dataclass(frozen=True, slots=True)
class Counts:
    """words: of the source, between white space. errors, warnings: findings.

    required, met, sure: occurrences of the user's terms; those that stand in the translation, and those of them that no
    reviewer has to look at. The same of the built-in terms, of names and of numbers. from_memory: sentences that the
    translation memory had.
    """

    sentences: int = 0
    words: int = 0
    required: int = 0
    met: int = 0
    errors: int = 0
    warnings: int = 0
    sure: int = 0
    builtin_required: int = 0
    builtin_met: int = 0
    builtin_sure: int = 0
    names_required: int = 0
    names_met: int = 0
    names_sure: int = 0
    numbers_required: int = 0
    numbers_met: int = 0
    numbers_sure: int = 0
    from_memory: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*map(add, _values(self), _values(other)))


_values = attrgetter(*[field.name for field in fields(Counts)])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source: an error, or counts, the files written, and what the reader noticed.

    translations: of its terms. output: the translation that an error prevented; a source may have several.
    """

    source: Path
    written: tuple[Path, ...] = ()
    counts: Counts = Counts()
    error: PadanError | None = None
    notices: tuple[str, ...] = ()
    translations: tuple[CountedTranslation, ...] = ()
    output: Path | None = None


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


def failure_of(job: Job, error: PadanError) -> Outcome:
    """The outcome of a job that could not be done."""
    return Outcome(job.source, error=error, output=job.output)


def count(bitext: Bitext) -> Counts:
    """What a bitext holds."""
    total = Counts()
    for pair in bitext.pairs():
        total += _count_pair(pair)
    return total


def _count_pair(pair: Pair) -> Counts:
    users = [use for use in pair.terms if use.is_users]
    builtin = [use for use in pair.terms if not use.is_users]
    severities = [finding.severity for finding in pair.findings]
    return Counts(
        1,
        len(pair.source.split()),
        len(users),
        _met(users),
        severities.count(Severity.ERROR),
        severities.count(Severity.WARNING),
        _sure(users),
        len(builtin),
        _met(builtin),
        _sure(builtin),
        len(pair.names),
        _met(pair.names),
        _sure(pair.names),
        *_count_numbers(pair),
        int(pair.recalled),
    )


def _met(uses: Iterable[TermUse]) -> int:
    return sum(use.status is not Status.MISSING for use in uses)


def _sure(uses: Sequence[TermUse]) -> int:
    return _met(filter(attrgetter("sure"), uses))


def _count_numbers(pair: Pair) -> tuple[int, int, int]:
    """The numbers of the source, those that the translation has, and those that the model wrote right by itself."""
    from translator.language import numbers

    required = len(numbers.find(pair.source))
    if not required:
        return 0, 0, 0
    met = len(numbers.placed(pair.source, pair.target))
    if pair.unforced is None:
        return required, met, met
    own = len(numbers.placed(pair.source, pair.unforced))
    return required, met, min(own, met)


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
        "from_memory": counts["from_memory"],
        "words": counts["words"],
        "seconds": seconds,
        "terms": counts["terms"],
        "builtin_terms": counts["builtin_terms"],
        "names": counts["names"],
        "numbers": counts["numbers"],
        "findings": counts["findings"],
    }


def counts_as_json(counts: Counts) -> dict[str, Any]:
    """Counts in the form of the `--json` object and of the log."""
    return {
        "sentences": counts.sentences,
        "from_memory": counts.from_memory,
        "words": counts.words,
        "terms": _as_json(counts.required, counts.met, counts.sure),
        "builtin_terms": _as_json(counts.builtin_required, counts.builtin_met, counts.builtin_sure),
        "names": _as_json(counts.names_required, counts.names_met, counts.names_sure),
        "numbers": _as_json(counts.numbers_required, counts.numbers_met, counts.numbers_sure),
        "findings": {"error": counts.errors, "warning": counts.warnings},
    }


def _as_json(required: int, met: int, sure: int) -> dict[str, int]:
    return {"required": required, "met": met, "sure": sure}


def as_text(summary: Summary) -> str:
    """The summary as one line."""
    files = _files_as_text(summary)
    if summary.unchanged and not summary.done:
        return ", ".join(files[1:])
    counts = summary.counts
    rate = counts.words / max(summary.seconds, SHORTEST_TIME)
    parts = [
        ", ".join(files),
        several(counts.sentences, "sentence") + _from_memory_as_text(counts),
        several(counts.words, "word"),
        f"{summary.seconds:.1f} s, {rate:.0f} words/s",
        f"terms {counts.met} of {counts.required} met" + _builtin_as_text(counts),
        f"findings: {several(counts.errors, 'error')}, {several(counts.warnings, 'warning')}",
    ]
    return "; ".join(parts)


def _from_memory_as_text(counts: Counts) -> str:
    if not counts.from_memory:
        return ""
    return f", {counts.from_memory:,} from memory"


def _builtin_as_text(counts: Counts) -> str:
    if not counts.builtin_required:
        return ""
    return f", built-in {counts.builtin_met} of {counts.builtin_required}"


def _files_as_text(summary: Summary) -> list[str]:
    """How many files were done, and then what became of the others."""
    skipped = summary.skipped - summary.unchanged
    others = (summary.unchanged, "unchanged"), (summary.failed, "failed"), (skipped, "skipped")
    return [several(summary.done, "file"), *(f"{number} {what}" for number, what in others if number)]


def several(number: int, noun: str) -> str:
    """`1 file`, `2,000 files`."""
    if number == 1:
        return f"{number:,} {noun}"
    return f"{number:,} {noun}s"
