"""Repair: a time zone that the model took for another one (Western Indonesia Time for WITA) gives way to the term."""

from __future__ import annotations

import re

from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, spans_of
from translator.enforcement.edits import Edit, apply_edits
from translator.enforcement.lost_expressions import number_before, place_of
from translator.language.units import ZONES

_BLANKS = re.compile(r"[ \u00a0]{1,2}")
_ZONE = re.compile(r"(?:(?:West|Central|East)(?:ern)? )?Indonesian? (?:Standard )?Time\b")


def correct_zones(draft: Draft) -> Draft:
    """The draft with each missing term for a time zone in place of the zone behind its time of day."""
    for index, match in enumerate(draft.matches):
        if draft.placed[index] is not None or match.term.source not in ZONES:
            continue
        zone = _zone_behind(place_of(number_before(draft.source, match.start, _BLANKS), draft), draft)
        if zone:
            draft = apply_edits(draft, [Edit(zone, index, False, Status.SWAPPED, 1.0)])
    return draft


def _zone_behind(time: Span | None, draft: Draft) -> Span | None:
    """The time zone that stands behind a time of day and in no term."""
    if time is None:
        return None
    for zone in spans_of(_ZONE, draft.text):
        if _BLANKS.fullmatch(draft.text, time.end, zone.start) and not overlaps_any(zone, draft.taken):
            return zone
    return None
