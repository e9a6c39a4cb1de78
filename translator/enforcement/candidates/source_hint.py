"""Candidate: the model's answer to the source in which the English of a term stands, which Marian mostly copies.

It is asked for where a term would have to be inserted at a likely place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from glossary import Match, required_form
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Draft, Task, source_span
from translator.engines.base import Engine, Hypothesis

# Beam of the second decode: wider beams found nothing better (docs/enforcement.md).
MAX_BEAM = 2


def propose(engine: Engine, drafts: Sequence[Sequence[Draft]], beam: int) -> Iterator[tuple[int, Draft]]:
    """For each task whose first draft has an inserted term: its number, and a draft of the source with the English."""
    asked: list[tuple[int, list[Match], str]] = []
    for number, (first, *_) in enumerate(drafts):
        hint = _hint(first)
        if hint and engine.count(hint[1]) <= engine.max_subwords:
            asked.append((number, *hint))
    if not asked:
        return
    narrow = min(beam, MAX_BEAM)
    answers = engine.translate([source for _, _, source in asked], narrow, narrow)
    for (number, matches, _), hypotheses in zip(asked, answers, strict=True):
        yield number, reread(drafts[number][0].task, matches, hypotheses)


def with_english(source: str, matches: Sequence[Match]) -> str:
    """The source with the English of `matches`, which go from left to right, in their place."""
    for match in reversed(matches):
        source = source[: match.start] + required_form(match, at_start=False) + source[match.end :]
    return source


def reread(task: Task, matches: Sequence[Match], hypotheses: Sequence[Hypothesis]) -> Draft:
    """The draft of the hypothesis with the most terms, of equals the first; `matches` were English in the source."""
    drafts = [read(task, _with_source_spans_of(hypothesis, matches), Status.NATURAL) for hypothesis in hypotheses]
    best = min(drafts, key=lambda draft: (draft.missing, draft.excess))
    placed = list(best.placed)
    for index, place in enumerate(placed):
        if place and place.match in matches:
            placed[index] = replace(place, status=Status.SOURCE)
    return replace(best, placed=tuple(placed), needs_score=True)


def _hint(draft: Draft) -> tuple[list[Match], str] | None:
    """The matches that were written into a draft by repairs, and the source with their English; None without need."""
    statuses = [place.status if place else Status.MISSING for place in draft.placed]
    if Status.SPLICED not in statuses and Status.MISSING not in statuses:
        return None
    matches = []
    for match, status in zip(draft.matches, statuses, strict=True):
        if status in (Status.SWAPPED, Status.SPLICED, Status.MISSING) and not match.term.verb:
            matches.append(match)
    source = with_english(draft.source, matches)
    if source == draft.source:
        return None
    return (matches, source)


def _with_source_spans_of(hypothesis: Hypothesis, matches: Sequence[Match]) -> Hypothesis:
    """The hypothesis with its source subwords where they would stand in the source without the English."""
    spans = [_original(subword, matches) for subword in hypothesis.source_spans]
    return replace(hypothesis, source_spans=tuple(spans))


def _original(subword: Span, matches: Sequence[Match]) -> Span:
    """The characters of the original source that a subword of the source with the English stands for."""
    grown = 0  # by how much the English before the subword is longer than what it stands for
    for match in matches:
        longer = len(required_form(match, at_start=False)) - (match.end - match.start)
        if subword.start < match.start + grown:
            break
        if subword.start < match.end + grown + longer:
            return source_span(match)
        grown += longer
    return subword.shifted(-grown)
