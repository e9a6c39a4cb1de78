"""Making a hundred thousand lasting values at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_bulk() -> Iterator[None]:
    """Look for no garbage meanwhile: all that is made stays, and to look through it again and again takes as long as
    to make it (100,000 terms read and put into a matcher: 1.8 s with, 0.9 s without)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
