"""The corridor: a document in, its bitext out.

Each step is a function; no step looks backwards. The only branch is for what is copied as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from glossary.matcher import Matcher
from glossary.term import Case, Match, Term
from translator import alignment, capitals, numbers
from translator.bitext import Bitext, Finding, Link, Origin, Pair, SegmentPair, Stamp, TermUse
from translator.clauses import split_long
from translator.document import Document, Span
from translator.enforcement import Enforced, Task, enforce
from translator.engines.base import Engine
from translator.sentences import split
from translator.untranslated import is_copied, marker

# Sentences that are asked for at once: enough for the engine to make full batches of equal length.
WINDOW = 256
# A part longer than this is split, although a model may take more: beyond it Marian models start to drop words.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Part:
    """What the engine gets of a sentence: the characters `span`, as `task`. Most sentences are one part."""

    span: Span
    task: Task


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on its way. parts: empty for what is copied. capitals: it stands in capital letters throughout."""

    source: str
    parts: tuple[Part, ...] = ()
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The corridor, furnished: what `build` makes of Settings.

    matcher finds the terms; folded is the same in any case, for text in capitals. examine: the checks.
    notices: what the user should be told before the work begins.
    """

    engine: Engine
    matcher: Matcher
    folded: Matcher
    examine: Callable[[Pair], tuple[Finding, ...]]
    beam: int
    stamp: Stamp
    notices: tuple[str, ...] = ()

    def translate(self, document: Document, progress: Callable[[int], None] | None = None) -> Bitext:
        """Translate a document. progress: called with the number of sentences that have just been done."""
        spans = [tuple(split(segment.text)) for segment in document.segments]
        sentences = [
            self._sentence(span.of(segment.text))
            for segment, its_spans in zip(document.segments, spans, strict=True)
            for span in its_spans
        ]
        pairs = iter(self._pairs(sentences, progress or (lambda _: None)))
        segments = tuple(
            SegmentPair(segment, its_spans, tuple(islice(pairs, len(its_spans))))
            for segment, its_spans in zip(document.segments, spans, strict=True)
        )
        return Bitext(document, segments, self.stamp)

    def _sentence(self, source: str) -> Sentence:
        lead = marker(source)
        body = source[lead:]
        if is_copied(body):
            return Sentence(source)
        in_capitals = capitals.is_in_capitals(body)
        matches = (self.folded if in_capitals else self.matcher).find(source)
        matches = [_shifted(match, -lead) for match in matches if match.start >= lead]
        if in_capitals:
            body = capitals.lowered(body, matches)
        terms = [Span(match.start, match.end) for match in matches]
        numbers = [
            match for match in _numbers(body) if not any(term.overlaps(Span(match.start, match.end)) for term in terms)
        ]
        parts = []
        for span in split_long(body, self._fits, terms):
            task = Task(span.of(body), _inside(span, matches), _inside(span, numbers))
            parts.append(Part(span.shifted(lead), task))
        return Sentence(source, tuple(parts), in_capitals)

    def _fits(self, text: str) -> bool:
        return self.engine.count(text) <= min(self.engine.max_pieces, LONGEST)

    def _pairs(self, sentences: Sequence[Sentence], progress: Callable[[int], None]) -> Iterator[Pair]:
        for start in range(0, len(sentences), WINDOW):
            window = sentences[start : start + WINDOW]
            tasks = list(dict.fromkeys(part.task for sentence in window for part in sentence.parts))
            done = dict(zip(tasks, enforce(self.engine, tasks, self.beam), strict=True)) if tasks else {}
            progress(len(window))
            for sentence in window:
                pair = _joined(sentence, [done[part.task] for part in sentence.parts])
                yield replace(pair, findings=self.examine(pair))


def _joined(sentence: Sentence, translations: Sequence[Enforced]) -> Pair:
    """The pair of a sentence from the translations of its parts; between them stands what the source has there."""
    source = sentence.source
    if not sentence.parts:
        return Pair(source, source, Origin.COPIED)
    target, plain, done = "", "", 0
    terms: list[TermUse] = []
    links: list[alignment.SpanLink] = []
    for part, translation in zip(sentence.parts, translations, strict=True):
        gap = source[done : part.span.start]
        target, plain, done = target + gap, plain + gap, part.span.end
        terms += [_placed(term, part.span.start, len(target)) for term in translation.terms]
        links += [(a.shifted(part.span.start), b.shifted(len(target))) for a, b in translation.links]
        target += translation.text
        plain += translation.unforced or translation.text
    if sentence.capitals:
        target, plain = capitals.raised(target), capitals.raised(plain)
    numbered: tuple[Link, ...] = alignment.number(source, target, links)
    score = sum(translation.score for translation in translations) / len(translations)
    unforced = plain if plain != target else None
    return Pair(source, target, Origin.ENGINE, tuple(terms), (), numbered, score, unforced)


def _numbers(text: str) -> list[Match]:
    """The numbers of a text as matches: what is required of them is what is required of a term."""
    return [
        Match(number.span.start, number.span.end, number.text, Term(number.text, number.accepted, case=Case.EXACT))
        for number in numbers.find(text)
    ]


def _inside(span: Span, matches: Sequence[Match]) -> tuple[Match, ...]:
    return tuple(
        _shifted(match, -span.start) for match in matches if span.start <= match.start and match.end <= span.end
    )


def _shifted(match: Match, by: int) -> Match:
    return replace(match, start=match.start + by, end=match.end + by)


def _placed(term: TermUse, source: int, target: int) -> TermUse:
    span = term.target_span and term.target_span.shifted(target)
    return replace(term, source_span=term.source_span.shifted(source), target_span=span)
