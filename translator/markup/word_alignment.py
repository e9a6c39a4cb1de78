"""The words of a segment and of its translation, cut into parts as fine as the marks need, and linked.

A part is a word, a side of a slash or dash, or what the border of a mark cuts off inside a word: `H<sub>2</sub>O` has
three. Where the translation copies such a word, it is cut at the same letters and linked part for part. The first
letter of a segment may be cut off too, as a drop cap.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

from translator.bitext import Origin, Pair, SegmentPair
from translator.document import Span
from translator.markup.copied_words import LinkedWords, borders_of, copies_of, core, inside, touched
from translator.markup.drop_caps import drop_cap, with_drop_cap
from translator.markup.sign_marks import Signs
from translator.markup.term_links import linked_terms, with_terms

_WORD = re.compile(r"\S+")  # as links count words
_PART = re.compile(r"`[^`\s]*`|[^\s/–—`]+|[/–—`]+")  # of a word: `darat/laut` has three
_PARTED = re.compile("[/–—`]")  # what a word of several parts has
_CHUNK = re.compile(r"\([^()]*\)\S*|\S+")  # a word, or a bracket: a number in words may have more of them in English


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
    terms: for a source part of a term, all its parts.
    """

    text: str
    target: str
    source_parts: tuple[Span, ...]
    target_parts: tuple[Span, ...]
    links: dict[int, list[int]]
    linked: tuple[int, ...]
    sentences: tuple[ProjectedSentence, ...]
    terms: dict[int, range]

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

    def unit(self, part: int, among: range) -> range:
        """The source parts that a mark may not come between: those of the part's term, if all are among those given."""
        term = self.terms.get(part)
        if term and among.start <= term.start and term.stop <= among.stop:
            return term
        return range(part, part + 1)

    def linked_to(self, parts: range) -> list[int]:
        """The target parts linked to some source parts, in order."""
        linked = {target for part in parts for target in self.links.get(part, ())}
        return sorted(linked)


def aligned(pair: SegmentPair) -> Aligned:
    """The parts of a segment pair and their links, found from the links between words."""
    text = pair.segment.text
    target = pair.target
    borders = borders_of(pair.segment.marks, text)
    cap = drop_cap(pair.segment.marks, text)
    signs = Signs.of(pair.segment.marks, text, target)
    sources: list[Span] = []
    targets: list[Span] = []
    links: dict[int, list[int]] = {}
    terms: dict[int, range] = {}
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
        found = linked_terms(sentence)
        word_links = with_terms(sentence, _word_links(sentence), found)
        words = LinkedWords(text, target, span, place, _words(text, span), _words(target, place), word_links)
        copies = with_drop_cap(words, cap, copies_of(words, borders))
        copies += signs.copies(words, copies)
        cuts = sorted({end for _, copied in copies for end in copied})
        source_parts = _cut(words.sources, text, borders, sources)
        target_parts = _cut(words.targets, target, cuts, targets)
        _link_parts(words, copies, (source_parts, target_parts), (sources, targets), links)
        for term in found:
            parts = range(source_parts[term.sources.start].start, source_parts[term.sources.stop - 1].stop)
            terms.update(dict.fromkeys(parts, parts))
        source_range = range(first_source, len(sources))
        sentences.append(ProjectedSentence(span, place, source_range, range(first_target, len(targets))))
    linked = []
    for part in sorted(links):
        if links[part]:
            linked.append(part)
    return Aligned(text, target, tuple(sources), tuple(targets), links, tuple(linked), tuple(sentences), terms)


def _source_end(sentence: ProjectedSentence) -> int:
    return sentence.source.end


def _words(text: str, span: Span) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(text, span.start, span.end)]


def _word_links(sentence: Pair) -> dict[int, list[int]]:
    """For a source word the target words linked to it; a copied word that has no link is linked to its copy."""
    sources = sentence.source.split()
    targets = sentence.target.split()
    links: dict[int, list[int]] = {}
    if sentence.source == sentence.target or sentence.origin is Origin.COPIED:
        _add_links(_in_order(sentence), links)
        return links
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


def _in_order(sentence: Pair) -> Iterator[tuple[int, int]]:
    """The links of a sentence that was copied: its figures are written as English writes them, in the same order."""
    source = target = 0
    for own, other in zip(_CHUNK.findall(sentence.source), _CHUNK.findall(sentence.target), strict=False):
        next_source, next_target = source + len(own.split()), target + len(other.split())
        yield from _matched(range(source, next_source), range(target, next_target))
        source, target = next_source, next_target


def _cut(words: Sequence[Span], text: str, cuts: Sequence[int], known: list[Span]) -> list[range]:
    """For each word the numbers of its parts, which are added to those known."""
    if not words:
        return []
    if not cuts and not _PARTED.search(text, words[0].start, words[-1].end):  # as most often: each word is one part
        first = len(known)
        known += words
        return [range(number, number + 1) for number in range(first, len(known))]
    numbers = []
    for word in words:
        first = len(known)
        for part in _PART.finditer(text, word.start, word.end):
            ends = [part.start(), *inside(cuts, Span(*part.span())), part.end()]
            known += [Span(start, end) for start, end in pairwise(ends)]
        numbers.append(range(first, len(known)))
    return numbers


def _link_parts(
    words: LinkedWords,
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
            lettered = [part for part in chain(*others) if has_letters(targets[part], words.target)]
            rest = [part for part in lettered if part not in copied]
            _add_links(product(waiting, rest or lettered), links)


def _add_links(pairs: Iterable[tuple[int, int]], links: dict[int, list[int]]) -> None:
    for source, target in pairs:
        links.setdefault(source, []).append(target)


def has_letters(span: Span, text: str) -> bool:
    """Does a part have letters or digits?"""
    return text[core(span, text).start].isalnum()


def _matched(source: range, target: range) -> Iterable[tuple[int, int]]:
    """The parts of two linked words that are linked: one for one where they are as many, else each to each."""
    if len(source) == len(target):
        return zip(source, target, strict=True)
    return product(source, target)
