"""Shares of a folder for several machines: each file belongs to one, and what they did becomes one ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.batch.test_ledger import ENTRY
from translator.atomic_write import this_process
from translator.batch import ledger, shards
from translator.batch.job import plan
from translator.batch.ledger import FOLDER
from translator.batch.lock import locked
from translator.batch.shards import Shard, claimed, share_of
from translator.batch.translations import CountedTranslation
from translator.errors import LockedError, SourceError, UsageError

ONE, TWO = Shard(1, 2), Shard(2, 2)
COUNTED = [CountedTranslation("kapal", "user", "ship", 2)]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / FOLDER).iterdir())


@pytest.mark.parametrize("count", [1, 2, 3, 7, 20])
def test_every_file_belongs_to_one_share_and_the_shares_are_about_equal(count: int) -> None:
    names = sorted(f"bagian {number % 7}/berita-{number:04}.txt" for number in range(2000))
    shares = [{name for name in names if Shard(number, count).has(name)} for number in range(1, count + 1)]
    assert sorted(name for share in shares for name in share) == names
    assert all(0.7 < len(share) * count / len(names) < 1.3 for share in shares)


def test_a_share_is_the_same_on_every_machine_and_in_every_version() -> None:
    names = ["a.txt", "x/b.txt", "x/\udce9.txt", "ä.md"]  # printf %s NAME | sha256sum, modulo 3
    assert [Shard(2, 3).has(name) for name in names] == [True, False, True, False]
    assert [Shard(1, 3).has(name) for name in names] == [False, True, False, True]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (None, (None, False)),
        ("merge", (None, True)),
        ("1/1", (Shard(1, 1), False)),
        ("20/20", (Shard(20, 20), False)),
        ("03/20", (Shard(3, 20), False)),
    ],
)
def test_a_share_is_written_with_its_number_and_how_many_there_are(
    given: str | None, wanted: tuple[Shard | None, bool]
) -> None:
    assert shards.shard_of(given) == wanted


@pytest.mark.parametrize("given", ["", "0/3", "4/3", "1/0", "1", "1/", "/2", "-1/2", "1/2/3", "a/b", "1 / 2", "Merge"])
def test_what_is_no_share_is_an_error_that_says_what_one_is(given: str) -> None:
    with pytest.raises(UsageError, match=r"^--shard .*: wanted is a share") as raised:
        shards.shard_of(given)
    assert raised.value.hint == "such as 1/20 for the first of twenty, or merge"


def test_a_share_of_a_plan_has_its_files_and_its_failures(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text("Kapal itu tiba.\n")
        (tmp_path / f"{number}.png").touch()
    gone = [tmp_path / f"gone-{number}.txt" for number in range(9)]
    whole = plan([*sorted(tmp_path.glob("*.txt")), *gone], str(tmp_path / "english"), ["tsv"])
    folder = replace(whole, skipped=plan([tmp_path], f"{tmp_path}-english", []).skipped)
    shares = [share_of(folder, Shard(number, 4)) for number in range(1, 5)]
    assert {job.source for share in shares for job in share.jobs} == {job.source for job in folder.jobs}
    assert sorted(path for share in shares for path, _ in share.failed) == gone
    assert sum(len(share.skipped) for share in shares) == len(folder.skipped) == 9
    assert {type(error) for share in shares for _, error in share.failed} == {SourceError}
    assert max(len(share.jobs) for share in shares) < 9


def test_one_file_has_no_shares(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kapal itu tiba.\n")
    with pytest.raises(UsageError, match="there is one file"):
        share_of(plan([tmp_path / "a.txt"], None, []), ONE)


def test_shards_work_at_once_and_the_next_run_joins_what_they_did(tmp_path: Path) -> None:
    before, second = replace(ENTRY, name="b.txt", outputs=()), replace(ENTRY, name="c.txt", outputs=())
    with claimed(tmp_path) as claim:
        claim.book.finish([before, replace(ENTRY, settings="old")], COUNTED)
    with claimed(tmp_path, ONE) as one, claimed(tmp_path, TWO) as two:
        assert one.book.entries == {ENTRY.name: replace(ENTRY, settings="old"), "b.txt": before}
        one.book.begin([("d.txt", "dd")])
        one.book.finish([ENTRY], [replace(COUNTED[0], target="vessel")])
        two.book.finish([second], COUNTED)
    assert files(tmp_path) == [
        *("ledger.1-of-2.sqlite", "ledger.2-of-2.sqlite", "ledger.sqlite"),
        *("lock", "lock.1-of-2", "lock.2-of-2"),
    ]
    with shards.read_only(tmp_path) as looked_at, shards.read_only(tmp_path, TWO) as of_two:
        assert looked_at.entries == {"b.txt": before, "c.txt": second, ENTRY.name: ENTRY}
        assert of_two.entries["c.txt"] == second
    with claimed(tmp_path) as claim:
        assert (claim.joined, claim.dead) == (2, ())
        assert list(claim.book.entries.items()) == [("b.txt", before), ("c.txt", second), (ENTRY.name, ENTRY)]
        assert claim.book.began("d.txt", "dd")
    assert files(tmp_path) == ["ledger.sqlite", "lock"]
    with ledger.read_only(tmp_path) as joined:
        assert joined.entries == {"b.txt": before, "c.txt": second, ENTRY.name: ENTRY}
        assert [counted.target for counted in joined.translations()] == ["ship", "vessel", "ship"]


def test_a_whole_run_and_a_shard_keep_each_other_out(tmp_path: Path) -> None:
    with claimed(tmp_path, ONE):
        with pytest.raises(LockedError, match="is being written to by another run or its shards"), claimed(tmp_path):
            pass
        with pytest.raises(LockedError, match=rf"by process {this_process().process} on"), claimed(tmp_path, ONE):
            pass
    with (
        claimed(tmp_path),
        pytest.raises(LockedError, match=rf"by process {this_process().process} on"),
        claimed(tmp_path, TWO),
    ):
        pass


def test_a_folder_is_divided_anew_only_after_its_shards_are_joined(tmp_path: Path) -> None:
    with claimed(tmp_path, ONE) as claim:
        claim.book.finish([ENTRY])
    for _ in range(2):  # the refused shard leaves nothing behind that would keep others out
        with (
            pytest.raises(UsageError, match="is divided into 2 shards already, not into 3"),
            claimed(tmp_path, Shard(3, 3)),
        ):
            pass
        with claimed(tmp_path, TWO):
            pass
    with claimed(tmp_path):
        pass
    with claimed(tmp_path, Shard(3, 3)) as claim:
        assert claim.book.entries == {ENTRY.name: ENTRY}


def test_a_shard_that_was_killed_is_known_by_its_lock(tmp_path: Path) -> None:
    lock = tmp_path / FOLDER / "lock.1-of-2"
    with locked(lock):
        told = lock.read_text()
    lock.write_text(told)
    with claimed(tmp_path) as claim:
        assert [holder.writer for holder in claim.dead] == claim.dead_writers == [this_process()]
    assert files(tmp_path) == ["ledger.sqlite", "lock"]
