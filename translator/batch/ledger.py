"""The ledger of an output folder: which source was translated how, and what was written for it.

SQLite in `.padan/ledger.sqlite`, a transaction for each file that is finished; a shard has a file of its own there.
Before a file's outputs are written, what they will be is noted, so that a run that was killed between two of them
knows its own work again. Names are kept as the bytes that the system knows them by.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from translator.atomic_write import LEAST_SPACE, free_space_at
from translator.batch.ledger_tables import (
    FILE_COLUMNS,
    OUTPUT_COLUMNS,
    TABLES,
    TRANSLATION_COLUMNS,
    prepare_tables,
)
from translator.batch.report import Counts
from translator.batch.translations import CountedTranslation
from translator.bitext import Stamp
from translator.errors import DiskFullError, OutputError

FOLDER = ".padan"  # of the output folder, for the ledger and the lock
FILE = "ledger.sqlite"
PATIENCE = 2.0  # seconds to wait for another program that holds the ledger
SETTLED = 2 * 10**9  # nanoseconds after which a change of a file is sure to show in its time

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
    outputs: the files written, by their names inside the output folder. sentence_keys: the keys of its sentences, one
    after another; reviewed: a digest of the reviewed translations that the memory had for them.
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
    sentence_keys: bytes = b""
    reviewed: str = ""


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
            begun = list(_rows(connection, path, "begun"))
        self._begun = {(os.fsdecode(output), sha256) for output, sha256 in begun}

    def began(self, path: str, sha256: str) -> bool:
        """Was this going to be written to the output `path` when a run was cut short?"""
        return (path, sha256) in self._begun

    def begin(self, outputs: Iterable[tuple[str, str]]) -> None:
        """Note what is about to be written: paths inside the output folder, and sha256 sums."""
        rows = [(os.fsencode(path), sha256) for path, sha256 in outputs]
        with _errors_explained(self._path), self._connection:
            self._connection.executemany("INSERT OR IGNORE INTO begun VALUES (?, ?)", rows)

    def finish(self, entries: Sequence[LedgerEntry], counted: Sequence[CountedTranslation] | None = None) -> None:
        """Note that these files are as the entries say. counted: the translations in each; None: as they were."""
        with _errors_explained(self._path), self._connection:
            for entry in entries:
                self._put(entry)
                if counted is not None:
                    self._put_translations(entry, counted)
        self.entries.update({entry.name: entry for entry in entries})

    def _put(self, entry: LedgerEntry) -> None:
        name = os.fsencode(entry.name)
        signatures = entry.settings, entry.glossary, entry.terms, *astuple(entry.stamp)
        memory = entry.sentence_keys, entry.reviewed
        values = name, os.fsencode(entry.source), *astuple(entry.state), *signatures, *memory, *astuple(entry.counts)
        self._insert("files", FILE_COLUMNS, values)
        self._connection.execute("DELETE FROM outputs WHERE name = ?", (name,))
        for path, state in entry.outputs:
            key = os.fsencode(path)
            self._insert("outputs", OUTPUT_COLUMNS, (key, name, *astuple(state)))
            self._connection.execute("DELETE FROM begun WHERE path = ?", (key,))

    def _put_translations(self, entry: LedgerEntry, counted: Sequence[CountedTranslation]) -> None:
        name = os.fsencode(entry.name)
        self._connection.execute("DELETE FROM translations WHERE name = ?", (name,))
        for each in counted:
            values = name, each.term, each.term_list, each.target, each.times
            self._insert("translations", TRANSLATION_COLUMNS, values)

    def translations(self) -> list[CountedTranslation]:
        """The translations of the terms of all files."""
        return [CountedTranslation(*values) for _, *values in self.rows("translations")]

    def learn(self, other: Ledger) -> None:
        """Know also what another ledger says, without writing it down; what this one says counts more."""
        self.entries = other.entries | self.entries
        self._begun |= other._begun

    def take_over(self, other: Ledger) -> None:
        """Write down all that another ledger says; what it says counts more. It may be removed afterwards."""
        rows = {table: other.rows(table) for table in TABLES}
        with _errors_explained(self._path), self._connection:
            for name, *_ in rows["files"]:
                self._connection.execute("DELETE FROM outputs WHERE name = ?", (name,))
                self._connection.execute("DELETE FROM translations WHERE name = ?", (name,))
            for table, (columns, _) in TABLES.items():
                for values in rows[table]:
                    self._insert(table, columns, values)
        with _errors_explained(self._path):
            self._connection.execute("PRAGMA wal_checkpoint(FULL)").fetchall()  # down to the disk
        self.entries = dict(sorted((self.entries | other.entries).items()))
        self._begun |= other._begun

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """The rows of one of the tables, as they are written down."""
        with _errors_explained(self._path):
            return list(_rows(self._connection, self._path, table))

    def _insert(self, table: str, columns: Sequence[str], values: Sequence[object]) -> None:
        places = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({places})", values)


@contextmanager
def opened(folder: Path, file: str = FILE) -> Iterator[Ledger]:
    """A ledger of an output folder, made if there is none; only one process may use a shard's. Raises OutputError."""
    path = path_in(folder, file)
    with (
        _errors_explained(path),
        closing(sqlite3.connect(path, timeout=PATIENCE)) as connection,
    ):
        if file != FILE:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # needs no shared memory, so it may lie on a network
        _check_schema(connection, path)
        with _write_ahead_log(connection):
            prepare_tables(connection, path)
            yield Ledger(connection, path)


@contextmanager
def read_only(folder: Path, file: str = FILE) -> Iterator[Ledger]:
    """A ledger as it stands, an empty one where there is none; nothing is written. Raises OutputError."""
    path = path_in(folder, file)
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with _errors_explained(path), closing(sqlite3.connect(":memory:")) as copy:
        if path.exists():
            with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE)) as connection:
                connection.backup(copy)
        _check_schema(copy, path)
        prepare_tables(copy, path)
        yield Ledger(copy, path)


def path_in(folder: Path, file: str = FILE) -> Path:
    """Where a ledger of an output folder stands. Raises OutputError where something else is in its place."""
    path = folder / FOLDER / file
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


def _check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raises OutputError where the schema is damaged so that Python cannot even read the message of SQLite about it."""
    try:
        connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    except UnicodeDecodeError as error:
        raise _damaged(path, str(error)) from error


def _entries(connection: sqlite3.Connection, ledger: Path) -> Iterator[LedgerEntry]:
    outputs: dict[bytes, list[tuple[str, State]]] = {}
    for path, name, *state in _rows(connection, ledger, "outputs"):
        outputs.setdefault(name, []).append((os.fsdecode(path), State(*state)))
    files = sorted(_rows(connection, ledger, "files"))  # by name, which is the first column
    for row in files:
        yield _entry(row, tuple(outputs.get(row[0], ())))


def _rows(connection: sqlite3.Connection, ledger: Path, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table. SQLite keeps values of any type in any column, so the types are compared here."""
    columns, types = TABLES[table]
    for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY rowid"):
        if tuple(map(type, row)) != types:
            raise _damaged(ledger, f"a row of the table {table} has values of the wrong kind")
        yield row


def _entry(row: Sequence[Any], outputs: tuple[tuple[str, State], ...]) -> LedgerEntry:
    name, source, sha256, size, modified, changed, settings, glossary, terms, *rest = row
    model, engine, signature, sentence_keys, reviewed, *counts = rest
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
        sentence_keys,
        reviewed,
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
