"""The expressions of a source (units, compass points, approximators) that a draft lacks, and what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from translator.alignment import ALIGNED, attention_on
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, source_span
from translator.language.expressions import Expression, missing, outside, placed
from translator.language.numbers import Number, find
from translator.language.numbers import placed as placed_numbers


def lost_expressions(draft: Draft, expressions: Sequence[Expression]) -> list[Expression]:
    """Those of the source's expressions that the draft does not have."""
    return missing(outside_terms(draft, expressions), draft.text)


def outside_terms(draft: Draft, expressions: Sequence[Expression]) -> list[Expression]:
    """The source's expressions, but for those inside a term or a number (6 derajat LS), which has its own English."""
    terms = [source_span(match) for match in draft.matches]
    return outside(expressions, [*terms, *(number.span for number in find(draft.source))])


def unclaimed(draft: Draft, spans: Iterable[Span], expressions: Sequence[Expression]) -> list[Span]:
    """The spans of the text that belong to no term, and stand for none of the expressions."""
    held = [*draft.taken, *placed(expressions, draft.text).values()]
    return [span for span in spans if not overlaps_any(span, held)]


def copied(draft: Draft, expression: Expression) -> Span | None:
    """Where an expression stands in the text as the source has it, outside terms."""
    words = r"\s+".join(map(re.escape, expression.text.split()))
    found = re.search(rf"(?<![\w-]){words}(?![\w-])", draft.text, re.IGNORECASE)
    if not found or overlaps_any(Span(*found.span()), draft.taken):
        return None
    return Span(*found.span())


def most_attentive(draft: Draft, expression: Expression, spans: Sequence[Span]) -> Span | None:
    """The span with the most attention on an expression, if it has enough."""
    if not spans:
        return None
    weights = {span: attention_on(draft.hypothesis, expression.span, span) for span in spans}
    best = max(weights, key=weights.__getitem__)
    if weights[best] >= ALIGNED:
        return best
    return None


def place_of(number: Number | None, draft: Draft) -> Span | None:
    """Where a number of the source stands in the text, outside terms."""
    if number is None:
        return None
    place = placed_numbers(draft.source, draft.text).get(number)
    if place is None or overlaps_any(place, draft.taken):
        return None
    return place


def number_before(source: str, end: int, gap: re.Pattern[str]) -> Number | None:
    """The number of a source that stands before the place `end`, but for a gap."""
    for number in find(source):
        if gap.fullmatch(source, number.span.end, end):
            return number
    return None


def number_behind(source: str, start: int, gap: re.Pattern[str]) -> Number | None:
    """The number of a source that stands behind the place `start`, but for a gap."""
    for number in find(source):
        if gap.fullmatch(source, start, number.span.start):
            return number
    return None
