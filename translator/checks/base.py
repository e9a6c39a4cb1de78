"""The shape of a quality check: a module with an ID, a docstring that is its manual page, and the function `check`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from translator.bitext import Finding, Pair


class Check(Protocol):
    """A module of this family."""

    ID: str

    def check(self, pair: Pair) -> Iterator[Finding]:
        """What a reviewer of the pair should look at."""
