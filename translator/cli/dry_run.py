"""`--dry-run`: what a run would do, and why; nothing is written."""

from __future__ import annotations

from pathlib import Path

from translator.batch import resume, shards
from translator.batch.job import Plan
from translator.batch.resume import Decision
from translator.batch.signatures import signature_of
from translator.build import RunResources
from translator.cli import console
from translator.cli.output import RunOutput, RunRequest
from translator.memory import store as memories
from translator.settings import Settings


def show_plan(planned: Plan, request: RunRequest, settings: Settings, output: RunOutput) -> int:
    """Say what would be done."""
    resources = RunResources(settings)
    output.note(*resources.lists.notices)
    for _, reason in planned.skipped:
        output.note(f"would skip: {reason}")
    for _, error in planned.failed:
        output.note(f"would fail: {error.message}")
    if planned.folder is None:
        decisions = [Decision(job, "") for job in planned.jobs]
    else:
        decisions = _decide(planned, planned.folder, request, resources, output)
    to_do = []
    for decision in decisions:
        if decision.to_do:
            to_do.append(decision)
    if output.as_json:
        _show_json(planned, decisions, to_do, output)
    else:
        _show_lines(to_do)
    return 0


def _decide(
    planned: Plan, folder: Path, request: RunRequest, resources: RunResources, output: RunOutput
) -> list[Decision]:
    keep = memories.forget if request.is_one_of_many else None
    chosen = memories.chosen(resources.settings, folder, make=False, keep=keep)
    with shards.read_only(folder, request.shard) as book, chosen as memory:
        signature = signature_of(resources, memory)
        decisions = resume.decide(planned.jobs, folder, book, resources.settings, signature, request.force)
        gone = [] if request.shard else resume.removed(folder, book, planned.jobs)
    unchanged, edited, failing = [], [], []
    for decision in decisions:
        if decision.entry:
            unchanged.append(f"unchanged: {decision.job.source}")
        if decision.edited:
            edited.append(f"{decision.edited} was edited; it would stay as it is")
        if decision.error:
            failing.append(f"would fail: {decision.error.message}")
    output.note(*unchanged, *edited, *failing)
    for entry in gone:
        output.note(f"{entry.source} is gone; its translation {folder / entry.name} would stay")
    return decisions


def _show_lines(to_do: list[Decision]) -> None:
    for decision in to_do:
        job = decision.job
        reason = f" ({decision.reason})" if decision.reason else ""
        written = ", ".join(map(str, job.written))
        console.result(f"{job.source} -> {written}{reason}")


def _show_json(planned: Plan, decisions: list[Decision], to_do: list[Decision], output: RunOutput) -> None:
    unchanged = sum(decision.entry is not None for decision in decisions)
    failing = sum(decision.error is not None for decision in decisions)
    failed, skipped = len(planned.failed) + failing, len(planned.skipped) + unchanged
    count = {"done": 0, "failed": failed, "skipped": skipped}
    jobs = list(map(_as_json, to_do))
    console.result_json({"ok": True, "dry_run": True, "files": count, "jobs": jobs, "notices": output.notices})


def _as_json(decision: Decision) -> dict[str, object]:
    job = decision.job
    shown: dict[str, object] = {"source": str(job.source), "outputs": list(map(str, job.written))}
    if decision.reason:
        shown["reason"] = decision.reason
    return shown
