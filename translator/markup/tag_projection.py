"""Tag projection: the marks of a segment are placed in its translation, along the links between words.

A mark goes around the smallest range of words that holds all words linked to its own. Marks stay nested or separate,
and each comes exactly once; the characters of the translation stay as they are and in their order. A mark may be
smaller than a word where the translation copies that word's letters.

Where the words of a mark are taken by another mark, it goes inside that mark; a link, which may not stand inside
another link, goes to the nearest free word. The one thing that is ever added to a translation is a kept mark whose
words it lost: that stands where its words stood in the source, after a blank.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from translator.bitext import Origin, SegmentPair
from translator.document import Mark, MarkKind, Segment, Span
from translator.markup.copied_words import core
from translator.markup.mark_claims import claim
from translator.markup.mark_tree import MarkNode, in_order, pieces_of, place_within_parent, tree
from translator.markup.mark_wishes import find_kept, kept_words, summarise, wish
from translator.markup.pieces import Piece, Text
from translator.markup.word_alignment import Aligned, ProjectedSentence, aligned

_OTHER_HALVES = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "“": "”", "”": "“"}


def project(pair: SegmentPair) -> list[Piece]:
    """The segment's translation with the segment's marks in it."""
    if not pair.segment.marks:
        return [Text(pair.target)]
    if _is_in_place(pair):
        return in_place(replace(pair.segment, text=pair.target))
    words = aligned(pair)
    whole = range(len(words.target_parts))
    nodes = tree(pair.segment.marks)
    roots = [node for node in nodes if node.parent is None]
    find_kept(nodes, words)
    summarise(nodes)
    for node in nodes:
        node.wish = wish(node, words)
    claim(roots, whole, kept_words(nodes))
    _measure(roots, words)
    closed = [node.span for node in nodes if node.span and node.mark.kind is MarkKind.KEPT]
    closed.sort()
    for node in in_order(roots):
        if node.span is None:
            node.span = _place(node, closed, words)
    return pieces_of(roots, words.target)


def _is_in_place(pair: SegmentPair) -> bool:
    """Are all sentences copied, with no more than the points and commas of their figures changed?"""
    if any(sentence.origin is not Origin.COPIED for sentence in pair.pairs):
        return False
    source, target = pair.segment.text.split(), pair.target.split()
    return list(map(len, source)) == list(map(len, target))


def in_place(segment: Segment) -> list[Piece]:
    """The segment's own text with its marks, where they stand."""
    nodes = tree(segment.marks)
    for node in nodes:
        node.span = node.mark.span
        if node.holder:
            at = place_within_parent(node, node.span.start)
            node.span = Span(at, at)
    return pieces_of([node for node in nodes if node.parent is None], segment.text)


def _measure(roots: Iterable[MarkNode], words: Aligned) -> None:
    """Give the marks the characters of their parts: punctuation at the edge only where the source has it inside."""
    whole = Span(0, len(words.target))
    for node in in_order(roots):
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
    """The span without punctuation at an edge, but for that up to the sign with which the `words` of the source begin
    or end, and for brackets whose other half is inside.
    """
    letters = core(span, target)
    head = target[span.start : letters.start]
    tail = target[letters.end : span.end]
    start = letters.start if words[0].isalnum() else span.start + max(0, head.find(words[0]))
    end = letters.end if words[-1].isalnum() else letters.end + (tail.rfind(words[-1]) + 1 or len(tail))
    while end < span.end and _is_missing(target[end], target[start:end]):
        end += 1
    while start > span.start and _is_missing(target[start - 1], target[start:end]):
        start -= 1
    return Span(start, end)


def _is_missing(bracket: str, words: str) -> bool:
    """Do the words have the other half of this bracket more often than the bracket?"""
    half = _OTHER_HALVES.get(bracket)
    return half is not None and words.count(half) > words.count(bracket)


def _place(node: MarkNode, closed: Sequence[Span], words: Aligned) -> Span:
    """The place of a mark that has no words in the target: in its parent, and not inside a kept mark."""
    at = place_within_parent(node, _neighbour(node.mark, words))
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
        after = range(middle, sentence.source_parts.stop)
        linked = words.linked_in(after)
        if linked is not None:
            return words.target_parts[words.linked_to(words.unit(linked, after))[0]].start
    before = range(sentence.source_parts.start, middle)
    linked = words.linked_in(before, from_end=True)
    if linked is None:
        return _proportional(len(before), sentence, words)
    last = words.target_parts[_last_of_phrase(words.unit(linked, before), before, words)]
    return _trimmed(words.target, last, words.text[place - 1]).end


def _last_of_phrase(unit: range, before: range, words: Aligned) -> int:
    """The last target part of what ends with the source parts `unit`.

    English has adjectives before their noun: where a term stands before them in the source, and right behind them in
    the target, its English is the end of the phrase.
    """
    last = end = words.linked_to(unit)[-1]
    while unit.start > before.start and _is_letter_at_end(words.source_parts[unit.start - 1], words.text):
        if not _is_letter_at_end(words.target_parts[end], words.target):
            break
        unit = words.unit(unit.start - 1, before)
        linked = words.linked_to(unit)
        if end + 1 not in linked:
            break
        end = linked[-1]
        if unit.start in words.terms:
            last = end
    return last


def _is_letter_at_end(span: Span, text: str) -> bool:
    return text[span.end - 1].isalnum()


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
