"""What several machines add to one translation memory: each run writes a part of its own, and they are joined later.

SQLite keeps the programs of one computer out of each other's way, but not those of several that share a folder over a
network. So nobody writes to the memory while they are at work, and what they add lies beside it until one run has the
output folder to itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translator.memory.store import FOLDER, Keep, Memory, chosen, opened
from translator.memory.tables import without_file
from translator.settings import Settings

_PART = "memory-part.{}.sqlite"


@contextmanager
def divided(settings: Settings, folder: Path, part: str) -> Iterator[Memory | None]:
    """The memory of a run, if it has one, which is only read; what the run adds goes into a part in the output folder.

    part: a name that no other run at work in the folder has. Raises OutputError.
    """
    if not settings.use_memory:
        yield None
        return
    path = folder / FOLDER / _PART.format(part)
    with opened(path) as own, chosen(settings, folder, keep=own.remember) as whole:
        yield whole or own


@contextmanager
def unseen(keep: Keep) -> Iterator[Memory]:
    """The memory of a run where its file is not seen: nothing comes back. keep: takes what the run adds."""
    with without_file() as connection:
        yield Memory(connection, Path(), 0, keep)


def join(settings: Settings, folder: Path) -> None:
    """Add the parts in an output folder to the memory of a run, if it has one, and remove them.

    To be called by whoever has the folder to himself. Raises OutputError.
    """
    paths = sorted((folder / FOLDER).glob(_PART.format("*")))
    if not paths:
        return
    with chosen(settings, folder) as memory:
        if memory is None:
            return
        for path in paths:
            with opened(path) as part:
                memory.take_over(part)
            path.unlink()
