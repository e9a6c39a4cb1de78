"""Anything that turns source texts into hypotheses. A new engine is a module with `load` and a line in ENGINES."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from translator.engines.base import Engine
from translator.errors import UsageError

# Where the system grants no more threads, the libraries end the process. 1,024 were still granted on two cores.
MAX_THREADS = 256

ENGINES = {
    "ct2": "translator.engines.ct2",  # reads the CTranslate2 form of a model
    "marian": "translator.engines.marian",  # reads the Hugging Face form
}


def load(name: str, folder: Path, *, device: str = "auto", threads: int = 0) -> Engine:
    """Load a model. The engine's module, and what it needs, is imported only now.

    device: "auto", "cpu" or "cuda". threads: 0 leaves the number to the engine.
    Raises ModelError where the folder does not hold a model that the engine can use, UsageError for a missing device
    or too many threads.
    """
    most = max(MAX_THREADS, os.cpu_count() or 1)
    if threads > most:
        raise UsageError(f"{threads} threads; at most {most} were wanted", "--threads 0 takes one for each processor")
    engine: Engine = import_module(ENGINES[name]).load(folder, device=device, threads=threads)
    return engine
