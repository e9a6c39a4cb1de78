"""What a command that writes one file may write over."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from translator.errors import OutputError


def refuse_overwriting(output: Path, inputs: Iterable[Path], force: bool) -> None:
    """Raises OutputError if the output is one of the inputs, or exists and may not be overwritten."""
    if os.path.realpath(output) in map(os.path.realpath, inputs):
        raise OutputError(f"{output} is read for this", "give the output another name")
    if output.exists() and not force:
        raise OutputError(f"{output} exists", "--force overwrites it")
