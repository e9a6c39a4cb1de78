"""What of the jobs in an output folder is still to be done and why, and how account is kept of what was done."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from translator import bilingual
from translator.batch.job import Job, check_writable
from translator.batch.ledger import Entry, Ledger, State, digest, state_of
from translator.batch.report import count
from translator.batch.runners.local import Keep, Made, put, read
from translator.batch.signatures import Choices
from translator.errors import OutputError, PadanError, SourceError
from translator.settings import Settings


@dataclass(frozen=True, slots=True)
class Decision:
    """reason: why the job is to be done, or why not. entry: of a file that is finished. error: why it cannot be done.

    edited: an output that a person has changed, and that stays as it is.
    """

    job: Job
    reason: str
    entry: Entry | None = None
    error: PadanError | None = None
    edited: Path | None = None

    @property
    def to_do(self) -> bool:
        return self.entry is None and self.error is None


def keeper(folder: Path, ledger: Ledger, choices: Choices) -> Keep:
    """Writes the files of a document into `folder` and keeps account of them in the ledger."""

    def keep(made: Made) -> None:
        sums = {path: digest(data) for path, data in made.files}
        ledger.begin((inside(path, folder), sha256) for path, sha256 in sums.items())
        put(made)
        reading, bitext = made.reading, made.bitext
        ledger.finish(
            [
                Entry(
                    name=inside(reading.job.output, folder),
                    source=reading.job.source.absolute(),
                    state=state_of(reading.stat, digest(reading.data)),
                    settings=choices.settings,
                    glossary=choices.glossary,
                    terms=choices.terms(reading.document),
                    stamp=bitext.stamp,
                    counts=count(bitext),
                    outputs=tuple((inside(path, folder), state_of(path.stat(), sums[path])) for path in sums),
                )
            ]
        )

    return keep


@dataclass(frozen=True, slots=True)
class _Output:
    """What stands at an output. reason: why it must be written. state: of one that is as the ledger says."""

    reason: str
    state: State | None = None
    ours: bool = True


def decide(
    jobs: Iterable[Job], folder: Path, ledger: Ledger, settings: Settings, choices: Choices, force: bool = False
) -> list[Decision]:
    """A decision for each job that writes into `folder`; nothing is written."""
    return [_decide(job, folder, ledger, settings, choices, force) for job in jobs]


def refreshed(decisions: Iterable[Decision], ledger: Ledger) -> list[Entry]:
    """The entries that were found to say less than is known now, as they should be."""
    entries = (decision.entry for decision in decisions)
    return [entry for entry in entries if entry and ledger.entries.get(entry.name) != entry]


def removed(folder: Path, ledger: Ledger, jobs: Iterable[Job]) -> list[Entry]:
    """Files that were translated into `folder` and whose sources are gone."""
    asked = {inside(job.output, folder) for job in jobs}
    return [entry for name, entry in ledger.entries.items() if name not in asked and not os.path.lexists(entry.source)]


def inside(path: Path, folder: Path) -> str:
    """An output's name in the ledger."""
    return path.relative_to(folder).as_posix()


def _decide(job: Job, folder: Path, ledger: Ledger, settings: Settings, choices: Choices, force: bool) -> Decision:
    entry = ledger.entries.get(inside(job.output, folder))
    try:
        for path in job.written:
            check_writable(path)
        if force:
            return Decision(job, "--force")
        source, reason = _source(job, entry, settings, choices)
        outputs = {path: _output(job, path, folder, entry, ledger) for path in job.written}
    except PadanError as error:
        return Decision(job, error.message, error=error)
    foreign = next((path for path, output in outputs.items() if not output.ours), None)
    reason = reason or next((output.reason for output in outputs.values() if output.reason), "")
    if reason and foreign:
        seen = f"{foreign} exists and is not of Padan's making, or was edited"
        return Decision(job, reason, error=OutputError(seen, "--force overwrites it"))
    if reason or not entry or not source:
        return Decision(job, reason)
    states = {inside(path, folder): output.state for path, output in outputs.items()}
    kept = tuple((path, states.get(path) or state) for path, state in entry.outputs)
    whole = replace(entry, source=job.source.absolute(), state=source, glossary=choices.glossary, outputs=kept)
    return Decision(job, "unchanged", whole, edited=foreign)


def _source(job: Job, entry: Entry | None, settings: Settings, choices: Choices) -> tuple[State | None, str]:
    """What the source holds, and why it must be translated; empty where it need not be. Raises SourceError."""
    if entry is None:
        return None, "new"
    state = _state(job.source, entry.state)
    if state.sha256 != entry.state.sha256:
        return state, "the source has changed"
    if entry.settings != choices.settings:
        return state, "the settings have changed"
    if entry.glossary != choices.glossary and entry.terms != choices.terms(read(job, settings).document):
        return state, "a term in it has changed"
    return state, ""


def _output(job: Job, path: Path, folder: Path, entry: Entry | None, ledger: Ledger) -> _Output:
    name = inside(path, folder)
    known = dict(entry.outputs).get(name) if entry else None
    if not os.path.exists(path):
        return _Output(f"{path} is missing" if known else f"{path} has not been written yet")
    state = _state(path, known)
    if known and state.sha256 == known.sha256:
        return _Output("", state)
    if ledger.began(name, state.sha256):
        return _Output("a run was cut short")
    if known:
        return _Output("", ours=False)  # edited: no reason to do it again
    ours = bilingual.is_ours(path) if path == job.output else bilingual.wrote(path)
    return _Output(f"{path} is of another run", ours=ours)


def _state(path: Path, known: State | None) -> State:
    """What a file holds; not read where its data are as `known` has them. Raises SourceError."""
    try:
        stat = path.stat()
        if known and (known.size, known.modified) == (stat.st_size, stat.st_mtime_ns):
            return known
        with path.open("rb") as file:
            return state_of(stat, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror}", "check its permissions") from error
