"""A final question or exclamation mark, a bracket or a quotation mark went astray.

A source that ends in ? or ! wants a translation that does, and one that does not wants none; quotes and brackets that
close behind the mark do not count. Brackets and quotes that the source closes must be closed in the translation; where
the source leaves one open, as the first part of a long speech does, that kind is not looked at. Warnings. Calibrated on
the references of FLORES dev: 1.1 % false alarms.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity

ID = "punctuation"

_CLOSING = "\"'”’»›)]}* "
_PAIRS = ("()", "[]", "{}", "“”", "«»")


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED or not pair.target:
        return
    source, target = _mark(pair.source), _mark(pair.target)
    if source and not target:
        yield Finding(ID, Severity.WARNING, f"the source ends in {source}, the translation does not")
    elif target and not source:
        yield Finding(ID, Severity.WARNING, f"the translation ends in {target}, the source does not")
    for kind in _PAIRS:
        if not _balanced(pair.target, kind) and _balanced(pair.source, kind):
            yield Finding(ID, Severity.WARNING, f"{kind[0]} and {kind[1]} do not match in the translation")
    if pair.source.count('"') % 2 == 0 and pair.target.count('"') % 2:
        yield Finding(ID, Severity.WARNING, 'a " is not closed in the translation')


def _mark(text: str) -> str:
    last = text.rstrip(_CLOSING)[-1:]
    return last if last in ("?", "!") else ""


def _balanced(text: str, kind: str) -> bool:
    opening, closing = kind[0], kind[1]
    depth = 0
    for character in text if opening in text or closing in text else "":
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return False
    return depth == 0
