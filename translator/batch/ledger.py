"""The ledger of an output folder: which source was translated how, and what was written for it.

SQLite in `.padan/ledger.sqlite`, a transaction for each file that is finished. Before a file's outputs are written,
what they will be is noted, so that a run that was killed between two of them knows its own work again. Names are
kept as the bytes that the system knows them by.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from translator.atomic_write import LEAST_SPACE, free_space_at
from translator.batch.report import Counts
from translator.bitext import Stamp
from translator.errors import DiskFullError, OutputError

FOLDER = ".padan"  # of the output folder, for the ledger and the lock
FILE = "ledger.sqlite"
VERSION = 3  # of the tables
PATIENCE = 2.0  # seconds to wait for another program that holds the ledger
SETTLED = 2 * 10**9  # nanoseconds after which a change of a file is sure to show in its time

# The counts of version 1 and 2, and those that came with version 3.
_COUNTS = "sentences", "words", "required", "met", "errors", "warnings"
_MORE_COUNTS = tuple([field.name for field in fields(Counts) if field.name not in _COUNTS])
_MORE_COLUMNS = ", ".join([f"{name} INTEGER NOT NULL" for name in _MORE_COUNTS])
_TABLES = f"""
CREATE TABLE files (
    name BLOB PRIMARY KEY, source BLOB NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, changed INTEGER NOT NULL, settings TEXT NOT NULL, glossary TEXT NOT NULL,
    terms TEXT NOT NULL, model TEXT NOT NULL, engine TEXT NOT NULL, signature TEXT NOT NULL,
    sentences INTEGER NOT NULL, words INTEGER NOT NULL, required INTEGER NOT NULL, met INTEGER NOT NULL,
    errors INTEGER NOT NULL, warnings INTEGER NOT NULL, {_MORE_COLUMNS}
);
CREATE TABLE outputs (
    path BLOB PRIMARY KEY, name BLOB NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    changed INTEGER NOT NULL
);
CREATE TABLE begun (path BLOB NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256));
CREATE INDEX outputs_of_name ON outputs (name);
"""
# Version 1 had neither the time `changed` nor the index. Unknown times are 0: such files are read once more.
_FROM_VERSION_1 = """
ALTER TABLE files ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outputs ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outputs_of_name ON outputs (name);
"""
# Version 2 counted built-in terms with the user's, and no names and numbers.
_FROM_VERSION_2 = "".join([f"ALTER TABLE files ADD COLUMN {name} INTEGER NOT NULL DEFAULT 0;" for name in _MORE_COUNTS])
_STATE = "sha256", "size", "modified", "changed"
_SIGNATURES = "settings", "glossary", "terms"
_STAMP = "model", "engine", "signature"
_FILE_COLUMNS = "name", "source", *_STATE, *_SIGNATURES, *_STAMP, *_COUNTS, *_MORE_COUNTS
_FILE_TYPES = (bytes, bytes, str, int, int, int, *[str] * 6, *[int] * len(fields(Counts)))
_OUTPUT_COLUMNS = "path", "name", *_STATE
_OUTPUT_TYPES = bytes, bytes, str, int, int, int
_BEGUN_COLUMNS = "path", "sha256"
_BEGUN_TYPES = bytes, str
# What SQLite says of a file that is no ledger, or no longer one; all else is trouble with the disk or other programs.
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
_PRIMARY_CODE = 0xFF  # the lower byte of an extended error code


@dataclass(frozen=True, slots=True)
class State:
    """What a file held. size, modified, changed: by which that is known again without reading the file.

    modified, changed: when its data, and when anything about it, last changed, in nanoseconds; 0: not known.
    """

    sha256: str
    size: int
    modified: int
    changed: int = 0

    def matches(self, stat: os.stat_result) -> bool:
        """Does a file with this `stat` hold the same data for sure?"""
        known = self.size, self.modified, self.changed
        return known == (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A file that is finished.

    name: of the translation, inside the output folder. source: its absolute path. settings: the signature of all
    choices but the glossary; glossary: of all terms; terms: of those that are in force in this file.
    outputs: the files written, by their names inside the output folder.
    """

    name: str
    source: Path
    state: State
    settings: str
    glossary: str
    terms: str
    stamp: Stamp
    counts: Counts
    outputs: tuple[tuple[str, State], ...]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def state_of(stat: os.stat_result, sha256: str) -> State:
    """What a file holds whose `stat` was taken before it was read. A time too near to now proves nothing."""
    latest = max(stat.st_mtime_ns, stat.st_ctime_ns)
    if time.time_ns() - latest > SETTLED:
        return State(sha256, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
    return State(sha256, stat.st_size, 0, 0)


class Ledger:
    """An open ledger. Every method that writes raises OutputError where the system refuses."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        with _errors_explained(path):
            self.entries = {entry.name: entry for entry in _entries(connection, path)}
            begun = list(_rows(connection, path, "begun", _BEGUN_COLUMNS, _BEGUN_TYPES))
        self._begun = {(os.fsdecode(output), sha256) for output, sha256 in begun}

    def began(self, path: str, sha256: str) -> bool:
        """Was this going to be written to the output `path` when a run was cut short?"""
        return (path, sha256) in self._begun

    def begin(self, outputs: Iterable[tuple[str, str]]) -> None:
        """Note what is about to be written: paths inside the output folder, and sha256 sums."""
        rows = [(os.fsencode(path), sha256) for path, sha256 in outputs]
        with _errors_explained(self._path), self._connection:
            self._connection.executemany("INSERT OR IGNORE INTO begun VALUES (?, ?)", rows)

    def finish(self, entries: Sequence[LedgerEntry]) -> None:
        """Note that these files are as the entries say."""
        with _errors_explained(self._path), self._connection:
            for entry in entries:
                self._put(entry)
        self.entries.update({entry.name: entry for entry in entries})

    def _put(self, entry: LedgerEntry) -> None:
        name = os.fsencode(entry.name)
        signatures = entry.settings, entry.glossary, entry.terms, *astuple(entry.stamp)
        values = name, os.fsencode(entry.source), *astuple(entry.state), *signatures, *astuple(entry.counts)
        self._insert("files", _FILE_COLUMNS, values)
        self._connection.execute("DELETE FROM outputs WHERE name = ?", (name,))
        for path, state in entry.outputs:
            key = os.fsencode(path)
            self._insert("outputs", _OUTPUT_COLUMNS, (key, name, *astuple(state)))
            self._connection.execute("DELETE FROM begun WHERE path = ?", (key,))

    def _insert(self, table: str, columns: Sequence[str], values: Sequence[object]) -> None:
        places = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({places})", values)


@contextmanager
def opened(folder: Path) -> Iterator[Ledger]:
    """The ledger of an output folder, made if there is none. Raises OutputError."""
    path = path_in(folder)
    with (
        _errors_explained(path),
        closing(sqlite3.connect(path, timeout=PATIENCE)) as connection,
        _write_ahead_log(connection),
    ):
        _prepare(connection, path)
        yield Ledger(connection, path)


@contextmanager
def read_only(folder: Path) -> Iterator[Ledger]:
    """The ledger as it stands, an empty one where there is none; nothing is written. Raises OutputError."""
    path = path_in(folder)
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with _errors_explained(path), closing(sqlite3.connect(":memory:")) as copy:
        if path.exists():
            with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE)) as connection:
                connection.backup(copy)
        _prepare(copy, path)
        yield Ledger(copy, path)


def path_in(folder: Path) -> Path:
    """Where the ledger of an output folder stands. Raises OutputError where something else is in its place."""
    path = folder / FOLDER / FILE
    if path.exists() and not path.is_file():
        raise OutputError(f"cannot use {path}: not a regular file", "remove it")
    return path


@contextmanager
def _write_ahead_log(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep the transactions in a log beside the ledger while it is open, so that none waits for the disk.

    A kill takes none away, a power cut the last ones at most. At the end the ledger is one file again.
    """
    with suppress(sqlite3.OperationalError):  # where files cannot be shared memory, as on some networks
        if connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",):
            connection.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        with suppress(sqlite3.DatabaseError):  # another program that reads it keeps the log
            connection.execute("PRAGMA journal_mode = DELETE")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables, or bring those of an older version up to date."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    scripts = {0: _TABLES, 1: _FROM_VERSION_1 + _FROM_VERSION_2, 2: _FROM_VERSION_2}
    if version not in scripts:
        raise OutputError(f"{path} is of another version of Padan", "use that one, or another folder with -o")
    connection.executescript(f"BEGIN; {scripts[version]} PRAGMA user_version = {VERSION}; COMMIT;")


def _entries(connection: sqlite3.Connection, ledger: Path) -> Iterator[LedgerEntry]:
    outputs: dict[bytes, list[tuple[str, State]]] = {}
    for path, name, *state in _rows(connection, ledger, "outputs", _OUTPUT_COLUMNS, _OUTPUT_TYPES):
        outputs.setdefault(name, []).append((os.fsdecode(path), State(*state)))
    files = sorted(_rows(connection, ledger, "files", _FILE_COLUMNS, _FILE_TYPES))  # by name, which is the first column
    for row in files:
        yield _entry(row, tuple(outputs.get(row[0], ())))


def _rows(
    connection: sqlite3.Connection, ledger: Path, table: str, columns: Sequence[str], types: Sequence[type]
) -> Iterator[tuple[Any, ...]]:
    """The rows of a table. SQLite keeps values of any type in any column, so the types are compared here."""
    for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid"):
        if tuple(map(type, row)) != types:
            raise _damaged(ledger, f"a row of the table {table} has values of the wrong kind")
        yield row


def _entry(row: Sequence[Any], outputs: tuple[tuple[str, State], ...]) -> LedgerEntry:
    name, source, sha256, size, modified, changed, settings, glossary, terms, model, engine, signature, *counts = row
    return LedgerEntry(
        os.fsdecode(name),
        Path(os.fsdecode(source)),
        State(sha256, size, modified, changed),
        settings,
        glossary,
        terms,
        Stamp(model, engine, signature),
        Counts(*counts),
        outputs,
    )


@contextmanager
def _errors_explained(path: Path) -> Iterator[None]:
    """Turns the errors of SQLite into errors that say what the user can do."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY_CODE  # none: text that is no UTF-8
        if code in _DAMAGE:
            raise _damaged(path, str(error)) from error
        # the log beside the ledger is mapped into memory, and where it finds no space SQLite has no better word for it
        is_full = code == sqlite3.SQLITE_IOERR and free_space_at(path) < LEAST_SPACE
        if is_full or code == sqlite3.SQLITE_FULL:
            raise DiskFullError(f"cannot write {path}: {error}", "free space, and run again") from error
        hint = "end what uses it, or choose another folder with -o"
        raise OutputError(f"cannot use {path}: {error}", hint) from error


def _damaged(path: Path, reason: str) -> OutputError:
    return OutputError(f"{path} is damaged: {reason}", "remove it: what it knew is done again")
