"""Step 4: put the English of a term into the source, where Marian mostly copies it, and let the model write again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary import Match, required_form
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Draft, Task, source_span
from translator.engines.base import Hypothesis


def with_english(source: str, matches: Sequence[Match]) -> str:
    """The source with the English of `matches`, which go from left to right, in their place."""
    for match in reversed(matches):
        source = source[: match.start] + required_form(match, at_start=False) + source[match.end :]
    return source


def reread(task: Task, matches: Sequence[Match], hypotheses: Sequence[Hypothesis]) -> Draft:
    """The draft of the hypothesis with the most terms, of those the likeliest; `matches` stood in the source."""
    drafts = [read(task.matches, _at_home(hypothesis, matches), Status.NATURAL) for hypothesis in hypotheses]
    best = min(drafts, key=lambda draft: (draft.missing, draft.excess))  # of equals the first
    placed = (place and replace(place, status=_status(place.match, matches)) for place in best.placed)
    return replace(best, placed=tuple(placed), foreign=True)


def _status(match: Match, matches: Sequence[Match]) -> Status:
    return Status.SOURCE if match in matches else Status.NATURAL


def _at_home(hypothesis: Hypothesis, matches: Sequence[Match]) -> Hypothesis:
    """The hypothesis with its source pieces where they would stand in the source without the English."""
    spans = tuple(_home(piece, matches) for piece in hypothesis.source_spans)
    return replace(hypothesis, source_spans=spans)


def _home(piece: Span, matches: Sequence[Match]) -> Span:
    grown = 0  # by how much the English before the piece is longer than what it stands for
    for match in matches:
        longer = len(required_form(match, at_start=False)) - (match.end - match.start)
        if piece.start < match.start + grown:
            break
        if piece.start < match.end + grown + longer:
            return source_span(match)
        grown += longer
    return piece.shifted(-grown)
