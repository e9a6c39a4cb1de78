"""The translation is empty, or much shorter or longer than its source.

An empty translation is an error. Lengths count in characters outside terms, for the English of an abbreviation is
longer: the translation may have 0.5 to 1.6 times the length of its source, and 12 characters less or 20 more, because
short texts vary most. Anything beyond is a warning. Where terms are more than half of the source, the little that is
left tells nothing. Calibrated on the references of FLORES dev: no false alarm.

PASS: Kapal itu tiba di pelabuhan kemarin. => The ship arrived at the port yesterday.
FAIL: Kapal itu tiba di pelabuhan kemarin. => Ship.
FAIL: Kapal itu tiba. => The ship, as they had all been told again and again, arrived.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Pair, Severity

ID = "length"

# No reference of FLORES dev lies outside these bounds.
_MIN_RATIO, _MIN_SLACK = 0.5, 12
_MAX_RATIO, _MAX_SLACK = 1.6, 20


def check(pair: Pair) -> Iterator[Finding]:
    if not pair.source.strip():
        return
    if not pair.target.strip():
        yield Finding(ID, Severity.ERROR, "the translation is empty")
        return
    source, target = _lengths(pair)
    if 2 * source < len(pair.source.strip()):
        return
    shortest = _MIN_RATIO * source - _MIN_SLACK
    longest = _MAX_RATIO * source + _MAX_SLACK
    if not shortest <= target <= longest:
        kind = "shorter" if target < source else "longer"
        seen = f"{target} characters for {source}"
        yield Finding(ID, Severity.WARNING, f"the translation is much {kind} than its source: {seen}")


def _lengths(pair: Pair) -> tuple[int, int]:
    """The characters of the source and of the translation that stand in no term."""
    source, target = len(pair.source.strip()), len(pair.target.strip())
    for term in pair.terms:
        if term.target_span:
            source -= term.source_span.end - term.source_span.start
            target -= term.target_span.end - term.target_span.start
    return source, target
