"""Verification, the last step: what the bilingual text says of each match is what its finished text bears out."""

from __future__ import annotations

from glossary import Match
from translator.bitext import Status, TermUse
from translator.enforcement.draft import Draft, Placed, source_span
from translator.enforcement.repairs.forbidden import forbidden_forms
from translator.enforcement.repairs.substitution import SURE_CONFIDENCE


def term_uses(draft: Draft) -> tuple[TermUse, ...]:
    """What the bilingual text says of the matches, in the order of the source."""
    return tuple([_use(draft, match, place) for match, place in zip(draft.matches, draft.placed, strict=True)])


def _use(draft: Draft, match: Match, place: Placed | None) -> TermUse:
    banned = tuple([span.of(draft.text) for span in forbidden_forms(draft.hypothesis, match)])
    source, span = match.term.source, source_span(match)
    if place is None:
        return TermUse(source, match.term.targets[0], Status.MISSING, span, None, False, banned)
    sure = place.status is not Status.SPLICED and place.confidence >= SURE_CONFIDENCE
    return TermUse(source, place.target, place.status, span, place.span, sure, banned)
