"""What the ledger is told it knows again, whatever happens in between."""

from __future__ import annotations

import os
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from translator.batch.ledger import FOLDER, SETTLED, LedgerEntry, State, opened, read_only, state_of
from translator.batch.report import Counts
from translator.batch.translations import CountedTranslation
from translator.bitext import Stamp
from translator.errors import OutputError

ODD = os.fsdecode(b"x/dua\nbaris \xe9 \xf0\x9f\x98\x80.txt")
ENTRY = LedgerEntry(
    name=ODD,
    source=Path("/arsip", ODD),
    state=State("aa", 12, 34, 56),
    settings="s1",
    glossary="g1",
    terms="t1",
    stamp=Stamp("starter", "ct2", "0123"),
    counts=Counts(1, 2, 3, 4, 5, 6),
    outputs=((ODD, State("bb", 5, 0)), (f"{ODD}.id-en.tsv", State("cc", 7, 8, 9))),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FOLDER).mkdir()
    return tmp_path


def test_an_entry_is_known_again_by_the_next_run(folder: Path) -> None:
    other = replace(ENTRY, name="b.txt", outputs=())
    with opened(folder) as ledger:
        ledger.finish([ENTRY, other])
        assert ledger.entries == {ODD: ENTRY, "b.txt": other}
    with opened(folder) as ledger:
        assert ledger.entries == {ODD: ENTRY, "b.txt": other}


def test_a_later_entry_takes_the_place_of_an_earlier_one_with_its_outputs(folder: Path) -> None:
    later = replace(ENTRY, settings="s2", outputs=ENTRY.outputs[:1])
    with opened(folder) as ledger:
        ledger.finish([ENTRY])
        ledger.finish([later])
    with read_only(folder) as ledger:
        assert ledger.entries == {ODD: later}


def test_what_was_begun_is_known_until_it_is_finished(folder: Path) -> None:
    with opened(folder) as ledger:
        ledger.begin([(ODD, "new"), (ODD, "new"), ("other", "x")])
    with opened(folder) as ledger:
        assert (ledger.began(ODD, "new"), ledger.began(ODD, "bb"), ledger.began("other", "x")) == (True, False, True)
        ledger.finish([ENTRY])
    with opened(folder) as ledger:
        assert (ledger.began(ODD, "new"), ledger.began("other", "x")) == (False, True)


def test_looking_at_a_folder_without_a_ledger_writes_nothing(tmp_path: Path) -> None:
    with read_only(tmp_path) as ledger:
        assert ledger.entries == {}
    assert list(tmp_path.iterdir()) == []


def test_the_time_of_a_file_that_was_just_changed_proves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    os.utime(path, (1, 1))  # set back, but changed right now
    assert state_of(path.stat(), "aa") == State("aa", 3, 0, 0)
    old = Path(__file__).stat()
    settled = time.time_ns() - max(old.st_mtime_ns, old.st_ctime_ns) > SETTLED
    state = State("aa", old.st_size, old.st_mtime_ns, old.st_ctime_ns) if settled else State("aa", old.st_size, 0, 0)
    assert state_of(old, "aa") == state


def test_a_ledger_that_another_program_holds_is_said(folder: Path) -> None:
    with opened(folder) as ledger:
        with sqlite3.connect(folder / FOLDER / "ledger.sqlite", isolation_level=None) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(OutputError, match=r"cannot use .*ledger\.sqlite: database is locked"):
                ledger.finish([ENTRY])
            other.execute("ROLLBACK")
        other.close()
        ledger.finish([ENTRY])
        assert ledger.entries == {ODD: ENTRY}


def spoil(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as other:
        for statement in statements:
            other.execute(statement)
    other.close()


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE files"],
        ["DROP TABLE begun"],
        ["ALTER TABLE outputs DROP COLUMN sha256"],
        ["PRAGMA user_version = 0"],
        ["PRAGMA user_version = 1"],
        ["UPDATE files SET size = 'much'"],
        ["UPDATE files SET name = 'a text'"],
        ["UPDATE outputs SET path = 5 WHERE rowid = 1"],
        ["UPDATE files SET settings = CAST(x'ff' AS TEXT)"],
        ["PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = 'CREATE'"],
        ["PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = CAST(x'435245415445e5' AS TEXT)"],
        ["PRAGMA writable_schema = ON", "UPDATE sqlite_master SET name = CAST(x'ff' AS TEXT) WHERE name = 'files'"],
    ],
)
def test_a_ledger_that_is_damaged_is_said_with_what_to_do(folder: Path, statements: list[str]) -> None:
    with opened(folder) as ledger:
        ledger.finish([ENTRY])
    path = folder / FOLDER / "ledger.sqlite"
    spoil(path, *statements)
    for use in (opened, read_only):
        with pytest.raises(OutputError, match="is damaged") as caught, use(folder):
            pass
        assert (caught.value.exit_code, caught.value.hint) == (2, "remove it: what it knew is done again")


@pytest.mark.parametrize("place", [0, 100, 4096])
def test_a_ledger_with_bytes_of_another_file_is_damaged(folder: Path, place: int) -> None:
    with opened(folder) as ledger:
        ledger.finish([ENTRY])
    path = folder / FOLDER / "ledger.sqlite"
    data = path.read_bytes()
    path.write_bytes(data[:place] + b"\xa5" * 600 + data[place + 600 :])
    with pytest.raises(OutputError, match="is damaged"), opened(folder) as ledger:
        ledger.finish([ENTRY])


def test_a_ledger_of_a_later_version_is_said(folder: Path) -> None:
    spoil(folder / FOLDER / "ledger.sqlite", "PRAGMA user_version = 99")
    with pytest.raises(OutputError, match="is of another version of Padan"), opened(folder):
        pass


def test_a_pipe_in_the_place_of_the_ledger_is_said(folder: Path) -> None:
    os.mkfifo(folder / FOLDER / "ledger.sqlite")
    for use in (opened, read_only):
        with pytest.raises(OutputError, match="not a regular file"), use(folder):
            pass


FIRST_VERSION = """
CREATE TABLE files (
    name BLOB PRIMARY KEY, source BLOB NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, settings TEXT NOT NULL, glossary TEXT NOT NULL, terms TEXT NOT NULL,
    model TEXT NOT NULL, engine TEXT NOT NULL, signature TEXT NOT NULL,
    sentences INTEGER NOT NULL, words INTEGER NOT NULL, required INTEGER NOT NULL, met INTEGER NOT NULL,
    errors INTEGER NOT NULL, warnings INTEGER NOT NULL
);
CREATE TABLE outputs (
    path BLOB PRIMARY KEY, name BLOB NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL
);
CREATE TABLE begun (path BLOB NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256));
INSERT INTO files VALUES (
    CAST('a.txt' AS BLOB), CAST('/arsip/a.txt' AS BLOB), 'aa', 12, 34, 's1', 'g1', 't1', 'starter', 'ct2', '0123',
    1, 2, 3, 4, 5, 6
);
INSERT INTO outputs VALUES (CAST('a.txt' AS BLOB), CAST('a.txt' AS BLOB), 'bb', 7, 8);
PRAGMA user_version = 1;
"""


def test_a_ledger_of_the_first_version_is_read_and_its_files_are_looked_at_again(folder: Path) -> None:
    with sqlite3.connect(folder / FOLDER / "ledger.sqlite") as first:
        first.executescript(FIRST_VERSION)
    first.close()
    state, output = State("aa", 12, 34, changed=0), State("bb", 7, 8, changed=0)
    older = replace(ENTRY, name="a.txt", source=Path("/arsip/a.txt"), state=state, outputs=(("a.txt", output),))
    with read_only(folder) as ledger:
        assert ledger.entries == {"a.txt": older}
    with opened(folder) as ledger:
        assert ledger.entries == {"a.txt": older}
        ledger.finish([ENTRY])
    with opened(folder) as ledger:
        assert ledger.entries == {ODD: ENTRY, "a.txt": older}


def test_a_ledger_from_before_there_was_a_memory_is_read(folder: Path) -> None:
    plain = replace(ENTRY, sentence_keys=b"", reviewed="", counts=replace(ENTRY.counts, from_memory=0))
    with opened(folder) as ledger:
        ledger.finish([plain])
    with sqlite3.connect(folder / FOLDER / "ledger.sqlite") as older:
        for column in ("sentence_keys", "reviewed", "from_memory"):
            older.execute(f"ALTER TABLE files DROP COLUMN {column}")
        older.execute("PRAGMA user_version = 4")
    older.close()
    reviewed = replace(plain, sentence_keys=b"k" * 16, reviewed="digest")
    with opened(folder) as ledger:
        assert ledger.entries == {ODD: plain}
        ledger.finish([reviewed])
    with read_only(folder) as ledger:
        assert ledger.entries == {ODD: reviewed}


def test_the_translations_of_the_terms_of_a_file_are_known_until_it_is_done_anew(folder: Path) -> None:
    counted = [CountedTranslation("kapal", "user", "ship", 2), CountedTranslation("kapal", "user", "vessel", 1)]
    with opened(folder) as ledger:
        ledger.finish([ENTRY], counted)
        ledger.finish([ENTRY])
        assert ledger.translations() == counted
    with opened(folder) as ledger:
        ledger.finish([ENTRY], counted[:1])
    with read_only(folder) as ledger:
        assert ledger.translations() == counted[:1]


def test_no_table_is_read_to_its_end_for_one_entry(folder: Path) -> None:
    """Else 20,000 entries refreshed take minutes."""
    with opened(folder):
        pass
    with sqlite3.connect(folder / FOLDER / "ledger.sqlite") as other:
        for statement in (
            "DELETE FROM outputs WHERE name = x'61'",
            "DELETE FROM begun WHERE path = x'61'",
            "DELETE FROM translations WHERE name = x'61'",
        ):
            (step,) = other.execute(f"EXPLAIN QUERY PLAN {statement}")
            assert step[-1].startswith("SEARCH "), step[-1]
    other.close()


def test_a_ledger_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="unable to open database file"), opened(tmp_path / "nowhere"):
        pass
