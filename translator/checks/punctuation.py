"""A final question or exclamation mark, a bracket or a quotation mark is lost or too many.

A source that ends in ? or ! needs a translation that does, and one that does not needs a translation without; quotes
and brackets that close behind the mark do not count. Brackets and quotes that the source closes must be closed in the
translation, and every pair of round or square brackets needs a pair there, but for those inside a term: `Letnan Kolonel
(Letkol)` is one rank. Where the source leaves one open, as the first part of a long speech does, that kind is not
checked; there straight and curly quotes are one kind.
Warnings. Calibrated on the references of FLORES dev: 1.3 % false alarms, 0.2 % of them of lost brackets.

PASS: Apakah kapal itu tiba? => Did the ship arrive?
PASS: Kapal itu (KRI Nala) tiba. => The ship (KRI Nala) arrived.
FAIL: Apakah kapal itu tiba? => The ship arrived.
FAIL: Kapal itu (KRI Nala) tiba. => The ship (KRI Nala arrived.
FAIL: Kapal itu (KRI Nala) tiba. => The ship arrived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Finding, Pair, Severity
from translator.checks.base import covered_by_terms
from translator.document import Span

ID = "punctuation"

_STEP = {**dict.fromkeys("([{“«", 1), **dict.fromkeys(")]}”»", -1)}
_CLOSING = "\"'”’»›)]}* "
_QUOTES = '"“”„‟'
_COUNTED_PAIRS = (("(", ")"), ("[", "]"))
_OPENING_BRACKET = re.compile(r"[(\[](?!\d{1,2}/\d{1,2}(?:/\d{2,4})?\))")
_PAIRS = (*_COUNTED_PAIRS, ("{", "}"), ("“", "”"), ("«", "»"))


def check(pair: Pair) -> Iterator[Finding]:
    if not pair.target:
        return
    yield from _final_marks(pair)
    for opening, closing in _PAIRS:
        if _balanced(pair.source, opening, closing) and not _balanced(pair.target, opening, closing):
            yield Finding(ID, Severity.WARNING, f"{opening} and {closing} do not match in the translation")
    yield from _lost_brackets(pair)
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


def _lost_brackets(pair: Pair) -> Iterator[Finding]:
    """A warning where the translation has fewer brackets than the source has pairs outside its terms.

    Square ones may become round ones, and those of a date (Senin (3/4)) go where it is written out. Where only one half
    of a pair is lost, that is another finding.
    """
    brackets = [found.start() for found in _OPENING_BRACKET.finditer(pair.source)]
    if not brackets or not all(_balanced(pair.source, *each) for each in _COUNTED_PAIRS):
        return
    terms = covered_by_terms(pair)
    wanted = sum(not terms.meets(Span(place, place + 1)) for place in brackets)
    opened, closed = (sum(map(pair.target.count, marks)) for marks in zip(*_COUNTED_PAIRS, strict=True))
    if max(opened, closed) < wanted:
        yield Finding(ID, Severity.WARNING, "a bracket of the source is not in the translation")


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
