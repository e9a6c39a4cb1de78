"""Which words of the translation each mark would like: those that copy kept words, and those linked to its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from translator.document import Mark, MarkKind, Span
from translator.language.numbers import localise, placed
from translator.markup.copied_words import find_words, touched
from translator.markup.mark_tree import MarkNode
from translator.markup.sign_marks import is_around_signs
from translator.markup.word_alignment import Aligned, ProjectedSentence, has_letters


def find_kept(nodes: Iterable[MarkNode], words: Aligned) -> None:
    """Give each kept mark the place in its sentence's translation where its words stand.

    The longest comes first, for another address may be its beginning.
    """
    taken: set[int] = set()
    searches: dict[tuple[int, str], Iterator[Span]] = {}
    kept = [node for node in nodes if node.mark.kind is MarkKind.KEPT]
    for node in sorted(kept, key=_length, reverse=True):
        number = words.sentence_at(node.mark.span.start)
        if number == len(words.sentences):
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
        if node.span is None:
            _find_as_number(node, words.sentences[number], words, taken)


def _find_as_number(node: MarkNode, sentence: ProjectedSentence, words: Aligned, taken: set[int]) -> None:
    """Give a kept mark that is a number the place where the number stands as English writes it: 9:30 for 09.30."""
    numbers = placed(sentence.source.of(words.text), sentence.target.of(words.target))
    places = {number.span.shifted(sentence.source.start): place for number, place in numbers.items()}
    if node.mark.span not in places:
        return
    found = places[node.mark.span].shifted(sentence.target.start)
    if taken.isdisjoint(range(found.start, found.end)):
        taken.update(range(found.start, found.end))
        node.span = found
        node.words = touched(words.target_parts, found)


def _length(node: MarkNode) -> int:
    return node.mark.span.end - node.mark.span.start


def _hits(text: str, place: Span, target: str) -> Iterator[Span]:
    """Where a text stands in `place`: first at the borders of words, then also inside them."""
    written = r"\s+".join(map(re.escape, text.split()))
    for pattern in (rf"(?<![^\W_]){written}(?![^\W_])", written):
        for hit in re.compile(pattern, re.IGNORECASE).finditer(target, place.start, place.end):
            yield Span(*hit.span())


def summarise(nodes: Sequence[MarkNode]) -> None:
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


def kept_words(nodes: Iterable[MarkNode]) -> dict[int, MarkNode]:
    """For each target part of a kept mark that was found, the mark."""
    kept = {}
    for node in nodes:
        for word in node.words:
            kept[word] = node
    return kept


def wish(node: MarkNode, words: Aligned) -> range:
    """The smallest range of target parts that holds all parts linked to the mark's own, and all its kept words.

    A mark of only signs wishes for nothing but signs.
    """
    if is_around_signs(node.mark, words.text):
        return node.kept_parts or _signs(node.mark, words)
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
    return _copy(node, wish, words) or wish or likely


def _signs(mark: Mark, words: Aligned) -> range:
    """The first row of parts without letters that are linked to the mark's own."""
    wish = range(0)
    for part in words.linked_to(touched(words.source_parts, mark.span)):
        if has_letters(words.target_parts[part], words.target):
            continue
        if wish and part > wish.stop:
            break
        wish = range(wish.start if wish else part, part + 1)
    return wish


def _copy(node: MarkNode, wish: range, words: Aligned) -> range:
    """The parts among those wished for that copy the mark's words to the letter, figures as English writes them."""
    if not wish or node.children:
        return range(0)
    region = Span(words.target_parts[wish.start].start, words.target_parts[wish.stop - 1].end)
    text = node.mark.span.of(words.text)
    for copied in dict.fromkeys((text, localise(text))):
        place = find_words(copied, region, words.target, True, set())
        if place is not None:
            return touched(words.target_parts, Span(place, place + len(copied)))
    return range(0)


def _alike(part: int, sentence: ProjectedSentence) -> int:
    """The target part that stands as far into its sentence as a source part does."""
    share = (part - sentence.source_parts.start) / len(sentence.source_parts)
    return sentence.target_parts.start + int(share * len(sentence.target_parts))
