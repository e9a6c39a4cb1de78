"""The names of a source as matches: soft constraints that ask for the name as it stands."""

from __future__ import annotations

from collections.abc import Iterable

from glossary import Case, Match, Term
from translator.enforcement.draft import overlaps_any, source_span
from translator.language import names

NAMES = "names"  # the list of what looks like a name


def find_names(text: str, terms: Iterable[Match]) -> list[Match]:
    """The names of a text that stand in none of its terms, from left to right."""
    taken = [source_span(match) for match in terms]
    matches = []
    for name in names.find(text):
        if not overlaps_any(name.span, taken):
            term = Term(name.text, name.accepted, case=Case.EXACT, plural=False, term_list=NAMES)
            matches.append(Match(name.span.start, name.span.end, name.text, term, required=False))
    return matches
