"""Do the words that a term replaces speak of several things: warships, chiefs of staff, Three police, SPBUs?"""

from __future__ import annotations

import re

from glossary import Match
from translator.document import Span

# Letters, at least, of a word that may be a plural in -s.
MIN_PLURAL_LENGTH = 4

VERB_OF_ONE_BEHIND = re.compile(r" (is|was|has) (?!(?:an?|one|the)\b)")  # put_plurals makes that a plural, too
_FOR_ONE = re.compile(r"\b(?:an?|one|this|that|each|every) \Z", re.IGNORECASE)
_FOR_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|[mb]illion|several|many|both"
    r"|various|numerous|few|these|those|(?:tens|dozens|scores|hundreds|thousands|millions|number|group|series) of) \Z",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<![\w.,-])(?!(?:0*1|(?:19|20)\d\d) )\d{1,3}(?:,?\d{3})* \Z")  # but for 1, and for a year
_LABEL = re.compile(r"\s[A-Z]\w* \Z")  # Article, May: the number behind it counts nothing
_IRREGULAR = re.compile(r"(?:men|children)\Z")


def is_plural(span: Span, text: str, match: Match) -> bool:
    """Are the words at the span, which a match is to replace, a plural, or is there a number above one before them?"""
    if _FOR_ONE.search(text, 0, span.start):
        return False
    return _is_counted(text, span.start) or _has_plural_head(span, text, match)


def _is_counted(text: str, place: int) -> bool:
    if _FOR_SEVERAL.search(text, 0, place):
        return True
    figures = _FIGURES.search(text, 0, place)
    return figures is not None and not _LABEL.search(text, 0, figures.start())


def _has_plural_head(span: Span, text: str, match: Match) -> bool:
    """Does the last word of a noun phrase look like a plural? A name does not, nor does a word of the source."""
    words = span.of(text).partition(" of ")[0].split()
    if not words or words[-1].casefold() == match.text.split()[-1].casefold():
        return False
    head = words[-1]
    if _IRREGULAR.search(head):
        return True
    if re.fullmatch(r"[A-Z]{2,}s", head):
        return True
    letters = head[1:] if span.start == 0 and len(words) == 1 else head  # the first word of the text has a capital
    if len(head) < MIN_PLURAL_LENGTH or not letters.islower():
        return False
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))
