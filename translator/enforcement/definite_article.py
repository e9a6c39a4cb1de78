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
_BEGINS = re.compile(r"(?:\A[\"“‘']?|[,;:] )\Z")
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")  # Public Prosecutor Budi
_WITHOUT_ARTICLE = frozenset({TermKind.PERSON, TermKind.PLACE, TermKind.RANK})


def wants_the(match: Match, form: str, span: Span, text: str) -> bool:
    """Does the form of a match want `the` where it replaces what stands at the span?"""
    if match.plural or match.term.kind in _WITHOUT_ARTICLE or " " not in form:
        return False
    is_abbreviation = _ABBREVIATION.fullmatch(span.of(text)) is not None
    has_name_behind = _NAME_BEHIND.match(text, span.end) is not None
    if has_name_behind or not is_abbreviation:
        return False
    names_thing = is_countable(form) if form.islower() else _BODY.search(form) is not None
    return names_thing and _may_stand_behind(text[: span.start])


def _may_stand_behind(before: str) -> bool:
    if _BEGINS.search(before):
        return True
    return before.rstrip().rpartition(" ")[2].casefold() in _WORDS_BEFORE
