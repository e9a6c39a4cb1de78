"""The words of a term and those of its English belong together, whatever the links between words say.

Links come from the model's attention, and inside a term of several words they are often wrong or missing. Where a
term stands in the translation was verified.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.bitext import Pair, TermUse
from translator.document import Span
from translator.language.word_lists import words
from translator.markup.copied_words import core, touched

_WORD = re.compile(r"\S+")  # as links count words
_FUNCTION_WORDS = words("english_function_words", "unlinked")


@dataclass(frozen=True, slots=True)
class LinkedTerm:
    """A term by the numbers of its words and of the words of its English."""

    sources: range
    targets: range


def linked_terms(pair: Pair) -> list[LinkedTerm]:
    """The terms of whole words that the translation has."""
    source_words, target_words = _words(pair.source), _words(pair.target)
    uses = [use for use in pair.terms if use.target_span is not None]
    alike = Counter(_english(use, pair) for use in uses)
    linked = set(pair.links)
    terms = []
    for use in uses:
        sources = _whole_words(source_words, pair.source, use.source_span)
        targets = _whole_words(target_words, pair.target, use.target_span or Span(0, 0))
        if not sources or not targets:
            continue
        # Of two alike, the places may have been told without links: those that the links deny are not believed.
        if alike[_english(use, pair)] == 1 or not linked.isdisjoint(_product(sources, targets)):
            terms.append(LinkedTerm(sources, targets))
    return terms


def _english(use: TermUse, pair: Pair) -> str:
    return (use.target_span or Span(0, 0)).of(pair.target).casefold()


def _product(sources: range, targets: range) -> Iterator[tuple[int, int]]:
    for source in sources:
        for target in targets:
            yield source, target


def _words(text: str) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(text)]


def _whole_words(known: Sequence[Span], text: str, span: Span) -> range:
    """The numbers of the white-space words that a span touches; none where it leaves out letters of one of them."""
    numbers = touched(known, span)
    for number in numbers:
        letters = core(known[number], text)
        if letters.start < span.start or letters.end > span.end:
            return range(0)
    return numbers


def with_terms(pair: Pair, links: dict[int, list[int]], terms: list[LinkedTerm]) -> dict[int, list[int]]:
    """The links, those of a term's words to its English alone, and to what they alone are linked to right beside it.

    A word that is linked to no word of that English is linked to all of it; and what none is linked to at its edges, to
    all of the term's words. A word outside the terms keeps its links to their English only where it has no others but
    to function words.
    """
    if not terms:
        return links
    taken = {target for term in terms for target in term.targets}
    content = {target for target, word in enumerate(pair.target.split()) if word.casefold() not in _FUNCTION_WORDS}
    made = {}
    for source, targets in links.items():
        free = [target for target in targets if target not in taken]
        made[source] = targets if content.isdisjoint(free) else free
    sources_of = _sources_of(links)
    for term in terms:
        made.update(_links_of(term, _with_own(term, taken, sources_of), links))
    return made


def _sources_of(links: dict[int, list[int]]) -> dict[int, set[int]]:
    """The links from the other side: of each target word its source words."""
    found: dict[int, set[int]] = {}
    for source, targets in links.items():
        for target in targets:
            found.setdefault(target, set()).add(source)
    return found


def _with_own(term: LinkedTerm, taken: set[int], sources_of: dict[int, set[int]]) -> range:
    """The words of a term's English, and those right beside it that are linked to the term alone."""
    first, stop = term.targets.start, term.targets.stop
    while first - 1 not in taken and _is_own(sources_of.get(first - 1), term):
        first -= 1
    while stop not in taken and _is_own(sources_of.get(stop), term):
        stop += 1
    return range(first, stop)


def _is_own(sources: set[int] | None, term: LinkedTerm) -> bool:
    """Is a target word with these links linked to the term alone?"""
    if not sources:
        return False
    return sources.issubset(term.sources)


def _links_of(term: LinkedTerm, allowed: range, links: dict[int, list[int]]) -> dict[int, list[int]]:
    """The links of a term's words among the target words allowed, which hold its English."""
    made: dict[int, list[int]] = {}
    for source in term.sources:
        made[source] = [target for target in links.get(source, ()) if target in allowed] or list(term.targets)
    linked = [target for targets in made.values() for target in targets]
    edges = [*range(term.targets.start, min(linked)), *range(max(linked) + 1, term.targets.stop)]
    for targets in made.values():
        targets += edges
    return made
