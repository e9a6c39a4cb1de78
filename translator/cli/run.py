"""One run of `padan translate` over files and folders, from the plan to the exit code."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from translator.atomic_write import Writer, clear_stale
from translator.batch import index, ledger, report, resume, shards
from translator.batch.garbage import search_seldom
from translator.batch.job import Job, Plan, identity, plan
from translator.batch.ledger import Ledger, LedgerEntry
from translator.batch.reading import ReadJob, read, reading_after
from translator.batch.runners import local
from translator.batch.runners.local import LocalRunner
from translator.batch.signatures import signature_of
from translator.batch.translations import varying_terms
from translator.bitext import Stamp
from translator.build import RunResources
from translator.cli import console
from translator.cli.dry_run import show_plan
from translator.cli.exit_status import error_of
from translator.cli.log import Log
from translator.cli.log import opened as opened_log
from translator.cli.memory import lacking, memory_of, refuse_memory
from translator.cli.output import RunOutput, RunRequest, conclude, inputs_of
from translator.cli.progress import progress_for
from translator.cli.signals import stop_requests
from translator.errors import DiskFullError, InterruptError, OutputError, PadanError, SomeFailedError, UsageError
from translator.memory import store as memories
from translator.memory.store import Memory
from translator.models import store
from translator.review.protection import protected, refuse_loss
from translator.settings import Settings

if TYPE_CHECKING:
    from translator.batch.runners.dask import DaskRunner


def files(
    request: RunRequest, settings: Settings, output: RunOutput, stop_requested: threading.Event | None = None
) -> int:
    """Translate files and folders. stop_requested: is set by whoever wants the run to end; None: by signals."""
    if "" in request.sources:
        raise UsageError("a source without a name", "check the quotes and variables of the command")
    sources = list(map(Path, request.sources))
    inputs = inputs_of(settings)
    planned = plan(sources, request.output, settings.bilingual, request.force, request.wanted, inputs)
    refuse_memory(settings.memory, planned)
    refuse_log(request.log, planned, inputs)
    if request.shard:
        planned = shards.share_of(planned, request.shard)
    if planned.folder is None:
        refuse_folder_options(request)
    if request.dry_run:
        return show_plan(planned, request, settings, output)
    stopping = nullcontext(stop_requested) if stop_requested else stop_requests(output.silent)
    with opened_log(request.log) as log, stopping as stop_requested:
        run = TranslateRun(request, settings, output, log, stop_requested, planned)
        run.begin()
        if planned.folder is None:
            run.clear_stale(planned.jobs)
            with memories.chosen(settings) as memory:
                if not request.force:
                    refuse_loss(planned.jobs[0], memory)
                run.translate(planned.jobs, RunResources(settings), memory)
        else:
            run.catch_up(planned.folder)
        return run.end()


def refuse_folder_options(request: RunRequest) -> None:
    """Raises UsageError where the run of a single file is asked for what is done with the files of a folder."""
    of_folders = {
        "--shard merge": request.merge,
        "--runner dask": request.runner == "dask",
        "--watch": request.watch,
    }
    for option, is_given in of_folders.items():
        if is_given:
            raise UsageError(f"{option} is for the files of a folder, and there is one file", "leave it out")


def refuse_log(path: Path | None, planned: Plan, inputs: Sequence[Path]) -> None:
    """Raises UsageError where the log would be written into a source, an output, another input or the ledger."""
    if path is None:
        return
    taken = [*inputs, Path("padan.toml")]
    for job in planned.jobs:
        taken += [job.source, *job.written]
    if planned.folder is not None:
        taken.append(planned.folder / index.NAME)
    real = path.resolve()
    is_ledger = ledger.FOLDER in (real.parent.name, path.parent.name)
    if is_ledger or real in map(Path.resolve, taken):
        raise UsageError(f"the log {path} is a source or an output of this run", "choose another name with --log")
    itself = identity(path)
    if itself is not None and itself in map(identity, taken):  # by another name: a hard link
        raise UsageError(f"the log {path} is a file of this run by another name", "choose another name with --log")


@dataclass(slots=True)
class TranslateRun:
    """A run on its way. stop_requested: is set by whoever wants it to end.

    stamp: who made the translations. unchanged: entries of files that needed nothing. seconds: of translating.
    stopped: it came to its end before its work did.
    """

    request: RunRequest
    settings: Settings
    output: RunOutput
    log: Log
    stop_requested: threading.Event
    plan: Plan
    stamp: Stamp | None = None
    outcomes: list[report.Outcome] = field(default_factory=list)
    unchanged: list[LedgerEntry] = field(default_factory=list)
    seconds: float = 0.0
    stopped: bool = False

    def begin(self) -> None:
        """Say what is left out, and what failed before the start."""
        sources = list(self.request.sources)
        self.log.tell("start", version=version("padan"), sources=sources, output=self.request.output)
        self.output.note(*(f"skipped: {reason}" for _, reason in self.plan.skipped))
        if self.plan.hidden:
            hidden = report.several(self.plan.hidden, "hidden name")
            self.output.note(f"skipped: {hidden}; --hidden takes them")
        if not (self.plan.jobs or self.plan.failed):
            self.output.note(f"nothing to translate: {self._why_nothing()}")
        for path, reason in self.plan.skipped:
            self.log.tell("skipped", source=str(path), reason=reason)
        self._note(report.Outcome(source, error=error) for source, error in self.plan.failed)

    def _why_nothing(self) -> str:
        if self.request.shard:
            return f"no file falls to shard {self.request.shard.number} of {self.request.shard.count}"
        return "no file is of a known kind and left by --include and --exclude"

    def catch_up(self, folder: Path) -> None:
        """Do what the ledger of `folder` does not have, and keep account of it."""
        chosen = memory_of(self.request, self.settings, folder, self.output)
        with shards.claimed(folder, self.request.shard) as claim, chosen as memory:
            book = claim.book
            self._tell_of(claim)
            resources = RunResources(self.settings)
            signature = signature_of(resources, memory)
            decisions = resume.decide(self.plan.jobs, folder, book, self.settings, signature, self.request.force)
            if not self.request.force:
                decisions = [protected(decision, memory) for decision in decisions]
            book.finish(resume.refreshed(decisions, book))
            for decision in decisions:
                self._take(decision)
            jobs = [decision.job for decision in decisions if decision.to_do]
            if self.request.merge:
                self._note(report.failure_of(job, _not_done(job)) for job in jobs)
            elif jobs:
                self.clear_stale(jobs, claim.dead_writers)
                self.translate(jobs, resources, memory, resume.recorder(folder, book, signature))
            if not self.request.shard:
                clear_stale(folder, claim.dead_writers)  # of a run that was killed at its index
                self._conclude_folder(folder, book)

    def _tell_of(self, claim: shards.Claim) -> None:
        for holder in claim.dead:
            self.output.note(f"the run before, {holder}, was killed: this one goes on after it")
        if claim.joined:
            self.output.note(f"{report.several(claim.joined, 'shard')} joined")

    def clear_stale(self, jobs: Sequence[Job], dead: Collection[Writer] = ()) -> None:
        """Remove what killed runs left half written. dead: processes of other machines that are no more."""
        for folder in {path.parent for job in jobs for path in job.written}:
            clear_stale(folder, dead)

    def translate(
        self,
        jobs: Sequence[Job],
        resources: RunResources,
        memory: Memory | None,
        write_files: local.WriteFiles = local.write_translated,
    ) -> None:
        """Load the model and do the jobs. Raises PadanError where the model cannot be had."""
        jobs, read_job = self._from_first_readable(jobs)
        if not jobs:
            return
        if self.request.runner == "dask":
            from translator.batch.runners import dask, dask_worker

            with dask.connected(dask_worker.order_of(resources, memory), self.request.scheduler, memory) as cluster:
                self._run(cluster, jobs, write_files)
        else:
            pipeline = resources.pipeline().with_memory(memory)
            self._run(LocalRunner(pipeline, self.settings, read_job), jobs, write_files)

    def _run(self, runner: LocalRunner | DaskRunner, jobs: Sequence[Job], write_files: local.WriteFiles) -> None:
        """Do the jobs with a runner that is ready."""
        search_seldom()
        self.output.note(*runner.notices)
        self.stamp, started = runner.stamp, time.perf_counter()
        with progress_for(len(jobs), sum(job.size for job in jobs), self.output.silent) as progress:
            self._note(runner.run(jobs, progress, write_files, self.stop_requested.is_set))
        self.output.note(*lacking(runner.recall.trouble))
        self.stopped = progress.finished < len(jobs)
        self.seconds = time.perf_counter() - started

    def _from_first_readable(self, jobs: Sequence[Job]) -> tuple[Sequence[Job], ReadJob]:
        """The jobs from the first on whose source can be read: no model is loaded for none. And what reads them."""
        for number, job in enumerate(jobs):
            try:
                return jobs[number:], reading_after(read(job, self.settings))
            except PadanError as error:
                self._note([report.failure_of(job, error)])
            except Exception:  # it comes again, and is reported then
                return jobs[number:], read
        return [], read

    def end(self) -> int:
        """Say what came of it, and return the exit code."""
        unchanged = len(self.unchanged)
        skipped = len(self.plan.skipped) + self.plan.hidden
        summary = report.summarise(self.outcomes, skipped, self.seconds, unchanged)
        earlier = sum(entry.counts.errors for entry in self.unchanged)
        error = error_of(summary, self.outcomes, self.plan.single, self.request.strict, earlier)
        if self.stopped:
            error = self._why_stopped(summary.done + unchanged)
        self.log.tell("end", **console.ending(error), **report.as_json(summary))
        stamp = self.stamp or Stamp(self.settings.model or store.default(), self.settings.engine, "")
        return conclude(summary, self.outcomes, stamp, error, self.output)

    def _why_stopped(self, finished: int) -> PadanError:
        """The error of a run that came to its end before its work did."""
        files = f"{finished} of {report.several(len(self.plan.jobs), 'file')} are finished"
        if any(isinstance(outcome.error, DiskFullError) for outcome in self.outcomes):
            return SomeFailedError(f"the disk is full: {files}", "free space; the same command goes on from there")
        return InterruptError(f"interrupted: {files}", "they stay; the same command goes on from there")

    def _take(self, decision: resume.Decision) -> None:
        """Note a decision that there is nothing to do."""
        job = decision.job
        if decision.error:
            self._note([report.failure_of(job, decision.error)])
        elif decision.entry:
            self.unchanged.append(decision.entry)
            self.stamp = decision.entry.stamp
            self.log.tell("skipped", source=str(job.source), reason=decision.reason)
            if decision.edited:
                self.output.note(f"{decision.edited} was edited; it stays as it is")

    def _note(self, outcomes: Iterable[report.Outcome]) -> None:
        for outcome in outcomes:
            self.outcomes.append(outcome)
            self.log.outcome(outcome)

    def _conclude_folder(self, folder: Path, book: Ledger) -> None:
        """Say what concerns the whole folder, and write its index."""
        for entry in resume.removed(folder, book, self.plan.jobs):
            self.output.note(f"{entry.source} is gone; its translation {folder / entry.name} stays")
        failures: dict[str, PadanError] = {}
        for outcome in self.outcomes:
            if outcome.error:
                name = resume.inside(outcome.output, folder) if outcome.output else str(outcome.source)
                failures[name] = outcome.error
        try:
            varying = varying_terms(book.translations())
            index.write(folder, list(book.entries.values()), failures, self.request.force, varying)
        except OutputError as error:
            self.output.note(console.in_one_line(error))


def _not_done(job: Job) -> PadanError:
    hint = "run its shard again, or the command without --shard"
    return SomeFailedError(f"{job.source} is not translated yet", hint)
