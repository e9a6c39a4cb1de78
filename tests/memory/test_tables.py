from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from translator.errors import OutputError
from translator.memory.tables import APPLICATION, VERSION, connected, explained, transaction


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "memory.sqlite"


def message(path: Path, make: bool = True) -> str:
    with pytest.raises(OutputError) as error, connected(path, make):
        pass
    assert error.value.exit_code == 2
    return error.value.message


def test_a_memory_is_made_once_and_logs_ahead(path: Path) -> None:
    for _ in range(2):
        with connected(path) as connection:
            values = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "user_version")]
            assert values == ["wal", VERSION]
    assert sorted(file.name for file in path.parent.iterdir()) == ["memory.sqlite"]


def test_a_memory_that_is_not_there_is_made_only_where_that_is_wanted(path: Path) -> None:
    assert message(path, make=False) == f"there is no translation memory at {path}"
    assert not path.parent.exists()


def test_what_is_no_memory_is_refused_and_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Kapal itu tiba.\n" * 100)
    assert message(path) == f"{path} is no translation memory"
    assert path.read_text() == "Kapal itu tiba.\n" * 100
    assert message(path.parent) == f"cannot use {path.parent} as a translation memory: not a regular file"


def test_a_database_of_another_program_or_version_is_refused(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE x (y)")
    connection.close()
    assert message(path) == f"{path} is a database, but no translation memory"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    assert message(path) == f"{path} is a translation memory of another version of Padan"


def test_a_memory_that_is_locked_says_so(path: Path) -> None:
    with connected(path) as holder, connected(path) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with transaction(holder), pytest.raises(OutputError) as error, explained(path), transaction(other):
            pass
    seen = f"the translation memory {path} is locked: another program has held it for 30 seconds"
    assert (error.value.message, error.value.hint) == (seen, "end it, or go on with --no-memory")


def test_of_a_transaction_that_fails_nothing_stays(path: Path) -> None:
    insert = "INSERT INTO features VALUES (1, 1, 1)"
    with connected(path) as connection:
        with pytest.raises(ZeroDivisionError), transaction(connection):
            0 / len(connection.execute(insert).fetchall())
        assert connection.execute("SELECT count(*) FROM features").fetchone() == (0,)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable for root")
def test_a_folder_that_takes_no_memory_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    path = tmp_path / "x" / "memory.sqlite"
    assert message(path) == f"cannot use {path}: Permission denied"
