"""Which term wants `the` in the place of an abbreviation: JPU reads, but the public prosecutor reads.

The model saw an abbreviation, or copied another name (Bareskrim), which takes no article. A name takes one if a word in
it names a body or a text (Forces, Law), and none if its number stands behind it (Battalion 2); a common noun does if it
can be counted. Of places those take one that are called a republic, sea and so on: Russia acts, but the Russian
Federation acts. Behind a determiner, a noun or an adjective nothing is put.
"""

from __future__ import annotations

import re

from glossary import Match, TermKind, is_countable, past_forms
from translator.document import Span
from translator.language.names import may_be_mangled

_ABBREVIATION = re.compile(r"[A-Z][A-Z-]+")
BODY = re.compile(
    r"\w of \w|\b(?:act|agency|armed forces|army|assembly|association|attorney|authority|board|brigade|budget|bureau"
    r"|command|commission|committee|conference|constitution|convention|corps|council|court|department|directorate"
    r"|division|federation|force|forces|front|fund|group|institute|law|league|meeting|ministry|movement|navy|office"
    r"|organi[sz]ation|party|police|prosecutor|secretariat|service|squadron|union)\b",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(r" (?:[IVX]+|\d+)(?:/\S+)?\Z")
_PLACE = re.compile(
    r"\b(?:confederation|emirates|federation|islands|kingdom|republic|states|union)\b|\w of \w"
    r"|(?:archipelago|canal|desert|gulf|highlands|mountains|ocean|peninsula|region|river|seas?|straits?|valley)\Z",
    re.IGNORECASE,
)
_WORDS_BEFORE = frozenset(
    """about after against and are as at because before between but by during for from if in into is near of on or over
    said since that through to toward towards under until was were when while with within""".split()
)
_DETERMINERS = frozenset("a an the this that his her its their our".split())  # the renamed one
_BEGINS = re.compile(r"(?:\A[\"“‘']?|[,;:] )\Z")
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")  # Public Prosecutor Budi
_WITHOUT_ARTICLE = frozenset({TermKind.PERSON, TermKind.RANK})


def wants_the(match: Match, form: str, span: Span, text: str) -> bool:
    """Does the form of a match want `the` where it replaces what stands at the span?"""
    if match.plural or " " not in form or _NAME_BEHIND.match(text, span.end):
        return False
    if match.term.kind is TermKind.PLACE:
        is_wanted = span.start < span.end and _PLACE.search(form) is not None
    else:
        is_wanted = match.term.kind not in _WITHOUT_ARTICLE and _replaces_bare_name(match, form, span.of(text))
    return is_wanted and _may_stand_behind(text[: span.start])


def _replaces_bare_name(match: Match, form: str, old: str) -> bool:
    """Stands a form that wants an article for an abbreviation or a copied name, which have none?"""
    if _ABBREVIATION.fullmatch(old):
        return is_countable(form) if form.islower() else BODY.search(form) is not None
    if not old[:1].isupper() or match.term.source.islower() or _NUMBER_BEHIND.search(form):
        return False
    is_copied_name = old == match.text or may_be_mangled(old, match.text)
    return is_copied_name and BODY.search(form) is not None


def _may_stand_behind(before: str) -> bool:
    if _BEGINS.search(before):
        return True
    *others, last = ["", *before.casefold().split()]
    if last in _WORDS_BEFORE:
        return True
    is_past = last.endswith("ed") or last in past_forms()
    return is_past and _DETERMINERS.isdisjoint(others[-1:])
