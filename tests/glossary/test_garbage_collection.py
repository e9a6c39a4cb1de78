from __future__ import annotations

import gc

import pytest

from glossary.garbage_collection import paused_garbage_collection


def test_the_collector_is_as_it_was_also_after_an_error() -> None:
    seen = []

    def failing() -> None:
        with paused_garbage_collection():
            seen.append(gc.isenabled())
            raise ValueError("x")

    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"):
        failing()
    assert (seen, gc.isenabled()) == ([False], True)


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with paused_garbage_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
