"""Step 9: look at the finished text again, and believe only what is found there."""

from __future__ import annotations

from dataclasses import replace

from glossary import Match, occurrences
from translator.bitext import Status, TermUse
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, source_span
from translator.enforcement.repairs.forbidden import standing
from translator.enforcement.repairs.substitution import SURE, splice


def prove(draft: Draft) -> Draft:
    """The draft with every match honoured at the place it claims, and no two at one place.

    A match that is not, whatever the reason, is spliced in and looked at again; should that fail too, it is missing.
    """
    proved = _believed(draft)
    return proved if not proved.missing else _believed(splice(proved))


def _believed(draft: Draft) -> Draft:
    """The draft with the claims that its text bears out."""
    claimed: list[Span] = []
    placed: list[Placed | None] = []
    for place in draft.placed:
        honest = place is not None and _stands(draft.hypothesis.text, place)
        if place and honest and not any(place.span.overlaps(span) for span in claimed):
            claimed.append(place.span)
            placed.append(place)
        else:
            placed.append(None)
    return replace(draft, placed=tuple(placed))


def _stands(text: str, place: Placed) -> bool:
    """Is the target honoured there? Another one may overlap it: in `General director general` there are two."""
    alone = replace(place.match, term=replace(place.match.term, targets=(place.target,)))
    return any((start, end) == (place.span.start, place.span.end) for start, end, _ in occurrences(text, alone))


def term_uses(draft: Draft) -> tuple[TermUse, ...]:
    """What the bilingual text says of the terms, in the order of the source."""
    return tuple(_use(draft, match, place) for match, place in zip(draft.matches, draft.placed, strict=True))


def _use(draft: Draft, match: Match, place: Placed | None) -> TermUse:
    text = draft.hypothesis.text
    banned = tuple(span.of(text) for span in standing(draft.hypothesis, match))
    if place is None:
        return TermUse(
            match.term.source, match.term.targets[0], Status.MISSING, source_span(match), None, False, banned
        )
    sure = place.status is not Status.SPLICED and place.confidence >= SURE
    return TermUse(match.term.source, place.target, place.status, source_span(match), place.span, sure, banned)
