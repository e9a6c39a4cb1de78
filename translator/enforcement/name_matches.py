"""The names of a source, and the stand-ins of its placeables, as matches: soft constraints that ask for what stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glossary import Case, Match, Term
from translator.document import Coverage
from translator.enforcement.draft import source_span
from translator.language import masking, names, numbers, units

NAMES = "names"  # the list of what looks like a name


def find_names(text: str, terms: Iterable[Match]) -> list[Match]:
    """The names of a text that stand in none of its terms, numbers (8,65 LS) and units (09.00 WITA)."""
    taken = [source_span(match) for match in terms]
    taken += [number.span for number in numbers.find(text)]
    taken += [unit.span for unit in units.find(text)]
    covered = Coverage.of(taken)
    matches = []
    for name in names.find(text):
        if not covered.meets(name.span):
            term = Term(name.text, _accepted(name), case=Case.EXACT, plural=False, term_list=NAMES)
            matches.append(Match(name.span.start, name.span.end, name.text, term, required=False))
    return matches


def stand_in_matches(masks: Iterable[masking.Mask], start: int, terms: Sequence[Match]) -> list[Match]:
    """The names that stand in for placeables as matches, but for those inside a term. start: of the text used."""
    taken = Coverage.of(map(source_span, terms))
    matches = []
    for mask in masks:
        span = mask.masked.shifted(-start)
        if mask.is_name and not taken.meets(span):
            term = Term(mask.stand_in, (mask.stand_in,), case=Case.EXACT, plural=False, term_list=NAMES)
            matches.append(Match(span.start, span.end, mask.stand_in, term, required=False))
    return matches


def _accepted(name: names.Name) -> tuple[str, ...]:
    spelling = names.english_spelling(name.text)
    if spelling:
        return *name.accepted, spelling
    return name.accepted
