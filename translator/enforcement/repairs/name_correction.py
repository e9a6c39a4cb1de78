"""A name that the model mangled (Prasetyoyo, Morakotot) is written as the source has it, where it stands.

A model that does not know a name copies its pieces and slips. What it wrote still looks like the name: that, and where
the model looked while it wrote, tells the place better than its attention alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from translator.alignment import weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, source_span
from translator.enforcement.edits import Edit, apply
from translator.language.names import ALIKE, likeness, may_be_mangled

# A word like this is a mangled name wherever the model looked; a less likely one must be where it looked.
LOOKED = 0.35
LONG = 6  # letters of a name that is known again where it is parted

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")


def respell(draft: Draft) -> Draft:
    """Put each missing match of one word that is kept as it is in the place of the word that the model made of it."""
    for index, match in enumerate(draft.matches):
        if draft.placed[index] is None and match.term.targets[0] == match.text and _WORD.fullmatch(match.text):
            found = _mangled(draft, index)
            if found:
                draft = _written(draft, index, *found)
    return draft


def _mangled(draft: Draft, index: int) -> tuple[Span, float] | None:
    """The word that the model made of the match, and how sure that is; nothing where there is none."""
    hypothesis, match = draft.hypothesis, draft.matches[index]
    weights = weight_on(hypothesis, source_span(match))
    taken = [place.span for place in draft.placed if place]
    for found in _parted(match.text, hypothesis.text):
        if not any(Span(*found.span()).overlaps(other) for other in taken):
            return Span(*found.span()), 1.0
    best: tuple[float, Span] | None = None
    for found in _WORD.finditer(hypothesis.text):
        span = Span(*found.span())
        if any(span.overlaps(other) for other in taken) or not may_be_mangled(found[0], match.text):
            continue
        rows = _rows(draft, span)
        weight = float(np.mean(weights[rows])) if rows else 0.0
        alike = likeness(found[0], match.text)
        if alike >= ALIKE or weight >= LOOKED:
            best = max(best or (0.0, span), (alike + weight, span))
    return best and (best[1], min(1.0, best[0]))


def _parted(name: str, text: str) -> Iterator[re.Match[str]]:
    """Where the name stands letter by letter, but parted (Karang Tengah) or glued to the word before it (JPSGakin)."""
    if len(name) >= LONG:  # Ina is no `in a`
        parted = re.finditer(rf"\b{name[0]}{'[ -]?'.join(name[1:])}\b", text, re.IGNORECASE)
        yield from (found for found in parted if len(found[0]) > len(name) and found[0][0] == name[0])
    if name.istitle():
        yield from re.finditer(rf"(?<=[^\W_]){name}\b", text)


def _written(draft: Draft, index: int, span: Span, confidence: float) -> Draft:
    """The draft with the match in the place of the word at `span`; it looks where any piece of that word looked.

    So a word before the name that the model ran into it (`Letjen Prasetyo`: Prasetyoyo) still finds its place.
    """
    rows = _rows(draft, span)
    looked = draft.hypothesis.attention[rows].max(axis=0) if rows else None
    draft = apply(draft, [Edit(span, index, False, Status.SWAPPED, confidence)])
    place, hypothesis = draft.placed[index], draft.hypothesis
    if looked is None or place is None or place.span not in hypothesis.target_spans:
        return draft
    attention = hypothesis.attention.copy()
    attention[hypothesis.target_spans.index(place.span)] = looked / max(1, looked.sum())
    return replace(draft, hypothesis=replace(hypothesis, attention=attention))


def _rows(draft: Draft, span: Span) -> list[int]:
    return [row for row, piece in enumerate(draft.hypothesis.target_spans) if piece.overlaps(span)]
