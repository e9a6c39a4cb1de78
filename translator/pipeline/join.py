"""From the pairs of a document, one after another, to its bitext."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from translator.bitext import Bitext, Finding, Pair, SegmentPair, Stamp
from translator.document import Document, Segment, Span
from translator.language.sentences import split
from translator.spool import Spool


def assemble_bitext(
    document: Document, spans: Sequence[tuple[Span, ...]], pairs: Iterable[Pair], stamp: Stamp
) -> Bitext:
    """The bitext of a document. spans: of the sentences of each segment; pairs: of all sentences in their order."""
    waiting = iter(pairs)
    segments = []
    for segment, sentences in zip(document.segments, spans, strict=True):
        segments.append(SegmentPair(segment, sentences, tuple(islice(waiting, len(sentences)))))
    return Bitext(document, tuple(segments), stamp)


@dataclass(slots=True)
class BitextDraft:
    """A bitext that grows as its pairs are made.

    whole: the segments that have all their pairs. opened: those whose sentences were taken and that have not, each with
    the spans of its sentences. pairs: of the first of them, so far.
    """

    whole: Spool[SegmentPair]
    opened: deque[tuple[Segment, tuple[Span, ...]]] = field(default_factory=deque)
    pairs: list[Pair] = field(default_factory=list)

    def sentences(self, document: Document) -> Iterator[str]:
        """The sentences of the document, whose pairs are to be added in this order."""
        for segment in document.segments:
            spans = tuple(split(segment.text))
            self.opened.append((segment, spans))
            self._close()
            for span in spans:
                yield span.of(segment.text)

    def add(self, pair: Pair) -> None:
        """Add the pair of the next sentence. Raises OutputError where the disk does not take it."""
        self.pairs.append(pair)
        self._close()

    def _close(self) -> None:
        """Put the segments that have all their pairs among the whole ones."""
        while self.opened and len(self.pairs) == len(self.opened[0][1]):
            segment, spans = self.opened.popleft()
            self.whole.append(SegmentPair(segment, spans, tuple(self.pairs)), len(segment.text))
            self.pairs = []


def add_findings(segments: Spool[SegmentPair], found: Iterable[tuple[int, Finding]]) -> None:
    """Put what the checks of a document found into its pairs. found: with the number of the pair, from 0."""
    findings: dict[int, tuple[Finding, ...]] = {}
    for number, finding in found:
        findings[number] = (*findings.get(number, ()), finding)
    if not findings:
        return
    first = 0
    for place, segment in enumerate(segments):
        numbers = range(first, first + len(segment.pairs))
        if not findings.keys().isdisjoint(numbers):
            segments[place] = _with_findings(segment, first, findings)
        first = numbers.stop


def _with_findings(segment: SegmentPair, first: int, findings: Mapping[int, tuple[Finding, ...]]) -> SegmentPair:
    """The segment with these findings behind those of its pairs. first: the number of its first pair."""
    pairs = []
    for number, pair in enumerate(segment.pairs, first):
        pairs.append(replace(pair, findings=(*pair.findings, *findings.get(number, ()))))
    return replace(segment, pairs=tuple(pairs))
