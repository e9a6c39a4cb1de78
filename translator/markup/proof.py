"""What was written is read again before it reaches the disk."""

from __future__ import annotations

from collections.abc import Callable

from translator.errors import PadanError, SourceError


def prove(read: Callable[[], object]) -> None:
    """Read what was written. Raises PadanError where it cannot be read, which would be a fault of ours."""
    try:
        read()
    except SourceError as error:
        raise PadanError(error.message, "this is a fault of Padan's: please report it") from error
