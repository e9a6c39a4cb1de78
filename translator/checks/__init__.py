"""The quality checks: one module each, listed here by hand."""

from __future__ import annotations

from translator.bitext import Finding, Pair
from translator.checks import characters, length, names, numbers, punctuation, repetition, terms, untranslated
from translator.checks.base import Check

CHECKS: dict[str, Check] = {
    check.ID: check for check in (terms, numbers, names, length, untranslated, repetition, punctuation, characters)
}


def examine(pair: Pair) -> tuple[Finding, ...]:
    """What all checks find in a pair."""
    return tuple(finding for check in CHECKS.values() for finding in check.check(pair))
