"""How often Python searches for garbage in circles while documents are translated."""

from __future__ import annotations

import gc

# Objects between two searches. Documents hold no circles, and to search as often as Python does by itself is 3 % of a
# folder's CPU time.
THRESHOLD = 200_000


def search_seldom() -> None:
    """To be called when all is loaded that stays to the end."""
    gc.freeze()
    gc.set_threshold(THRESHOLD)
