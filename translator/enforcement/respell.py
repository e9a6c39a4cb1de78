"""A name that the model mangled (Prasetyoyo, Morakotot) is written as the source has it, where it stands.

A model that does not know a name copies its pieces and slips. What it wrote still looks like the name: that, and where
the model looked while it wrote, tells the place better than its attention alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from translator.alignment import weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, source_span
from translator.enforcement.edit import Edit, apply
from translator.names import ALIKE, likeness, may_be_mangled

# A word like this is a mangled name wherever the model looked; a less likely one must be where it looked.
LOOKED = 0.35

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")


def respell(draft: Draft) -> Draft:
    """Put each missing match of one word that is kept as it is in the place of the word that the model made of it."""
    edits: list[Edit] = []
    taken = [place.span for place in draft.placed if place]
    for index, match in enumerate(draft.matches):
        if draft.placed[index] is None and match.term.targets[0] == match.text and _WORD.fullmatch(match.text):
            found = _mangled(draft, index, taken)
            if found:
                span, confidence = found
                taken.append(span)
                edits.append(Edit(span, index, False, Status.SWAPPED, confidence))
    return apply(draft, edits)


def _mangled(draft: Draft, index: int, taken: Sequence[Span]) -> tuple[Span, float] | None:
    """The word that the model made of the match, and how sure that is; nothing where there is none."""
    hypothesis, match = draft.hypothesis, draft.matches[index]
    weights = weight_on(hypothesis, source_span(match))
    best: tuple[float, Span] | None = None
    for found in _WORD.finditer(hypothesis.text):
        span = Span(*found.span())
        if any(span.overlaps(other) for other in taken):
            continue
        rows = [row for row, piece in enumerate(hypothesis.target_spans) if piece.overlaps(span)]
        weight = float(np.mean(weights[rows])) if rows else 0.0
        alike = likeness(found[0], match.text)
        if may_be_mangled(found[0], match.text) and (alike >= ALIKE or weight >= LOOKED):
            best = max(best or (0.0, span), (alike + weight, span))
    return best and (best[1], min(1.0, best[0]))
