"""The translation is empty, or much shorter or longer than its source.

Empty is an error. Else lengths count in characters: the translation may have 0.5 to 1.6 times those of its source, and
12 less or 20 more, for short texts vary most; beyond is a warning. Calibrated on the references of FLORES dev: no false
alarm.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity

ID = "length"

_LEAST, _LESS = 0.5, 12
_MOST, _MORE = 1.6, 20


def check(pair: Pair) -> Iterator[Finding]:
    source, target = len(pair.source.strip()), len(pair.target.strip())
    if pair.origin is Origin.COPIED or not source:
        return
    if not target:
        yield Finding(ID, Severity.ERROR, "the translation is empty")
    elif not _LEAST * source - _LESS <= target <= _MOST * source + _MORE:
        kind = "shorter" if target < source else "longer"
        seen = f"{target} characters for {source}"
        yield Finding(ID, Severity.WARNING, f"the translation is much {kind} than its source: {seen}")
