from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.translated import edit, put_news
from translator.batch.job import Job
from translator.batch.resume import Decision
from translator.errors import OutputError
from translator.memory import store
from translator.memory.entry import Reviewed
from translator.review.protection import protected, refuse_loss, reviewed_beside


def accept(text: str) -> str:
    """The table with its third and fourth row accepted."""
    lines = text.split("\n")
    for number in (3, 4):
        cells = lines[number].split("\t")
        cells[11] = "yes"
        lines[number] = "\t".join(cells)
    return "\n".join(lines)


def put_reviewed(folder: Path) -> Job:
    source, output = put_news(folder, "tsv", "html")
    edit(output, "tsv", accept)
    return Job("berita.txt", source, output)


def test_the_reviewed_sentences_are_those_of_the_first_file_that_can_be_read(tmp_path: Path) -> None:
    job = put_reviewed(tmp_path)
    assert [pair.target for pair in reviewed_beside(job.output)] == ["There are no casualties.", "Yes."]
    edit(job.output, "tsv", lambda _: "document\tsegment\n1\n")
    assert reviewed_beside(job.output) == []


def test_what_the_memory_gives_back_is_not_lost(tmp_path: Path) -> None:
    job = put_reviewed(tmp_path)
    with store.opened(tmp_path / "memory.sqlite") as memory:
        memory.remember_reviewed([Reviewed("Tidak ada korban.", "No one was hurt.")])
        with pytest.raises(OutputError) as error:
            refuse_loss(job, memory)
        assert error.value.message == f"{job.output} has 1 reviewed sentence that this run would translate anew"
        memory.remember_reviewed([Reviewed("Ya.", "Yes.")])
        refuse_loss(job, memory)


def test_a_document_that_would_lose_some_is_not_done(tmp_path: Path) -> None:
    decision = Decision(put_reviewed(tmp_path), "the source has changed")
    assert isinstance(protected(decision, None).error, OutputError)


def test_any_other_decision_stays(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv")
    decision = Decision(Job("berita.txt", source, output), "new")
    assert protected(decision, None) is decision
    failed = Decision(put_reviewed(tmp_path), "x", error=OutputError("x"))
    assert protected(failed, None) is failed
