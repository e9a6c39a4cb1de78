"""The corridor: a document in, its bitext out.

Each step is a function; no step looks backwards. The only branch is for what is copied as it stands.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from glossary import Match, Matcher
from translator import alignment
from translator.bitext import Bitext, Finding, Origin, Pair, SegmentPair, Stamp, TermUse
from translator.document import Document, Span
from translator.enforcement import name_constraints
from translator.enforcement.cascade import Enforced, Task
from translator.enforcement.name_constraints import Asked
from translator.engines.base import Engine
from translator.language import allcaps, placeables
from translator.language.clauses import split_long
from translator.language.nontranslatable import is_copied, marker
from translator.language.sentences import split

# Sentences that are asked for at once: enough for the engine to make full batches of equal length.
WINDOW = 256
# A part longer than this is split, although a model may take more: beyond it Marian models start to drop words.
LONGEST = 200


Progress = Callable[[int], None]  # told the number of sentences that have just been done


@dataclass(frozen=True, slots=True)
class Part:
    """What the engine gets of a sentence: the characters `span`, with what is `asked`. Most sentences are one part."""

    span: Span
    asked: Asked


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on its way.

    parts: of what is `left` of the source without the addresses in it, which are the `cuts`; none where the sentence is
    copied. capitals: it stands in capital letters throughout.
    """

    source: str
    parts: tuple[Part, ...] = ()
    capitals: bool = False
    left: str = ""
    cuts: tuple[placeables.Cut, ...] = ()


@dataclass(slots=True)
class Work:
    """A document on its way. spans: of the sentences of each segment. pairs: of the first of `sentences`, so far."""

    document: Document
    spans: list[tuple[Span, ...]]
    sentences: list[Sentence]
    pairs: list[Pair] = field(default_factory=list)
    error: Exception | None = None

    @property
    def left(self) -> int:
        return 0 if self.error else len(self.sentences) - len(self.pairs)

    def ahead(self) -> list[Sentence]:
        """The next window of its sentences."""
        return self.sentences[len(self.pairs) : len(self.pairs) + min(self.left, WINDOW)]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The corridor, furnished: what `build` makes of Settings.

    matcher finds the terms; folded is the same in any case, for text in capitals. examine: the checks.
    notices: what the user should be told before the work begins.
    remembered: how many translations are kept for when the same sentence comes again. keep_names: words that look like
    names, outside text in capitals, are to stand in the translation as they are.
    """

    engine: Engine
    matcher: Matcher
    folded: Matcher
    examine: Callable[[Pair], tuple[Finding, ...]]
    beam: int
    stamp: Stamp
    notices: tuple[str, ...] = ()
    remembered: int = 20_000
    keep_names: bool = True

    def translate(self, document: Document, progress: Progress = lambda _: None) -> Bitext:
        """Translate one document. Raises what the engine raised."""
        ((_, result),) = self.stream([document], progress)
        if isinstance(result, Exception):
            raise result
        return result

    def stream(
        self,
        documents: Iterable[Document],
        progress: Progress = lambda _: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[tuple[Document, Bitext | Exception]]:
        """Translate documents, in their order, each given back as soon as it is whole.

        The engine gets the sentences of many documents at once; they are read ahead by no more than a window. Where it
        fails on a sentence, the document that holds the sentence comes out as the error, the others whole; so, too,
        where a check or the splitting fails.
        stopped: asked before each window; once it says yes, nothing more comes.
        """
        queue: deque[Work] = deque()
        known: dict[Asked, Enforced] = {}
        for document in documents:
            queue.append(self._opened(document))
            while sum(work.left for work in queue) >= WINDOW:
                if stopped():
                    return
                self._advance(queue, known, progress)
                yield from self._whole(queue)
        while queue and not stopped():
            self._advance(queue, known, progress)
            yield from self._whole(queue)

    def _opened(self, document: Document) -> Work:
        try:
            return self._begun(document)
        except Exception as error:  # one document's, whatever it is: the others go on
            return Work(document, [], [], error=error)

    def _begun(self, document: Document) -> Work:
        spans = [tuple(split(segment.text)) for segment in document.segments]
        sentences = [
            self._sentence(span.of(segment.text))
            for segment, its_spans in zip(document.segments, spans, strict=True)
            for span in its_spans
        ]
        return Work(document, spans, sentences)

    def _advance(self, queue: Iterable[Work], known: dict[Asked, Enforced], progress: Progress) -> None:
        """Translate the next window of sentences."""
        window = list(islice(((work, sentence) for work in queue for sentence in work.ahead()), WINDOW))
        try:
            done = self._enforced([sentence for _, sentence in window], known)
        except Exception:  # of some sentence: find out in whose document it stands
            done = {}
            for work in {id(work): work for work, _ in window}.values():
                try:
                    done |= self._enforced([sentence for owner, sentence in window if owner is work], known)
                except Exception as error:
                    work.error = error
        progress(len(window))
        for work, sentence in window:
            if not work.error:
                try:
                    pair = _joined(sentence, [done[part.asked] for part in sentence.parts])
                    work.pairs.append(replace(pair, findings=self.examine(pair)))
                except Exception as error:
                    work.error = error
        known.update(done)
        while len(known) > self.remembered:
            del known[next(iter(known))]  # the oldest

    def _enforced(self, sentences: Iterable[Sentence], known: Mapping[Asked, Enforced]) -> dict[Asked, Enforced]:
        """The translations of the sentences' parts; what was translated not long ago is not translated again."""
        asked = dict.fromkeys(part.asked for sentence in sentences for part in sentence.parts)
        done = {one: known[one] for one in asked if one in known}
        new = [one for one in asked if one not in done]
        done.update(zip(new, name_constraints.keep(self.engine, new, self.beam), strict=True))
        return done

    def _whole(self, queue: deque[Work]) -> Iterator[tuple[Document, Bitext | Exception]]:
        """The documents at the head of the queue that are done with; they leave it."""
        while queue and (queue[0].error or not queue[0].left):
            work = queue.popleft()
            pairs = iter(work.pairs)
            yield (
                work.document,
                work.error
                or Bitext(
                    work.document,
                    tuple(
                        SegmentPair(segment, spans, tuple(islice(pairs, len(spans))))
                        for segment, spans in zip(work.document.segments, work.spans, strict=True)
                    ),
                    self.stamp,
                ),
            )

    def _sentence(self, source: str) -> Sentence:
        left, cuts = placeables.cut(source)
        lead = marker(left)
        body = left[lead:]
        if is_copied(body):
            return Sentence(source)
        in_capitals = allcaps.is_in_capitals(body)
        matches = (self.folded if in_capitals else self.matcher).find(left)
        matches = [_shifted(match, -lead) for match in matches if match.start >= lead]
        names = name_constraints.find(body, matches) if self.keep_names and not in_capitals else []
        if in_capitals:
            body = allcaps.lowered(body, matches)
        parts = []
        terms, kept = deque(matches), deque(names)
        for span in split_long(body, self._fits, [Span(match.start, match.end) for match in matches]):
            task = Task(span.of(body), tuple(_inside(span, terms)))
            parts.append(Part(span.shifted(lead), Asked(task, tuple(_inside(span, kept)))))
        return Sentence(source, tuple(parts), in_capitals, left, cuts)

    def _fits(self, text: str) -> bool:
        most = min(self.engine.max_pieces, LONGEST)
        if text.isascii() and len(text) < most - 1:
            return True  # of as many pieces as letters, one for where it begins and one for the language
        return self.engine.count(text) <= most


def _joined(sentence: Sentence, translations: Sequence[Enforced]) -> Pair:
    """The pair of a sentence from the translations of its parts; between them stands what the source has there."""
    if not sentence.parts:
        return Pair(sentence.source, sentence.source, Origin.COPIED)
    source = sentence.left
    target, plain, done = "", "", 0
    terms: list[TermUse] = []
    names: list[TermUse] = []
    links: list[alignment.SpanLink] = []
    for part, translation in zip(sentence.parts, translations, strict=True):
        gap = source[done : part.span.start]
        target, plain, done = target + gap, plain + gap, part.span.end
        uses = [_placed(use, part.span.start, len(target)) for use in translation.terms]
        own = [_shifted(match, part.span.start) for match in part.asked.names]
        for found, every in zip(name_constraints.parted(uses, own), (terms, names), strict=True):
            every += found
        links += [(a.shifted(part.span.start), b.shifted(len(target))) for a, b in translation.links]
        target += translation.text
        plain += translation.unforced or translation.text
    if sentence.capitals:
        target, plain = allcaps.raised(target), allcaps.raised(plain)
    unforced = plain if plain != target else None
    score = sum(translation.score for translation in translations) / len(translations)
    planted = placeables.plant(target if target.strip() else source, [*terms, *names], links, sentence.cuts, source)
    numbered = alignment.number(sentence.source, planted.target, planted.links)
    required, kept = planted.terms[: len(terms)], planted.terms[len(terms) :]
    return Pair(sentence.source, planted.target, Origin.ENGINE, required, (), numbered, score, unforced, kept)


def _inside(span: Span, waiting: deque[Match]) -> Iterator[Match]:
    """The matches at the head of the queue that stand in `span`, as they stand there; a match that it cuts is lost."""
    while waiting and waiting[0].end <= span.end:
        match = waiting.popleft()
        if match.start >= span.start:
            yield _shifted(match, -span.start)


def _shifted(match: Match, by: int) -> Match:
    return replace(match, start=match.start + by, end=match.end + by)


def _placed(term: TermUse, source: int, target: int) -> TermUse:
    span = term.target_span and term.target_span.shifted(target)
    return replace(term, source_span=term.source_span.shifted(source), target_span=span)
