"""The shape of a quality check: a module with an ID, a docstring that is its manual page, and the function `check`.

A pair whose translation is copied from the source is not checked (`translator.checks.examine`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from translator.bitext import Finding, Origin, Pair, Severity
from translator.document import Coverage
from translator.language import numbers
from translator.language.expressions import Expression, missing, outside


class Check(Protocol):
    """A module of this family."""

    ID: str

    def check(self, pair: Pair) -> Iterator[Finding]:
        """What a reviewer of the pair should look at."""


class DocumentCheck(Protocol):
    """A module of this family that looks at all pairs of a document together."""

    ID: str

    def check_document(self, pairs: Iterable[Pair]) -> Iterator[tuple[int, Finding]]:
        """What a reviewer should look at, each with the number of the pair, from 0, at which it is shown."""


def covered_by_terms(pair: Pair) -> Coverage:
    """What the terms cover of the source. What stands for it in the translation is the glossary's choice."""
    return Coverage.of(use.source_span for use in pair.terms)


def lost_expressions(check: str, expressions: Sequence[Expression], pair: Pair) -> Iterator[Finding]:
    """A warning for each expression that the translation lacks, and one for those that the model's own words lacked.

    check: the ID of the check that tells. An expression inside a term or a number is theirs.
    """
    if pair.origin is Origin.COPIED or not pair.target:
        return
    terms = [use.source_span for use in pair.terms]
    wanted = outside(expressions, [*terms, *(number.span for number in numbers.find(pair.source))])
    lost = missing(wanted, pair.target)
    for each in lost:
        yield Finding(check, Severity.WARNING, f"{each.text} is not in the translation as {each.accepted[0]}")
    if pair.unforced is None:
        return
    still_lost = set(lost)
    mended = [each for each in missing(wanted, pair.unforced) if each not in still_lost]
    if mended:
        told = ", ".join(f"{each.text} ({each.accepted[0]})" for each in mended)
        yield Finding(check, Severity.WARNING, f"put right: {told}; the model wrote: {pair.unforced}")
