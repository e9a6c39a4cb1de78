"""Marks around nothing but signs, such as a plain full stop behind bold words: they go to signs, never to a word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.document import Mark, MarkKind, Span
from translator.markup.copied_words import LinkedWords, core

_PLAIN = str.maketrans("“”„«»‘’–—", '"""""\'\'--')  # a translation may have a sign in another form


def is_around_signs(mark: Mark, text: str) -> bool:
    """Has it neither letters nor digits? A link is no such mark: without words nobody could follow it."""
    if mark.kind is not MarkKind.AROUND or mark.is_link:
        return False
    return not any(map(str.isalnum, mark.span.of(text)))


@dataclass(frozen=True, slots=True)
class Signs:
    """The places of the marks of only signs in a segment, in order; its text and its translation with plain signs."""

    spans: tuple[Span, ...]
    text: str
    target: str

    @classmethod
    def of(cls, marks: Sequence[Mark], text: str, target: str) -> Signs:
        spans = {mark.span for mark in marks if is_around_signs(mark, text) and mark.span.of(text)}
        if not spans:
            return cls((), text, target)
        return cls(tuple(sorted(spans)), text.translate(_PLAIN), target.translate(_PLAIN))

    def copies(self, words: LinkedWords, known: Sequence[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
        """The signs of a sentence that its translation has, each with its place there, which is none of those known."""
        found: list[tuple[Span, Span]] = []
        taken = {copied.start for _, copied in known}
        rows: dict[str, tuple[list[int], list[int]]] = {}
        for span in self.spans[bisect_left(self.spans, words.source_span) :]:
            if span.start >= words.source_span.end:
                break
            sign = span.of(self.text)
            if sign not in rows:
                rows[sign] = (
                    _places(sign, words.source_span, self.text),
                    _places(sign, words.target_span, self.target),
                )
            for place in self._likely(span, words, rows[sign]):
                if place not in taken and self.target.startswith(sign, place):
                    taken.add(place)
                    found.append((span, Span(place, place + len(sign))))
                    break
        return found

    def _likely(self, span: Span, words: LinkedWords, rows: tuple[list[int], list[int]]) -> Iterator[int]:
        """Where in the translation a sign may stand, the likeliest place first: at the end of the sentence as in the
        source, at the same edge of a linked word, and at the place of the same number.
        """
        if span.end == words.source_span.end:
            yield words.target_span.end - (span.end - span.start)
        number = bisect_left(words.sources, span.end, key=_end)
        for linked in words.links.get(number, ()):
            word = words.targets[linked]
            letters = core(word, self.target)
            is_before = span.start < core(words.sources[number], self.text).start
            edge = Span(word.start, letters.start) if is_before else Span(letters.end, word.end)
            place = self.target.find(span.of(self.text), *edge)
            if place >= 0:
                yield place
        sources, targets = rows
        at = bisect_left(sources, span.start)
        if len(sources) == len(targets) and sources[at : at + 1] == [span.start]:
            yield targets[at]


def _places(sign: str, span: Span, text: str) -> list[int]:
    """Where a sign stands, but between letters or digits: `1.500` has no full stop."""
    written = re.escape(sign)
    pattern = re.compile(rf"(?<![^\W_]){written}|{written}(?![^\W_])")
    return [found.start() for found in pattern.finditer(text, span.start, span.end)]


def _end(span: Span) -> int:
    return span.end
