"""The shape of a quality check: a module with an ID, a docstring that is its manual page, and the function `check`.

A pair whose translation is copied from the source is not checked (`translator.checks.examine`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from translator.bitext import Finding, Pair
from translator.document import Span


class Check(Protocol):
    """A module of this family."""

    ID: str

    def check(self, pair: Pair) -> Iterator[Finding]:
        """What a reviewer of the pair should look at."""


class DocumentCheck(Protocol):
    """A module of this family that looks at all pairs of a document together."""

    ID: str

    def check_document(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Finding]]:
        """What a reviewer should look at, each with the number of the pair, from 0, at which it is shown."""


def is_in_term(span: Span, pair: Pair) -> bool:
    """Does a span of the source overlap a term? What stands for it is then the glossary's choice."""
    return any(span.overlaps(use.source_span) for use in pair.terms)
