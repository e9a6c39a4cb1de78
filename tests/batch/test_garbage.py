"""What is loaded before the work is not searched through again and again; what is freed is there for the next need."""

from __future__ import annotations

import gc
import os
import platform
import subprocess
import sys

import pytest

from translator.batch.garbage import THRESHOLD, search_seldom

# Prints how many pages a process with dask's settings gets from the system for 100 megabytes, one after another.
PAGES = """
import resource
from translator.batch.garbage import keep_freed_memory
{}
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(100):
    b"x" * 2**20
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def test_what_is_loaded_is_frozen_and_the_rest_is_searched_seldom() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    search_seldom()
    try:
        assert gc.get_threshold()[0] == THRESHOLD
        assert gc.get_freeze_count() > frozen
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the allocator is another")
def test_what_a_worker_frees_stays_with_it_though_dask_says_otherwise() -> None:
    assert pages("") > 10 * pages("keep_freed_memory()")


def pages(first: str) -> int:
    command = [sys.executable, "-c", PAGES.format(first)]
    return int(subprocess.check_output(command, env={**os.environ, "MALLOC_TRIM_THRESHOLD_": "65536"}))
