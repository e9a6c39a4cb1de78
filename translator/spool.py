"""Values that may be too many for the memory: as many as fit are held there, all later ones are kept in a file.

The file has no name where the system knows such files, and is removed when it is closed elsewhere, so that nothing
stays of a run that is killed. Only the process that wrote it can read it.
"""

from __future__ import annotations

import pickle
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, TypeVar, overload

from translator.atomic_write import PREFIX, SUFFIX, system_errors_told, this_process

Value = TypeVar("Value")

# Characters of text whose values are written and read at once. Of a text in lines that is about a hundred sentences.
BLOCK = 2**13
# Blocks that are held in memory before the first is written: half a megabyte of text, whose pairs take some 30 MB.
HELD = 64


class Spool(Sequence[Value]):
    """A list that grows at its end, and of which a value may be replaced.

    folder: where its file is made, if one is needed; None: where the system has its temporary files.
    """

    def __init__(self, folder: Path | None = None, held: int = HELD) -> None:
        """held: blocks that are held in memory before the first is written."""
        self._folder, self._held = folder, held
        self._file: IO[bytes] | None = None
        self._firsts = [0]  # of each block the number of its first value
        self._blocks: list[list[Value] | int] = [[]]  # the values of each, or where in the file they are
        self._room = BLOCK  # characters that the last block still takes
        self._length = 0
        self._read: tuple[int, list[Value]] = -1, []  # the block that was read last, and its number

    def append(self, value: Value, size: int) -> None:
        """Add a value at the end. size: of its text, in characters. Raises OutputError where it cannot be written."""
        if self._room <= 0:
            self._begin_block()
        self._values(len(self._blocks) - 1).append(value)
        self._room -= size + 1
        self._length += 1

    def settled(self) -> Sequence[Value]:
        """The same values, as a tuple where none of them is in the file."""
        if self._file is None:
            return tuple(self)
        return self

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Value: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...

    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(self._length))]
        block, place = self._place(index)
        return self._values(block)[place]

    def __setitem__(self, index: int, value: Value) -> None:
        """Put a value in place of another. Raises OutputError where it cannot be written."""
        block, place = self._place(index)
        values = self._values(block)
        values[place] = value
        if isinstance(self._blocks[block], int):
            self._write(block)

    def __iter__(self) -> Iterator[Value]:
        for block in range(len(self._blocks)):
            yield from self._values(block)

    def __reduce__(self) -> tuple[Any, ...]:
        """What is sent to another process are the values."""
        return tuple, (tuple(self),)

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def _place(self, index: int) -> tuple[int, int]:
        """The block of a value, and its number there."""
        number = range(self._length)[index]
        block = bisect_right(self._firsts, number) - 1
        return block, number - self._firsts[block]

    def _begin_block(self) -> None:
        """Begin a new last block. Once there are too many, each of them is written as soon as it is full."""
        if self._file is not None:
            self._write(len(self._blocks) - 1)
        elif len(self._blocks) >= self._held:
            for block in range(len(self._blocks)):
                self._write(block)
        self._blocks.append([])
        self._firsts.append(self._length)
        self._room = BLOCK

    def _write(self, block: int) -> None:
        self._blocks[block] = self._written(self._values(block))

    def _values(self, block: int) -> list[Value]:
        values = self._blocks[block]
        if not isinstance(values, int):
            return values
        if self._read[0] != block:
            self._read = block, self._loaded(values)
        return self._read[1]

    def _written(self, values: list[Value]) -> int:
        """Write a block at the end of the file; where it begins there."""
        hint = "free space" if self._folder else "free space, or set TMPDIR"
        with system_errors_told(self._folder or Path(tempfile.gettempdir()), hint):
            if self._file is None:
                prefix = f"{PREFIX}{this_process().mark}-"
                self._file = tempfile.TemporaryFile(dir=self._folder, prefix=prefix, suffix=SUFFIX)  # noqa: SIM115
            start = self._file.seek(0, 2)
            pickle.dump(values, self._file, pickle.HIGHEST_PROTOCOL)
            return start

    def _loaded(self, start: int) -> list[Value]:
        assert self._file is not None
        self._file.seek(start)
        values: list[Value] = pickle.load(self._file)
        return values
