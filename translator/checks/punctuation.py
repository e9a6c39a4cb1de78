"""A final question or exclamation mark, a bracket or a quotation mark is lost or too many.

A source that ends in ? or ! needs a translation that does, and one that does not needs a translation without; quotes
and brackets that close behind the mark do not count. Brackets and quotes that the source closes must be closed in the
translation. Where the source leaves one open, as the first part of a long speech does, that kind is not checked; there
straight and curly quotes are one kind.
Warnings. Calibrated on the references of FLORES dev: 1.1 % false alarms.

PASS: Apakah kapal itu tiba? => Did the ship arrive?
PASS: Kapal itu (KRI Nala) tiba. => The ship (KRI Nala) arrived.
FAIL: Apakah kapal itu tiba? => The ship arrived.
FAIL: Kapal itu (KRI Nala) tiba. => The ship (KRI Nala arrived.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Pair, Severity

ID = "punctuation"

_STEP = {**dict.fromkeys("([{“«", 1), **dict.fromkeys(")]}”»", -1)}
_CLOSING = "\"'”’»›)]}* "
_QUOTES = '"“”„‟'
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("«", "»"))


def check(pair: Pair) -> Iterator[Finding]:
    if not pair.target:
        return
    yield from _final_marks(pair)
    for opening, closing in _PAIRS:
        if _balanced(pair.source, opening, closing) and not _balanced(pair.target, opening, closing):
            yield Finding(ID, Severity.WARNING, f"{opening} and {closing} do not match in the translation")
    if _quotes_match(pair.source) and pair.target.count('"') % 2:
        yield Finding(ID, Severity.WARNING, 'a " is not closed in the translation')


def _final_marks(pair: Pair) -> Iterator[Finding]:
    source, target = _final_mark(pair.source), _final_mark(pair.target)
    if source and not target:
        yield Finding(ID, Severity.WARNING, f"the source ends in {source}, the translation does not")
    elif target and not source:
        yield Finding(ID, Severity.WARNING, f"the translation ends in {target}, the source does not")


def _final_mark(text: str) -> str:
    last = text.rstrip(_CLOSING)[-1:]
    if last in ("?", "!"):
        return last
    return ""


def _quotes_match(text: str) -> bool:
    """Is every quote closed? Straight and curly ones count together: a model writes straight ones for both."""
    return sum(map(text.count, _QUOTES)) % 2 == 0


def _balanced(text: str, opening: str, closing: str) -> bool:
    if closing not in text:
        return opening not in text
    depth = 0
    for character in text:
        depth += _STEP.get(character, 0) if character in (opening, closing) else 0
        if depth < 0:
            return False
    return depth == 0
