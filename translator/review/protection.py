"""What a reviewer chose is not lost where a document is translated again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from translator import bilingual
from translator.batch.job import Job
from translator.batch.report import several
from translator.batch.resume import Decision
from translator.bilingual.reading import read
from translator.bitext import Pair
from translator.errors import OutputError, PadanError
from translator.memory.store import FOLDER, Memory


def refuse_loss(job: Job, memory: Memory | None) -> None:
    """Raises OutputError where a translation has reviewed sentences that the memory of the run does not give back."""
    reviewed = reviewed_beside(job.output)
    if not reviewed:
        return
    kept = memory.reviewed_for([pair.source for pair in reviewed]) if memory else {}
    lost = [pair for pair in reviewed if pair.source not in kept]
    if lost:
        seen = f"{job.output} has {several(len(lost), 'reviewed sentence')} that this run would translate anew"
        place = job.output.parent
        hint = f"--memory {place} keeps what is in {place / FOLDER}; --force translates all anew"
        raise OutputError(seen, hint)


def protected(decision: Decision, memory: Memory | None) -> Decision:
    """The decision, but for a document of a folder that would lose what a reviewer chose: that cannot be done."""
    if not decision.to_do:
        return decision
    try:
        refuse_loss(decision.job, memory)
    except OutputError as error:
        return replace(decision, error=error)
    return decision


def reviewed_beside(output: Path) -> list[Pair]:
    """The reviewed sentences of a translation, as the first bilingual file beside it that can be read has them."""
    for name in bilingual.FORMATS:
        path = bilingual.path_for(output, name)
        if not path.is_file():
            continue
        try:
            return [row.pair for row in read(path) if row.pair.reviewed]
        except PadanError:
            continue
    return []
