"""Tag projection: the marks of a segment are placed in its translation, along the links between words.

A mark goes around the smallest range of words that holds all words linked to its own. Marks stay nested or separate,
and each comes exactly once; the characters of the translation stay as they are and in their order. A mark may be
smaller than a word where the translation copies that word's letters.

Where the words of a mark are taken by another mark, it goes inside that mark; a link, which may not stand inside
another link, goes to the nearest free word. The one thing that is ever added to a translation is a kept mark whose
words it lost: that stands where its words stood in the source, after a blank.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from translator.bitext import SegmentPair
from translator.document import Mark, MarkKind, Segment, Span
from translator.markup.pieces import Beside, Close, Kept, Open, Piece, Text
from translator.markup.word_alignment import Aligned, ProjectedSentence, aligned, core, touched

_MAX_MOVES = 16  # marks that may share one part: without a bound, a row of marks on one word takes quadratic time
_MAX_DISTANCE = 40  # parts that a mark may move to find a free one: beyond, it would stand in another sentence


@dataclass(slots=True, eq=False)
class MarkNode:
    """A mark in the tree of marks.

    number: of the mark; the marks below it have the numbers up to `last`. words: the target parts that it takes.
    span: its characters in the target, empty where it has no words there, None until they are known.
    kept_parts, kept_span: the smallest ranges that hold all kept words below it, in parts and in characters.
    wish: the parts that it would like to have. moves: how often it became a child of a mark that has its parts.
    """

    number: int
    mark: Mark
    parent: MarkNode | None = None
    children: list[MarkNode] = field(default_factory=list)
    last: int = 0
    has_link: bool = False
    words: range = range(0)
    span: Span | None = None
    kept_parts: range = range(0)
    kept_span: Span | None = None
    wish: range = range(0)
    moves: int = 0


def project(pair: SegmentPair) -> list[Piece]:
    """The segment's translation with the segment's marks in it."""
    if not pair.segment.marks:
        return [Text(pair.target)]
    words = aligned(pair)
    whole = range(len(words.target_parts))
    nodes = _tree(pair.segment.marks)
    roots = [node for node in nodes if node.parent is None]
    _find_kept(nodes, words)
    _summarise(nodes)
    for node in nodes:
        node.wish = _wish(node, words)
    _claim(roots, whole, _kept_words(nodes))
    _measure(roots, words)
    closed = [node.span for node in nodes if node.span and node.mark.kind is MarkKind.KEPT]
    closed.sort()
    for node in _in_order(roots):
        if node.span is None:
            node.span = _place(node, closed, words)
    return _pieces(roots, words.target)


def in_place(segment: Segment) -> list[Piece]:
    """The segment's own text with its marks, where they stand."""
    nodes = _tree(segment.marks)
    for node in nodes:
        node.span = node.mark.span
    return _pieces([node for node in nodes if node.parent is None], segment.text)


def _tree(marks: Sequence[Mark]) -> list[MarkNode]:
    """The marks as nodes, each below the mark that holds it."""
    nodes: list[MarkNode] = []
    path: list[MarkNode] = []
    for number, mark in enumerate(marks):
        while path and not _holds(path[-1].mark, mark):
            path.pop().last = number - 1
        node = MarkNode(number, mark, last=number)
        if path:
            node.parent = path[-1]
            path[-1].children.append(node)
        if mark.kind is MarkKind.AROUND:
            path.append(node)
        nodes.append(node)
    for node in path:
        node.last = len(marks) - 1
    return nodes


def _holds(outer: Mark, inner: Mark) -> bool:
    if inner.span.start == inner.span.end:
        return outer.span.start < inner.span.start < outer.span.end
    if outer.span.start > inner.span.start:
        return False
    return inner.span.end <= outer.span.end


def _in_order(roots: Iterable[MarkNode]) -> Iterator[MarkNode]:
    """All nodes, each before those below it. A loop, because marks may be nested deeper than Python may recurse."""
    waiting = list(roots)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.children)


def _find_kept(nodes: Iterable[MarkNode], words: Aligned) -> None:
    """Give each kept mark the place in its sentence's translation where its words stand."""
    taken: set[int] = set()
    searches: dict[tuple[int, str], Iterator[Span]] = {}
    for node in nodes:
        number = words.sentence_at(node.mark.span.start)
        if node.mark.kind is not MarkKind.KEPT or number == len(words.sentences):
            continue
        text = node.mark.span.of(words.text)
        if (number, text) not in searches:  # equal marks go on with one search, which keeps their number harmless
            searches[number, text] = _hits(text, words.sentences[number].target, words.target)
        for hit in searches[number, text]:
            characters = range(hit.start, hit.end)
            if taken.isdisjoint(characters):
                taken.update(characters)
                node.span = hit
                node.words = touched(words.target_parts, hit)
                break


def _hits(text: str, place: Span, target: str) -> Iterator[Span]:
    """Where a text stands in `place`: first at the borders of words, then also inside them."""
    written = r"\s+".join(map(re.escape, text.split()))
    for pattern in (rf"(?<![^\W_]){written}(?![^\W_])", written):
        for hit in re.compile(pattern, re.IGNORECASE).finditer(target, place.start, place.end):
            yield Span(*hit.span())


def _summarise(nodes: Sequence[MarkNode]) -> None:
    """Tell each node of the links and the kept words below it."""
    for node in reversed(nodes):
        parent = node.parent
        node.has_link = node.has_link or node.mark.is_link
        if parent is None:
            continue
        parent.has_link = parent.has_link or node.has_link
        if node.span:
            parent.kept_parts = _hull(parent.kept_parts, node.words)
            parent.kept_span = _around(parent.kept_span, node.span)
        if node.kept_span:
            parent.kept_parts = _hull(parent.kept_parts, node.kept_parts)
            parent.kept_span = _around(parent.kept_span, node.kept_span)


def _hull(one: range, other: range) -> range:
    """The smallest range that holds both."""
    if not one:
        return other
    if not other:
        return one
    return range(min(one.start, other.start), max(one.stop, other.stop))


def _around(one: Span | None, other: Span) -> Span:
    if one is None:
        return other
    return Span(min(one.start, other.start), max(one.end, other.end))


def _kept_words(nodes: Iterable[MarkNode]) -> dict[int, MarkNode]:
    """For each target part of a kept mark that was found, the mark."""
    kept = {}
    for node in nodes:
        for word in node.words:
            kept[word] = node
    return kept


def _claim(roots: list[MarkNode], whole: range, kept: dict[int, MarkNode]) -> None:
    """Give every mark around words its target parts: those of children are among those of their parent.

    kept: for the words of kept marks, the mark; they belong to that mark, and to the marks around it.
    """
    waiting: deque[tuple[list[MarkNode], range]] = deque([(roots, whole)])
    while waiting:
        siblings, allowed = waiting.popleft()
        _share_out(siblings, allowed, kept)
        for node in siblings:
            if node.mark.kind is MarkKind.AROUND:
                waiting.append((node.children, node.words))


def _share_out(siblings: list[MarkNode], allowed: range, kept: dict[int, MarkNode]) -> None:
    """Give siblings their parts among those allowed, the smallest wish first; no two have a part in common.

    A mark whose parts are all taken becomes a child of the mark that has them.
    """
    around = [node for node in siblings if node.mark.kind is MarkKind.AROUND]
    around.sort(key=_claim_order)
    taken: dict[int, MarkNode] = {}
    moved: set[MarkNode] = set()
    for node in around:
        wish = node.wish
        wanted = range(max(wish.start, allowed.start), min(wish.stop, allowed.stop))
        free = _longest_free(wanted, node, taken, kept)
        if free:
            node.words = free
        elif wish:
            host = _host(node, wanted, taken)
            if host is not None:
                _move(node, host)
                moved.add(node)
                continue
            node.words = _nearest(node, wish.start, allowed, taken, kept)
        for word in node.words:
            taken[word] = node
    siblings[:] = [node for node in siblings if node not in moved]


def _move(node: MarkNode, host: MarkNode) -> None:
    """Make a node a child of the mark that has its parts."""
    node.parent = host
    node.moves += 1
    host.children.append(node)


def _claim_order(node: MarkNode) -> tuple[int, int]:
    return len(node.wish), node.number


def _is_free(word: int, node: MarkNode, taken: dict[int, MarkNode], kept: dict[int, MarkNode]) -> bool:
    if word in taken:
        return False
    if word not in kept:
        return True
    return node.number < kept[word].number <= node.last


def _longest_free(wanted: range, node: MarkNode, taken: dict[int, MarkNode], kept: dict[int, MarkNode]) -> range:
    """The longest run of parts among those wanted that are free."""
    if not taken and not kept:
        return wanted
    best = range(0)
    run = range(wanted.start, wanted.start)
    for word in wanted:
        if not _is_free(word, node, taken, kept):
            run = range(word + 1, word + 1)
            continue
        run = range(run.start, word + 1)
        best = max(best, run, key=len)
    return best


def _host(node: MarkNode, wanted: range, taken: dict[int, MarkNode]) -> MarkNode | None:
    """The mark that has the first of the wanted parts, if the node may stand inside it."""
    if node.moves == _MAX_MOVES:
        return None
    for word in wanted:
        host = taken.get(word)
        if host is None:
            continue
        if not (host.mark.is_link and node.has_link):
            return host
    return None


def _nearest(
    node: MarkNode, place: int, allowed: range, taken: dict[int, MarkNode], kept: dict[int, MarkNode]
) -> range:
    """The free part that is nearest to a place; that of a kept mark beside the node where there is no free one."""
    near = []
    for distance in range(_MAX_DISTANCE):
        for word in (place - distance, place + distance):
            if word in allowed:
                near.append(word)
    for word in near:
        if _is_free(word, node, taken, kept):
            return range(word, word + 1)
    for word in near:
        other = kept.get(word)
        if other is not None and other.parent is node.parent and taken.keys().isdisjoint(other.words):
            return other.words
    return range(0)


def _wish(node: MarkNode, words: Aligned) -> range:
    """The smallest range of target parts that holds all parts linked to the mark's own, and all its kept words."""
    wish = node.kept_parts
    likely = range(0)
    span = node.mark.span
    parts = touched(words.source_parts, span)
    for sentence in islice(words.sentences, words.sentence_at(span.start), None):
        if sentence.source.start >= span.end:
            break
        own = range(max(parts.start, sentence.source_parts.start), min(parts.stop, sentence.source_parts.stop))
        if own == sentence.source_parts:
            wish = _hull(wish, sentence.target_parts)
            continue
        for part in own:
            linked = words.links.get(part)
            if linked:
                wish = _hull(wish, range(min(linked), max(linked) + 1))
        if own and sentence.target_parts:
            likely = _hull(likely, range(_alike(own[0], sentence), _alike(own[-1], sentence) + 1))
    return wish or likely


def _alike(part: int, sentence: ProjectedSentence) -> int:
    """The target part that stands as far into its sentence as a source part does."""
    share = (part - sentence.source_parts.start) / len(sentence.source_parts)
    return sentence.target_parts.start + int(share * len(sentence.target_parts))


def _measure(roots: Iterable[MarkNode], words: Aligned) -> None:
    """Give the marks the characters of their parts: punctuation at the edge only where the source has it inside."""
    whole = Span(0, len(words.target))
    for node in _in_order(roots):
        if not node.words or node.span:
            continue
        within = node.parent.span if node.parent else whole
        node.span = _characters(node, within or whole, words)


def _characters(node: MarkNode, within: Span, words: Aligned) -> Span:
    first = words.target_parts[node.words.start]
    last = words.target_parts[node.words.stop - 1]
    span = Span(max(first.start, within.start), min(last.end, within.end))
    if span.start >= span.end:  # only punctuation, which the mark around it left outside
        return Span(within.end, within.end)
    start, end = _trimmed(words.target, span, node.mark.span.of(words.text))
    kept = node.kept_span
    if kept and kept.start < span.end and kept.end > span.start:  # what is kept inside stays inside
        start = min(start, max(kept.start, span.start))
        end = max(end, min(kept.end, span.end))
    return Span(start, end)


def _trimmed(target: str, span: Span, words: str) -> Span:
    """The span without punctuation at an edge where the `words` of the source have none."""
    letters = core(span, target)
    start = letters.start if words[0].isalnum() else span.start
    end = letters.end if words[-1].isalnum() else span.end
    return Span(start, end)


def _place(node: MarkNode, closed: Sequence[Span], words: Aligned) -> Span:
    """The place of a mark that has no words in the target: in its parent, and not inside a kept mark."""
    at = _neighbour(node.mark, words)
    parent = node.parent
    if parent is not None and parent.span is not None:
        at = min(max(at, parent.span.start), parent.span.end)
    behind = bisect_left(closed, Span(at, at))
    if behind and at < closed[behind - 1].end:
        at = closed[behind - 1].end
    return Span(at, at)


def _neighbour(mark: Mark, words: Aligned) -> int:
    """Where in the target the end of a mark is."""
    place = mark.span.end
    number = bisect_left(words.sentences, place, key=_source_end)
    if number == len(words.sentences):
        return len(words.target)
    sentence = words.sentences[number]
    if place == sentence.source.end:
        return sentence.target.end
    if place <= sentence.source.start:
        return sentence.target.start
    middle = bisect_left(words.source_parts, place, key=_start)
    if mark.kind is MarkKind.BESIDE and _stands_before_word(place, words.text):
        linked = words.linked_in(range(middle, sentence.source_parts.stop))
        if linked is not None:
            return words.target_parts[min(words.links[linked])].start
    linked = words.linked_in(range(sentence.source_parts.start, middle), from_end=True)
    if linked is None:
        return _proportional(middle - sentence.source_parts.start, sentence, words)
    last = words.target_parts[max(words.links[linked])]
    return _trimmed(words.target, last, words.text[place - 1]).end


def _source_end(sentence: ProjectedSentence) -> int:
    return sentence.source.end


def _start(span: Span) -> int:
    return span.start


def _stands_before_word(place: int, text: str) -> bool:
    if not text[place - 1].isspace():
        return False
    return not text[place].isspace()


def _proportional(parts: int, sentence: ProjectedSentence, words: Aligned) -> int:
    """Where so many parts of the source end, by length alone."""
    number = round(parts * len(sentence.target_parts) / max(1, len(sentence.source_parts)))
    if not number:
        return sentence.target.start
    return words.target_parts[sentence.target_parts.start + number - 1].end


def _pieces(roots: Iterable[MarkNode], target: str) -> list[Piece]:
    """The pieces of the target, whose marks all have their places."""
    pieces: list[Piece] = []
    opened: list[tuple[MarkNode, Span]] = []
    done = 0
    for span, node in _by_place(roots):
        while opened and not _is_inside(span, opened[-1][1]):
            outer, outer_span = opened.pop()
            _add_text(pieces, target[done : outer_span.end])
            pieces.append(Close(outer.number))
            done = max(done, outer_span.end)
        _add_text(pieces, target[done : span.start])
        done = max(done, span.start)
        if node.mark.kind is MarkKind.BESIDE:
            pieces.append(Beside(node.number))
        elif node.mark.kind is MarkKind.KEPT:
            if span.start == span.end and target[:done].strip():
                pieces.append(Text(" "))  # its words were lost: it is added
            pieces.append(Kept(node.number))
            done = max(done, span.end)
        elif span.start == span.end:
            pieces += [Open(node.number), Close(node.number)]
        else:
            pieces.append(Open(node.number))
            opened.append((node, span))
    for outer, outer_span in reversed(opened):
        _add_text(pieces, target[done : outer_span.end])
        pieces.append(Close(outer.number))
        done = max(done, outer_span.end)
    _add_text(pieces, target[done:])
    return pieces


def _by_place(roots: Iterable[MarkNode]) -> list[tuple[Span, MarkNode]]:
    """The nodes in the order of their places; of those with the same characters the outer first, a kept mark last."""
    keyed = []
    for order, node in enumerate(_in_order(roots)):
        span = node.span or Span(0, 0)
        is_empty = span.start == span.end
        is_kept = node.mark.kind is MarkKind.KEPT
        keyed.append(((span.start, not is_empty, -span.end, is_kept, order), span, node))
    keyed.sort(key=lambda entry: entry[0])
    return [(span, node) for _, span, node in keyed]


def _is_inside(inner: Span, outer: Span) -> bool:
    if inner.start == inner.end:
        return outer.start < inner.start < outer.end
    if outer.start > inner.start:
        return False
    return inner.end <= outer.end


def _add_text(pieces: list[Piece], text: str) -> None:
    if text:
        pieces.append(Text(text))
