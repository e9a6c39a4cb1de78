"""Repair: the full stop of an abbreviation (`Letjen.`) that the model left behind the term (`General. Budi`) goes."""

from __future__ import annotations

from translator.document import Span
from translator.enforcement.draft import Draft
from translator.enforcement.edits import replace_text


def remove_full_stops(draft: Draft) -> Draft:
    """The draft without full stops behind terms whose abbreviation ends in one; that of the sentence stays."""
    for index, match in enumerate(draft.matches):
        place = draft.placed[index]
        if place is None or not match.text.endswith("."):
            continue
        stop = Span(place.span.end, place.span.end + 1)
        ends_text = not draft.text[stop.end :].strip()
        if stop.of(draft.text) == "." and not ends_text:
            draft = replace_text(draft, stop, "")
    return draft
