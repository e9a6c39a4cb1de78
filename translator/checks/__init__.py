"""The quality checks: one module each, listed here by hand."""

from __future__ import annotations

from translator.bitext import Finding, Origin, Pair
from translator.checks import (
    approximators,
    characters,
    compass,
    countries,
    language,
    length,
    name_parts,
    names,
    negation,
    numbers,
    omission,
    placeables,
    punctuation,
    repetition,
    terms,
    units,
    untranslated,
)
from translator.checks.base import Check

_MODULES: tuple[Check, ...] = (
    terms,
    numbers,
    units,
    compass,
    approximators,
    names,
    name_parts,
    countries,
    negation,
    omission,
    placeables,
    length,
    untranslated,
    repetition,
    punctuation,
    characters,
    language,
)
CHECKS: dict[str, Check] = {check.ID: check for check in _MODULES}


def examine(pair: Pair) -> tuple[Finding, ...]:
    """What all checks find in a pair. Of one that is copied from the source only its language is looked at."""
    findings: list[Finding] = []
    if pair.origin is Origin.COPIED:
        return tuple(language.check(pair))
    for check in _MODULES:
        findings.extend(check.check(pair))
    return tuple(findings)
