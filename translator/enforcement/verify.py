"""Verification, the last step: what the bilingual text says of each match is what its finished text bears out."""

from __future__ import annotations

from dataclasses import replace

from glossary import Match
from translator.bitext import Status, TermUse
from translator.enforcement.draft import Draft, Placed, source_span
from translator.enforcement.name_matches import NAMES
from translator.enforcement.repairs.forbidden import forbidden_forms
from translator.enforcement.repairs.substitution import SURE_CONFIDENCE


def term_uses(draft: Draft, *, names: bool = False) -> tuple[TermUse, ...]:
    """What the bilingual text says of the terms, or else of the names, missing ones included, in their order."""
    uses = []
    for match, place in zip(draft.matches, draft.placed, strict=True):
        is_name = match.term.term_list == NAMES
        if is_name is names:
            uses.append(_use(draft, match, place))
    return tuple(uses)


def verified(use: TermUse, written: str, target: str) -> TermUse:
    """The use, or the same as missing where the finished text does not have, at its place, what was written there.

    written: what the draft had for the term; capital letters do not count, for a line may stand in capitals.
    """
    if use.target_span is None:
        return use
    found = use.target_span.of(target)
    if found.casefold() == written.casefold():
        return use
    return replace(use, status=Status.MISSING, target_span=None, sure=False)


def _use(draft: Draft, match: Match, place: Placed | None) -> TermUse:
    banned = tuple([span.of(draft.text) for span in forbidden_forms(draft.hypothesis, match)])
    source, span = match.term.source, source_span(match)
    if place is None:
        return TermUse(source, match.term.targets[0], Status.MISSING, span, None, False, banned, match.term.term_list)
    sure = place.status is not Status.SPLICED and place.confidence >= SURE_CONFIDENCE
    return TermUse(source, place.target, place.status, span, place.span, sure, banned, match.term.term_list)
