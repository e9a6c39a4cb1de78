"""Words inside which a mark begins or ends, and where the translation copies their letters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translator.document import Mark, MarkKind, Span


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """A sentence's words in its segment's text and translation. links: for a source word, its target words."""

    text: str
    target: str
    source_span: Span
    target_span: Span
    sources: list[Span]
    targets: list[Span]
    links: dict[int, list[int]]


def borders_of(marks: Sequence[Mark], text: str) -> list[int]:
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


def inside(borders: Sequence[int], span: Span) -> list[int]:
    """The borders strictly inside a span."""
    return list(borders[bisect_right(borders, span.start) : bisect_left(borders, span.end)])


def copies_of(words: LinkedWords, borders: Sequence[int]) -> list[tuple[Span, Span]]:
    """The chunks of the source words that borders cut, each with the place where the target has it to the letter."""
    copies: list[tuple[Span, Span]] = []
    if not borders:
        return copies
    taken: set[int] = set()  # where in the target a copy begins
    for number, word in enumerate(words.sources):
        cuts = inside(borders, word)
        if not cuts:
            continue
        found = _copied_word(words, number, cuts, taken) or _copied_chunks(words, number, cuts, taken)
        taken.update(copied.start for _, copied in found)
        copies += found
    return copies


def _chunks(word: Span, cuts: Sequence[int]) -> list[Span]:
    return [Span(start, end) for start, end in pairwise([word.start, *cuts, word.end])]


def _regions(words: LinkedWords, number: int) -> Iterator[tuple[Span, bool]]:
    """Where in the target the copy of a source word is looked for, and whether it must stand there as a whole word."""
    linked = words.links.get(number)
    if linked:
        region = Span(words.targets[min(linked)].start, words.targets[max(linked)].end)
        yield region, True
        yield region, False
    yield words.target_span, True


def _copied_word(words: LinkedWords, number: int, cuts: Sequence[int], taken: set[int]) -> list[tuple[Span, Span]]:
    """The chunks of a word that the target copies as a whole."""
    chunks = _chunks(words.sources[number], cuts)
    start = core(chunks[0], words.text).start
    end = core(chunks[-1], words.text).end
    whole = Span(start, end).of(words.text)
    for region, as_word in _regions(words, number):
        place = find_words(whole, region, words.target, as_word, taken)
        if place is None:
            continue
        found = []
        for chunk in chunks:
            inner = Span(max(chunk.start, start), min(chunk.end, end))
            found.append((inner, inner.shifted(place - start)))
        return found
    return []


def _copied_chunks(words: LinkedWords, number: int, cuts: Sequence[int], taken: set[int]) -> list[tuple[Span, Span]]:
    """The chunks of a word that the target copies one by one, in their order, as words of their own."""
    region, _ = next(_regions(words, number))
    found = []
    for chunk in _chunks(words.sources[number], cuts):
        letters = core(chunk, words.text)
        if not words.text[letters.start].isalnum():
            continue
        place = find_words(letters.of(words.text), region, words.target, True, taken)
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


def find_words(words: str, region: Span, target: str, as_word: bool, taken: set[int]) -> int | None:
    """Where in a region of the target the words stand, in any case."""
    pattern = re.escape(words)
    if as_word:
        pattern = rf"(?<![^\W_]){pattern}(?![^\W_])"
    for hit in re.compile(pattern, re.IGNORECASE).finditer(target, region.start, region.end):
        if hit.start() not in taken:
            return hit.start()
    return None


def touched(parts: Sequence[Span], span: Span) -> range:
    """The numbers of the parts that a span touches."""
    first = bisect_right(parts, span.start, key=_end)
    return range(first, max(first, bisect_left(parts, span.end, key=_start)))


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
