"""What is loaded before the work is not searched through again and again."""

from __future__ import annotations

import gc

from translator.batch.garbage import THRESHOLD, search_seldom


def test_what_is_loaded_is_frozen_and_the_rest_is_searched_seldom() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    search_seldom()
    try:
        assert gc.get_threshold()[0] == THRESHOLD
        assert gc.get_freeze_count() > frozen
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
