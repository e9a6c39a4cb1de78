"""The tables of the translation memory, and how its file is opened.

One row of `entries` for each translation. `features` is the index of fuzzy matches: of a person's or imported
translations only, so that what runs add never changes what is offered.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from translator.errors import DiskFullError, OutputError

VERSION = 1  # of the tables
APPLICATION = 0x50446D65  # how SQLite tells this kind of file from others
PATIENCE = 30.0  # seconds to wait for other programs that write to the memory
CACHE = 64 * 1024  # kibibytes of the file that are held for changes
MAPPED = 2**30  # bytes of the file that are read where they lie, without a copy
LOG_PAGES = 16 * 1024  # of the log, after which it is written back into the file: 64 MB

_TABLES = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL, source TEXT NOT NULL,
    target TEXT NOT NULL, pair TEXT NOT NULL, rules TEXT NOT NULL, document TEXT NOT NULL,
    made INTEGER NOT NULL, used INTEGER NOT NULL
);
CREATE TABLE features (
    feature INTEGER NOT NULL, length INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (feature, length, entry)
) WITHOUT ROWID;
CREATE INDEX given ON entries (kind) WHERE kind > 0;
"""
_PRIMARY_CODE = 0xFF  # the lower byte of an extended error code
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def connected(path: Path, make: bool = True, immutable: bool = False) -> Iterator[sqlite3.Connection]:
    """The open file of a memory. make: make it where it is missing. Raises OutputError.

    immutable: nobody writes to it meanwhile, so that it is read without locks, which networks do not always keep.

    Changes go to a log beside the file first (WAL), so that several programs can read while one writes, and a kill
    takes nothing away that was committed.
    """
    if path.exists() and not path.is_file():
        raise OutputError(f"cannot use {path} as a translation memory: not a regular file", "name a file")
    if not make and not path.exists():
        raise OutputError(f"there is no translation memory at {path}", "padan memory import makes one")
    mode = "mode=rwc" if make else "mode=rw"
    if immutable:
        mode = "mode=ro&immutable=1"
    with explained(path):
        if make:
            path.absolute().parent.mkdir(parents=True, exist_ok=True)
        uri = f"{path.absolute().as_uri()}?{mode}"
        with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)) as connection:
            _prepare(connection, path)
            yield connection


@contextmanager
def without_file() -> Iterator[sqlite3.Connection]:
    """The tables of a memory in which there is nothing."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _prepare(connection, Path())
        yield connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the errors of SQLite into errors that say what the user can do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explanation(error, path) from error
    except OSError as error:
        raise OutputError(f"cannot use {path}: {error.strerror}", "name another file with --memory") from error


@contextmanager
def entries_understood(path: Path) -> Iterator[None]:
    """As `explained`, and for rows that Padan has not written so."""
    with explained(path):
        try:
            yield
        except (ValueError, TypeError) as error:
            raise _damaged(path, f"an entry cannot be read: {error}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it is written, or nothing; other programs that write wait meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables where there are none. Raises OutputError where the file is of another kind or version."""
    connection.execute("PRAGMA trusted_schema = OFF")  # the file may come from anybody
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute(f"PRAGMA mmap_size = {MAPPED}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    if _version(connection, path) == VERSION:
        connection.execute("PRAGMA synchronous = NORMAL")
        return
    with suppress(sqlite3.OperationalError):  # where files cannot be shared memory, as on some networks
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    with transaction(connection):
        if _version(connection, path) == 0:  # no other program has been faster
            for statement in filter(str.strip, _TABLES.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Of the tables of a memory; 0: an empty file. Raises OutputError for a file of another kind or version."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if (application, version, tables) == (0, 0, 0):
        return 0
    if application != APPLICATION:
        raise OutputError(f"{path} is a database, but no translation memory", "name another file with --memory")
    if version != VERSION:
        raise OutputError(f"{path} is a translation memory of another version of Padan", "use that one to export it")
    return VERSION


def _explanation(error: sqlite3.Error, path: Path) -> OutputError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY_CODE  # none: text that is no UTF-8
    if code == sqlite3.SQLITE_FULL:
        return DiskFullError(f"cannot write {path}: {error}", "free space, and run again")
    if code in _BUSY:
        seen = f"the translation memory {path} is locked: another program has held it for {PATIENCE:.0f} seconds"
        return OutputError(seen, "end it, or go on with --no-memory")
    if code == sqlite3.SQLITE_NOTADB:
        return OutputError(f"{path} is no translation memory", "name another file with --memory")
    if code in _DAMAGE:
        return _damaged(path, str(error))
    return OutputError(f"cannot use the translation memory {path}: {error}", "check its permissions and its disk")


def _damaged(path: Path, reason: str) -> OutputError:
    hint = "put a copy of it in its place, or remove it and import again what people reviewed"
    return OutputError(f"the translation memory {path} is damaged: {reason}", hint)
