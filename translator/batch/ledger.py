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
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from translator.batch.report import Counts
from translator.bitext import Stamp
from translator.errors import OutputError

FOLDER = ".padan"  # of the output folder, for the ledger and the lock
VERSION = 1  # of the tables
PATIENCE = 2.0  # seconds to wait for another program that holds the ledger
SETTLED = 2 * 10**9  # nanoseconds after which a change of a file is sure to show in its time
_TABLES = """
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
"""


@dataclass(frozen=True, slots=True)
class State:
    """What a file held. size, modified: by which that is known again without reading it; modified 0: it is not."""

    sha256: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Entry:
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
    """What a file holds whose data `stat` was taken before it was read. A time too near to now proves nothing."""
    settled = time.time_ns() - stat.st_mtime_ns > SETTLED
    return State(sha256, stat.st_size, stat.st_mtime_ns if settled else 0)


class Ledger:
    """An open ledger. Every method that writes raises OutputError where the system refuses."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        with _told(path):
            self.entries = {entry.name: entry for entry in _entries(connection)}
            begun = list(connection.execute("SELECT path, sha256 FROM begun"))
        self._begun = {(os.fsdecode(path), sha256) for path, sha256 in begun}

    def began(self, path: str, sha256: str) -> bool:
        """Was this going to be written to the output `path` when a run was cut short?"""
        return (path, sha256) in self._begun

    def begin(self, outputs: Iterable[tuple[str, str]]) -> None:
        """Note what is about to be written: paths inside the output folder, and sha256 sums."""
        rows = [(os.fsencode(path), sha256) for path, sha256 in outputs]
        with _told(self._path), self._connection:
            self._connection.executemany("INSERT OR IGNORE INTO begun VALUES (?, ?)", rows)

    def finish(self, entries: Sequence[Entry]) -> None:
        """Note that these files are as the entries say."""
        with _told(self._path), self._connection:
            for entry in entries:
                self._put(entry)
        self.entries.update({entry.name: entry for entry in entries})

    def _put(self, entry: Entry) -> None:
        name, execute = os.fsencode(entry.name), self._connection.execute
        signatures = (entry.settings, entry.glossary, entry.terms, *astuple(entry.stamp))
        values = (name, os.fsencode(entry.source), *astuple(entry.state), *signatures, *astuple(entry.counts))
        execute(f"INSERT OR REPLACE INTO files VALUES ({', '.join('?' * len(values))})", values)
        execute("DELETE FROM outputs WHERE name = ?", (name,))
        for path, state in entry.outputs:
            key = os.fsencode(path)
            execute("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?)", (key, name, *astuple(state)))
            execute("DELETE FROM begun WHERE path = ?", (key,))


@contextmanager
def opened(folder: Path) -> Iterator[Ledger]:
    """The ledger of an output folder, made if there is none. Raises OutputError."""
    path = folder / FOLDER / "ledger.sqlite"
    with _told(path), closing(sqlite3.connect(path, timeout=PATIENCE)) as connection, _written_ahead(connection):
        _prepare(connection, path)
        yield Ledger(connection, path)


@contextmanager
def _written_ahead(connection: sqlite3.Connection) -> Iterator[None]:
    """While the ledger is open its transactions go to a log beside it, and the disk need not be waited for at each: a
    kill takes none away, a power cut the last ones at most. At the end the ledger is one file again."""
    with suppress(sqlite3.OperationalError):  # where files cannot be shared memory, as on some networks
        if connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",):
            connection.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        with suppress(sqlite3.OperationalError):  # who looks at it keeps the log
            connection.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def looked_at(folder: Path) -> Iterator[Ledger]:
    """The ledger as it stands, an empty one where there is none; nothing is written. Raises OutputError."""
    path = folder / FOLDER / "ledger.sqlite"
    where = f"{path.absolute().as_uri()}?mode=rw" if path.exists() else ":memory:"
    with _told(path), closing(sqlite3.connect(where, uri=True, timeout=PATIENCE)) as connection:
        _prepare(connection, path)
        yield Ledger(connection, path)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version not in (0, VERSION):
        raise OutputError(f"{path} is of another version of Padan", "use that one, or another folder with -o")
    if not version:
        connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;")


def _entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    outputs: dict[bytes, list[tuple[str, State]]] = {}
    for path, name, *state in connection.execute("SELECT * FROM outputs ORDER BY rowid"):
        outputs.setdefault(name, []).append((os.fsdecode(path), State(*state)))
    for row in connection.execute("SELECT * FROM files ORDER BY name"):
        yield _entry(row, tuple(outputs.get(row[0], ())))


def _entry(row: Sequence[Any], outputs: tuple[tuple[str, State], ...]) -> Entry:
    name, source, *rest = row
    settings, glossary, terms = rest[3:6]
    return Entry(
        os.fsdecode(name),
        Path(os.fsdecode(source)),
        State(*rest[:3]),
        settings,
        glossary,
        terms,
        Stamp(*rest[6:9]),
        Counts(*rest[9:]),
        outputs,
    )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite cannot do, said as what the user can do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OutputError(f"cannot use {path}: {error}", "end what uses it, or free space, and run again") from error
    except sqlite3.DatabaseError as error:
        raise OutputError(f"{path} is damaged: {error}", "remove it: what it knew is done again") from error
