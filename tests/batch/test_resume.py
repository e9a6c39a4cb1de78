"""Run again: what is done again, what is not, and what is left alone."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from glossary import Case, Term
from tests.batch.canned_run import SETTINGS, canned_pipeline, once, reasons
from tests.canned import CannedEngine
from translator.batch import ledger, resume
from translator.batch.job import plan
from translator.batch.runners import local
from translator.build import RunResources
from translator.cli.progress import SilentProgress
from translator.engines.base import Hypothesis
from translator.errors import OutputError, SourceError
from translator.memory.entry import Reviewed
from translator.memory.store import opened

SHIP, CITY = Term("kapal", ("ship",)), Term("kota", ("city",))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name, text in {
        "a.txt": "Sebuah kapal tiba.\n",
        "x/b.txt": "Kota itu jauh.\n",
        "c.txt": "SEBUAH KAPAL BERLAYAR.\n",
    }.items():
        (tmp_path / "arsip" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "arsip" / name).write_text(text)
    return tmp_path / "arsip"


@pytest.fixture
def folder(tmp_path: Path, source: Path) -> Path:
    """The output folder after a first run."""
    decisions, outcomes = once(source, tmp_path / "english", [SHIP])
    assert reasons(decisions) == {"a.txt": "new", "c.txt": "new", "x/b.txt": "new"}
    assert [outcome.error for outcome in outcomes] == [None, None, None]
    return tmp_path / "english"


UNCHANGED = {"a.txt": "unchanged", "c.txt": "unchanged", "x/b.txt": "unchanged"}


def marks(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    paths = [path for path in folder.rglob("*.t*") if path.is_file()]
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()) for path in paths}


def test_what_is_finished_is_not_touched_again(source: Path, folder: Path) -> None:
    before = marks(folder)
    decisions, outcomes = once(source, folder, [SHIP])
    assert (reasons(decisions), outcomes, marks(folder)) == (UNCHANGED, [], before)


def test_a_source_of_the_same_size_and_time_that_holds_another_text_is_done_again(source: Path, folder: Path) -> None:
    past = time.time() - 60
    for path in [*source.rglob("*.txt"), *folder.rglob("*.t*")]:
        os.utime(path, (past, past))
    once(source, folder, [SHIP])
    stat = (source / "a.txt").stat()
    (source / "a.txt").write_text("Sebuah kota besar.\n"[: stat.st_size].ljust(stat.st_size))
    os.utime(source / "a.txt", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert reasons(once(source, folder, [SHIP])[0]) == UNCHANGED | {"a.txt": "the source has changed"}


def test_a_file_that_was_only_touched_is_not_done_again(source: Path, folder: Path) -> None:
    (source / "a.txt").touch()
    assert reasons(once(source, folder, [SHIP])[0]) == UNCHANGED


def test_a_source_that_changed_is_done_again_alone(source: Path, folder: Path) -> None:
    (source / "a.txt").write_text("Dua kapal tiba.\n")
    decisions, outcomes = once(source, folder, [SHIP])
    assert reasons(decisions) == UNCHANGED | {"a.txt": "the source has changed"}
    assert [outcome.source.name for outcome in outcomes] == ["a.txt"]
    assert (folder / "a.txt").read_text() == "Dua ships tiba.\n"


def test_other_settings_do_all_again(source: Path, folder: Path) -> None:
    assert set(reasons(once(source, folder, [SHIP], signature="other")[0]).values()) == {"the settings have changed"}


def test_what_older_rules_made_is_done_again(tmp_path: Path, source: Path) -> None:
    folder = tmp_path / "english"
    older, current = (RunResources(SETTINGS, rules).signature for rules in ("older", None))
    assert set(reasons(once(source, folder, signature=older)[0]).values()) == {"new"}
    assert set(reasons(once(source, folder, signature=current)[0]).values()) == {"the settings have changed"}
    assert set(reasons(once(source, folder, signature=current)[0]).values()) == {"unchanged"}


@pytest.mark.parametrize(
    ("terms", "again"),
    [
        ([SHIP, CITY], ["x/b.txt"]),
        ([SHIP, Term("pesawat", ("aircraft",))], []),
        ([replace(SHIP, note="other", origin="b.tsv:9")], []),
        ([replace(SHIP, targets=("ship", "boat"))], ["a.txt", "c.txt"]),
        ([replace(SHIP, case=Case.EXACT)], ["a.txt"]),  # in text in capitals any case is found, as before
        ([Term("kapal berlayar", ("sailing ship",)), SHIP], ["c.txt"]),
        ([], ["a.txt", "c.txt"]),
    ],
)
def test_another_glossary_does_only_those_again_in_which_a_changed_term_occurs(
    source: Path, folder: Path, terms: list[Term], again: list[str]
) -> None:
    reason = "a term in it has changed"
    assert reasons(once(source, folder, terms)[0]) == UNCHANGED | dict.fromkeys(again, reason)
    assert reasons(once(source, folder, terms)[0]) == UNCHANGED


def test_an_output_that_is_gone_is_made_again_with_the_same_bytes(source: Path, folder: Path) -> None:
    before = (folder / "a.txt.id-en.tsv").read_bytes()
    (folder / "a.txt.id-en.tsv").unlink()
    decisions, _ = once(source, folder, [SHIP])
    assert reasons(decisions) == UNCHANGED | {"a.txt": f"{folder / 'a.txt.id-en.tsv'} is missing"}
    assert (folder / "a.txt.id-en.tsv").read_bytes() == before


def test_a_bilingual_format_that_is_newly_asked_for_is_made(source: Path, folder: Path) -> None:
    settings = replace(SETTINGS, bilingual=("tsv", "jsonl"))
    decisions, _ = once(source, folder, [SHIP], settings=settings)
    assert reasons(decisions)["a.txt"] == f"{folder / 'a.txt.id-en.jsonl'} has not been written yet"
    assert reasons(once(source, folder, [SHIP], settings=settings)[0]) == UNCHANGED
    assert reasons(once(source, folder, [SHIP])[0]) == UNCHANGED  # fewer are asked for: the others stay


@pytest.mark.parametrize("name", ["a.txt", "a.txt.id-en.tsv"])
def test_an_edited_output_stays_until_it_must_be_overwritten_and_then_needs_force(
    source: Path, folder: Path, name: str
) -> None:
    with (folder / name).open("a") as file:
        file.write("!\n")
    edited = (folder / name).read_bytes()
    decisions, outcomes = once(source, folder, [SHIP])
    assert (reasons(decisions), outcomes) == (UNCHANGED, [])
    assert [decision.edited for decision in decisions] == [folder / name, None, None]
    (source / "a.txt").write_text("Dua kapal tiba.\n")
    decisions, outcomes = once(source, folder, [SHIP])
    (error,) = [decision.error for decision in decisions if decision.error]
    assert (type(error), error.message, outcomes) == (
        OutputError,
        f"{folder / name} exists and is not of Padan's making, or was edited",
        [],
    )
    assert (folder / name).read_bytes() == edited
    decisions, _ = once(source, folder, [SHIP], force=True)
    assert set(reasons(decisions).values()) == {"--force"}
    assert (folder / "a.txt").read_text() == "Dua ships tiba.\n"


def test_a_file_of_others_in_the_way_stops_only_its_own_job(tmp_path: Path, source: Path) -> None:
    (tmp_path / "english").mkdir()
    (tmp_path / "english" / "a.txt").write_text("Mine.\n")
    (tmp_path / "english" / "c.txt").mkdir()
    decisions, outcomes = once(source, tmp_path / "english")
    assert [(decision.job.name, type(decision.error)) for decision in decisions if decision.error] == [
        ("a.txt", OutputError),
        ("c.txt", OutputError),
    ]
    assert [outcome.source.name for outcome in outcomes] == ["b.txt"]
    assert (tmp_path / "english" / "a.txt").read_text() == "Mine.\n"


def test_a_run_that_was_killed_between_two_outputs_knows_its_own(source: Path, folder: Path) -> None:
    (source / "a.txt").write_text("Dua kapal tiba.\n")
    settings = replace(SETTINGS, bilingual=())
    (job, *_) = plan([source], str(folder), ()).jobs
    with ledger.opened(folder) as book:
        book.begin([("a.txt", hashlib.sha256(b"Dua ships tiba.\n").hexdigest())])
    job.output.write_text("Dua ships tiba.\n")
    decisions, outcomes = once(source, folder, [SHIP], settings=settings)
    assert (reasons(decisions)["a.txt"], outcomes[0].error) == ("the source has changed", None)
    for proof in [folder / ledger.FOLDER / "ledger.sqlite", *folder.rglob("*.tsv")]:
        proof.unlink()
    with ledger.opened(folder) as book:
        book.begin([("a.txt", hashlib.sha256(b"Dua ships tiba.\n").hexdigest())])
    decisions, _ = once(source, folder, [SHIP], settings=settings)
    assert [decision.job.name for decision in decisions if not decision.error] == ["a.txt"]


def test_without_its_ledger_a_folder_is_known_by_its_bilingual_files(source: Path, folder: Path) -> None:
    (folder / ledger.FOLDER / "ledger.sqlite").unlink()
    decisions, outcomes = once(source, folder, [SHIP])
    assert set(reasons(decisions).values()) == {"new"}
    assert [outcome.error for outcome in outcomes] == [None, None, None]


@pytest.mark.parametrize("name", ["a.txt", "a.txt.id-en.tsv"])
def test_what_is_put_or_edited_during_the_run_is_not_overwritten(tmp_path: Path, source: Path, name: str) -> None:
    """The file appears when the engine is at work, after all outputs were judged."""
    folder = tmp_path / "english"

    class Intruder(CannedEngine):
        def translate(self, sources: Sequence[str], beam: int, n_best: int) -> list[list[Hypothesis]]:
            (folder / name).write_text("Mine.\n")
            return super().translate(sources, beam, n_best)

    _, outcomes = once(source, folder, [SHIP], engine=Intruder())
    errors = {outcome.source.name: outcome.error.message for outcome in outcomes if outcome.error}
    assert errors == {"a.txt": f"{folder / name} was put there or edited during this run"}
    assert (folder / name).read_text() == "Mine.\n"
    assert {path.name for path in folder.glob("a.txt*")} == {name}
    _, outcomes = once(source, folder, [SHIP], engine=Intruder(), force=True)
    assert [outcome.error for outcome in outcomes] == [None, None, None]


def test_a_run_into_a_folder_inside_the_output_edits_nothing_for_the_next_run_over_all(
    tmp_path: Path, source: Path
) -> None:
    folder = tmp_path / "english"
    once(source, folder, [SHIP])
    decisions, outcomes = once(source / "x", folder / "x", [SHIP, CITY])
    assert ([decision.error for decision in decisions], [outcome.error for outcome in outcomes]) == ([None], [None])
    decisions, outcomes = once(source, folder, [SHIP])
    assert reasons(decisions) == UNCHANGED | {"x/b.txt": f"{folder / 'x/b.txt'} is of another run"}
    assert [(decision.edited, decision.error) for decision in decisions] == [(None, None)] * 3
    assert [outcome.error for outcome in outcomes] == [None]
    decisions, _ = once(source / "x", folder / "x", [SHIP, CITY])
    assert reasons(decisions) == {"b.txt": f"{folder / 'x/b.txt'} is of another run"}
    with (folder / "x" / "b.txt").open("a") as file:
        file.write("Mine.\n")
    decisions, outcomes = once(source, folder, [SHIP])
    assert ([type(decision.error) for decision in decisions], outcomes) == ([type(None), type(None), OutputError], [])


def test_a_source_that_vanishes_while_the_folder_is_planned_fails_alone(tmp_path: Path, source: Path) -> None:
    jobs = plan([source], str(tmp_path / "english"), SETTINGS.bilingual).jobs
    (source / "a.txt").unlink()
    outcomes = list(local.run(canned_pipeline(CannedEngine()), jobs, SETTINGS, SilentProgress(3)))
    assert {outcome.source.name: type(outcome.error) for outcome in outcomes} == {
        "a.txt": SourceError,
        "b.txt": type(None),
        "c.txt": type(None),
    }


def test_a_source_that_is_gone_is_told_and_its_translation_stays(source: Path, folder: Path) -> None:
    (source / "a.txt").unlink()
    jobs = plan([source], str(folder), ()).jobs
    with ledger.opened(folder) as book:
        assert [entry.source for entry in resume.removed(folder, book, jobs)] == [source / "a.txt"]
        assert resume.removed(folder, book, jobs[:1]) == resume.removed(folder, book, jobs)  # left out is not gone
    assert (folder / "a.txt").exists()


def test_what_was_stopped_goes_on_where_it_was(tmp_path: Path, source: Path) -> None:
    folder, asked = tmp_path / "english", iter([False, False, True, True, True, True])
    _, outcomes = once(source, folder, [SHIP], stopped=lambda: next(asked))
    assert [outcome.source.name for outcome in outcomes] == []
    _, outcomes = once(source, folder, [SHIP])
    assert [outcome.source.name for outcome in outcomes] == ["a.txt", "c.txt", "b.txt"]


def test_a_reviewed_translation_does_the_files_again_that_hold_its_sentence(source: Path, folder: Path) -> None:
    reason = "a reviewed translation in it has changed"
    with opened(folder / "memory.sqlite") as memory:
        assert reasons(once(source, folder, [SHIP], memory=memory)[0]) == UNCHANGED
        memory.remember_reviewed([Reviewed("Sebuah  kapal tiba.", "A ship has come."), Reviewed("Lain.", "Other.")])
        assert reasons(once(source, folder, [SHIP], memory=memory)[0]) == UNCHANGED | {"a.txt": reason}
        assert (folder / "a.txt").read_text() == "A ship has come.\n"
        assert reasons(once(source, folder, [SHIP], memory=memory)[0]) == UNCHANGED
        memory.remember_reviewed([Reviewed("Sebuah kapal tiba.", "A ship is here.")])
        assert reasons(once(source, folder, [SHIP], memory=memory)[0]) == UNCHANGED | {"a.txt": reason}
    assert reasons(once(source, folder, [SHIP])[0]) == UNCHANGED | {"a.txt": reason}  # without the memory
    assert (folder / "a.txt").read_text() == "Sebuah ship tiba.\n"


def test_what_engines_made_does_no_file_again(source: Path, folder: Path) -> None:
    with opened(folder / "memory.sqlite") as memory:
        once(source, folder, [SHIP], memory=memory, force=True)
        assert reasons(once(source, folder, [SHIP], memory=memory)[0]) == UNCHANGED
