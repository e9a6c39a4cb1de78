"""Marks carried from a segment to its translation, along the links between words.

A mark goes around the smallest range of words that holds all those linked to its own; marks stay nested or apart, at
the borders of words, and each comes exactly once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from translator.bitext import SegmentPair
from translator.document import Mark, MarkKind, Span

_WORD = re.compile(r"\S+")  # as links count them
_PART = re.compile(r"`[^`\s]*`|[^\s/–—`]+|[/–—`]+")  # of a word: `darat/laut` has three
Spell = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """source, target: its characters in the segment's text and translation; *_words: the numbers [first, end) there."""

    source: Span
    target: Span
    source_words: range
    target_words: range


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The words of a segment and of its translation. links: the target words of a source word."""

    text: str
    target: str
    source_words: tuple[Span, ...]
    target_words: tuple[Span, ...]
    links: dict[int, list[int]]
    sentences: tuple[_Sentence, ...]


@dataclass(slots=True)
class _Node:
    """A mark on its way. words: the target words it takes. span: its characters in the target."""

    mark: Mark
    children: list[_Node] = field(default_factory=list)
    words: range = range(0)
    span: Span | None = None

    def below(self) -> Iterable[_Node]:
        for child in self.children:
            yield child
            yield from child.below()


def carried(pair: SegmentPair, spell: Spell = str) -> str:
    """The segment's translation with the segment's marks in it. spell: how text between marks is written."""
    if not pair.segment.marks:
        return spell(pair.target)
    aligned = _aligned(pair)
    roots = _tree(pair.segment.marks)
    every = [node for root in roots for node in (root, *root.below())]
    _find_kept(every, aligned)
    kept: dict[int, set[int]] = {}
    for node in every:
        for word in node.words:
            kept.setdefault(word, set()).add(id(node))
    _claim(roots, range(len(aligned.target_words)), kept, aligned)
    _measure(roots, Span(0, len(aligned.target)), aligned)
    solid = [node for node in every if node.mark.kind is not MarkKind.BESIDE and node.span]
    closed = sorted(node.span for node in solid if node.mark.kind is MarkKind.KEPT and node.span)
    loose = [node for node in every if node.span is None]
    for parents, node in _with_parents(roots):
        if node.span is None:
            node.span = _beside(node.mark, parents, closed, aligned)
    return _written(Span(0, len(aligned.target)), [*solid, *loose], aligned.target, aligned.text, spell)


def _aligned(pair: SegmentPair) -> _Aligned:
    sources: list[Span] = []
    targets: list[Span] = []
    links: dict[int, list[int]] = {}
    sentences, at, done = [], 0, 0
    for span, sentence in zip(pair.spans, pair.pairs, strict=True):
        at += span.start - done
        done = span.end
        first, start = len(sources), len(targets)
        source_parts = _parts(sentence.source, span.start, sources)
        target_parts = _parts(sentence.target, at, targets)
        if sentence.source == sentence.target:
            linked = [(word, word) for word in range(len(source_parts))]
        else:
            linked = [(link.source, link.target) for link in sentence.links]
        for i, j in linked:
            if i < len(source_parts) and j < len(target_parts):
                for source, target in _matched(source_parts[i], target_parts[j]):
                    links.setdefault(source, []).append(target)
        target_span = Span(at, at + len(sentence.target))
        sentences.append(_Sentence(span, target_span, range(first, len(sources)), range(start, len(targets))))
        at = target_span.end
    return _Aligned(pair.segment.text, pair.target, tuple(sources), tuple(targets), links, tuple(sentences))


def _parts(text: str, at: int, known: list[Span]) -> list[range]:
    """For each word of a sentence that begins at `at`, the numbers of its parts, which are added to those known."""
    parts = []
    for word in _WORD.finditer(text):
        first = len(known)
        known += [Span(*part.span()).shifted(at) for part in _PART.finditer(text, *word.span())]
        parts.append(range(first, len(known)))
    return parts


def _matched(source: range, target: range) -> Iterable[tuple[int, int]]:
    """The parts of two linked words that are linked: one for one where they are as many, else each to each."""
    return zip(source, target, strict=True) if len(source) == len(target) else product(source, target)


def _tree(marks: Sequence[Mark]) -> list[_Node]:
    roots: list[_Node] = []
    path: list[_Node] = []
    for mark in marks:
        while path and not _holds(path[-1].mark, mark):
            path.pop()
        node = _Node(mark)
        (path[-1].children if path else roots).append(node)
        if mark.kind is MarkKind.AROUND:
            path.append(node)
    return roots


def _holds(outer: Mark, inner: Mark) -> bool:
    a, b = outer.span, inner.span
    return a.start < b.start < a.end if b.start == b.end else a.start <= b.start and b.end <= a.end


def _with_parents(nodes: Iterable[_Node], parents: tuple[_Node, ...] = ()) -> Iterable[tuple[tuple[_Node, ...], _Node]]:
    for node in nodes:
        yield parents, node
        yield from _with_parents(node.children, (*parents, node))


def _touched(words: Sequence[Span], span: Span) -> range:
    """The numbers of the words that a span touches."""
    first = bisect_right(words, span.start, key=lambda word: word.end)
    return range(first, max(first, bisect_left(words, span.end, key=lambda word: word.start)))


def _sentence_at(aligned: _Aligned, place: int) -> int:
    """The number of the first sentence that ends behind a place of the source."""
    return bisect_right(aligned.sentences, place, key=lambda sentence: sentence.source.end)


def _find_kept(nodes: Iterable[_Node], aligned: _Aligned) -> None:
    """Give each kept mark the place in its sentence's translation where its words stand."""
    taken: set[int] = set()
    for node in nodes:
        mark = node.mark
        number = _sentence_at(aligned, mark.span.start)
        if mark.kind is not MarkKind.KEPT or number == len(aligned.sentences):
            continue
        place = aligned.sentences[number].target
        words = r"\s+".join(map(re.escape, mark.span.of(aligned.text).split()))
        hits = (
            Span(*hit.span())
            for pattern in (rf"(?<![^\W_]){words}(?![^\W_])", words)  # at borders first, else where it is glued
            for hit in re.compile(pattern, re.IGNORECASE).finditer(aligned.target, place.start, place.end)
        )
        node.span = next((hit for hit in hits if taken.isdisjoint(range(hit.start, hit.end))), None)
        if node.span:
            taken.update(range(node.span.start, node.span.end))
            node.words = _touched(aligned.target_words, node.span)


def _claim(siblings: Sequence[_Node], allowed: range, kept: dict[int, set[int]], aligned: _Aligned) -> None:
    """Give each of the siblings its words among those allowed; no two share one, and the smallest wish is heard first.

    kept: for the words of kept marks that were found, the marks; they belong to those, and to the marks around them.
    """
    waiting = [
        (_wish(node, aligned), node) for node in siblings if node.mark.kind is not MarkKind.BESIDE and not node.span
    ]
    taken: set[int] = set()
    for wish, node in sorted(waiting, key=lambda pair: (pair[1].mark.kind is not MarkKind.KEPT, len(pair[0]))):
        below = {id(other) for other in node.below()}

        def is_free(word: int, below: set[int] = below) -> bool:
            return word not in taken and (word not in kept or not below.isdisjoint(kept[word]))

        inside = [word for word in range(max(wish.start, allowed.start), min(wish.stop, allowed.stop)) if is_free(word)]
        if wish and not inside:
            around = sorted(allowed, key=lambda word: abs(word - wish.start)) if len(taken) < len(allowed) else ()
            inside = list(islice(filter(is_free, around), 1))
        node.words = _longest_run(inside)
        taken.update(node.words)
    for node in siblings:
        if node.words and node.mark.kind is MarkKind.AROUND:
            _claim(node.children, node.words, kept, aligned)


def _wish(node: _Node, aligned: _Aligned) -> range:
    """The smallest range of target words that holds all linked to the words of the mark, and all its kept words."""
    wanted: set[int] = {word for child in node.below() if child.span for word in child.words}
    likely: set[int] = set()
    words, span = _touched(aligned.source_words, node.mark.span), node.mark.span
    for sentence in islice(aligned.sentences, _sentence_at(aligned, span.start), None):
        if sentence.source.start >= span.end:
            break
        first = max(words.start, sentence.source_words.start)
        last = min(words.stop, sentence.source_words.stop)
        if range(first, last) == sentence.source_words:
            wanted |= set(sentence.target_words)
        wanted |= {target for word in range(first, last) for target in aligned.links.get(word, ())}
        likely |= {_alike(word, sentence) for word in range(first, last) if sentence.target_words}
    found = wanted or likely
    return range(min(found), max(found) + 1) if found else range(0)


def _alike(word: int, sentence: _Sentence) -> int:
    """The target word that stands as far into its sentence as a source word does."""
    share = (word - sentence.source_words.start) / len(sentence.source_words)
    return sentence.target_words.start + int(share * len(sentence.target_words))


def _longest_run(words: Sequence[int]) -> range:
    best = run = range(0)
    for word in words:
        run = range(run.start, word + 1) if run and run.stop == word else range(word, word + 1)
        best = max(best, run, key=len)
    return best


def _measure(siblings: Sequence[_Node], within: Span, aligned: _Aligned) -> None:
    """Give the marks the characters of their words: punctuation at the edge only where the source has it inside."""
    for node in siblings:
        if node.words and not node.span:
            span = Span(
                aligned.target_words[node.words.start].start,
                aligned.target_words[node.words.stop - 1].end,
            )
            kept = [child.span for child in node.below() if child.span and span.start <= child.span.start < span.end]
            core = _core(aligned.target, span, node.mark.span.of(aligned.text))
            start = min([core.start, *(other.start for other in kept)])
            end = max([core.end, *(other.end for other in kept)])
            node.span = Span(max(start, within.start), min(end, within.end))
        if node.span:
            _measure(node.children, node.span, aligned)


def _core(target: str, span: Span, words: str) -> Span:
    text = span.of(target)
    letters = [at for at, character in enumerate(text) if character.isalnum()]
    if not letters:
        return span
    start = 0 if not words[0].isalnum() else letters[0]
    end = len(text) if not words[-1].isalnum() else letters[-1] + 1
    return Span(span.start + start, span.start + end)


def _beside(mark: Mark, parents: Sequence[_Node], closed: Sequence[Span], aligned: _Aligned) -> Span:
    """The place of a mark without words, or of one whose words came to nothing."""
    at = _neighbour(mark.span.end, aligned, mark.kind)
    for parent in parents:
        if parent.span:
            at = min(max(at, parent.span.start), parent.span.end)
    behind = bisect_left(closed, Span(at, at))
    if behind and at < closed[behind - 1].end:
        at = closed[behind - 1].end
    return Span(at, at)


def _neighbour(place: int, aligned: _Aligned, kind: MarkKind) -> int:
    """Where in the target the place between two words of the source is."""
    text = aligned.text
    number = bisect_left(aligned.sentences, place, key=lambda sentence: sentence.source.end)
    if number == len(aligned.sentences):
        return len(aligned.target)
    sentence = aligned.sentences[number]
    if place == sentence.source.end:
        return sentence.target.end
    if place <= sentence.source.start:
        return sentence.target.start
    middle = bisect_left(aligned.source_words, place, key=lambda word: word.start)
    if kind is MarkKind.BESIDE and not text[place].isspace() and text[place - 1].isspace():
        for word in range(middle, sentence.source_words.stop):
            if targets := aligned.links.get(word):
                return aligned.target_words[min(targets)].start
    for word in range(middle - 1, sentence.source_words.start - 1, -1):
        if targets := aligned.links.get(word):
            span = aligned.target_words[max(targets)]
            return _core(aligned.target, span, "a" if text[place - 1].isalnum() else ".").end
    return _proportional(middle - sentence.source_words.start, sentence, aligned)


def _proportional(words: int, sentence: _Sentence, aligned: _Aligned) -> int:
    """Where so many words of the source end, by length alone."""
    number = round(words * len(sentence.target_words) / max(1, len(sentence.source_words)))
    if not number:
        return sentence.target.start
    return aligned.target_words[sentence.target_words.start + number - 1].end


def _written(within: Span, nodes: list[_Node], target: str, source: str, spell: Spell) -> str:
    """The target's characters `within`, with the nodes, which all lie there."""
    waiting = deque(sorted(nodes, key=_order))
    parts, done = [], within.start
    while waiting:
        node = waiting.popleft()
        span = node.span or within
        inner = []
        while waiting and _inside(waiting[0], node):
            inner.append(waiting.popleft())
        parts.append(spell(target[done : span.start]))
        words = _words(node, inner, target, source, spell)
        if node.mark.kind is not MarkKind.BESIDE and span.start == span.end and target[: span.end].strip():
            parts.append(" ")  # it brings the words of the source
        parts += [node.mark.opening, words, node.mark.closing]
        done = max(done, span.end)
    return "".join([*parts, spell(target[done : within.end])])


def _order(node: _Node) -> tuple[int, bool, int]:
    span = node.span or Span(0, 0)
    return span.start, span.start != span.end, -span.end


def _inside(inner: _Node, outer: _Node) -> bool:
    if outer.mark.kind is not MarkKind.AROUND or not inner.span or not outer.span:
        return False
    if inner.span.start == inner.span.end:
        return outer.span.start < inner.span.start < outer.span.end
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _words(node: _Node, inner: list[_Node], target: str, source: str, spell: Spell) -> str:
    """What stands between a mark's opening and closing: of the target; of the source where the target has nothing."""
    if node.mark.kind is not MarkKind.AROUND or not node.span:
        return ""
    if node.span.start == node.span.end:
        return spell(node.mark.span.of(source))
    return _written(node.span, inner, target, source, spell)
