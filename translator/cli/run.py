"""One run of `padan translate` over files and folders, from the plan to the exit code."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from glossary import is_name
from translator import term_lists
from translator.atomic_write import clear_stale
from translator.batch import index, ledger, report, resume
from translator.batch.job import Job, Plan, plan
from translator.batch.ledger import Entry, Ledger
from translator.batch.lock import locked
from translator.batch.runners import local
from translator.batch.signatures import Choices, signature
from translator.bitext import Stamp
from translator.build import build
from translator.cli import console
from translator.cli.dry_run import refuse_log, rehearse
from translator.cli.exit_status import InterruptError, verdict
from translator.cli.log import Log
from translator.cli.log import opened as logged
from translator.cli.output import Task, Voice, conclude
from translator.cli.progress import shown
from translator.cli.signals import heard
from translator.errors import OutputError, PadanError, UsageError
from translator.models import store
from translator.settings import Settings


def files(task: Task, settings: Settings, voice: Voice) -> int:
    """Translate files and folders."""
    if "" in task.sources:
        raise UsageError("a source without a name", "check the quotes and variables of the command")
    sources = [Path(source) for source in task.sources]
    inputs = [path for path in settings.glossaries if not is_name(path)]
    planned = plan(sources, task.output, settings.bilingual, task.force, task.choice, inputs)
    refuse_log(task.log, planned)
    if task.dry_run:
        return rehearse(planned, task, settings, voice)
    with logged(task.log) as log, heard(voice.silent) as asked:
        run = Run(task, settings, voice, log, asked, planned)
        run.begin()
        if planned.folder is None:
            run.translate(planned.jobs)
        else:
            run.catch_up(planned.folder)
        return run.end()


@dataclass(slots=True)
class Run:
    """A run on its way. asked: is set by who wants it to end.

    stamp: who made the translations. unchanged: entries of files that needed nothing. seconds: of translating.
    stopped: it came to its end before its work did.
    """

    task: Task
    settings: Settings
    voice: Voice
    log: Log
    asked: threading.Event
    plan: Plan
    stamp: Stamp | None = None
    outcomes: list[report.Outcome] = field(default_factory=list)
    unchanged: list[Entry] = field(default_factory=list)
    seconds: float = 0.0
    stopped: bool = False

    def begin(self) -> None:
        """Say what is left out, and what failed before the start."""
        self.log.tell("start", version=version("padan"), sources=list(self.task.sources), output=self.task.output)
        self.voice.note(*(f"skipped: {reason}" for _, reason in self.plan.skipped))
        if self.plan.hidden:
            self.voice.note(f"skipped: {report.several(self.plan.hidden, 'hidden name')}; --hidden takes them")
        if not (self.plan.jobs or self.plan.failed):
            self.voice.note("nothing to translate: no file is of a known kind and left by --include and --exclude")
        for path, reason in self.plan.skipped:
            self.log.tell("skipped", source=str(path), reason=reason)
        self._note(report.Outcome(source, error=error) for source, error in self.plan.failed)

    def catch_up(self, folder: Path) -> None:
        """Do what the ledger of `folder` does not have, and keep account of it."""
        with locked(folder / ledger.FOLDER / "lock") as killed, ledger.opened(folder) as book:
            self.voice.note(*filter(None, [killed]))
            lists = term_lists.in_force(self.settings.glossaries, self.settings.default_lists)
            choices = Choices(signature(self.settings), lists.terms, lists.defaults)
            decisions = resume.decide(self.plan.jobs, folder, book, self.settings, choices, self.task.force)
            book.finish(resume.refreshed(decisions, book))
            for decision in decisions:
                self._take(decision)
            for entry in resume.removed(folder, book, self.plan.jobs):
                self.voice.note(f"{entry.source} is gone; its translation {folder / entry.name} stays")
            jobs = [decision.job for decision in decisions if decision.to_do]
            if jobs:
                self.translate(jobs, resume.keeper(folder, book, choices))
            self._index(folder, book)

    def translate(self, jobs: Sequence[Job], keep: local.Keep = local.put) -> None:
        """Load the model and do the jobs. Raises PadanError where the model cannot be had."""
        for folder in {path.parent for job in jobs for path in job.written}:
            clear_stale(folder)
        jobs = self._readable(jobs)
        if not jobs:
            return
        pipeline = build(self.settings)
        gc.freeze()  # what is loaded stays to the end, and documents hold no cycles: to look for
        gc.set_threshold(200_000)  # garbage as often as Python does by itself is 3 % of a folder's CPU time
        self.voice.note(*pipeline.notices)
        self.stamp, started = pipeline.stamp, time.perf_counter()
        with shown(len(jobs), sum(map(_size, jobs)), self.voice.silent) as progress:
            self._note(local.run(pipeline, jobs, self.settings, progress, keep, self.asked.is_set))
        self.stopped = progress.finished < len(jobs)
        self.seconds = time.perf_counter() - started

    def _readable(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """The jobs from the first on whose source can be read: no model is loaded for none."""
        for number, job in enumerate(jobs):
            try:
                local.read(job, self.settings)
                return jobs[number:]
            except PadanError as error:
                self._note([report.Outcome(job.source, error=error)])
            except Exception:  # told when it comes again
                return jobs[number:]
        return []

    def end(self) -> int:
        """Say what came of it, and return the exit code."""
        skipped, unchanged = len(self.plan.skipped) + self.plan.hidden, len(self.unchanged)
        summary = report.summarise(self.outcomes, skipped, self.seconds, unchanged)
        earlier = sum(entry.counts.errors for entry in self.unchanged)
        error = verdict(summary, self.outcomes, self.plan.single, self.task.strict, earlier)
        if self.stopped:
            finished = f"{summary.done + unchanged} of {report.several(len(self.plan.jobs), 'file')}"
            error = InterruptError(
                f"interrupted: {finished} are finished", "they stay; the same command goes on from there"
            )
        ending = console.failure(error) if error else {"ok": True, "exit_code": 0}
        self.log.tell("end", **ending, **report.as_json(summary))
        stamp = self.stamp or Stamp(self.settings.model or store.default(), self.settings.engine, "")
        return conclude(summary, self.outcomes, stamp, error, self.voice)

    def _take(self, decision: resume.Decision) -> None:
        """Note a decision that there is nothing to do."""
        job = decision.job
        if decision.error:
            self._note([report.Outcome(job.source, error=decision.error)])
        elif decision.entry:
            self.unchanged.append(decision.entry)
            self.stamp = decision.entry.stamp
            self.log.tell("skipped", source=str(job.source), reason=decision.reason)
            if decision.edited:
                self.voice.note(f"{decision.edited} was edited; it stays as it is")

    def _note(self, outcomes: Iterable[report.Outcome]) -> None:
        for outcome in outcomes:
            self.outcomes.append(outcome)
            self.log.outcome(outcome)

    def _index(self, folder: Path, book: Ledger) -> None:
        names = {job.source: resume.inside(job.output, folder) for job in self.plan.jobs}
        failures: dict[str, PadanError] = {
            names.get(outcome.source, str(outcome.source)): outcome.error for outcome in self.outcomes if outcome.error
        }
        try:
            index.write(folder, list(book.entries.values()), failures, self.task.force)
        except OutputError as error:
            self.voice.note(f"{error.message}; {error.hint}")


def _size(job: Job) -> int:
    try:
        return job.source.stat().st_size
    except OSError:  # it will be told when it is read
        return 0
