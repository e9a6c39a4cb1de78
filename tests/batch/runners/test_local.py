"""Document after document, each whole or absent, and one that fails alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from glossary import Matcher, Term
from tests.canned import CannedEngine
from translator import bilingual
from translator.batch.job import Job, plan
from translator.batch.report import Counts, Outcome
from translator.batch.runners.local import Sums, Translated, run, translate, write_translated
from translator.batch.translations import CountedTranslation
from translator.bitext import Stamp
from translator.cli.progress import SilentProgress
from translator.engines.base import Hypothesis
from translator.errors import DiskFullError, PadanError, SourceError
from translator.pipeline import Pipeline
from translator.pipeline.schedule import WINDOW
from translator.settings import Settings

SETTINGS = Settings(bilingual=("tsv",))


class FallibleEngine(CannedEngine):
    """Raises `error` for a request that holds the word `sulit`."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def translate(self, sources: Sequence[str], beam: int, n_best: int) -> list[list[Hypothesis]]:
        if any("sulit" in source for source in sources):
            raise self.error
        return super().translate(sources, beam, n_best)


def canned_pipeline(engine: CannedEngine) -> Pipeline:
    matcher = Matcher([Term("kapal", ("ship",))])
    return Pipeline(engine, matcher, matcher, lambda _: (), 4, Stamp("canned", "canned", "0"))


@pytest.fixture
def jobs(tmp_path: Path) -> tuple[Job, ...]:
    """Three documents; the second is hard."""
    folder = tmp_path / "arsip"
    folder.mkdir()
    (folder / "a.txt").write_text("Sebuah kapal tiba.\n")
    (folder / "b.txt").write_text("Satu kota.\nIni sulit.\n")
    (folder / "c.txt").write_text("Kota itu jauh. Kapal itu juga.\n")
    return plan([folder], str(tmp_path / "english"), SETTINGS.bilingual).jobs


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_document_is_written_with_its_bilingual_file_and_counted(jobs: tuple[Job, ...]) -> None:
    pipeline = canned_pipeline(CannedEngine({"Sebuah kapal tiba.": [("A boat arrives.", None)]}))
    outcomes = list(run(pipeline, jobs[:1], SETTINGS, SilentProgress(1)))
    assert outcomes == [
        Outcome(
            jobs[0].source,
            jobs[0].written,
            Counts(sentences=1, words=3, required=1, met=1, sure=1),
            translations=(CountedTranslation("kapal", "user", "ship", 1),),
        )
    ]
    assert jobs[0].output.read_text() == "A ship arrives.\n"
    assert names(jobs[0].output.parent) == ["a.txt", "a.txt.id-en.tsv"]
    assert bilingual.is_ours(jobs[0].output)


def test_a_document_on_which_a_library_fails_does_not_stop_the_others(jobs: tuple[Job, ...]) -> None:
    first, second, third = run(
        canned_pipeline(FallibleEngine(RuntimeError("no memory"))), jobs, SETTINGS, SilentProgress(3)
    )
    assert [first.error, third.error] == [None, None]
    assert second.error is not None
    assert second.error.message == f"{jobs[1].source}: unexpected RuntimeError: no memory"
    assert names(jobs[0].output.parent) == ["a.txt", "a.txt.id-en.tsv", "c.txt", "c.txt.id-en.tsv"]


def test_a_source_that_became_unreadable_does_not_stop_the_others(jobs: tuple[Job, ...]) -> None:
    jobs[0].source.unlink()
    jobs[1].source.write_bytes(b"PK\0\0")
    outcomes = list(run(canned_pipeline(CannedEngine()), jobs, SETTINGS, SilentProgress(3)))
    assert {outcome.source.name: type(outcome.error) for outcome in outcomes} == {
        "a.txt": SourceError,
        "b.txt": SourceError,
        "c.txt": type(None),
    }


def test_an_interrupt_comes_through(jobs: tuple[Job, ...]) -> None:
    with pytest.raises(KeyboardInterrupt):
        list(run(canned_pipeline(FallibleEngine(KeyboardInterrupt())), jobs, SETTINGS, SilentProgress(3)))
    assert not jobs[0].output.parent.exists()


def test_once_stopped_what_is_whole_is_written_and_nothing_more_is_begun(jobs: tuple[Job, ...]) -> None:
    jobs[1].source.write_text("".join(f"Kota nomor {n}.\n" for n in range(2 * WINDOW)))
    told = SilentProgress(3)
    outcomes = list(run(canned_pipeline(CannedEngine()), jobs, SETTINGS, told, stopped=lambda: told.done > 0))
    assert [outcome.source.name for outcome in outcomes] == ["a.txt"]
    assert (told.done, names(jobs[0].output.parent)) == (WINDOW, ["a.txt", "a.txt.id-en.tsv"])


def test_a_source_that_changes_while_it_is_read_is_its_own_error(jobs: tuple[Job, ...]) -> None:
    jobs[0].source.unlink()
    jobs[0].source.symlink_to("/proc/self/status")  # longer than the system says
    first, *others = run(canned_pipeline(CannedEngine()), jobs, SETTINGS, SilentProgress(3))
    assert first.error is not None
    assert first.error.message == f"{jobs[0].source} changed while it was read"
    assert [outcome.error for outcome in others] == [None, None]


def test_an_output_that_cannot_be_put_in_its_place_fails_alone(jobs: tuple[Job, ...]) -> None:
    (jobs[1].output / "in-the-way").mkdir(parents=True)
    first, second, third = run(canned_pipeline(CannedEngine()), jobs, SETTINGS, SilentProgress(3))
    assert [first.error, third.error] == [None, None]
    assert second.error is not None
    assert second.error.message == f"cannot write {jobs[1].output}: Is a directory"


def test_the_sums_of_a_document_are_told_when_its_files_are_whole_and_none_is_in_its_place(
    jobs: tuple[Job, ...],
) -> None:
    told: list[tuple[Sums, list[str]]] = []

    def write_files(translated: Translated) -> None:
        write_translated(translated, lambda sums: told.append((sums, names(jobs[0].output.parent))))

    list(run(canned_pipeline(CannedEngine()), jobs[:1], SETTINGS, SilentProgress(1), write_files))
    ((sums, seen),) = told
    assert sums == {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in jobs[0].written}
    assert [name[:7] for name in seen] == [".padan-"] * 2
    assert names(jobs[0].output.parent) == ["a.txt", "a.txt.id-en.tsv"]
    assert [name for name in names(jobs[0].output.parent) if name.startswith(".")] == []


def test_on_a_full_disk_nothing_more_is_translated(jobs: tuple[Job, ...]) -> None:
    """The second document of many does not fit; the disk has no space at all."""
    texts = "".join(f"Kota nomor {n}.\n" for n in range(WINDOW))
    for job in jobs:
        job.source.write_text(texts)
    told = SilentProgress(3)

    def write_files(translated: Translated) -> None:
        if translated.source.job is jobs[1]:
            raise DiskFullError("cannot write b.txt: No space left on device")
        write_translated(translated)

    pipeline = canned_pipeline(CannedEngine())
    outcomes = list(run(pipeline, jobs, SETTINGS, told, write_files, free_space=lambda _: 4096))
    assert {outcome.source.name: type(outcome.error) for outcome in outcomes} == {
        "a.txt": type(None),
        "b.txt": DiskFullError,
    }
    assert told.done == 2 * WINDOW
    told = SilentProgress(3)
    outcomes = list(run(pipeline, jobs, SETTINGS, told, write_files, free_space=lambda _: 2**30))
    assert [type(outcome.error) for outcome in outcomes] == [type(None), DiskFullError, type(None)]


def test_progress_is_told_the_document_and_every_sentence(jobs: tuple[Job, ...]) -> None:
    class Told(SilentProgress):
        heard: list[object]

        def start(self, name: str, sentences: int, size: int) -> None:
            self.heard += [(name, sentences, size)]

        def advance(self, sentences: int) -> None:
            self.heard += [sentences]

        def finish(self, name: str) -> None:
            self.heard += [name]

    told = Told(3)
    told.heard = []
    list(run(canned_pipeline(CannedEngine()), jobs, SETTINGS, told))
    read = [("a.txt", 1, 19), ("b.txt", 2, 22), ("c.txt", 2, 31)]
    assert told.heard == [*read, 5, "a.txt", "b.txt", "c.txt"]


def test_the_source_is_as_it_was(jobs: tuple[Job, ...]) -> None:
    before = [job.source.read_bytes() for job in jobs]
    list(run(canned_pipeline(CannedEngine()), jobs, SETTINGS, SilentProgress(3)))
    assert [job.source.read_bytes() for job in jobs] == before


def test_one_job_gives_its_bitext_or_raises(jobs: tuple[Job, ...]) -> None:
    bitext = translate(canned_pipeline(CannedEngine()), jobs[2], SETTINGS)
    assert (bitext.document.name, [pair.target for pair in bitext.pairs()]) == (
        "c.txt",
        ["Kota itu jauh.", "Ship itu juga."],
    )
    jobs[0].source.unlink()
    with pytest.raises(PadanError):
        translate(canned_pipeline(CannedEngine()), jobs[0], SETTINGS)
