"""From a document to the sentences that are translated, each with what must stand in its translation."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from glossary import USER_LIST, Case, Match, Matcher, TermKind, settle_brackets
from translator.document import Document, Span
from translator.enforcement.cascade import Task
from translator.enforcement.draft import source_span
from translator.enforcement.name_matches import NAMES, find_names, stand_in_matches
from translator.language import allcaps, compass, masking, names
from translator.language.clauses import split_long
from translator.language.identification import Language, is_foreign
from translator.language.nontranslatable import is_copied, marker
from translator.language.numbers import is_figures
from translator.language.sentences import split

_PARTED = re.compile(r"[^\W\d_][\s-]+[^\W\d_]")
_NUMBER_BEFORE = re.compile(r"[\dIVXL]/\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on its way through the pipeline.

    text: the source without its placeables, which are the `masks`. spans: of the parts of `text` that the engine gets,
    most often one. tasks: one for each part; none where the sentence is copied: figures alone, which are written as
    English writes them, or text in another language.
    capitals: the sentence stands in capital letters throughout.
    """

    source: str
    text: str = ""
    spans: tuple[Span, ...] = ()
    tasks: tuple[Task, ...] = ()
    capitals: bool = False
    masks: tuple[masking.Mask, ...] = ()

    @property
    def terms(self) -> list[Match]:
        """Its terms, without the names, in the order in which its pair has them; those of a mask are where it stood."""
        masked = {mask.stand_in: mask.terms for mask in self.masks}
        terms: list[Match] = []
        for match in chain.from_iterable(task.matches for task in self.tasks):
            terms += masked.get(match.text, ()) if match.term.term_list == NAMES else [match]
        return terms


@dataclass(frozen=True, slots=True)
class Preparation:
    """How sentences are prepared.

    matcher: finds the terms; folded_matcher: finds them in any case, for text in capitals.
    keep_names: words that look like names are to stand in the translation as they are, outside text in capitals.
    fits: is a text short enough to be translated as one?
    language: of most of the document, which decides about short lines.
    """

    matcher: Matcher
    folded_matcher: Matcher
    keep_names: bool
    fits: Callable[[str], bool]
    language: Language = Language.UNKNOWN


def split_document(document: Document) -> list[tuple[Span, ...]]:
    """For each segment the spans of its sentences."""
    return [tuple(split(segment.text)) for segment in document.segments]


def prepare(source: str, how: Preparation) -> Sentence:
    """One sentence, with its terms and names found and its placeables masked."""
    if is_copied(source[marker(source) :]) or is_foreign(source, how.language):
        return Sentence(source)
    text, masks = _mask(source, how.matcher)
    start = marker(text)
    body = text[start:]
    in_capitals = allcaps.is_in_capitals(body)
    matcher = how.folded_matcher if in_capitals else how.matcher
    terms = [_constraint(match, start) for match in _terms(text, matcher, masks) if match.start >= start]
    if not in_capitals:
        terms = list(map(_in_its_capitals, terms))
    if not terms and (is_figures(body) or (how.keep_names and names.are_all(body))):
        return Sentence(source)
    matches = [*terms, *stand_in_matches(masks, start, terms)]
    letters = allcaps.lowered if in_capitals else allcaps.without_emphasis
    body = letters(body, terms)
    if how.keep_names:
        matches += find_names(body, matches)
    matches.sort(key=lambda match: match.start)
    spans = split_long(body, how.fits, list(map(source_span, terms)))
    parts = tuple([span.shifted(start) for span in spans])
    return Sentence(source, text, parts, _tasks(body, spans, matches), in_capitals, masks)


def _terms(text: str, matcher: Matcher, masks: Sequence[masking.Mask]) -> Iterator[Match]:
    """The terms of a text, with brackets settled.

    A stand-in of a placeable is none, nor is a built-in one that begins inside a point of the compass or the name of a
    unit.
    """
    stand_ins = {mask.masked for mask in masks if mask.is_name}
    points = compass.find(text)
    for match in settle_brackets(text, matcher.find(text)):
        if source_span(match) in stand_ins:
            continue
        is_users = match.term.term_list == USER_LIST
        if is_users or not (compass.cuts(points, source_span(match)) or _is_name_of_unit(text, match)):
            yield match


def _is_name_of_unit(text: str, match: Match) -> bool:
    """Is a match, unless it is a place, a part of the name behind the number of a unit: Yonif 100/Prajurit Setia?"""
    if match.term.kind is TermKind.PLACE or not match.text[:1].isupper():
        return False
    return _NUMBER_BEFORE.search(text, max(0, match.start - 3), match.start) is not None


def _mask(source: str, matcher: Matcher) -> tuple[str, tuple[masking.Mask, ...]]:
    """The source with its placeables masked, but for those inside a term (AT&T): they are the glossary's."""
    text, masks = masking.mask(source)
    if not masks:
        return text, masks
    matches = matcher.find(source)
    own = [match for match in matches if match.term.term_list == USER_LIST]
    return masking.mask(source, list(map(source_span, matches)), own)


def _tasks(body: str, spans: Sequence[Span], matches: Sequence[Match]) -> tuple[Task, ...]:
    """What the engine gets: one task for each part of a sentence, with the matches that stand in it."""
    waiting = deque(matches)
    last = len(spans) - 1
    tasks = []
    for number, span in enumerate(spans):
        inside = tuple(_inside(span, waiting))
        tasks.append(Task(span.of(body), inside, number == 0, number == last))
    return tuple(tasks)


def _inside(span: Span, waiting: deque[Match]) -> Iterator[Match]:
    """The matches at the head of the queue that stand in `span`, as they stand there; a match that it cuts is lost."""
    while waiting and waiting[0].end <= span.end:
        match = waiting.popleft()
        if match.start >= span.start:
            yield _shifted(match, -span.start)


def _constraint(match: Match, start: int) -> Match:
    """A match as it stands in the text from `start` on. Terms of the built-in lists are soft constraints."""
    is_required = match.required and match.term.term_list == USER_LIST
    return replace(_shifted(match, -start), required=is_required)


def _in_its_capitals(match: Match) -> Match:
    """A match whose English takes over its capitals, where all words of a phrase stand in them inside a sentence.

    A single word may be an abbreviation.
    """
    term = match.term
    if match.text in (term.source, *term.variants):
        return match
    if not _PARTED.search(match.text) or not allcaps.is_in_capitals(match.text):
        return match
    return replace(match, term=replace(term, case=Case.TRANSFER))


def _shifted(match: Match, by: int) -> Match:
    return replace(match, start=match.start + by, end=match.end + by)
