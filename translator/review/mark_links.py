"""Word links that the markup of a translation tells: words in the same mark on both sides belong together.

Only tables have the links that the model gave. Without them, the translated document itself shows where its bold words,
links and notes stand, so that these stand there again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from translator.bitext import Link, Pair
from translator.document import Document, Mark, Segment, Span, spans_of

_WORD = re.compile(r"\S+")
_NOWHERE = Span(0, 0)


def with_mark_links(
    formers: Sequence[Pair | None], document: Document, spans: Sequence[tuple[Span, ...]], translated: Sequence[Segment]
) -> list[Pair | None]:
    """What sentences were, with links for those that have none. spans: of the sentences of each segment.

    translated: the segments of the translation; what stands there is told by their order, so there must be as many.
    """
    if len(translated) != len(document.segments):
        return list(formers)
    waiting = iter(formers)
    linked: list[Pair | None] = []
    for segment, sentences, other in zip(document.segments, spans, translated, strict=True):
        pairs = list(islice(waiting, len(sentences)))
        links = _links(segment, sentences, other, _places(other.text, pairs))
        linked += map(_linked, pairs, links)
    return linked


def _linked(pair: Pair | None, links: set[Link]) -> Pair | None:
    if pair is None or pair.links:
        return pair
    return replace(pair, links=tuple(sorted(links)))


def _places(text: str, pairs: Sequence[Pair | None]) -> list[Span]:
    """Where the translations of sentences stand in that of their segment."""
    places = []
    done = 0
    for pair in pairs:
        start = text.find(pair.target, done) if pair else -1
        if pair is None or start < 0:
            places.append(_NOWHERE)
            continue
        done = start + len(pair.target)
        places.append(Span(start, done))
    return places


def _links(segment: Segment, spans: Sequence[Span], other: Segment, places: Sequence[Span]) -> list[set[Link]]:
    """For each sentence the links of its words that stand in marks."""
    links: list[set[Link]] = [set() for _ in spans]
    for mark, same in _same_marks(segment.marks, other.marks):
        for number, (span, place) in enumerate(zip(spans, places, strict=True)):
            targets = _words_in(other.text, place, same.span)
            for source in _words_in(segment.text, span, mark.span):
                links[number].update([Link(source, target) for target in targets])
    return links


def _same_marks(marks: Sequence[Mark], others: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """The marks of a segment, each with the one that it became: the first of two alike is the first again."""
    alike: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for mark in others:
        alike[mark.opening, mark.closing].append(mark)
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for mark in marks:
        key = mark.opening, mark.closing
        if counted[key] < len(alike[key]):
            yield mark, alike[key][counted[key]]
        counted[key] += 1


def _words_in(text: str, sentence: Span, span: Span) -> list[int]:
    """The numbers of the words of a sentence that a mark touches; of one without words, that of the word before it."""
    words = spans_of(_WORD.finditer(text, sentence.start, sentence.end))
    if span.start < span.end:
        return [number for number, word in enumerate(words) if word.overlaps(span)]
    before = [number for number, word in enumerate(words) if word.start < span.start <= sentence.end]
    return before[-1:]
