"""A folder, and a run over it with an engine whose translations are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from glossary import Case, Matcher, Term
from tests.canned import CannedEngine
from translator.batch import ledger, resume
from translator.batch.job import plan
from translator.batch.report import Outcome
from translator.batch.resume import Decision
from translator.batch.runners import local
from translator.batch.signatures import RunSignature
from translator.bitext import Stamp
from translator.cli.progress import SilentProgress
from translator.memory.store import Memory
from translator.pipeline import Pipeline
from translator.settings import Settings
from translator.term_lists import TermLists

SETTINGS = Settings(bilingual=("tsv",))


def canned_pipeline(engine: CannedEngine, terms: Sequence[Term] = ()) -> Pipeline:
    folded = [Term(term.source, term.targets, case=Case.FOLD) for term in terms]
    return Pipeline(engine, Matcher(terms), Matcher(folded), lambda _: (), 4, Stamp("canned", "canned", "0"))


def once(
    source: Path,
    folder: Path,
    terms: Sequence[Term] = (),
    *,
    force: bool = False,
    signature: str = "s",
    settings: Settings = SETTINGS,
    engine: CannedEngine | None = None,
    stopped: Callable[[], bool] = lambda: False,
    memory: Memory | None = None,
) -> tuple[list[Decision], list[Outcome]]:
    """One run over the folder `source`: what was decided, and what came of it."""
    (folder / ledger.FOLDER).mkdir(parents=True, exist_ok=True)
    run_signature = RunSignature(signature, TermLists(tuple(terms)), memory=memory)
    with ledger.opened(folder) as book:
        jobs = plan([source], str(folder), settings.bilingual).jobs
        decisions = resume.decide(jobs, folder, book, settings, run_signature, force)
        book.finish(resume.refreshed(decisions, book))
        to_do = [decision.job for decision in decisions if decision.to_do]
        pipeline = canned_pipeline(engine or CannedEngine(), terms).with_memory(memory)
        write_files = resume.recorder(folder, book, run_signature)
        return decisions, list(local.run(pipeline, to_do, settings, SilentProgress(len(to_do)), write_files, stopped))


def reasons(decisions: Sequence[Decision]) -> dict[str, str]:
    return {decision.job.name: decision.reason for decision in decisions}
