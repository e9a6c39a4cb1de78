"""Repair: behind a time of day stands the time zone of the source: no other one, and not in the words of another list.

A zone that the model took for another one (Western Indonesia Time for WITA) gives way to the term, and so does the long
form of a built-in one, so that WIB, WITA and WIT stand in one style. One that is lost is put in behind its time.
"""

from __future__ import annotations

import re
from functools import partial
from operator import ne

from glossary import USER_LIST
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.edits import Edit, apply_edits, replace_text
from translator.enforcement.lost_expressions import number_before, place_of
from translator.language.units import ZONES

_BETWEEN = re.compile(r"(?:\s(?:pagi|subuh|dini hari|siang|sore|petang|malam))?[ \u00a0]{1,2}")
_HALF = re.compile(r" ?[ap](?:\.m\.|m\b)| in the (?:morning|afternoon|evening)\b")
_ZONE = re.compile(
    r"[ \u00a0]{1,2}(?P<zone>(?:(?:West|Central|East)(?:ern)? )?Indonesian? (?:Standard )?Time\b|\bWI(?:B|TA?)s?\b)"
)


def correct_zones(draft: Draft) -> Draft:
    """The draft with the preferred form of each time zone behind its time of day."""
    for index, match in enumerate(draft.matches):
        if match.term.source not in ZONES or _stands_well(draft, index):
            continue
        time = place_of(number_before(draft.source, match.start, _BETWEEN), draft)
        if time is not None:
            draft = _with_zone(draft, index, time)
    return draft


def _stands_well(draft: Draft, index: int) -> bool:
    place, term = draft.placed[index], draft.matches[index].term
    if place is None:
        return False
    return term.term_list == USER_LIST or place.target in (term.targets[0], term.source)


def _with_zone(draft: Draft, index: int, time: Span) -> Draft:
    """The draft with a zone in place of that behind a time of day; where none is, a missing one is put in there."""
    own = draft.placed[index]
    half = _HALF.match(draft.text, time.end)
    end = half.end() if half else time.end
    others = filter(partial(ne, own and own.span), draft.taken)
    found = _ZONE.match(draft.text, end)
    if found:
        zone = Span(*found.span("zone"))
        if not overlaps_any(zone, others):
            return apply_edits(draft, [Edit(zone, index, False, Status.SWAPPED, 1.0)])
    if own is not None:
        return draft
    if draft.text[end:] == "" and draft.source.endswith("."):  # at 9 a.m.
        draft = replace_text(draft, Span(end, end), ".")
    return apply_edits(draft, [Edit(Span(end, end), index, False, Status.SPLICED, 1.0)])
