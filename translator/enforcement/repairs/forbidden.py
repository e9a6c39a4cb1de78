"""Repair: where a translation stands that an entry forbids, the preferred one takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary import Match, forbidden
from translator.alignment import mean_weight, touching, weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, source_span
from translator.enforcement.edits import Edit, apply_edits
from translator.enforcement.plural_words import replacement_is_plural
from translator.enforcement.verb_forms import inflection_at
from translator.engines.base import Hypothesis

# A forbidden form stands for something else where less than this share of its attention lay on the term.
MIN_ATTENTION = 0.2


def forbidden_forms(hypothesis: Hypothesis, match: Match) -> dict[Span, float]:
    """The forbidden forms in the text that stand for the match, each with the share of its attention on it."""
    spans = [Span(*place) for place in forbidden(hypothesis.text, match)]
    if not spans:
        return {}
    weights = weight_on(hypothesis, source_span(match))
    found = {}
    for span in spans:
        attention = mean_weight(weights, touching(hypothesis.target_spans, span))
        if attention >= MIN_ATTENTION:
            found[span] = attention
    return found


def replace_forbidden(draft: Draft) -> Draft:
    """The draft with the preferred translation where a forbidden one stood for its term; never inside another term."""
    for index, match in enumerate(draft.matches):
        if not match.term.forbidden:
            continue
        for _ in forbidden_forms(draft.hypothesis, match):
            draft = _replace_first(draft, index)
    return draft


def _replace_first(draft: Draft, index: int) -> Draft:
    """The draft without the first forbidden form of match number `index` that stands in no other term."""
    match = draft.matches[index]
    placed = [None if number == index else place for number, place in enumerate(draft.placed)]
    others = [place.span for place in placed if place]
    forms = forbidden_forms(draft.hypothesis, match)
    for span, attention in forms.items():
        inflection = inflection_at(span, draft.text, match) if match.term.verb else None
        if not overlaps_any(span, others) and bool(inflection) is match.term.verb:
            span = _with_repetitions(span, draft.text, list(forms))
            plural = replacement_is_plural(span, draft.text, match, draft.source)
            edit = Edit(span, index, plural, Status.SWAPPED, attention, inflection)
            return apply_edits(replace(draft, placed=tuple(placed)), [edit])
    return draft


def _with_repetitions(span: Span, text: str, forms: Sequence[Span]) -> Span:
    """The span with the forbidden forms that follow it at once: the model wrote one thing twice."""
    for form in forms:
        if text[span.end : form.start] == " ":
            span = Span(span.start, form.end)
    return span
