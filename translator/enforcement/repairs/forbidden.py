"""Translations that an entry forbids: where one stands for its term, the preferred one is put in its place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from glossary import Match, forbidden
from translator.alignment import weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, source_span
from translator.enforcement.edits import Edit, apply
from translator.engines.base import Hypothesis

# A forbidden form stands for something else where less than this share of its attention lay on the term.
LOOKED = 0.2


def standing(hypothesis: Hypothesis, match: Match) -> dict[Span, float]:
    """The forbidden forms in the text that stand for the match, each with the share of its attention on it."""
    spans = [Span(*place) for place in forbidden(hypothesis.text, match)]
    if not spans:
        return {}
    weights = weight_on(hypothesis, source_span(match))
    rows = {span: [row for row, piece in enumerate(hypothesis.target_spans) if piece.overlaps(span)] for span in spans}
    looked = {span: float(np.mean(weights[rows[span]])) if rows[span] else 0.0 for span in spans}
    return {span: weight for span, weight in looked.items() if weight >= LOOKED}


def avoid(draft: Draft) -> Draft:
    """The draft with the preferred target where a forbidden form stood for its term; never inside another term."""
    for index, match in enumerate(draft.matches):
        for _ in standing(draft.hypothesis, match):
            left = standing(draft.hypothesis, match)
            others = [place.span for number, place in enumerate(draft.placed) if place and number != index]
            free = [span for span in left if not any(span.overlaps(other) for other in others)]
            if free:
                span = free[0]
                placed = (place if number != index else None for number, place in enumerate(draft.placed))
                edit = Edit(span, index, match.plural, Status.SWAPPED, left[span])
                draft = apply(replace(draft, placed=tuple(placed)), [edit])
    return draft
