"""`--dry-run`: what a run would do, and why; nothing is written."""

from __future__ import annotations

import os
from pathlib import Path

from translator import term_lists
from translator.batch import ledger, resume
from translator.batch.job import Job, Plan
from translator.batch.resume import Decision
from translator.batch.signatures import Choices, signature
from translator.cli import console
from translator.cli.output import Task, Voice
from translator.errors import UsageError
from translator.settings import Settings
from translator.term_lists import TermLists


def rehearse(planned: Plan, task: Task, settings: Settings, voice: Voice) -> int:
    """Say what would be done."""
    lists = term_lists.in_force(settings.glossaries, settings.default_lists)
    voice.note(*lists.notices, *(f"would skip: {reason}" for _, reason in planned.skipped))
    voice.note(*(f"would fail: {error.message}" for _, error in planned.failed))
    decisions = _decisions(planned, planned.folder, task, settings, lists, voice) if planned.folder else []
    to_do = [decision for decision in decisions if decision.to_do] or [
        Decision(job, "") for job in planned.jobs if not planned.folder
    ]
    unchanged = [decision for decision in decisions if decision.entry]
    failing = [decision for decision in decisions if decision.error]
    if voice.as_json:
        skipped = len(planned.skipped) + len(unchanged)
        count = {"done": 0, "failed": len(planned.failed) + len(failing), "skipped": skipped}
        jobs = [_as_json(decision) for decision in to_do]
        console.result_json({"ok": True, "dry_run": True, "files": count, "jobs": jobs, "notices": voice.notices})
        return 0
    for decision in to_do:
        job = decision.job
        reason = f" ({decision.reason})" if decision.reason else ""
        console.result(f"{job.source} -> {', '.join(str(path) for path in job.written)}{reason}")
    return 0


def refuse_log(path: Path | None, planned: Plan) -> None:
    """Raises UsageError where the log would be written into a source or an output."""
    if path is None:
        return
    taken = {os.path.realpath(file) for job in planned.jobs for file in (job.source, *job.written)}
    if os.path.realpath(path) in taken:
        raise UsageError(f"the log {path} is a source or an output of this run", "choose another name with --log")


def _decisions(
    planned: Plan, folder: Path, task: Task, settings: Settings, lists: TermLists, voice: Voice
) -> list[Decision]:
    choices = Choices(signature(settings), lists.terms, lists.defaults)
    with ledger.looked_at(folder) as book:
        decisions = resume.decide(planned.jobs, folder, book, settings, choices, task.force)
        gone = resume.removed(folder, book, planned.jobs)
    voice.note(*(f"unchanged: {decision.job.source}" for decision in decisions if decision.entry))
    voice.note(*(f"{decision.edited} was edited; it would stay as it is" for decision in decisions if decision.edited))
    voice.note(*(f"would fail: {decision.error.message}" for decision in decisions if decision.error))
    voice.note(*(f"{entry.source} is gone; its translation {folder / entry.name} would stay" for entry in gone))
    return decisions


def _as_json(decision: Decision) -> dict[str, object]:
    job: Job = decision.job
    told: dict[str, object] = {"source": str(job.source), "outputs": [str(path) for path in job.written]}
    return told | ({"reason": decision.reason} if decision.reason else {})
