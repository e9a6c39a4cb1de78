"""How often Python searches for garbage, and the system takes memory back, while documents are translated."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress

# Objects between two searches. Documents hold no circles, and to search as often as Python does by itself is 3 % of a
# folder's CPU time.
THRESHOLD = 200_000

# Bytes. What the allocator of glibc keeps for itself when a process has freed it, and the size from which on it asks
# the system for each piece alone: the most that it comes to by itself (malloc.h, mallopt(3)). Dask has its workers give
# back all but 64 KB at once, and so an engine got its buffers from the system for each batch: 14 ms for a sentence.
MOST_KEPT, LARGEST_SHARED = 64 * 2**20, 32 * 2**20
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # mallopt's numbers for the two


def search_seldom() -> None:
    """To be called when all is loaded that stays to the end."""
    gc.freeze()
    gc.set_threshold(THRESHOLD)


def keep_freed_memory() -> None:
    """Let this process keep the memory that it frees for what it needs next, where it has the allocator of glibc."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # another allocator, which has no such function
            mallopt = ctypes.CDLL(None).mallopt
            mallopt(_TRIM_THRESHOLD, MOST_KEPT)
            mallopt(_MMAP_THRESHOLD, LARGEST_SHARED)
