"""Are the terms of a glossary honoured in a pair that anybody may have translated?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from glossary import Case, Match, Matcher, Term, VerbForm, accepted, forbidden, indexed, occurrences, settle_brackets
from translator.alignment import words
from translator.bitext import Origin, Pair, Status, TermUse
from translator.document import Span
from translator.enforcement.candidates.nbest import assign
from translator.language.allcaps import is_in_capitals


class TermJudge:
    """Judges pairs by a list of terms. Build it once."""

    def __init__(self, terms: Sequence[Term]) -> None:
        terms = indexed(terms)
        self._matcher = Matcher(terms)
        self._folded = Matcher(terms, any_case=True)

    def judged(self, pair: Pair) -> Pair:
        """The pair with the terms that the list asks of it in place of those that it had."""
        if pair.origin is Origin.COPIED:
            return pair
        matcher = self._folded if is_in_capitals(pair.source) else self._matcher
        return with_terms(pair, settle_brackets(pair.source, matcher.find(pair.source)))


def rejudged(pair: Pair) -> Pair:
    """The pair with the terms that it had; where one does not stand where it stood, all are looked for again."""
    matches = [_match(pair, use) for use in pair.terms]
    for use, match in zip(pair.terms, matches, strict=True):
        if not _stands(use, match, pair.target):
            return with_terms(pair, matches)
    return pair


def with_terms(pair: Pair, matches: Sequence[Match]) -> Pair:
    """The pair with a use for each match, in the order of the source."""
    return replace(pair, terms=_uses(pair, matches))


def _uses(pair: Pair, matches: Sequence[Match]) -> tuple[TermUse, ...]:
    """Each match with a place of its own in the target, as far as there is one; what is recorded of that place stays.

    The longest choose first, for they have the fewest places; each prefers its recorded place.
    """
    matches = sorted(matches, key=lambda match: match.start - match.end)
    recorded = {(use.source_span, use.target_span): use.status for use in pair.terms}
    places = []
    for match in matches:
        term = Span(match.start, match.end)
        places.append(sorted(_places(pair.target, match), key=lambda place: (term, place[0]) not in recorded))
    assigned = assign(places)
    uses = []
    for number, match in enumerate(matches):
        source, source_span = match.term.source, Span(match.start, match.end)
        target, status, target_span = match.term.targets[0], Status.MISSING, None
        if number in assigned:
            target_span, target = places[number][assigned[number]]
            status = recorded.get((source_span, target_span), Status.NATURAL)
        banned, term_list = _banned(pair, match), match.term.term_list
        uses.append(TermUse(source, target, status, source_span, target_span, forbidden=banned, term_list=term_list))
    return tuple(sorted(uses, key=attrgetter("source_span")))


def _places(target: str, match: Match) -> list[tuple[Span, str]]:
    """Where a translation of the term stands in the target, and in which form."""
    return [(Span(start, end), form) for start, end, form in occurrences(target, match)]


def _banned(pair: Pair, match: Match) -> tuple[str, ...]:
    """The forbidden forms in the target, but for those whose words the pair links to other words than the term's."""
    term = Span(match.start, match.end)
    found = []
    for place in forbidden(pair.target, match):
        span = Span(*place)
        linked = _words_linked_to(pair, span)
        if not linked or any(word.overlaps(term) for word in linked):
            found.append(span.of(pair.target))
    return tuple(found)


def _words_linked_to(pair: Pair, place: Span) -> list[Span]:
    """The words of the source that are linked to a place in the target. Links to words that are not there are none."""
    source_words, target_words = words(pair.source), words(pair.target)
    linked = []
    for link in pair.links:
        is_known = link.source < len(source_words) and link.target < len(target_words)
        if is_known and target_words[link.target].overlaps(place):
            linked.append(source_words[link.source])
    return linked


def _match(pair: Pair, use: TermUse) -> Match:
    """The match that a recorded use came from."""
    is_any_case = use.target.islower() or is_in_capitals(pair.source)
    case = Case.FOLD if is_any_case else Case.EXACT
    is_verb = _is_inflected(pair, use)
    term = Term(use.source, (use.target,), case=case, verb=is_verb, term_list=use.term_list)
    span = use.source_span
    return Match(span.start, span.end, span.of(pair.source), term, verb_form=VerbForm.AGENT if is_verb else None)


def _is_inflected(pair: Pair, use: TermUse) -> bool:
    """Does a form of the translation as a verb stand where it is recorded: attacked for attack?"""
    if use.target_span is None:
        return False
    target, written = use.target.casefold(), use.target_span.of(pair.target).casefold()
    return written != target and written in accepted(target, VerbForm.AGENT)  # the most that any form of a verb accepts


def _stands(use: TermUse, match: Match, target: str) -> bool:
    """Does a translation of the term stand where it is recorded?"""
    if use.target_span is None:
        return True
    return any(span == use.target_span for span, _ in _places(target, match))
