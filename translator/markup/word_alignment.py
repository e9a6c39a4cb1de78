"""The words of a segment and of its translation, cut into parts as fine as the marks need, and linked.

A part is a word, a side of a slash or dash, or what the border of a mark cuts off inside a word: `H<sub>2</sub>O` has
three. Where the translation copies such a word, it is cut at the same letters and linked part for part.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

from translator.bitext import Pair, SegmentPair
from translator.document import Mark, MarkKind, Span

_WORD = re.compile(r"\S+")  # as links count words
_PART = re.compile(r"`[^`\s]*`|[^\s/–—`]+|[/–—`]+")  # of a word: `darat/laut` has three


@dataclass(frozen=True, slots=True)
class ProjectedSentence:
    """source, target: its characters in the segment's text and translation; *_parts: the numbers of its parts there."""

    source: Span
    target: Span
    source_parts: range
    target_parts: range


@dataclass(frozen=True, slots=True)
class Aligned:
    """The parts of a segment and of its translation.

    links: for a source part, the target parts linked to it. linked: the source parts that have links, in order.
    """

    text: str
    target: str
    source_parts: tuple[Span, ...]
    target_parts: tuple[Span, ...]
    links: dict[int, list[int]]
    linked: tuple[int, ...]
    sentences: tuple[ProjectedSentence, ...]

    def sentence_at(self, place: int) -> int:
        """The number of the first sentence that ends after a place of the source."""
        return bisect_right(self.sentences, place, key=_source_end)

    def linked_in(self, parts: range, from_end: bool = False) -> int | None:
        """The first of the source parts that has links; or the last of them."""
        first = bisect_left(self.linked, parts.start)
        end = bisect_left(self.linked, parts.stop)
        if first >= end:
            return None
        if from_end:
            return self.linked[end - 1]
        return self.linked[first]


def aligned(pair: SegmentPair) -> Aligned:
    """The parts of a segment pair and their links, found from the links between words."""
    text = pair.segment.text
    target = pair.target
    borders = _borders(pair.segment.marks, text)
    sources: list[Span] = []
    targets: list[Span] = []
    links: dict[int, list[int]] = {}
    sentences = []
    at = 0  # in the segment's translation
    done = 0  # in the segment's text
    for span, sentence in zip(pair.spans, pair.pairs, strict=True):
        at += span.start - done
        done = span.end
        place = Span(at, at + len(sentence.target))
        at = place.end
        first_source = len(sources)
        first_target = len(targets)
        words = _Words(text, target, span, place, _words(text, span), _words(target, place), _word_links(sentence))
        copies = _copies(words, borders)
        cuts = sorted({end for _, copied in copies for end in copied})
        source_parts = _cut(words.sources, text, borders, sources)
        target_parts = _cut(words.targets, target, cuts, targets)
        _link_parts(words, copies, (source_parts, target_parts), (sources, targets), links)
        source_range = range(first_source, len(sources))
        sentences.append(ProjectedSentence(span, place, source_range, range(first_target, len(targets))))
    linked = []
    for part in sorted(links):
        if links[part]:
            linked.append(part)
    return Aligned(text, target, tuple(sources), tuple(targets), links, tuple(linked), tuple(sentences))


def touched(parts: Sequence[Span], span: Span) -> range:
    """The numbers of the parts that a span touches."""
    first = bisect_right(parts, span.start, key=_end)
    return range(first, max(first, bisect_left(parts, span.end, key=_start)))


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence's words in its segment's text and translation. links: for a source word, its target words."""

    text: str
    target: str
    source_span: Span
    target_span: Span
    sources: list[Span]
    targets: list[Span]
    links: dict[int, list[int]]


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _source_end(sentence: ProjectedSentence) -> int:
    return sentence.source.end


def _words(text: str, span: Span) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(text, span.start, span.end)]


def _word_links(sentence: Pair) -> dict[int, list[int]]:
    """For a source word the target words linked to it; a copied word that has no link is linked to its copy."""
    sources = sentence.source.split()
    targets = sentence.target.split()
    links: dict[int, list[int]] = {}
    if sentence.source == sentence.target:
        return {word: [word] for word in range(len(sources))}
    for source, target in sentence.links:
        if source < len(sources) and target < len(targets):
            links.setdefault(source, []).append(target)
    linked = {word for words in links.values() for word in words}
    copies: dict[str, deque[int]] = {}
    for number, word in enumerate(targets):
        if number not in linked:
            copies.setdefault(word, deque()).append(number)
    for number, word in enumerate(sources):
        if number not in links and copies.get(word):
            links[number] = [copies[word].popleft()]
    return links


def _borders(marks: Sequence[Mark], text: str) -> list[int]:
    """The places where a mark begins or ends inside a word: letters stand on both sides, or in the mark only signs."""
    borders = set()
    for mark in marks:
        if mark.kind is MarkKind.KEPT:
            continue
        only_signs = not any(map(str.isalnum, mark.span.of(text)))
        for place in mark.span:
            if 0 < place < len(text) and _is_inside_word(place, text, only_signs):
                borders.add(place)
    return sorted(borders)


def _is_inside_word(place: int, text: str, only_signs: bool) -> bool:
    if text[place - 1].isspace() or text[place].isspace():
        return False
    if only_signs:
        return True
    if not _letters_before(place, text):
        return False
    return _letters_after(place, text)


def _letters_before(place: int, text: str) -> bool:
    while place > 0 and not text[place - 1].isspace():
        place -= 1
        if text[place].isalnum():
            return True
    return False


def _letters_after(place: int, text: str) -> bool:
    while place < len(text) and not text[place].isspace():
        if text[place].isalnum():
            return True
        place += 1
    return False


def _inside(borders: Sequence[int], span: Span) -> list[int]:
    """The borders strictly inside a span."""
    return list(borders[bisect_right(borders, span.start) : bisect_left(borders, span.end)])


def _cut(words: Sequence[Span], text: str, cuts: Sequence[int], known: list[Span]) -> list[range]:
    """For each word the numbers of its parts, which are added to those known."""
    numbers = []
    for word in words:
        first = len(known)
        for part in _PART.finditer(text, word.start, word.end):
            ends = [part.start(), *_inside(cuts, Span(*part.span())), part.end()]
            known += [Span(start, end) for start, end in pairwise(ends)]
        numbers.append(range(first, len(known)))
    return numbers


def _copies(words: _Words, borders: Sequence[int]) -> list[tuple[Span, Span]]:
    """The chunks of the source words that borders cut, each with the place where the target has it to the letter."""
    copies: list[tuple[Span, Span]] = []
    taken: set[int] = set()  # where in the target a copy begins
    for number, word in enumerate(words.sources):
        cuts = _inside(borders, word)
        if not cuts:
            continue
        found = _copied_word(words, number, cuts, taken) or _copied_chunks(words, number, cuts, taken)
        taken.update(copied.start for _, copied in found)
        copies += found
    return copies


def _chunks(word: Span, cuts: Sequence[int]) -> list[Span]:
    return [Span(start, end) for start, end in pairwise([word.start, *cuts, word.end])]


def _regions(words: _Words, number: int) -> Iterator[tuple[Span, bool]]:
    """Where in the target the copy of a source word is looked for, and whether it must stand there as a whole word."""
    linked = words.links.get(number)
    if linked:
        region = Span(words.targets[min(linked)].start, words.targets[max(linked)].end)
        yield region, True
        yield region, False
    yield words.target_span, True


def _copied_word(words: _Words, number: int, cuts: Sequence[int], taken: set[int]) -> list[tuple[Span, Span]]:
    """The chunks of a word that the target copies as a whole."""
    chunks = _chunks(words.sources[number], cuts)
    start = core(chunks[0], words.text).start
    end = core(chunks[-1], words.text).end
    whole = Span(start, end).of(words.text)
    for region, as_word in _regions(words, number):
        place = _find(whole, region, words.target, as_word, taken)
        if place is None:
            continue
        found = []
        for chunk in chunks:
            inner = Span(max(chunk.start, start), min(chunk.end, end))
            found.append((inner, inner.shifted(place - start)))
        return found
    return []


def _copied_chunks(words: _Words, number: int, cuts: Sequence[int], taken: set[int]) -> list[tuple[Span, Span]]:
    """The chunks of a word that the target copies one by one, in their order, as words of their own."""
    region, _ = next(_regions(words, number))
    found = []
    for chunk in _chunks(words.sources[number], cuts):
        letters = core(chunk, words.text)
        if not words.text[letters.start].isalnum():
            continue
        place = _find(letters.of(words.text), region, words.target, True, taken)
        if place is not None:
            copied = Span(place, place + letters.end - letters.start)
            found.append((letters, copied))
            region = Span(copied.end, region.end)
    return found


def core(span: Span, text: str) -> Span:
    """A span without the signs at its edges; the whole span where it has nothing else."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    if start < end:
        return Span(start, end)
    return span


def _find(words: str, region: Span, target: str, as_word: bool, taken: set[int]) -> int | None:
    """Where in a region of the target the words stand, in any case."""
    pattern = re.escape(words)
    if as_word:
        pattern = rf"(?<![^\W_]){pattern}(?![^\W_])"
    for hit in re.compile(pattern, re.IGNORECASE).finditer(target, region.start, region.end):
        if hit.start() not in taken:
            return hit.start()
    return None


def _link_parts(
    words: _Words,
    copies: Iterable[tuple[Span, Span]],
    numbers: tuple[list[range], list[range]],
    parts: tuple[list[Span], list[Span]],
    links: dict[int, list[int]],
) -> None:
    """Link the parts of a sentence. numbers: for each source and target word those of its parts. parts: all so far."""
    source_numbers, target_numbers = numbers
    sources, targets = parts
    copied: set[int] = set()
    for source, target in copies:
        copied.update(touched(targets, target))
        _add_links(product(touched(sources, source), touched(targets, target)), links)
    for word, linked in words.links.items():
        own = source_numbers[word]
        others = [target_numbers[other] for other in linked]
        waiting = [part for part in own if part not in links]
        if len(waiting) == len(own):
            for other in others:
                _add_links(_matched(own, other), links)
        elif waiting:
            lettered = [part for part in chain(*others) if _has_letters(targets[part], words.target)]
            rest = [part for part in lettered if part not in copied]
            _add_links(product(waiting, rest or lettered), links)


def _add_links(pairs: Iterable[tuple[int, int]], links: dict[int, list[int]]) -> None:
    for source, target in pairs:
        links.setdefault(source, []).append(target)


def _has_letters(span: Span, text: str) -> bool:
    return text[core(span, text).start].isalnum()


def _matched(source: range, target: range) -> Iterable[tuple[int, int]]:
    """The parts of two linked words that are linked: one for one where they are as many, else each to each."""
    if len(source) == len(target):
        return zip(source, target, strict=True)
    return product(source, target)
