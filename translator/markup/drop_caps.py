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
    start, end = core(mark.span, text)
    is_capital = end == start + 1 and text[start].isupper()
    begins_word = not text[start - 1 : start].isalnum()  # empty before the first word
    goes_on = text[end : end + 1].isalpha()
    return all((is_capital, end == mark.span.end, begins_word, goes_on))


def with_drop_cap(words: LinkedWords, cap: Span | None, copies: list[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """The copied places of a sentence, of which those of the word with the drop cap give way to it."""
    if cap is None:
        return copies
    first = core(words.target_span, words.target).start
    letter = Span(first, first + 1)
    is_of_sentence = words.source_span.start < cap.end <= words.source_span.end
    if not all((is_of_sentence, words.targets, letter.of(words.target).isalnum())):
        return copies
    capped = words.sources[touched(words.sources, cap)[-1]]
    begins = words.targets[touched(words.targets, letter)[0]].start
    others = [copy for copy in copies if not copy[0].overlaps(capped)]
    return [(cap, Span(begins, letter.end)), *others]
