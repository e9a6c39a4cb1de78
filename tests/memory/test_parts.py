"""What several machines add to one memory is kept apart until one run has the folder to itself, and is then one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.memory.test_store import MADE, SHIP
from translator.errors import OutputError
from translator.memory import parts
from translator.memory.entry import EntryKind, Remembered
from translator.memory.store import FILE, FOLDER, chosen, opened
from translator.settings import Settings

ANY = Settings()
ENTRIES = [Remembered(bytes([number]) * 16, MADE, f"{number}.txt") for number in range(3)]
KEYS = [entry.key for entry in ENTRIES]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / FOLDER).iterdir())


def test_each_machine_writes_a_part_of_its_own_and_joining_makes_one_memory(tmp_path: Path) -> None:
    with chosen(ANY, tmp_path) as memory:
        assert memory
        memory.remember_reviewed([SHIP])
    before = (tmp_path / FOLDER / FILE).read_bytes()
    with parts.divided(ANY, tmp_path, "1-of-2") as one, parts.divided(ANY, tmp_path, "2-of-2") as two:
        assert one
        assert two
        assert one.reviewed_for([SHIP.source]) == {SHIP.source: SHIP}
        one.remember(ENTRIES[:2], "rules")
        two.remember(ENTRIES[1:], "rules")
        assert one.path == two.path == tmp_path / FOLDER / FILE
    assert (tmp_path / FOLDER / FILE).read_bytes() == before
    assert names(tmp_path) == ["memory-part.1-of-2.sqlite", "memory-part.2-of-2.sqlite", FILE]
    parts.join(ANY, tmp_path)
    parts.join(ANY, tmp_path)
    assert names(tmp_path) == [FILE]
    with opened(tmp_path / FOLDER / FILE) as memory:
        assert memory.made_for(KEYS) == dict.fromkeys(KEYS, MADE)
        assert memory.count() == {EntryKind.REVIEWED: 1, EntryKind.IMPORTED: 0, EntryKind.MACHINE: 3}
        assert [example.document for example in memory.examples()] == ["a.txt", "0.txt", "1.txt", "2.txt"]


def test_where_there_is_no_memory_yet_a_part_is_one_until_the_parts_are_joined(tmp_path: Path) -> None:
    named = Settings(memory=tmp_path / "named.sqlite")
    with parts.divided(named, tmp_path, "1-of-1") as memory:
        assert memory
        memory.remember(ENTRIES, "rules")
        assert memory.made_for(KEYS[:1]) == {KEYS[0]: MADE}
    parts.join(named, tmp_path)
    with opened(tmp_path / "named.sqlite", make=False) as memory:
        assert memory.made_for(KEYS) == dict.fromkeys(KEYS, MADE)


def test_without_a_memory_there_are_no_parts_and_those_of_others_stay(tmp_path: Path) -> None:
    none = Settings(use_memory=False)
    with parts.divided(none, tmp_path, "1-of-1") as memory:
        assert memory is None
    assert not list(tmp_path.iterdir())
    with parts.divided(ANY, tmp_path, "1-of-1"):
        pass
    parts.join(none, tmp_path)
    assert names(tmp_path) == ["memory-part.1-of-1.sqlite"]


def test_a_part_that_is_damaged_is_named_and_stays(tmp_path: Path) -> None:
    with parts.divided(ANY, tmp_path, "1-of-2") as memory:
        assert memory
        memory.remember(ENTRIES, "rules")
    torn = tmp_path / FOLDER / "memory-part.2-of-2.sqlite"
    torn.write_bytes(b"no database, and longer than nothing" * 99)
    with pytest.raises(OutputError, match=r"2-of-2\.sqlite is no translation memory"):
        parts.join(ANY, tmp_path)
    assert names(tmp_path) == [torn.name, FILE]
    with opened(tmp_path / FOLDER / FILE) as memory:
        assert memory.count()[EntryKind.MACHINE] == 3
