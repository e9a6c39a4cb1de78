"""Shares of a folder for several machines: each does its own and keeps a ledger of its own, which are joined later.

Which share a file belongs to follows from the name of its translation alone, so that machines need not speak with each
other. All shards hold the lock of the folder together; a run over the whole folder holds it alone, and finds their
ledgers at rest.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from translator.atomic_write import Writer
from translator.batch import ledger
from translator.batch.job import Plan
from translator.batch.ledger import Ledger
from translator.batch.lock import LockHolder, dead_holder, locked, shared
from translator.errors import UsageError

LOCK = "lock"
MERGE = "merge"  # the word for all shards, whose ledgers are joined
_SHARD = re.compile(r"(\d{1,9})/(\d{1,9})", re.ASCII)
_FILE_OF_SHARD = re.compile(r"(?:ledger|lock)\.(\d+-of-(\d+))(?:\.sqlite)?")


@dataclass(frozen=True, slots=True)
class Shard:
    """The share of a folder that one of `count` machines does. number: of the machine, from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}-of-{self.count}"

    def has(self, name: str) -> bool:
        """Does the file of this name belong to the share?"""
        digest = hashlib.sha256(os.fsencode(name)).digest()
        return int.from_bytes(digest) % self.count == self.number - 1


def shard_of(given: str | None) -> tuple[Shard | None, bool]:
    """The share that the text `I/N` asks for, and whether the text is `merge`. Raises UsageError."""
    if given is None:
        return None, False
    if given == MERGE:
        return None, True
    found = _SHARD.fullmatch(given)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        seen = f"--shard {given}: wanted is a share and the number of shares"
        raise UsageError(seen, "such as 1/20 for the first of twenty, or merge")
    return Shard(int(found[1]), int(found[2])), False


@dataclass(frozen=True, slots=True)
class Claim:
    """An output folder in hand. dead: the runs that were killed while they held it. joined: ledgers of shards."""

    book: Ledger
    dead: tuple[LockHolder, ...]
    joined: int = 0

    @property
    def dead_writers(self) -> list[Writer]:
        return [holder.writer for holder in self.dead]


def share_of(planned: Plan, shard: Shard) -> Plan:
    """What of a plan belongs to a share; also of what failed or is skipped, so that it is told once."""
    folder = planned.folder
    if folder is None:
        raise UsageError("--shard divides the files of a folder, and there is one file", "leave it out")
    jobs = [job for job in planned.jobs if shard.has(job.output.relative_to(folder).as_posix())]
    failed = [each for each in planned.failed if shard.has(str(each[0]))]
    skipped = [each for each in planned.skipped if shard.has(str(each[0]))]
    return replace(planned, jobs=tuple(jobs), failed=tuple(failed), skipped=tuple(skipped))


@contextmanager
def claimed(folder: Path, shard: Shard | None = None) -> Iterator[Claim]:
    """Hold an output folder for a run, with its ledger; for a shard, with the ledger of the shard.

    Without a shard, the ledgers of earlier shards become part of the main one. Raises LockedError and OutputError;
    UsageError where another number of shards was at work and their ledgers are not joined yet.
    """
    home = folder / ledger.FOLDER
    if shard is None:
        with locked(home / LOCK) as dead, ledger.opened(folder) as book:
            joined, dead_shards = _join(folder, book)
            holders = (dead, *dead_shards)
            yield Claim(book, tuple(filter(None, holders)), joined)
        return
    own_lock = home / f"{LOCK}.{shard}"
    with shared(home / LOCK, shard.number), locked(own_lock) as dead:
        _refuse_other_division(folder, shard, own_lock)
        with ledger.opened(folder, _file(str(shard))) as book:
            with ledger.read_only(folder) as main:
                book.learn(main)
            yield Claim(book, (dead,) if dead else ())


@contextmanager
def read_only(folder: Path, shard: Shard | None = None) -> Iterator[Ledger]:
    """What a run would know of an output folder, or one of its shards; nothing is written. Raises OutputError."""
    parts = [str(shard)] if shard else sorted(_parts(folder))
    with ledger.read_only(folder) as copy:
        for part in parts:
            with ledger.read_only(folder, _file(part)) as own:
                copy.take_over(own)
        yield copy


def has_ledger(folder: Path) -> bool:
    """Does any run keep account of a folder, be it over all of it or a shard?"""
    if ledger.path_in(folder).exists():
        return True
    return bool(_parts(folder))


def _file(part: str) -> str:
    return f"ledger.{part}.sqlite"


def _parts(folder: Path) -> dict[str, int]:
    """The shards that have worked in an output folder, as their files are named; the number of shards of each."""
    home = folder / ledger.FOLDER
    if not home.is_dir():
        return {}
    parts = {}
    for name in os.listdir(home):
        found = _FILE_OF_SHARD.fullmatch(name)
        if found:
            parts[found[1]] = int(found[2])
    return parts


def _refuse_other_division(folder: Path, shard: Shard, own_lock: Path) -> None:
    """Two shards of different divisions may have a file in common, so only one division is at work in a folder.

    Each makes its lock before it looks for others, so that of two that begin at once one sees the other at least.
    """
    for count in _parts(folder).values():
        if count != shard.count:
            own_lock.unlink()
            seen = f"{folder} is divided into {count} shards already, not into {shard.count}"
            raise UsageError(seen, "when they have ended, join them with --shard merge")


def _join(folder: Path, book: Ledger) -> tuple[int, list[LockHolder]]:
    """Make the ledgers of all shards part of `book` and remove them; how many, and the runs that died over them."""
    dead = []
    parts = sorted(_parts(folder))
    for part in parts:
        lock = folder / ledger.FOLDER / f"{LOCK}.{part}"
        holder = dead_holder(lock)
        if holder:
            dead.append(holder)
        with ledger.opened(folder, _file(part)) as own:
            book.take_over(own)
        ledger.path_in(folder, _file(part)).unlink()
        lock.unlink(missing_ok=True)
    return len(parts), dead
