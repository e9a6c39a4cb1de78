"""Repair: a noun that the model copied with the name behind it stands behind that: Garut Regency, not Regency Garut.

In Indonesian the noun comes first (`Kabupaten Garut`, `Brimob Polri`). Only what the model copied letter by letter is
turned: before a name a noun that English has behind it, and of two terms the first, if the second one is a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from glossary import Match, TermKind
from translator.alignment import attention_on
from translator.document import Span
from translator.enforcement.definite_article import BODY
from translator.enforcement.draft import Draft, source_span, spans_of
from translator.enforcement.edits import replace_text

_BEHIND_A_NAME = frozenset(
    """airport bridge church city court dam district hamlet hospital island market mosque municipality office party
    prison province regency reservoir river road school station strait street sub-district subdistrict university
    village ward""".split()
)
_NAME = re.compile(r" ([A-Z]\w+(?:[ -][A-Z]\w+)*)")


def turn_heads(draft: Draft) -> Draft:
    """The draft with each missing match that was copied before its name, or before a body, behind that."""
    for number, match in enumerate(draft.matches):
        if draft.placed[number] is not None:
            continue
        name = _name_behind(draft, number, match)
        copied = spans_of(re.compile(rf"\b{re.escape(match.text)} {re.escape(name)}\b"), draft.text)
        if name and copied:
            draft = _turned(draft, match, _likeliest(draft, match, copied))
    return draft


def _likeliest(draft: Draft, match: Match, copied: Iterable[Span]) -> Span:
    """Of several copies of the match and its name that with the most attention on the match, of equals the first."""

    def attention(span: Span) -> float:
        noun = Span(span.start, span.start + len(match.text))
        return attention_on(draft.hypothesis, source_span(match), noun)

    return max(copied, key=attention)


def _name_behind(draft: Draft, number: int, match: Match) -> str:
    """What stands behind the match in the source and before it in English; empty where nothing does."""
    target = match.term.targets[0]
    found = _NAME.match(draft.source, match.end)
    if not found or match.term.kind in (TermKind.RANK, TermKind.PERSON):
        return ""
    if target.rpartition(" ")[2].casefold() in _BEHIND_A_NAME:
        return found[1]
    following = draft.matches[number + 1 : number + 2]
    for other in following:
        if other.start == match.end + 1 and " of " not in target and BODY.search(other.term.targets[0]):
            return other.text
    return ""


def _turned(draft: Draft, match: Match, copied: Span) -> Draft:
    """The draft with the match at the start of the copied words at their end."""
    draft = replace_text(draft, Span(copied.start, copied.start + len(match.text) + 1), "")
    end = copied.end - len(match.text) - 1
    draft = replace_text(draft, Span(end, end), " ")
    return replace_text(draft, Span(end + 1, end + 1), match.text, source_span(match))
