"""Repair: a name that the model misspelt (Prasetyoyo, Morakotot) is written as the source has it, where it stands.

A model that does not know a name copies its subwords and slips. What it wrote still looks like the name: that, and
where its attention lay while it wrote, tells the place better than the attention alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from glossary import Match
from translator.alignment import mean_weight, touching, weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, is_copied, overlaps_any, source_span, spans_of
from translator.enforcement.edits import Edit, apply_edits
from translator.language.names import ALIKE, likeness, may_be_mangled

# A word with a capital that is very like a name is its misspelling wherever the attention lay; another word needs this
# share of its attention on the name (`entering` is no Menteng).
MIN_ATTENTION = 0.35
# Letters of a name that is recognised where the model parted it: Ina is no "in a".
MIN_PARTED_LENGTH = 6

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")


def correct_names(draft: Draft) -> Draft:
    """Put each missing match that is copied in place of what the model made of it."""
    for index, match in enumerate(draft.matches):
        if draft.placed[index] is None and is_copied(match):
            draft = _correct_name(draft, index)
    return draft


def _correct_name(draft: Draft, index: int) -> Draft:
    match = draft.matches[index]
    for span in _in_its_letters(match.text, draft.text):
        if not overlaps_any(span, draft.taken):
            return _write(draft, index, span, 1.0)
    if not _WORD.fullmatch(match.text):
        return draft
    best = _best_misspelling(draft, match)
    if best is None:
        return draft
    evidence, span = best
    return _write(draft, index, span, min(1.0, evidence))


def _best_misspelling(draft: Draft, match: Match) -> tuple[float, Span] | None:
    """The word that is most like the name and has most of its attention on it, and how much of both it has."""
    weights = weight_on(draft.hypothesis, source_span(match))
    best: tuple[float, Span] | None = None
    taken = draft.taken
    for span in spans_of(_WORD, draft.text):
        word = span.of(draft.text)
        if not may_be_mangled(word, match.text) or overlaps_any(span, taken):
            continue
        attention = mean_weight(weights, touching(draft.hypothesis.target_spans, span))
        alike = likeness(word, match.text)
        is_surely_like = alike >= ALIKE and not word.islower()
        if not is_surely_like and attention < MIN_ATTENTION:
            continue
        best = max(best or (0.0, span), (alike + attention, span))
    return best


def _in_its_letters(name: str, text: str) -> Iterator[Span]:
    """Where the name stands letter by letter, but with a capital more or less (Al-Assad), parted or glued."""
    if _WORD.fullmatch(name):
        yield from _parted_or_glued(name, text)
        return
    for span in spans_of(re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE), text):
        if not span.of(text).islower():
            yield span


def _parted_or_glued(name: str, text: str) -> Iterator[Span]:
    """Where the name stands letter by letter, but parted (Karang Tengah) or glued to the word before it (JPSGakin)."""
    if len(name) >= MIN_PARTED_LENGTH:
        letters = "[ -]?".join(name[1:])
        for found in re.finditer(rf"\b{name[0]}{letters}\b", text, re.IGNORECASE):
            if len(found[0]) > len(name) and found[0][0] == name[0]:
                yield Span(*found.span())
    if name.istitle():
        yield from spans_of(re.compile(rf"(?<=[^\W_]){name}\b"), text)


def _write(draft: Draft, index: int, span: Span, confidence: float) -> Draft:
    """The draft with the match in place of the word at `span`, with the attention that any subword of that word had.

    A word before the name that the model ran into it (`Letjen Prasetyo`: Prasetyoyo) thus still finds its place.
    """
    rows = list(touching(draft.hypothesis.target_spans, span))
    attention_before = draft.hypothesis.attention[rows].max(axis=0) if rows else None
    draft = apply_edits(draft, [Edit(span, index, False, Status.SWAPPED, confidence)])
    place, hypothesis = draft.placed[index], draft.hypothesis
    if attention_before is None or place is None or place.span not in hypothesis.target_spans:
        return draft
    attention = hypothesis.attention.copy()
    row = hypothesis.target_spans.index(place.span)
    attention[row] = attention_before / max(1, attention_before.sum())
    return replace(draft, hypothesis=replace(hypothesis, attention=attention))
