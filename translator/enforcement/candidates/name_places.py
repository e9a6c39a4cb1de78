"""Candidate: a missing name at each place where it may belong; the ranking then says where it does.

To put the English into the source is no help where that is the source's own word, as a name's is. To make the model
write on behind the name instead costs twice as much and finds no better texts: see docs/enforcement.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import MAX_GUESSED_CONFIDENCE, Draft, is_copied, may_do_without, overlaps_any
from translator.enforcement.edits import Edit, apply_edits
from translator.enforcement.places import behind_determiner, likely_places
from translator.language.units import ZONES

_PRONOUN_BEFORE = re.compile(r"\b(he|she|it|they)(?: \w+)?\s*\Z", re.IGNORECASE)
_PRONOUN_BEHIND = re.compile(r"\s*\b(he|she|it|they)\b", re.IGNORECASE)
_SUBJECT = re.compile(  # before a name that begins its clause, or that a verb of speaking stands before
    r"""(?:^|[,.;:"“]\s*)(?:(?:\w+\s+){,2}|(?:kata|ujar|ucap|tutur|jelas|tegas|ungkap|tambah|papar|sebut)(?:nya)?\s[^,.]*)\Z"""
)


def with_missing_names(draft: Draft) -> Iterator[Draft]:
    """The draft with one of its missing names at each place where it may belong; a time zone belongs behind its time.

    A pronoun that the model wrote there for who acts or speaks (`kata Budi`: he said) gives way to the name.
    """
    for index, match in enumerate(draft.matches):
        if draft.placed[index] is not None or not is_copied(match) or match.term.source in ZONES:
            continue
        likely = likely_places(draft, match)
        if may_do_without(draft, match, likely.confidence):
            continue
        places = [behind_determiner(draft, place) for place in likely.places]
        spans = [Span(place, place) for place in places]
        if _SUBJECT.search(draft.source, 0, match.start):
            spans = [*_pronouns(draft, places), *spans]
        confidence = min(likely.confidence, MAX_GUESSED_CONFIDENCE)
        for span in dict.fromkeys(spans):
            replaces_pronoun = span.end > span.start
            status = Status.SWAPPED if replaces_pronoun else Status.SPLICED
            edit = Edit(span, index, False, status, confidence)
            yield apply_edits(draft, [edit])


def _pronouns(draft: Draft, places: list[int]) -> list[Span]:
    """The pronouns beside the places, where they are no part of a term."""
    taken = draft.taken
    pronouns = []
    for place in places:
        found = _PRONOUN_BEHIND.match(draft.text, place)
        if found is None:
            found = _PRONOUN_BEFORE.search(draft.text, 0, place)
        if found is None:
            continue
        span = Span(*found.span(1))
        if not overlaps_any(span, taken):
            pronouns.append(span)
    return pronouns
