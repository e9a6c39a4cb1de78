"""Are the terms of a glossary honoured in a pair that anybody may have translated?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from glossary import Case, Match, Matcher, Term, VerbForm, accepted, forbidden, occurrences
from translator.alignment import words
from translator.bitext import Origin, Pair, Status, TermUse
from translator.document import Span
from translator.enforcement.candidates.nbest import assign
from translator.language.allcaps import is_in_capitals


class Judge:
    """Judges pairs by a list of terms. Build it once."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._matcher = Matcher(terms)
        self._folded = Matcher([replace(term, case=Case.FOLD) for term in terms])

    def judged(self, pair: Pair) -> Pair:
        """The pair with the terms that the list asks of it in place of those that it had."""
        if pair.origin is Origin.COPIED:
            return pair
        matcher = self._folded if is_in_capitals(pair.source) else self._matcher
        return replace(pair, terms=_uses(pair, matcher.find(pair.source)))


def rejudged(pair: Pair) -> Pair:
    """The pair with the terms that it had; where one does not stand where it stood, all are looked for again."""
    matches = [_match(pair, use) for use in pair.terms]
    if all(_stands(use, match, pair.target) for use, match in zip(pair.terms, matches, strict=True)):
        return pair
    return replace(pair, terms=_uses(pair, matches))


def _uses(pair: Pair, matches: Sequence[Match]) -> tuple[TermUse, ...]:
    """Each match with a place of its own in the target, as far as there is one; what is recorded of that place stays.

    The longest choose first, for they have the fewest places.
    """
    matches = sorted(matches, key=lambda match: match.start - match.end)
    places = [[(Span(start, end), form) for start, end, form in occurrences(pair.target, match)] for match in matches]
    held = assign(places)
    statuses = {(use.source_span, use.target_span): use.status for use in pair.terms}
    uses = []
    for number, match in enumerate(matches):
        banned = _banned(pair, match)
        source, source_span = match.term.source, Span(match.start, match.end)
        if number in held:
            span, target = places[number][held[number]]
            status = statuses.get((source_span, span), Status.NATURAL)
            uses.append(TermUse(source, target, status, source_span, span, forbidden=banned))
        else:
            uses.append(TermUse(source, match.term.targets[0], Status.MISSING, source_span, None, forbidden=banned))
    return tuple(sorted(uses, key=attrgetter("source_span")))


def _banned(pair: Pair, match: Match) -> tuple[str, ...]:
    """The forbidden forms in the target, but for those whose words the pair links to other words than the term's."""
    here, there = words(pair.source), words(pair.target)
    known = [link for link in pair.links if link.source < len(here) and link.target < len(there)]
    found = []
    for place in (Span(*place) for place in forbidden(pair.target, match)):
        linked = [here[link.source] for link in known if there[link.target].overlaps(place)]
        if not linked or any(word.overlaps(Span(match.start, match.end)) for word in linked):
            found.append(place.of(pair.target))
    return tuple(found)


def _match(pair: Pair, use: TermUse) -> Match:
    case = Case.FOLD if use.target.islower() or is_in_capitals(pair.source) else Case.EXACT
    span = use.source_span
    term = Term(use.source, (use.target,), case=case, verb=_is_inflected(pair, use))
    return Match(span.start, span.end, span.of(pair.source), term, verb_form=VerbForm.AGENT if term.verb else None)


def _is_inflected(pair: Pair, use: TermUse) -> bool:
    """Does a form of the translation as a verb stand where it is recorded: attacked for attack?"""
    stands = use.target_span.of(pair.target).casefold() if use.target_span else use.target.casefold()
    forms = accepted(use.target.casefold(), VerbForm.AGENT)  # the most that any form of the verb accepts
    return stands != use.target.casefold() and stands in forms


def _stands(use: TermUse, match: Match, target: str) -> bool:
    place = use.target_span
    return place is None or any(
        (start, end) == (place.start, place.end) for start, end, _ in occurrences(target, match)
    )
