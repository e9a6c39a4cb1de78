"""Which term wants `the` in the place of an abbreviation: JPU reads, but the public prosecutor reads.

The model saw an abbreviation, which takes no article. A name takes one if a word in it names a body (Forces,
Commission); a common noun does if it can be counted. Behind a determiner, a noun or an adjective nothing is put.
"""

from __future__ import annotations

import re

from glossary import Match, TermKind, is_countable
from translator.document import Span

_ABBREVIATION = re.compile(r"[A-Z][A-Z-]+")
_BODY = re.compile(
    r"\b(?:agency|armed forces|army|assembly|association|attorney|authority|board|brigade|bureau|command|commission"
    r"|committee|corps|council|court|department|directorate|division|federation|force|forces|front|group|institute"
    r"|league|ministry|movement|navy|office|organi[sz]ation|party|police|prosecutor|secretariat|service|squadron|union)\b",
    re.IGNORECASE,
)
_WORDS_BEFORE = frozenset(
    """about after against and are as at because before between but by during for from if in into is near of on or over
    since that through to toward towards under until was were when while with within""".split()
)
_WORD_BEFORE = re.compile(r"(\w+) \Z")
_BEGINS = re.compile(r"(?:\A[\"“‘']?|[,;:] )\Z")
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")  # Public Prosecutor Budi
_WITHOUT_ARTICLE = frozenset({TermKind.PERSON, TermKind.PLACE, TermKind.RANK})


def wants_the(match: Match, form: str, span: Span, text: str) -> bool:
    """Does the form of a match want `the` where it replaces what stands at the span?"""
    if match.plural or match.term.kind in _WITHOUT_ARTICLE or " " not in form:
        return False
    if not _ABBREVIATION.fullmatch(span.of(text)) or _NAME_BEHIND.match(text, span.end):
        return False
    if not _may_stand_behind(text[: span.start]):
        return False
    if form.islower():
        return is_countable(form)
    return _BODY.search(form) is not None


def _may_stand_behind(before: str) -> bool:
    if _BEGINS.search(before):
        return True
    word = _WORD_BEFORE.search(before)
    return word is not None and word[1].casefold() in _WORDS_BEFORE
