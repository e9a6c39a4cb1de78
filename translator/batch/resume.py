"""What of the jobs in an output folder is still to be done and why, and how account is kept of what was done."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator import bilingual
from translator.batch import ledger as ledgers
from translator.batch import shards
from translator.batch.job import Job, check_writable, is_ours, marks
from translator.batch.ledger import Ledger, LedgerEntry, State, state_of
from translator.batch.reading import read
from translator.batch.report import count
from translator.batch.runners.local import Sums, Translated, WriteFiles, write_translated
from translator.batch.signatures import RunSignature, reviewed_of, sentence_keys_of
from translator.batch.translations import count_translations
from translator.errors import OutputError, PadanError, SourceError
from translator.settings import Settings


@dataclass(frozen=True, slots=True)
class Decision:
    """reason: why the job is to be done, or why not. entry: of a file that is finished. error: why it cannot be done.

    edited: an output that a person has changed, and that stays as it is.
    """

    job: Job
    reason: str
    entry: LedgerEntry | None = None
    error: PadanError | None = None
    edited: Path | None = None

    @property
    def to_do(self) -> bool:
        if self.entry is not None:
            return False
        return self.error is None


@dataclass(frozen=True, slots=True)
class _Output:
    """What stands at an output. reason: why it must be written. state: of one that is as the ledger says."""

    reason: str
    state: State | None = None
    ours: bool = True


@dataclass(frozen=True, slots=True)
class _OutputFolder:
    """The output folder of a run, and what is known of its files.

    others: for each other ledger that was looked into, the sha256 of every file that its runs wrote.
    """

    folder: Path
    ledger: Ledger
    settings: Settings
    signature: RunSignature
    others: dict[Path, Mapping[Path, str]] = field(default_factory=dict)


def recorder(folder: Path, ledger: Ledger, signature: RunSignature) -> WriteFiles:
    """What writes the files of a document into `folder` and keeps account of them in the ledger."""

    def begin(sums: Sums) -> None:
        ledger.begin((inside(path, folder), sha256) for path, sha256 in sums.items())

    def record(translated: Translated) -> None:
        sums = write_translated(translated, begin)
        source, bitext = translated.source, translated.bitext
        outputs = [(inside(path, folder), state_of(path.stat(), sha256)) for path, sha256 in sums.items()]
        entry = LedgerEntry(
            name=inside(source.job.output, folder),
            source=source.job.source.absolute(),
            state=state_of(source.stat, source.sha256),
            settings=signature.settings,
            glossary=signature.glossary,
            terms=signature.terms_in_bitext(bitext),
            stamp=bitext.stamp,
            counts=count(bitext),
            outputs=tuple(outputs),
            sentence_keys=sentence_keys_of(bitext),
            reviewed=reviewed_of(bitext),
        )
        ledger.finish([entry], count_translations(bitext))

    return record


def decide(
    jobs: Iterable[Job],
    folder: Path,
    ledger: Ledger,
    settings: Settings,
    signature: RunSignature,
    force: bool = False,
) -> list[Decision]:
    """A decision for each job that writes into `folder`; nothing is written."""
    output_folder = _OutputFolder(folder, ledger, settings, signature)
    return [_decide(job, output_folder, force) for job in jobs]


def refreshed(decisions: Iterable[Decision], ledger: Ledger) -> list[LedgerEntry]:
    """The entries that were found to say less than is known now, as they should be."""
    entries = []
    for decision in decisions:
        entry = decision.entry
        if entry and ledger.entries.get(entry.name) != entry:
            entries.append(entry)
    return entries


def removed(folder: Path, ledger: Ledger, jobs: Iterable[Job]) -> list[LedgerEntry]:
    """Files that were translated into `folder` and whose sources are gone."""
    planned = {inside(job.output, folder) for job in jobs}
    others = [entry for name, entry in ledger.entries.items() if name not in planned]
    return [entry for entry in others if not os.path.lexists(entry.source)]


def inside(path: Path, folder: Path) -> str:
    """An output's name in the ledger, whichever folder the two are named from."""
    return Path(os.path.relpath(path, folder)).as_posix()


def _decide(job: Job, output_folder: _OutputFolder, force: bool) -> Decision:
    entry = output_folder.ledger.entries.get(inside(job.output, output_folder.folder))
    found = marks(job)
    try:
        for path in job.written:
            check_writable(path)
        if force:
            return Decision(job, "--force")
        source, reason = _judge_source(job, entry, output_folder)
        written = (*job.written, *_further_pages(job, entry, output_folder.folder))
        outputs = {path: _judge_output(job, path, entry, output_folder) for path in written}
    except PadanError as error:
        return Decision(job, error.message, error=error)
    return _conclude(replace(job, found=found), entry, source, reason, outputs, output_folder)


def _further_pages(job: Job, entry: LedgerEntry | None, folder: Path) -> Iterator[Path]:
    """The pages after the first that the ledger knows of a long document."""
    names = dict(entry.outputs) if entry else {}
    for path in job.written:
        yield from bilingual.further_pages(path, lambda page: inside(page, folder) in names)


def _conclude(
    job: Job,
    entry: LedgerEntry | None,
    source: State | None,
    reason: str,
    outputs: Mapping[Path, _Output],
    output_folder: _OutputFolder,
) -> Decision:
    """The decision on a job of whose source and outputs all is known. reason: the source's, to do it again."""
    foreign = None
    for path, output in outputs.items():
        reason = reason or output.reason
        if foreign is None and not output.ours:
            foreign = path
    if reason and foreign:
        seen = f"{foreign} exists and is not of Padan's making, or was edited"
        return Decision(job, reason, error=OutputError(seen, "--force overwrites it"))
    if reason or not entry or not source:
        return Decision(job, reason)
    kept = dict(entry.outputs)
    for path, output in outputs.items():
        if output.state:
            kept[inside(path, output_folder.folder)] = output.state
    glossary = output_folder.signature.glossary
    current = replace(entry, source=job.source.absolute(), state=source, glossary=glossary, outputs=tuple(kept.items()))
    return Decision(job, "unchanged", current, edited=foreign)


def _judge_source(job: Job, entry: LedgerEntry | None, output_folder: _OutputFolder) -> tuple[State | None, str]:
    """What the source holds, and why it must be translated; empty where it need not be. Raises SourceError."""
    if entry is None:
        return None, "new"
    signature = output_folder.signature
    state = _state(job.source, entry.state)
    if state.sha256 != entry.state.sha256:
        return state, "the source has changed"
    if entry.settings != signature.settings:
        return state, "the settings have changed"
    if entry.glossary != signature.glossary:
        document = read(job, output_folder.settings).document
        if entry.terms != signature.terms_in_document(document):
            return state, "a term in it has changed"
    if entry.reviewed != signature.reviewed_in(entry.sentence_keys):
        return state, "a reviewed translation in it has changed"
    return state, ""


def _judge_output(job: Job, path: Path, entry: LedgerEntry | None, output_folder: _OutputFolder) -> _Output:
    """What stands at an output of a job. Raises SourceError."""
    name = inside(path, output_folder.folder)
    known = dict(entry.outputs).get(name) if entry else None
    if not os.path.exists(path):
        absent = "is missing" if known else "has not been written yet"
        return _Output(f"{path} {absent}")
    state = _state(path, known)
    if known and state.sha256 == known.sha256:
        return _Output("", state)
    if output_folder.ledger.began(name, state.sha256):
        return _Output("a run was cut short")
    if _is_of_another_ledger(path, state.sha256, output_folder):
        return _Output(f"{path} is of another run")
    if known:
        return _Output("", ours=False)  # edited: no reason to do it again
    return _Output(f"{path} is of another run", ours=is_ours(job, path))


def _is_of_another_ledger(path: Path, sha256: str, output_folder: _OutputFolder) -> bool:
    """Did a run whose output folder lies inside this one, or around it, write exactly this file?"""
    real = path.resolve()
    own = output_folder.folder.resolve()
    others = output_folder.others
    for folder in real.parents:
        if folder not in others:
            others[folder] = {} if folder == own else _outputs_of(folder)
        if others[folder].get(real) == sha256:
            return True
    return False


def _outputs_of(folder: Path) -> dict[Path, str]:
    """The sha256 of all that the ledgers in `folder` say was written; empty where there is none that can be read."""
    if not os.path.isdir(folder / ledgers.FOLDER):
        return {}
    sums: dict[Path, str] = {}
    try:
        with shards.read_only(folder) as ledger:
            for entry in ledger.entries.values():
                sums.update({folder / name: state.sha256 for name, state in entry.outputs})
    except OutputError:
        return {}  # it proves nothing
    return sums


def _state(path: Path, known: State | None) -> State:
    """What a file holds; not read where its data are as `known` has them. Raises SourceError."""
    try:
        stat = path.stat()
        if known and known.matches(stat):
            return known
        with path.open("rb") as file:
            return state_of(stat, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror}", "check its permissions") from error
