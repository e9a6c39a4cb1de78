"""Standard input as a source."""

from __future__ import annotations

import sys

from translator.errors import SourceError


def read_standard_input(limit: int) -> bytes:
    """The bytes of standard input, at most `limit`. Raises SourceError."""
    if sys.stdin is None:
        raise SourceError("cannot read standard input: it is closed", "pipe a text into it")
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise SourceError(f"standard input is larger than {limit:,} bytes, which is the most", "split it")
    return data
