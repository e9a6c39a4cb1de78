"""Drop caps: a mark on only the first letter of a segment stands on the first letter of its translation."""

from __future__ import annotations

from collections.abc import Sequence

from translator.document import Mark, MarkKind, Span
from translator.markup.copied_words import LinkedWords, core, touched


def drop_cap(marks: Sequence[Mark], text: str) -> Span | None:
    """The characters of the mark on the first letter of a text, with signs before it or without.

    None where other words have such a mark too: `<b>K</b>apal <b>P</b>erang` tells what an abbreviation stands for.
    """
    initials = {mark.span for mark in marks if _is_on_initial(mark, text)}
    if len(initials) != 1:
        return None
    cap = initials.pop()
    if any(map(str.isalnum, text[: cap.start])):
        return None
    return cap


def _is_on_initial(mark: Mark, text: str) -> bool:
    """Is the mark on nothing but the capital with which a longer word begins?"""
    if mark.kind is not MarkKind.AROUND:
        return False
    letters = core(mark.span, text)
    if letters.end != mark.span.end or letters.end - letters.start != 1:
        return False
    if not text[letters.start].isupper() or not text[letters.end : letters.end + 1].isalpha():
        return False
    return not text[letters.start - 1 : letters.start].isalnum()  # empty before the first word


def with_drop_cap(words: LinkedWords, cap: Span | None, copies: list[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """The copied places of a sentence, of which those of the word with the drop cap give way to it."""
    if cap is None or not words.source_span.start < cap.end <= words.source_span.end:
        return copies
    first = core(words.target_span, words.target).start
    letter = Span(first, first + 1)
    if not words.targets or not letter.of(words.target).isalnum():
        return copies
    capped = words.sources[touched(words.sources, cap)[-1]]
    begins = words.targets[touched(words.targets, letter)[0]].start
    others = [copy for copy in copies if not copy[0].overlaps(capped)]
    return [(cap, Span(begins, letter.end)), *others]
