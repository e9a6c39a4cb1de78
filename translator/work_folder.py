"""Folders in which something large is made before it is put in its place, by processes of any machine."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from translator.atomic_write import PREFIX, is_abandoned, this_process

_NAME = re.compile(rf"{re.escape(PREFIX)}([0-9a-f]{{8}}-\d+)-\w+")


@contextmanager
def work_folder(parent: Path) -> Iterator[Path]:
    """A new folder inside `parent`, gone afterwards; what killed processes left there is removed first.

    `parent` is made if it is not there. Raises OSError.
    """
    parent.mkdir(parents=True, exist_ok=True)
    _clear(parent)
    prefix = f"{PREFIX}{this_process().mark}-"
    with tempfile.TemporaryDirectory(dir=parent, prefix=prefix, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _clear(parent: Path) -> None:
    for left in parent.glob(f"{PREFIX}*"):
        name = _NAME.fullmatch(left.name)
        with suppress(OSError):
            if name and is_abandoned(left.stat(), name[1]):
                shutil.rmtree(left, ignore_errors=True)
