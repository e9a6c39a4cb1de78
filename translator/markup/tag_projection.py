"""Tag projection: the marks of a segment are placed in its translation, along the links between words.

A mark goes around the smallest range of words that holds all words linked to its own. Marks stay nested or separate,
at the borders of words, and each comes exactly once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from translator.bitext import Pair, SegmentPair
from translator.document import Mark, MarkKind, Span

_WORD = re.compile(r"\S+")  # as links count them
_PART = re.compile(r"`[^`\s]*`|[^\s/–—`]+|[/–—`]+")  # of a word: `darat/laut` has three
Spell = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ProjectedSentence:
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
    sentences: tuple[ProjectedSentence, ...]


@dataclass(slots=True)
class MarkNode:
    """A mark on its way. words: the target words it takes. span: its characters in the target."""

    mark: Mark
    children: list[MarkNode] = field(default_factory=list)
    words: range = range(0)
    span: Span | None = None

    def below(self) -> Iterable[MarkNode]:
        for child in self.children:
            yield child
            yield from child.below()


Parents = tuple[MarkNode, ...]  # the marks around a mark, the outermost first


def carried(pair: SegmentPair, spell: Spell = str) -> str:
    """The segment's translation with the segment's marks in it. spell: how text between marks is written."""
    if not pair.segment.marks:
        return spell(pair.target)
    aligned = _aligned(pair)
    whole = Span(0, len(aligned.target))
    roots = _tree(pair.segment.marks)
    every: list[MarkNode] = []
    for root in roots:
        every += [root, *root.below()]
    _find_kept(every, aligned)
    _claim(roots, range(len(aligned.target_words)), _kept_words(every), aligned)
    _measure(roots, whole, aligned)
    with_words = [node for node in every if node.span]
    without_words = [node for node in every if not node.span]
    closed = sorted(node.span for node in with_words if node.span and node.mark.kind is MarkKind.KEPT)
    for parents, node in _with_parents(roots):
        if not node.span:
            node.span = _place_beside(node.mark, parents, closed, aligned)
    return _written(whole, [*with_words, *without_words], aligned.target, aligned.text, spell)


def _aligned(pair: SegmentPair) -> _Aligned:
    sources: list[Span] = []
    targets: list[Span] = []
    links: dict[int, list[int]] = {}
    sentences = []
    at = 0  # in the segment's translation
    done = 0  # in the segment's text
    for span, sentence in zip(pair.spans, pair.pairs, strict=True):
        at += span.start - done
        done = span.end
        first_source = len(sources)
        first_target = len(targets)
        source_parts = _parts(sentence.source, span.start, sources)
        target_parts = _parts(sentence.target, at, targets)
        for i, j in _word_links(sentence):
            if i >= len(source_parts) or j >= len(target_parts):
                continue
            for source, target in _matched(source_parts[i], target_parts[j]):
                links.setdefault(source, []).append(target)
        place = Span(at, at + len(sentence.target))
        source_words = range(first_source, len(sources))
        target_words = range(first_target, len(targets))
        sentences.append(ProjectedSentence(span, place, source_words, target_words))
        at = place.end
    return _Aligned(pair.segment.text, pair.target, tuple(sources), tuple(targets), links, tuple(sentences))


def _word_links(sentence: Pair) -> Sequence[tuple[int, int]]:
    """The links of a sentence; what was copied is linked word for word."""
    if sentence.source != sentence.target:
        return sentence.links
    words = len(sentence.source.split())
    return [(word, word) for word in range(words)]


def _parts(text: str, at: int, known: list[Span]) -> list[range]:
    """For each word of a sentence that begins at `at`, the numbers of its parts, which are added to those known."""
    parts = []
    for word in _WORD.finditer(text):
        first = len(known)
        for part in _PART.finditer(text, word.start(), word.end()):
            known.append(Span(at + part.start(), at + part.end()))
        parts.append(range(first, len(known)))
    return parts


def _matched(source: range, target: range) -> Iterable[tuple[int, int]]:
    """The parts of two linked words that are linked: one for one where they are as many, else each to each."""
    if len(source) == len(target):
        return zip(source, target, strict=True)
    return product(source, target)


def _tree(marks: Sequence[Mark]) -> list[MarkNode]:
    roots: list[MarkNode] = []
    path: list[MarkNode] = []
    for mark in marks:
        while path and not _holds(path[-1].mark, mark):
            path.pop()
        node = MarkNode(mark)
        (path[-1].children if path else roots).append(node)
        if mark.kind is MarkKind.AROUND:
            path.append(node)
    return roots


def _holds(outer: Mark, inner: Mark) -> bool:
    if inner.span.start == inner.span.end:
        return outer.span.start < inner.span.start < outer.span.end
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _with_parents(nodes: Iterable[MarkNode], parents: Parents = ()) -> Iterable[tuple[Parents, MarkNode]]:
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


def _find_kept(nodes: Iterable[MarkNode], aligned: _Aligned) -> None:
    """Give each kept mark the place in its sentence's translation where its words stand."""
    taken: set[int] = set()
    for node in nodes:
        mark = node.mark
        number = _sentence_at(aligned, mark.span.start)
        if mark.kind is not MarkKind.KEPT or number == len(aligned.sentences):
            continue
        words = mark.span.of(aligned.text).split()
        place = aligned.sentences[number].target
        node.span = _untaken(words, place, taken, aligned.target)
        if node.span:
            taken.update(range(node.span.start, node.span.end))
            node.words = _touched(aligned.target_words, node.span)


def _kept_words(nodes: Iterable[MarkNode]) -> dict[int, set[int]]:
    """For each target word of a kept mark, the marks whose word it is."""
    kept: dict[int, set[int]] = {}
    for node in nodes:
        for word in node.words:
            kept.setdefault(word, set()).add(id(node))
    return kept


def _untaken(words: Sequence[str], place: Span, taken: set[int], target: str) -> Span | None:
    """Where the words stand in `place` and are not yet taken: at the borders of words, else also inside them."""
    written = r"\s+".join(map(re.escape, words))
    for pattern in (rf"(?<![^\W_]){written}(?![^\W_])", written):
        for hit in re.compile(pattern, re.IGNORECASE).finditer(target, place.start, place.end):
            if taken.isdisjoint(range(hit.start(), hit.end())):
                return Span(*hit.span())
    return None


def _claim(siblings: Sequence[MarkNode], allowed: range, kept: dict[int, set[int]], aligned: _Aligned) -> None:
    """Give each of the siblings its words among those allowed.

    No two siblings share a word, and the smallest wish is heard first. kept: for the words of kept marks that were
    found, the marks; they belong to those, and to the marks around them.
    """
    waiting = []
    for node in siblings:
        if node.mark.kind is not MarkKind.BESIDE and not node.span:
            waiting.append((_wish(node, aligned), node))
    waiting.sort(key=_claim_order)
    taken: set[int] = set()
    for wish, node in waiting:
        below = {id(other) for other in node.below()}

        def is_free(word: int, below: set[int] = below) -> bool:
            if word in taken:
                return False
            return word not in kept or not below.isdisjoint(kept[word])

        wanted = range(max(wish.start, allowed.start), min(wish.stop, allowed.stop))
        inside = list(filter(is_free, wanted))
        if wish and not inside and len(taken) < len(allowed):
            start = wish.start
            nearest = sorted(allowed, key=lambda word, start=start: abs(word - start))  # type: ignore[misc]
            inside = list(islice(filter(is_free, nearest), 1))
        node.words = _longest_run(inside)
        taken.update(node.words)
    for node in siblings:
        if node.words and node.mark.kind is MarkKind.AROUND:
            _claim(node.children, node.words, kept, aligned)


def _claim_order(waiting: tuple[range, MarkNode]) -> tuple[bool, int]:
    """Kept marks first, then those that wish for the fewest words."""
    wish, node = waiting
    return node.mark.kind is not MarkKind.KEPT, len(wish)


def _wish(node: MarkNode, aligned: _Aligned) -> range:
    """The smallest range of target words that holds all words linked to the mark's own, and all its kept words."""
    wanted: set[int] = set()
    likely: set[int] = set()
    for child in node.below():
        if child.span:
            wanted.update(child.words)
    span = node.mark.span
    words = _touched(aligned.source_words, span)
    for sentence in islice(aligned.sentences, _sentence_at(aligned, span.start), None):
        if sentence.source.start >= span.end:
            break
        own = range(max(words.start, sentence.source_words.start), min(words.stop, sentence.source_words.stop))
        if own == sentence.source_words:
            wanted.update(sentence.target_words)
        for word in own:
            wanted.update(aligned.links.get(word, ()))
            if sentence.target_words:
                likely.add(_alike(word, sentence))
    found = wanted or likely
    if not found:
        return range(0)
    return range(min(found), max(found) + 1)


def _alike(word: int, sentence: ProjectedSentence) -> int:
    """The target word that stands as far into its sentence as a source word does."""
    share = (word - sentence.source_words.start) / len(sentence.source_words)
    return sentence.target_words.start + int(share * len(sentence.target_words))


def _longest_run(words: Sequence[int]) -> range:
    best = range(0)
    run = range(0)
    for word in words:
        goes_on = bool(run) and run.stop == word
        run = range(run.start if goes_on else word, word + 1)
        best = max(best, run, key=len)
    return best


def _measure(siblings: Sequence[MarkNode], within: Span, aligned: _Aligned) -> None:
    """Give the marks the characters of their words: punctuation at the edge only where the source has it inside."""
    for node in siblings:
        if node.words and not node.span:
            node.span = _characters(node, within, aligned)
        if node.span:
            _measure(node.children, node.span, aligned)


def _characters(node: MarkNode, within: Span, aligned: _Aligned) -> Span:
    first = aligned.target_words[node.words.start]
    last = aligned.target_words[node.words.stop - 1]
    span = Span(first.start, last.end)
    start, end = _core(aligned.target, span, node.mark.span.of(aligned.text))
    for child in node.below():
        if child.span and span.start <= child.span.start < span.end:  # what was kept inside stays inside
            start = min(start, child.span.start)
            end = max(end, child.span.end)
    return Span(max(start, within.start), min(end, within.end))


def _core(target: str, span: Span, words: str) -> Span:
    """The span without punctuation at an edge where the `words` of the source have none."""
    letters = [at for at in range(span.start, span.end) if target[at].isalnum()]
    if not letters:
        return span
    start = letters[0] if words[0].isalnum() else span.start
    end = letters[-1] + 1 if words[-1].isalnum() else span.end
    return Span(start, end)


def _place_beside(mark: Mark, parents: Sequence[MarkNode], closed: Sequence[Span], aligned: _Aligned) -> Span:
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
    number = bisect_left(aligned.sentences, place, key=lambda sentence: sentence.source.end)
    if number == len(aligned.sentences):
        return len(aligned.target)
    sentence = aligned.sentences[number]
    if place == sentence.source.end:
        return sentence.target.end
    if place <= sentence.source.start:
        return sentence.target.start
    middle = bisect_left(aligned.source_words, place, key=lambda word: word.start)
    before = aligned.text[place - 1]
    after = aligned.text[place]
    if kind is MarkKind.BESIDE and before.isspace() and not after.isspace():
        for word in range(middle, sentence.source_words.stop):
            targets = aligned.links.get(word)
            if targets:
                return aligned.target_words[min(targets)].start
    for word in range(middle - 1, sentence.source_words.start - 1, -1):
        targets = aligned.links.get(word)
        if targets:
            return _core(aligned.target, aligned.target_words[max(targets)], before).end
    return _proportional(middle - sentence.source_words.start, sentence, aligned)


def _proportional(words: int, sentence: ProjectedSentence, aligned: _Aligned) -> int:
    """Where so many words of the source end, by length alone."""
    number = round(words * len(sentence.target_words) / max(1, len(sentence.source_words)))
    if not number:
        return sentence.target.start
    return aligned.target_words[sentence.target_words.start + number - 1].end


def _written(within: Span, nodes: list[MarkNode], target: str, source: str, spell: Spell) -> str:
    """The target's characters `within`, with the nodes, which all lie there."""
    waiting = deque(sorted(nodes, key=_order))
    parts = []
    done = within.start
    while waiting:
        node = waiting.popleft()
        span = node.span or within
        inner = []
        while waiting and _inside(waiting[0], node):
            inner.append(waiting.popleft())
        parts.append(spell(target[done : span.start]))
        brings_source = node.mark.kind is not MarkKind.BESIDE and span.start == span.end
        if brings_source and target[: span.end].strip():
            parts.append(" ")
        parts += [node.mark.opening, _words(node, inner, target, source, spell), node.mark.closing]
        done = max(done, span.end)
    parts.append(spell(target[done : within.end]))
    return "".join(parts)


def _order(node: MarkNode) -> tuple[int, bool, int]:
    span = node.span or Span(0, 0)
    return span.start, span.start != span.end, -span.end


def _inside(inner: MarkNode, outer: MarkNode) -> bool:
    if outer.mark.kind is not MarkKind.AROUND or not inner.span or not outer.span:
        return False
    if inner.span.start == inner.span.end:
        return outer.span.start < inner.span.start < outer.span.end
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _words(node: MarkNode, inner: list[MarkNode], target: str, source: str, spell: Spell) -> str:
    """What stands between a mark's opening and closing: of the target; of the source where the target has nothing."""
    if node.mark.kind is not MarkKind.AROUND or not node.span:
        return ""
    if node.span.start == node.span.end:
        return spell(node.mark.span.of(source))
    return _written(node.span, inner, target, source, spell)
