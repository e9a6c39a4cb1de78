"""The quality checks: one module each, listed here by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translator.bitext import Finding, Origin, Pair
from translator.checks import (
    approximators,
    characters,
    compass,
    consistency,
    countries,
    language,
    length,
    name_parts,
    names,
    negation,
    numbers,
    omission,
    placeables,
    provisions,
    punctuation,
    repetition,
    terms,
    units,
    untranslated,
    weekdays,
)
from translator.checks.base import Check, DocumentCheck

_MODULES: tuple[Check, ...] = (
    terms,
    numbers,
    units,
    weekdays,
    compass,
    approximators,
    names,
    name_parts,
    countries,
    negation,
    omission,
    placeables,
    provisions,
    length,
    untranslated,
    repetition,
    punctuation,
    characters,
    language,
)
_DOCUMENT_MODULES: tuple[DocumentCheck, ...] = (consistency,)
CHECKS: dict[str, Check] = {check.ID: check for check in _MODULES}
DOCUMENT_CHECKS: dict[str, DocumentCheck] = {check.ID: check for check in _DOCUMENT_MODULES}


def examine(pair: Pair) -> tuple[Finding, ...]:
    """What all checks find in a pair. Of one that is copied from the source only its language is looked at."""
    findings: list[Finding] = []
    if pair.origin is Origin.COPIED:
        return tuple(language.check(pair))
    for check in _MODULES:
        findings.extend(check.check(pair))
    return tuple(findings)


def examine_document(pairs: Iterable[Pair]) -> Iterator[tuple[int, Finding]]:
    """What the checks of whole documents find in all pairs of one: the number of a pair, from 0, and the finding."""
    for check in _DOCUMENT_MODULES:
        yield from check.check_document(pairs)
