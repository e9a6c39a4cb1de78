from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from translator.errors import OutputError
from translator.spool import BLOCK, Spool


def filled(folder: Path, count: int, held: int = 2) -> Spool[str]:
    """A spool of so many values, each a block of its own."""
    spool: Spool[str] = Spool(folder, held)
    for number in range(count):
        spool.append(f"value {number}", BLOCK)
    return spool


@pytest.mark.parametrize("count", [0, 1, 2, 3, 10])
def test_the_values_come_back_in_their_order_wherever_they_are_kept(tmp_path: Path, count: int) -> None:
    spool = filled(tmp_path, count)
    values = [f"value {number}" for number in range(count)]
    assert (list(spool), len(spool), spool[1:7:2]) == (values, count, values[1:7:2])
    assert [spool[number] for number in range(-count, count)] == values * 2
    with pytest.raises(IndexError):
        spool[count]


def test_small_values_share_a_block(tmp_path: Path) -> None:
    spool: Spool[int] = Spool(tmp_path, held=2)
    for number in range(BLOCK):
        spool.append(number, 9)
    assert list(spool) == list(range(BLOCK))
    assert [spool[number] for number in (0, 1_000, 5_000)] == [0, 1_000, 5_000]


def test_few_values_are_a_tuple_in_the_end(tmp_path: Path) -> None:
    assert filled(tmp_path, 2).settled() == ("value 0", "value 1")
    many = filled(tmp_path, 9)
    assert many.settled() is many


def test_a_value_may_be_replaced_while_all_are_read(tmp_path: Path) -> None:
    spool = filled(tmp_path, 6)
    for number, value in enumerate(spool):
        spool[number] = value.upper()
    assert list(spool) == [f"VALUE {number}" for number in range(6)]


def test_two_readers_do_not_disturb_each_other(tmp_path: Path) -> None:
    spool = filled(tmp_path, 5)
    first, second = iter(spool), iter(spool)
    assert (next(first), next(first), next(second)) == ("value 0", "value 1", "value 0")
    assert ([*second][-1], next(first)) == ("value 4", "value 2")


def test_another_process_gets_the_values(tmp_path: Path) -> None:
    assert pickle.loads(pickle.dumps(filled(tmp_path, 5))) == tuple(filled(tmp_path, 5))


@pytest.mark.skipif(os.name != "posix", reason="files without a name")
def test_nothing_is_seen_of_the_file(tmp_path: Path) -> None:
    spool = filled(tmp_path, 9)
    assert (list(tmp_path.iterdir()), len(spool)) == ([], 9)


def test_a_file_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        filled(tmp_path / "none", 9)
    assert caught.value.message == f"cannot write {tmp_path / 'none'}: No such file or directory"
