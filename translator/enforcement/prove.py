"""Step 9: look at the finished text again, and believe only what is found there."""

from __future__ import annotations

from dataclasses import replace

from glossary.usage import occurrences
from translator.bitext import Status, TermUse
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, source_span
from translator.enforcement.repair import SURE, splice


def prove(draft: Draft) -> Draft:
    """The draft with every match honoured at the place it claims, and no two at one place.

    A match that is not, whatever the reason, is spliced in: the only step that cannot fail.
    """
    claimed: list[Span] = []
    placed: list[Placed | None] = []
    for place in draft.placed:
        honest = place is not None and _stands(draft.hypothesis.text, place)
        if place and honest and not any(place.span.overlaps(span) for span in claimed):
            claimed.append(place.span)
            placed.append(place)
        else:
            placed.append(None)
    return splice(replace(draft, placed=tuple(placed)))


def _stands(text: str, place: Placed) -> bool:
    return any((start, end) == (place.span.start, place.span.end) for start, end, _ in occurrences(text, place.match))


def term_uses(draft: Draft) -> tuple[TermUse, ...]:
    """What the bilingual text says of the terms, in the order of the source."""
    return tuple(
        TermUse(
            place.match.term.source,
            place.target,
            place.status,
            source_span(place.match),
            place.span,
            sure=place.status is not Status.SPLICED and place.confidence >= SURE,
        )
        for place in draft.placed[: draft.terms]
        if place
    )
