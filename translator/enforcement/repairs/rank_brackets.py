"""Repair: what stands in brackets for a rank's own abbreviation goes: `Letnan Kolonel (Letkol) Adi` is Lieutenant
Colonel Adi.

It comes before the other repairs, so that the rank is looked for among the words outside the brackets.
"""

from __future__ import annotations

import re
from dataclasses import replace

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, source_span, spans_of
from translator.enforcement.edits import replace_text

_BRACKET = re.compile(r"\s*\([^()]*\)")


def remove_rank_brackets(draft: Draft) -> Draft:
    """The draft without the brackets of its ranks, each at the number among the brackets that it has in the source.

    The last comes first, so that those before it keep their numbers.
    """
    if len(spans_of(_BRACKET, draft.source)) != len(spans_of(_BRACKET, draft.text)):
        return draft
    for index in reversed(range(len(draft.matches))):
        draft = _without_bracket(draft, index)
    return draft


def _without_bracket(draft: Draft, index: int) -> Draft:
    match = draft.matches[index]
    name, _, tag = match.text.partition(")")
    in_source, in_target = spans_of(_BRACKET, draft.source), spans_of(_BRACKET, draft.text)
    own = [number for number, span in enumerate(in_source) if span.overlaps(source_span(match))]
    if "(" not in name or len(own) != 1:
        return draft
    span = in_target[own[0]]
    if tag and draft.text.startswith(tag, span.end):
        span = Span(span.start, span.end + len(tag))
    place = draft.placed[index]
    if place and place.span.overlaps(span):
        draft = replace(draft, placed=(*draft.placed[:index], None, *draft.placed[index + 1 :]))
    if overlaps_any(span, draft.taken):
        return draft
    return replace_text(draft, span, "")
