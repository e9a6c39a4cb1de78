"""A term of the glossary is missing, doubtful, forbidden so, or stands more often than the source has it.

Missing is an error, and so is a translation that the glossary forbids. Doubtful is a term that was spliced in, or whose
place is not sure: one finding names them all and shows what the model wrote by itself. A translation that stands more
often than the terms of the source ask for may have been put in twice. With the glossary of examples/, 0.6 % false
alarms on the references of FLORES dev: they count by occurrence, and a translator may write a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary import Case, Match, Term, occurrences
from translator.bitext import Finding, Pair, Severity, Status
from translator.document import Span

ID = "terms"


def check(pair: Pair) -> Iterator[Finding]:
    for use in pair.terms:
        if use.status is Status.MISSING:
            yield Finding(ID, Severity.ERROR, f"{use.source} is not in the translation as {use.target}")
        for form in use.forbidden:
            yield Finding(ID, Severity.ERROR, f"{form} stands for {use.source}, which the glossary forbids")
    doubtful = [use for use in pair.terms if use.target_span and (use.status is Status.SPLICED or not use.sure)]
    if doubtful:
        uses = ", ".join(f"{use.target} for {use.source} ({use.status.value})" for use in doubtful)
        plain = f"; the model wrote: {pair.unforced}" if pair.unforced else ""
        yield Finding(ID, Severity.WARNING, f"look at {uses}{plain}")
    for source, target in {use.target: (use.source, use.target) for use in pair.terms if use.target_span}.values():
        wanted = sum(use.target == target and use.target_span is not None for use in pair.terms)
        seen = len(_places(source, target, pair))
        if seen > wanted:
            yield Finding(ID, Severity.WARNING, f"{target} stands {seen} times, the terms ask for {wanted}")


def _places(source: str, target: str, pair: Pair) -> list[Span]:
    """Where a term's translation stands, in any form, but as part of another term's."""
    term = Term(source, (target,), case=Case.FOLD if target.islower() else Case.EXACT)
    places = [Span(start, end) for start, end, _ in occurrences(pair.target, Match(0, 0, source, term))]
    others = [use.target_span for use in pair.terms if use.target_span and use.target != target]
    return [place for place in places if not any(place.overlaps(other) for other in others)]
