"""The translation memory as it lies on the disk: what goes in, and what comes back.

Every method raises OutputError where the file cannot be read or written.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from itertools import starmap
from pathlib import Path

from translator.atomic_write import free_space_at
from translator.bitext import Link, Offer, Pair
from translator.errors import DiskFullError, OutputError
from translator.memory import fuzzy
from translator.memory.concordance import Concordance, WordSearch
from translator.memory.entry import EntryKind, Example, Remembered, Reviewed
from translator.memory.key import digest, normalised, sentence_key
from translator.memory.pair_text import is_unicode, pair_from, readable, text_of
from translator.memory.tables import connected, entries_understood, explained, transaction
from translator.settings import Settings

FOLDER = ".padan"  # of an output folder, where its memory is
FILE = "memory.sqlite"
# Bytes. On a disk with less the memory takes no more: the translations need it. A window of sentences has some 150 KB.
LEAST_SPACE_LEFT = 8 * 2**20
_DAY = 24 * 60 * 60  # seconds
_ROWS_AT_ONCE = 1000  # that are carried from one memory to another: about a megabyte

# A machine entry never changes: its key is everything that decided it. A given one says what was said last.
_PUT = """
INSERT INTO entries (key, kind, source, target, pair, rules, document, made, used)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
kind = excluded.kind, source = excluded.source, target = excluded.target, pair = excluded.pair,
document = excluded.document, made = excluded.made, used = excluded.used
WHERE excluded.kind > 0 RETURNING id
"""
_PUT_MANY = _PUT.removesuffix("RETURNING id\n")


# Takes what a run adds to a memory that it only reads, and the signature of the rules that made it.
Keep = Callable[[Sequence[Remembered], str], None]


def forget(entries: Sequence[Remembered], rules: str) -> None:
    """A `Keep` that keeps nothing."""


class Memory:
    """An open translation memory. today: days since 1970-01-01. keep: for one that is only read."""

    def __init__(self, connection: sqlite3.Connection, path: Path, today: int, keep: Keep | None = None) -> None:
        self._connection, self.path, self._today, self._keep = connection, path, today, keep
        self._came_back: set[int] = set()  # entries whose day of use is not written yet

    def reviewed_for(self, sources: Iterable[str]) -> dict[str, Reviewed]:
        """The reviewed translations of these sentences, as far as there are any."""
        found = {}
        with entries_understood(self.path):
            for source in sources:
                row = self._row(sentence_key(source))
                if row:
                    target, written, document = row
                    links = tuple(starmap(Link, json.loads(written)))
                    found[source] = Reviewed(source, target, document, links)
        return found

    def reviewed_targets(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, str]]:
        """The reviewed translations of the sentences with these keys, in their order."""
        for key in keys:
            row = self._row(key)
            if row:
                yield key, row[0]

    def made_for(self, keys: Iterable[bytes]) -> dict[bytes, Pair]:
        """What engines made in other runs of the sentences with these keys."""
        found = {}
        with entries_understood(self.path):
            for key in keys:
                query = "SELECT id, used, source, target, pair FROM entries WHERE key = ?"
                row = self._connection.execute(query, (key,)).fetchone()
                if row:
                    number, used, *texts = row
                    self._note_use(number, used)
                    found[key] = pair_from(*texts)
        return found

    def offers(self, source: str) -> tuple[Offer, ...]:
        """Given translations of sentences that are like this one, the likest first."""
        sentence = normalised(source)
        by_source: dict[str, Offer] = {}
        for number in self._candidates(sentence):
            query = "SELECT source, target FROM entries WHERE id = ?"
            with explained(self.path):
                rows = self._connection.execute(query, (number,)).fetchall()  # none where it has just been pruned
            for found, target in rows:
                by_source.setdefault(normalised(found), Offer(0, found, target))
        offers = []
        for points, candidate in fuzzy.likest(sentence, by_source):
            offer = by_source[candidate]
            offers.append(Offer(points, offer.source, offer.target))
        return tuple(offers)

    @property
    def has_given(self) -> bool:
        """Has it entries of people, or imported ones?"""
        with explained(self.path):
            return self._connection.execute("SELECT 1 FROM entries WHERE kind > 0 LIMIT 1").fetchone() is not None

    def remember(self, entries: Sequence[Remembered], rules: str) -> None:
        """Keep what an engine made, all in one transaction. rules: the signature of those that made it."""
        if self._keep:
            self._keep(entries, rules)
            return
        self._check_space()
        rows = []
        for each in entries:
            pair = each.pair
            texts = pair.source, pair.target, text_of(pair), rules, readable(each.document)
            if is_unicode(texts):
                rows.append((each.key, EntryKind.MACHINE, *texts, self._today, self._today))
        with explained(self.path), transaction(self._connection):
            self._connection.executemany(_PUT_MANY, rows)
            self._write_use()

    def take_over(self, other: Memory) -> None:
        """Keep what engines made according to another memory."""
        query = "SELECT key, kind, source, target, pair, rules, document, made, used FROM entries WHERE kind = 0"
        with explained(other.path):
            found = other._connection.execute(query)
            for rows in iter(partial(found.fetchmany, _ROWS_AT_ONCE), []):
                self._check_space()
                with explained(self.path), transaction(self._connection):
                    self._connection.executemany(_PUT_MANY, rows)

    def remember_reviewed(self, translations: Iterable[Reviewed]) -> int:
        """Keep what people wrote or accepted; of one sentence the last counts. Returns how many there were."""
        return self._give(EntryKind.REVIEWED, translations)

    def remember_imported(self, translations: Iterable[Reviewed]) -> int:
        """Keep what an engine wrote, according to a bilingual file: to be offered and searched."""
        return self._give(EntryKind.IMPORTED, translations)

    def flush(self) -> None:
        """Write down which entries came back."""
        if self._came_back:
            with explained(self.path), transaction(self._connection):
                self._write_use()

    def examples(self) -> Iterator[Example]:
        """All entries, in the order in which they came."""
        yield from self._examples("ORDER BY id")

    def with_word(self, search: WordSearch) -> Iterator[Concordance]:
        """The entries that have a word, a person's first."""
        patterns = *search.source_patterns, *search.target_patterns
        wheres = ["source LIKE ?"] * len(search.source_patterns) + ["target LIKE ?"] * len(search.target_patterns)
        for kind in reversed(EntryKind):  # one after another, so that the first come at once
            condition = f"WHERE kind = {kind:d} AND ({' OR '.join(wheres)}) ORDER BY id"
            for example in self._examples(condition, patterns):
                found = search.found_in(example)
                if found:
                    yield found

    def count(self) -> dict[EntryKind, int]:
        """How many entries of each kind there are."""
        counted = dict.fromkeys(reversed(EntryKind), 0)
        with explained(self.path):
            for kind, number in self._connection.execute("SELECT kind, count(*) FROM entries GROUP BY kind"):
                counted[EntryKind(kind)] = number
        return counted

    def count_outdated(self, rules: str) -> int:
        """How many machine entries other rules than these made: this version never asks for them."""
        query = "SELECT count(*) FROM entries WHERE kind = 0 AND rules != ?"
        with explained(self.path):
            (number,) = self._connection.execute(query, (rules,)).fetchone()
        return int(number)

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the file; empty where it is sound."""
        with explained(self.path):
            found = [message for (message,) in self._connection.execute("PRAGMA quick_check")]
        return [] if found == ["ok"] else found

    def prune(self, rules: str, unused: int | None = None, reviewed: bool = False) -> int:
        """Remove machine entries that other rules than these made. Returns how many entries went.

        unused: also entries of engines that did not come back for so many days. reviewed: and so a person's.
        """
        last = self._today if unused is None else self._today - unused
        kinds = EntryKind.REVIEWED if reviewed else EntryKind.IMPORTED
        condition = "(kind = 0 AND rules != ?) OR (? AND used < ? AND kind <= ?)"
        values = rules, unused is not None, last, kinds
        with explained(self.path):
            self.flush()
            with transaction(self._connection):
                query = f"DELETE FROM features WHERE entry IN (SELECT id FROM entries WHERE {condition})"
                self._connection.execute(query, values)
                gone = self._connection.execute(f"DELETE FROM entries WHERE {condition}", values).rowcount
            self._connection.execute("VACUUM")
        return gone

    def _examples(self, condition: str, values: Sequence[str] = ()) -> Iterator[Example]:
        query = f"SELECT kind, source, target, document, made, used FROM entries {condition}"
        with entries_understood(self.path):
            for kind, *rest in self._connection.execute(query, values):
                yield Example(EntryKind(kind), *rest)

    def _row(self, key: bytes) -> tuple[str, str, str] | None:
        """The target, links and document of a reviewed entry."""
        query = "SELECT id, used, target, pair, document FROM entries WHERE key = ? AND kind = ?"
        with explained(self.path):
            row = self._connection.execute(query, (key, EntryKind.REVIEWED)).fetchone()
        if row is None:
            return None
        number, used, target, pair, document = row
        self._note_use(number, used)
        return target, pair, document

    def _check_space(self) -> None:
        if free_space_at(self.path) < LEAST_SPACE_LEFT:
            raise DiskFullError(f"there is little space left on the disk of {self.path}", "free space")

    def _note_use(self, number: int, used: int) -> None:
        if used != self._today and self._keep is None:
            self._came_back.add(number)

    def _write_use(self) -> None:
        rows = [(self._today, number) for number in sorted(self._came_back)]
        self._connection.executemany("UPDATE entries SET used = ? WHERE id = ?", rows)
        self._came_back.clear()

    def _candidates(self, sentence: str) -> list[int]:
        """The entries that may be like a sentence, those with the most common features first."""
        least, most = fuzzy.lengths(len(sentence))
        query = "SELECT entry FROM features WHERE feature = ? AND length BETWEEN ? AND ? LIMIT ?"
        common: Counter[int] = Counter()
        with explained(self.path):
            for feature in fuzzy.features(sentence):
                found = self._connection.execute(query, (feature, least, most, fuzzy.MAX_SHARING))
                common.update([number for (number,) in found])
        ranked = sorted(common.items(), key=lambda counted: (-counted[1], counted[0]))
        return [number for number, _ in ranked[: fuzzy.MAX_COMPARED]]

    def _give(self, kind: EntryKind, translations: Iterable[Reviewed]) -> int:
        given = 0
        index: list[tuple[int, int, int]] = []
        with explained(self.path), transaction(self._connection):
            for each in translations:
                texts = each.source, each.target
                if all(texts) and is_unicode(texts):
                    index += self._put_given(kind, each)
                    given += 1
            index.sort()  # so that each page of the index is written to once
            self._connection.executemany("INSERT OR IGNORE INTO features VALUES (?, ?, ?)", index)
        return given

    def _put_given(self, kind: EntryKind, given: Reviewed) -> list[tuple[int, int, int]]:
        """Put an entry into the table. Returns what is to stand in the index for it."""
        sentence = normalised(given.source)
        key = digest(sentence) if kind is EntryKind.REVIEWED else digest("imported", sentence)
        texts = given.source, given.target, json.dumps(given.links), "", readable(given.document)
        values = key, kind, *texts, self._today, self._today
        ((number,),) = self._connection.execute(_PUT, values).fetchall()
        return [(feature, len(sentence), number) for feature in fuzzy.features(sentence)[: fuzzy.MAX_FEATURES]]


@contextmanager
def opened(path: Path, make: bool = True) -> Iterator[Memory]:
    """The memory at a path. make: make it where it is missing. Raises OutputError."""
    with connected(path, make) as connection:
        memory = Memory(connection, path, int(time.time()) // _DAY)
        yield memory
        with suppress(OutputError):  # the days of use are no loss
            memory.flush()


@contextmanager
def at_rest(path: Path, keep: Keep = forget) -> Iterator[Memory]:
    """The memory at a path, to be read only, while no program writes to it: also over a network. Raises OutputError."""
    with connected(path, make=False, immutable=True) as connection:
        yield Memory(connection, path, int(time.time()) // _DAY, keep)


def chosen(
    settings: Settings, folder: Path | None = None, make: bool = True, keep: Keep | None = None
) -> AbstractContextManager[Memory | None]:
    """The memory of a run, if it has one: the one that was named, else that of the output folder.

    make: make the file where it is missing. keep: takes what the run adds, and the file is neither made nor changed.
    Opening it raises OutputError.
    """
    if not settings.use_memory:
        return nullcontext()
    if settings.memory is None and folder is None:
        return nullcontext()
    path = path_of(settings.memory, folder or Path())
    if (keep or not make) and not path.exists():
        return nullcontext()
    if not keep:
        return opened(path, make)
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        seen = f"{path} has changes of a run that was killed, or that is still going on"
        raise OutputError(seen, f"when that run has ended: padan memory stats --memory {path}")
    return at_rest(path, keep)


def path_of(given: Path | None, folder: Path) -> Path:
    """Where a memory is: the file that was given, or that of the output folder that was given, else of `folder`."""
    if given is None:
        return folder / FOLDER / FILE
    if given.is_dir():
        return given / FOLDER / FILE
    return given
