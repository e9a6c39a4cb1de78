"""Repair: a point of the compass that the model got wrong (west for barat daya) is put right where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from translator.alignment import attention_on
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.first_words import write_words
from translator.enforcement.lost_expressions import (
    copied,
    lost_expressions,
    most_attentive,
    outside_terms,
    unclaimed,
)
from translator.language import compass
from translator.language.expressions import Expression, placed

# The attention on a point that a word must have to go with it.
MIN_ATTENTION = 0.6
_REST = re.compile(r" (?:of (?:the )?)?(?P<word>[^\W\d_]+)")


def correct_compass_points(draft: Draft) -> Draft:
    """The draft with each lost point in place of another one that stands for it, or of the Indonesian word."""
    points = compass.find(draft.source)
    for point in lost_expressions(draft, points):
        draft = _write(point, _places(point, points, draft), draft)
    for point in _sharing(points, draft):
        draft = _write(point, _surely_wrong(point, points, draft), draft)
    return draft


def _write(point: Expression, places: Sequence[Span], draft: Draft) -> Draft:
    """The draft with a point at places where others stood."""
    for place in reversed(places):
        form = compass.like(place.of(draft.text), point)
        draft = write_words(draft, _with_rest(point, place, draft), form, point.span)
    return draft


def _sharing(points: Sequence[Expression], draft: Draft) -> list[Expression]:
    """The points of which the text has fewer than the source: one of two equal ones may have become another."""
    held = placed(points, draft.text)
    times = Counter(held.values())
    return [point for point in outside_terms(draft, points) if point in held and times[held[point]] > 1]


def _places(point: Expression, points: Sequence[Expression], draft: Draft) -> list[Span]:
    """Where other points stand for this one; a model that knows half of it may write two (northwest Syrian south)."""
    own = copied(draft, point)
    if own:
        return [own]
    others = unclaimed(draft, compass.written(draft.text), points)
    best = most_attentive(draft, point, others)
    if best is None:
        return []
    return sorted({best, *_surely_wrong(point, points, draft)})


def _surely_wrong(point: Expression, points: Sequence[Expression], draft: Draft) -> list[Span]:
    """The other points that had most of their attention on this one."""
    others = unclaimed(draft, compass.written(draft.text), points)
    return [span for span in others if _attention(point, span, draft) >= MIN_ATTENTION]


def _with_rest(point: Expression, place: Span, draft: Draft) -> Span:
    """A place with what the model made of the second word of a point: west of power (daya), northwest of the sea."""
    rest = _REST.match(draft.text, place.end)
    if not rest:
        return place
    word = Span(*rest.span("word"))
    if overlaps_any(word, draft.taken) or _attention(point, word, draft) < MIN_ATTENTION:
        return place
    return Span(place.start, word.end)


def _attention(point: Expression, span: Span, draft: Draft) -> float:
    return attention_on(draft.hypothesis, point.span, span)
