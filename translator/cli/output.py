"""What is asked of a run of `padan translate`, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import filterfalse
from pathlib import Path
from typing import Any

from glossary import is_name
from translator.batch import report, translations
from translator.batch.folder import ALL_FILES, FileFilter
from translator.batch.shards import Shard
from translator.batch.translations import CountedTranslation
from translator.bitext import Stamp
from translator.cli import console
from translator.cli.exit_status import exit_code_of
from translator.errors import PadanError
from translator.settings import Settings

STDIN = "-"  # the source that is standard input


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What is asked of a run; the fields are the command's arguments. wanted: of a folder's files. log: its file.

    kind: of the document on standard input, as its suffix would say. shard: the share of a folder that is to be done.
    merge: the ledgers of the shards are to be joined, and nothing is to be translated. runner: local or dask.
    scheduler: of a dask cluster; None: the cluster is of this machine. watch: the folder is to be translated again
    whenever it changes.
    """

    sources: tuple[str, ...]
    output: str | None
    force: bool
    dry_run: bool
    strict: bool
    wanted: FileFilter = ALL_FILES
    log: Path | None = None
    kind: str = "txt"
    shard: Shard | None = None
    merge: bool = False
    runner: str = "local"
    scheduler: str | None = None
    watch: bool = False

    @property
    def is_one_of_many(self) -> bool:
        """Do other processes, perhaps on other machines, do their part of the same folder, or did they?"""
        if self.shard is not None:
            return True
        if self.merge:
            return True
        return self.runner == "dask"


def inputs_of(settings: Settings) -> list[Path]:
    """The files that a run reads beside its sources: its memory and its glossaries."""
    inputs = [] if settings.memory is None else [settings.memory]
    inputs += filterfalse(is_name, settings.glossaries)
    return inputs


@dataclass(frozen=True, slots=True)
class RunOutput:
    """What a run says, and how. notices: all that was noted, for the JSON."""

    as_json: bool
    quiet: bool
    notices: list[str] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        if self.as_json:
            return True
        return self.quiet

    def note(self, *texts: str) -> None:
        """Things that the user should know."""
        self.notices.extend(texts)
        if not self.silent:
            for text in texts:
                console.say(f"note: {text}")


def conclude(
    summary: report.Summary,
    outcomes: Sequence[report.Outcome],
    stamp: Stamp,
    error: PadanError | None,
    output: RunOutput,
    **extra: Any,
) -> int:
    """Say what came of a run, and return the exit code. extra: more keys of the JSON."""
    for outcome in outcomes:
        for notice in outcome.notices:
            output.note(f"{outcome.source}: {notice}")
        if outcome.error:
            console.trace(outcome.error)
    if output.as_json:
        _conclude_in_json(summary, outcomes, stamp, error, output, extra)
    else:
        _conclude_in_lines(summary, outcomes, error, output)
    return exit_code_of(error)


def _conclude_in_json(
    summary: report.Summary,
    outcomes: Sequence[report.Outcome],
    stamp: Stamp,
    error: PadanError | None,
    output: RunOutput,
    extra: dict[str, Any],
) -> None:
    written: list[str] = []
    failures: list[dict[str, str]] = []
    counted: list[CountedTranslation] = []
    for outcome in outcomes:
        written += map(str, outcome.written)
        counted += outcome.translations
        if outcome.error:
            failures.append({"source": str(outcome.source), **console.detail(outcome.error)})
    result = console.ending(error) | report.as_json(summary)
    result["variations"] = translations.as_json(counted)
    result["model"] = stamp.model
    result["engine"] = stamp.engine
    result["signature"] = stamp.signature
    result["outputs"] = written
    result["failures"] = failures
    result["notices"] = output.notices
    console.result_json(result | extra)


def _conclude_in_lines(
    summary: report.Summary, outcomes: Sequence[report.Outcome], error: PadanError | None, output: RunOutput
) -> None:
    for outcome in outcomes:
        if outcome.written:
            console.result(str(outcome.written[0]))
    for outcome in outcomes:
        if outcome.error and outcome.error is not error:
            console.complain(outcome.error)
    has_results = summary.done + summary.unchanged > 0 or not summary.failed
    if has_results and not output.quiet:
        console.say(report.as_text(summary))
    if error:
        console.complain(error)
