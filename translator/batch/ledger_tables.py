"""The tables of the ledger, and how those of older versions become them."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from pathlib import Path

from translator.batch.report import Counts
from translator.errors import OutputError

VERSION = 5  # of the tables

# The counts of version 1 and 2, and those that came with version 3 and with version 5.
_COUNTS = "sentences", "words", "required", "met", "errors", "warnings"
_LAST_COUNTS = ("from_memory",)
_MORE_COUNTS = tuple([field.name for field in fields(Counts) if field.name not in (*_COUNTS, *_LAST_COUNTS)])
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
# Version 3 had no translations of terms.
_FROM_VERSION_3 = """
CREATE TABLE translations (
    name BLOB NOT NULL, term TEXT NOT NULL, term_list TEXT NOT NULL, target TEXT NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY (name, term, term_list, target)
);
"""
# Version 1 had neither the time `changed` nor the index. Unknown times are 0: such files are read once more.
_FROM_VERSION_1 = """
ALTER TABLE files ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outputs ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outputs_of_name ON outputs (name);
"""
# Version 2 counted built-in terms with the user's, and no names and numbers.
_FROM_VERSION_2 = "".join([f"ALTER TABLE files ADD COLUMN {name} INTEGER NOT NULL DEFAULT 0;" for name in _MORE_COUNTS])
# Version 4 knew nothing of translation memories.
_FROM_VERSION_4 = """
ALTER TABLE files ADD COLUMN sentence_keys BLOB NOT NULL DEFAULT x'';
ALTER TABLE files ADD COLUMN reviewed TEXT NOT NULL DEFAULT '';
ALTER TABLE files ADD COLUMN from_memory INTEGER NOT NULL DEFAULT 0;
"""
_STATE = "sha256", "size", "modified", "changed"
_SIGNATURES = "settings", "glossary", "terms"
_STAMP = "model", "engine", "signature"
_MEMORY = "sentence_keys", "reviewed"
FILE_COLUMNS = "name", "source", *_STATE, *_SIGNATURES, *_STAMP, *_MEMORY, *_COUNTS, *_MORE_COUNTS, *_LAST_COUNTS
FILE_TYPES = (bytes, bytes, str, int, int, int, *[str] * 6, bytes, str, *[int] * len(fields(Counts)))
OUTPUT_COLUMNS = "path", "name", *_STATE
OUTPUT_TYPES = bytes, bytes, str, int, int, int
TRANSLATION_COLUMNS = "name", "term", "term_list", "target", "times"
TRANSLATION_TYPES = bytes, str, str, str, int
BEGUN_COLUMNS = "path", "sha256"
BEGUN_TYPES = bytes, str
# For each table its columns, and the types of their values.
TABLES: dict[str, tuple[tuple[str, ...], tuple[type, ...]]] = {
    "files": (FILE_COLUMNS, FILE_TYPES),
    "outputs": (OUTPUT_COLUMNS, OUTPUT_TYPES),
    "translations": (TRANSLATION_COLUMNS, TRANSLATION_TYPES),
    "begun": (BEGUN_COLUMNS, BEGUN_TYPES),
}


def prepare_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables, or bring those of an older version up to date."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    scripts = {
        0: _TABLES + _FROM_VERSION_3 + _FROM_VERSION_4,
        1: _FROM_VERSION_1 + _FROM_VERSION_2 + _FROM_VERSION_3 + _FROM_VERSION_4,
        2: _FROM_VERSION_2 + _FROM_VERSION_3 + _FROM_VERSION_4,
        3: _FROM_VERSION_3 + _FROM_VERSION_4,
        4: _FROM_VERSION_4,
    }
    if version not in scripts:
        raise OutputError(f"{path} is of another version of Padan", "use that one, or another folder with -o")
    connection.executescript(f"BEGIN; {scripts[version]} PRAGMA user_version = {VERSION}; COMMIT;")
