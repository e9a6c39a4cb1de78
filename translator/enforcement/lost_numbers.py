"""The numbers of a source that a draft does not have."""

from __future__ import annotations

from translator.enforcement.draft import Draft, overlaps_any, source_span
from translator.language.numbers import Number, missing


def lost_numbers(draft: Draft) -> list[Number]:
    """The numbers that the draft does not have; a number inside a term is the term's."""
    terms = [source_span(match) for match in draft.matches]
    return [number for number in missing(draft.source, draft.text) if not overlaps_any(number.span, terms)]
