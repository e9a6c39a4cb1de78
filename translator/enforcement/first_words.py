"""Words of our own in a draft: a number, a unit, `about`. The capital of a text's first word moves on to them."""

from __future__ import annotations

from dataclasses import replace

from translator.document import Span
from translator.enforcement.draft import Draft
from translator.enforcement.edits import begins_text, replace_text
from translator.enforcement.word_links import TARGET_WORD


def write_words(draft: Draft, span: Span, words: str, source: Span, before: str = "", after: str = "") -> Draft:
    """The draft with words that stand for `source` in place of the characters `span`.

    before, after: what stands around the words, such as a space.
    """
    if begins_text(draft.text, span.start) and not draft.text[span.start : span.start + 1].islower():
        words = words[0].upper() + words[1:]
        draft = _without_capital(draft, span.end)
    draft = replace_text(draft, span, before + after)
    place = span.start + len(before)
    return replace_text(draft, Span(place, place), words, source)


def _without_capital(draft: Draft, place: int) -> Draft:
    """A word that no longer begins the sentence, in small letters, unless it is a name or a word of the source."""
    text = draft.text
    word = TARGET_WORD.match(text, place)
    if not word or not _is_in_sentence_case(word[0]) or word[0] in draft.source:
        return draft
    small = text[place].lower()
    if len(small) != 1 or any(span.start == place for span in draft.taken):
        return draft
    hypothesis = replace(draft.hypothesis, text=text[:place] + small + text[place + 1 :])
    return replace(draft, hypothesis=hypothesis, needs_score=True)


def _is_in_sentence_case(word: str) -> bool:
    if word == "A":
        return True
    return word[1:].islower()
