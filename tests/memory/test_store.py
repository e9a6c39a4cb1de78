from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from translator.bitext import Link, Offer, Origin, Pair
from translator.errors import OutputError
from translator.memory.concordance import WordSearch
from translator.memory.entry import EntryKind, Example, Remembered, Reviewed
from translator.memory.key import digest, sentence_key
from translator.memory.store import Keep, Memory, at_rest, chosen, forget, opened, path_of
from translator.memory.tables import connected
from translator.settings import Settings

SHIP = Reviewed("Kapal itu tiba di pelabuhan.", "The ship arrived in port.", "a.txt", (Link(0, 1),))
MADE = Pair("Kapal itu tiba di pelabuhan.", "That ship is there.", Origin.ENGINE, score=-0.123456789)
TODAY = 20_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory.sqlite"


@pytest.fixture
def memory(path: Path) -> Iterator[Memory]:
    with connected(path) as connection:
        yield Memory(connection, path, TODAY)


def test_a_reviewed_translation_comes_back_for_its_sentence_however_it_is_spaced(memory: Memory) -> None:
    assert not memory.has_given
    assert memory.remember_reviewed([SHIP]) == 1
    asked = ["Kapal  itu tiba\u00a0di pelabuhan.", "Kapal itu tiba.", SHIP.source]
    assert memory.reviewed_for(asked) == {
        asked[0]: Reviewed(asked[0], SHIP.target, "a.txt", SHIP.links),
        SHIP.source: SHIP,
    }
    keys = [sentence_key(source) for source in asked]
    assert list(memory.reviewed_targets(keys)) == [(keys[0], SHIP.target), (keys[2], SHIP.target)]
    assert memory.has_given


def test_of_one_sentence_the_last_review_counts_and_blank_ones_do_not(memory: Memory) -> None:
    later = Reviewed(SHIP.source, "The vessel has come in.", "b.txt")
    assert memory.remember_reviewed([SHIP, later, Reviewed("", "x"), Reviewed("x", "")]) == 2
    assert list(memory.examples()) == [
        Example(EntryKind.REVIEWED, SHIP.source, later.target, "b.txt", made=TODAY, used=TODAY)
    ]


def test_what_an_engine_made_comes_back_by_its_key_to_the_last_digit(memory: Memory) -> None:
    memory.remember([Remembered(b"k" * 16, MADE, "a.txt")], "rules")
    assert memory.made_for([b"k" * 16, b"x" * 16]) == {b"k" * 16: MADE}
    assert not memory.has_given
    assert memory.reviewed_for([MADE.source]) == {}


def test_what_is_no_unicode_is_left_out_and_takes_nothing_away(memory: Memory) -> None:
    half = replace(MADE, source="Kapal \ud83d tiba.")
    memory.remember([Remembered(b"h" * 16, half), Remembered(b"k" * 16, MADE, "berita\udcff.txt")], "rules")
    assert memory.made_for([b"h" * 16, b"k" * 16]) == {b"k" * 16: MADE}
    assert memory.remember_reviewed([Reviewed(half.source, "x"), Reviewed("x", "\udcff"), SHIP]) == 1
    assert memory.reviewed_for([half.source, "x", SHIP.source]) == {SHIP.source: SHIP}
    assert [each.document for each in memory.examples()] == ["berita?.txt", "a.txt"]


def test_rows_of_an_engine_that_were_imported_are_offered_and_never_come_back(memory: Memory) -> None:
    assert memory.remember_imported([SHIP]) == 1
    assert memory.reviewed_for([SHIP.source]) == {}
    assert memory.made_for([sentence_key(SHIP.source), digest(SHIP.source)]) == {}
    assert memory.offers(SHIP.source) == (Offer(100, SHIP.source, SHIP.target),)


def test_sentences_that_are_like_one_are_offered_the_likest_first(memory: Memory) -> None:
    near = Reviewed("Kapal itu tiba di pelabuhan itu.", "The ship arrived in that port.")
    memory.remember_reviewed([near, SHIP, Reviewed("Pesawat itu jatuh.", "The aircraft crashed.")])
    memory.remember([Remembered(b"k" * 16, MADE)], "rules")
    assert memory.offers("Kapal itu tiba di Pelabuhan.") == (
        Offer(96, SHIP.source, SHIP.target),
        Offer(84, near.source, near.target),
    )
    assert memory.offers("Hujan turun.") == ()


def test_offers_do_not_depend_on_the_order_in_which_entries_came(tmp_path: Path) -> None:
    entries = [Reviewed(f"Kapal itu tiba di pelabuhan {name}.", name) for name in "abcdefgh"]
    found = []
    for name, given in (("one", entries), ("other", entries[::-1])):
        with opened(tmp_path / name) as memory:
            memory.remember_reviewed(given)
            found.append(memory.offers("Kapal itu tiba di pelabuhan x."))
    assert found[0] == found[1]
    assert [offer.target for offer in found[0]] == ["a", "b", "c"]


def test_the_day_on_which_an_entry_came_back_is_written_down(path: Path, memory: Memory) -> None:
    memory.remember_reviewed([SHIP])
    with connected(path) as connection:
        later = Memory(connection, path, TODAY + 5)
        later.reviewed_for([SHIP.source])
        later.flush()
    assert [(each.made, each.used) for each in memory.examples()] == [(TODAY, TODAY + 5)]


def test_a_word_is_found_in_either_language_what_people_reviewed_first(memory: Memory) -> None:
    memory.remember([Remembered(b"k" * 16, MADE)], "rules")
    memory.remember_reviewed([SHIP, Reviewed("Musuh menembak.", "The enemy fired."), Reviewed("100%_", "100%_")])
    shown = [each.example.target for each in memory.with_word(WordSearch("ship"))]
    assert shown == [SHIP.target, MADE.target]
    assert [each.example.target for each in memory.with_word(WordSearch("tembak"))] == ["The enemy fired."]


def test_pruning_takes_what_older_rules_made_and_what_was_not_used(path: Path, memory: Memory) -> None:
    older, current = Remembered(b"a" * 16, MADE), Remembered(b"b" * 16, MADE)
    memory.remember([older], "older")
    memory.remember([current], "current")
    memory.remember_reviewed([SHIP])
    memory.remember_imported([Reviewed("Pesawat itu jatuh.", "The aircraft crashed.")])
    assert memory.count_outdated("current") == 1
    assert memory.prune("current") == 1
    assert memory.count() == {EntryKind.REVIEWED: 1, EntryKind.IMPORTED: 1, EntryKind.MACHINE: 1}
    with connected(path) as connection:
        later = Memory(connection, path, TODAY + 10)
        later.made_for([b"b" * 16])
        assert later.prune("current", unused=5) == 1
        assert later.count() == {EntryKind.REVIEWED: 1, EntryKind.IMPORTED: 0, EntryKind.MACHINE: 1}
        assert later.offers("Pesawat itu jatuh.") == ()
        assert later.prune("current", unused=5, reviewed=True) == 1
        assert later.count()[EntryKind.REVIEWED] == 0


def test_a_memory_is_the_file_that_was_named_or_that_of_an_output_folder(tmp_path: Path) -> None:
    assert path_of(tmp_path / "x", tmp_path) == tmp_path / "x"
    assert path_of(None, tmp_path) == path_of(tmp_path, Path()) == tmp_path / ".padan" / "memory.sqlite"


def test_a_file_that_is_damaged_behind_its_head_says_so_in_one_line(path: Path) -> None:
    with opened(path) as memory:
        memory.remember_reviewed([Reviewed(f"Kapal {number} itu tiba.", "x" * 2000) for number in range(200)])
        assert memory.faults() == []
    data = bytearray(path.read_bytes())
    data[5000:-100] = b"\xff" * (len(data) - 5100)
    path.write_bytes(data)
    with opened(path) as memory, pytest.raises(OutputError, match=r"^the translation memory .* is damaged: ") as error:
        list(memory.examples())
    assert "\n" not in error.value.message


@pytest.mark.parametrize("change", ["pair = '{'", "pair = '[1]'", "pair = 7"])
def test_an_entry_that_padan_has_not_written_so_is_damage(path: Path, memory: Memory, change: str) -> None:
    memory.remember_reviewed([SHIP])
    memory.remember([Remembered(b"k" * 16, MADE)], "rules")
    with connected(path) as connection:
        connection.execute(f"UPDATE entries SET {change}")
    with pytest.raises(OutputError, match=r"is damaged: an entry cannot be read: "):
        memory.made_for([b"k" * 16])
    with pytest.raises(OutputError, match=r"is damaged: an entry cannot be read: "):
        memory.reviewed_for([SHIP.source])


def test_an_entry_of_an_unknown_kind_is_damage(path: Path, memory: Memory) -> None:
    memory.remember_reviewed([SHIP])
    with connected(path) as connection:
        connection.execute("UPDATE entries SET kind = 9")
    with pytest.raises(OutputError, match=r"is damaged: an entry cannot be read: 9 is not a valid EntryKind"):
        list(memory.examples())


def test_a_memory_at_rest_is_read_without_a_trace_and_what_is_new_is_left_to_others(path: Path) -> None:
    with opened(path) as memory:
        memory.remember_reviewed([SHIP])
        memory.remember([Remembered(b"k" * 16, MADE)], "rules")
    before = path.read_bytes()
    path.parent.chmod(0o555)
    new, kept = [Remembered(b"x" * 16, MADE)], []
    with at_rest(path, lambda *what: kept.append(what)) as memory:
        assert memory.reviewed_for([SHIP.source]) == {SHIP.source: SHIP}
        assert memory.made_for([b"k" * 16]) == {b"k" * 16: MADE}
        memory.remember(new, "rules")
        assert kept == [(new, "rules")]
        assert sorted(file.name for file in path.parent.iterdir()) == [path.name]
    assert path.read_bytes() == before


@pytest.mark.parametrize("keep", [None, forget])
def test_the_memory_of_a_run_is_the_one_that_was_named_else_that_of_its_folder(
    tmp_path: Path, keep: Keep | None
) -> None:
    named = tmp_path / "named.sqlite"
    for path in (named, tmp_path / ".padan" / "memory.sqlite"):
        with opened(path):
            pass
    places = []
    for settings, folder in [
        (Settings(), None),
        (Settings(use_memory=False, memory=named), tmp_path),
        (Settings(), tmp_path),
        (Settings(memory=named), tmp_path),
        (Settings(memory=tmp_path), None),
    ]:
        with chosen(settings, folder, keep=keep) as memory:
            places.append(memory and memory.path)
    own = tmp_path / ".padan" / "memory.sqlite"
    assert places == [None, None, own, named, own]


@pytest.mark.parametrize("named", [None, "named.sqlite"])
def test_a_memory_that_is_not_there_is_none_for_who_only_looks(tmp_path: Path, named: str | None) -> None:
    settings = Settings(memory=named and tmp_path / named)
    with chosen(settings, tmp_path, make=False) as memory, chosen(settings, tmp_path, keep=forget) as read:
        assert (memory, read) == (None, None)
    assert list(tmp_path.iterdir()) == []


WRITER = """
import sys
from pathlib import Path
from translator.memory.entry import Reviewed
from translator.memory.store import opened
name = sys.argv[2]
with opened(Path(sys.argv[1])) as memory:
    for number in range(200):
        given = [Reviewed(f"Kapal {name} {number} {part} tiba.", f"{name} {number}") for part in range(64)]
        memory.remember_reviewed(given)
        assert len(memory.reviewed_for([each.source for each in given])) == 64
        print(number, flush=True)
"""
PROCESSES, KILLED = 8, 4


def test_eight_processes_write_and_read_and_nothing_is_lost_when_some_are_killed(path: Path) -> None:
    commands = [[sys.executable, "-c", WRITER, str(path), f"p{number}"] for number in range(PROCESSES)]
    running = [subprocess.Popen(each, stdout=subprocess.PIPE, text=True) for each in commands]
    told = [""] * PROCESSES
    for number, process in enumerate(running):
        assert process.stdout
        told[number] = process.stdout.readline() + process.stdout.readline()  # each has written twice
        if number < KILLED:
            os.kill(process.pid, signal.SIGKILL)
    for process in running[KILLED:]:
        process.terminate()
    for number, process in enumerate(running):
        told[number] += process.communicate()[0]
    with opened(path) as memory:
        assert memory.faults() == []
        for number, lines in enumerate(told):
            written = [line for line in lines.split("\n")[:-1] if line]
            assert len(written) >= 2
            for line in written:
                sources = [f"Kapal p{number} {line} {part} tiba." for part in range(64)]
                assert len(memory.reviewed_for(sources)) == 64
        assert sum(memory.count().values()) % 64 == 0  # a transaction is there whole, or not at all


def test_a_share_does_not_read_past_what_a_killed_run_left(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    with opened(path):
        pass
    Path(f"{path}-wal").write_bytes(b"x")
    with pytest.raises(OutputError, match="of a run that was killed"), chosen(Settings(memory=path), keep=forget):
        pass
