"""One run of `padan apply`, from the plan to the exit code."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator.batch import reading, report, shards
from translator.batch.job import Job
from translator.batch.runners import local
from translator.batch.runners.local import Translated
from translator.batch.translations import count_translations
from translator.bitext import Stamp
from translator.cli.exit_status import error_of
from translator.cli.output import RunOutput, conclude
from translator.document import Document
from translator.errors import PadanError, unexpected
from translator.memory import store
from translator.memory.entry import Reviewed
from translator.memory.key import normalised
from translator.memory.store import Memory
from translator.review.account import FolderAccount
from translator.review.apply import Applied, JudgeTerms, applied
from translator.review.jobs import ApplyJob, ApplyPlan, judged
from translator.review.record import recorded
from translator.review.stamp import UNKNOWN, stamp_beside
from translator.settings import Settings


@dataclass(slots=True)
class ReviewRun:
    """A run on its way. judge: gives a pair the terms that its translation has. stamp: of the last document.

    memory: once there is something to put into it. choices: the first reviewed translation of each sentence. various:
    sentences that have several.
    """

    plan: ApplyPlan
    settings: Settings
    output: RunOutput
    judge: JudgeTerms
    force: bool = False
    strict: bool = False
    outcomes: list[report.Outcome] = field(default_factory=list)
    reviewed: int = 0
    stamp: Stamp = UNKNOWN
    memory: Memory | None = None
    choices: dict[str, str] = field(default_factory=dict)
    various: set[str] = field(default_factory=set)

    def run(self) -> int:
        """Do all, say what came of it, and return the exit code."""
        started = time.perf_counter()
        self.output.note(*self.plan.notices)
        with ExitStack() as held:
            account = held.enter_context(_account_of(self._folder()))
            for each in self.plan.jobs:
                self.outcomes.append(self._outcome(each, account, held))
            if account and self.memory:
                account.settle(self.memory)
        summary = report.summarise(self.outcomes, 0, time.perf_counter() - started)
        error = error_of(summary, self.outcomes, self.plan.folder is None, self.strict)
        if summary.done:
            self.output.note(self._remembered())
        for source in sorted(self.various):
            self.output.note(f"{source!r:.60} has several reviewed translations; the memory keeps the last")
        return conclude(summary, self.outcomes, self.stamp, error, self.output, reviewed=self.reviewed)

    def _folder(self) -> Path | None:
        """The output folder; for a single document the folder around it that a run over a folder filled, if any."""
        if self.plan.folder:
            return self.plan.folder
        for folder in Path(os.path.abspath(self.plan.jobs[0].job.output)).parents:  # also where it is named from inside
            if shards.has_ledger(folder):
                return folder
        return None

    def _remembered(self) -> str:
        reviewed = f"{report.several(self.reviewed, 'sentence')} reviewed"
        if self.memory is None:
            return reviewed
        return f"{reviewed}, kept in {self.memory.path}"

    def _outcome(self, each: ApplyJob, account: FolderAccount | None, held: ExitStack) -> report.Outcome:
        try:
            return self._apply(each, account, held)
        except PadanError as error:
            return report.failure_of(each.job, error)
        except Exception as error:  # of a library, on this one document: the others go on
            return report.failure_of(each.job, unexpected(error, str(each.job.source)))

    def _apply(self, each: ApplyJob, account: FolderAccount | None, held: ExitStack) -> report.Outcome:
        """Make one document anew. Raises PadanError."""
        job = judged(each, self.force, account.knows if account else None)
        source = reading.read(job, self.settings)

        def parse(path: Path) -> Document:
            return reading.read(replace(job, source=path), self.settings).document

        record = recorded(each.formers, each.edited, parse)
        self.stamp = stamp_beside(each.formers)
        done = applied(each.edited, source.document, record, self.stamp, self.judge)
        if done.left and each.edited in job.written:
            kept = tuple([file for file in job.bilingual if file[1] != each.edited])
            job = replace(job, bilingual=kept)
        self._remember(done, job, held)
        translated = Translated(replace(source, job=job), done.bitext)
        write = account.write if account else local.write_translated
        write(translated)
        return self._concluded(each, job, done)

    def _remember(self, done: Applied, job: Job, held: ExitStack) -> None:
        """Put what was reviewed into the memory, which is opened, and made, when there is something to put into it."""
        reviewed = [pair for pair in done.bitext.pairs() if pair.reviewed]
        if not reviewed:
            return
        if self.memory is None:
            path = store.path_of(self.settings.memory, self._folder() or job.output.parent)
            self.memory = held.enter_context(store.opened(path))
        self.memory.remember_reviewed(Reviewed(pair.source, pair.target, job.name, pair.links) for pair in reviewed)
        for pair in reviewed:
            if self.choices.setdefault(normalised(pair.source), pair.target) != pair.target:
                self.various.add(pair.source)

    def _concluded(self, each: ApplyJob, job: Job, done: Applied) -> report.Outcome:
        notices = [*done.bitext.document.notices, *done.notices]
        if job.written != each.job.written:
            notices.append(f"{each.edited} stays as it is, because not all of its rows are in the document")
        self.reviewed += sum(pair.reviewed for pair in done.bitext.pairs())
        counts, translations = report.count(done.bitext), count_translations(done.bitext)
        return report.Outcome(job.source, job.written, counts, notices=tuple(notices), translations=translations)


@contextmanager
def _account_of(folder: Path | None) -> Iterator[FolderAccount | None]:
    """The account of an output folder that has a ledger, held for this run alone; without a ledger none.

    The ledgers of shards are joined, as any run over the whole folder does. Raises LockedError and OutputError.
    """
    if folder is None or not shards.has_ledger(folder):
        yield None
        return
    with shards.claimed(folder) as claim:
        yield FolderAccount(folder, claim.book)
