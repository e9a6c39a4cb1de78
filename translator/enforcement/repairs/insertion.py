"""Repair, the last resort: a term that is still missing is inserted at the likeliest place of the text."""

from __future__ import annotations

from collections.abc import Sequence

from glossary import Match, TermKind, occurrences
from translator.alignment import ALIGNED, weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import (
    MAX_GUESSED_CONFIDENCE,
    Draft,
    Placed,
    is_copied,
    may_do_without,
    source_span,
    spans_of,
)
from translator.enforcement.edits import Edit, apply_edits, begins_text
from translator.enforcement.places import COMPOUND_WORD, behind_determiner, likely_places
from translator.enforcement.plural_words import is_several
from translator.enforcement.verb_forms import has_no_form, least_wrong
from translator.engines.base import Hypothesis


def insert_terms(draft: Draft) -> Draft:
    """The draft with every match inserted that is still missing; a soft constraint only where its place is known."""
    taken = draft.taken
    edits: list[Edit] = []
    inserted: set[str] = set()
    for index, match in enumerate(draft.matches):
        if draft.placed[index] is not None:
            continue
        place, confidence = _place(draft, match)
        if may_do_without(draft, match, confidence) or has_no_form(match):
            continue
        if not match.required and match.text in inserted:
            continue
        edit = _insertion(draft, place, confidence, index, taken)
        edits.append(edit)
        taken.append(edit.span)
        inserted.add(match.text)
    if edits:
        return apply_edits(draft, edits)
    return draft


def _insertion(draft: Draft, place: int, confidence: float, index: int, taken: Sequence[Span]) -> Edit:
    place = _outside(draft, place, taken)
    place = behind_determiner(draft, place)
    match = draft.matches[index]
    plural = is_several(draft.source, match)
    inflection = least_wrong(place, draft.text, match) if match.term.verb else None
    confidence = min(confidence, MAX_GUESSED_CONFIDENCE)
    return Edit(Span(place, place), index, plural, Status.SPLICED, confidence, inflection)


def _place(draft: Draft, match: Match) -> tuple[int, float]:
    """The likeliest place of a match, and how much speaks for it.

    In this order: before the name of a rank; for a name its likeliest place; beside the translation of the word beside
    it; where most of the attention lay on it.
    """
    confidence = 0.0
    place = _before_its_name(draft, match)
    if place is not None and not match.required:
        confidence = MAX_GUESSED_CONFIDENCE
    if place is None and is_copied(match):
        likely = likely_places(draft, match)
        confidence = likely.confidence
        place = next(iter(likely.places), None)
    if place is None:
        place = _beside_neighbour(draft.hypothesis, match)
    if place is None:
        place = _most_attentive(draft.hypothesis, match)
    return place, confidence


def _outside(draft: Draft, place: int, taken: Sequence[Span]) -> int:
    """The place, or one behind it that is in no other term and no word, and not before a term that begins the text."""
    text = draft.text
    for held in draft.standing:
        if place <= held.span.start and begins_text(text, held.span.start) and not _stands_inside(held, text):
            place = held.span.end
    for span in sorted([*taken, *spans_of(COMPOUND_WORD, text)]):
        if span.start < place < span.end:
            place = span.end
    return place


def _stands_inside(held: Placed, text: str) -> bool:
    """Would the term still be honoured, as it is written, if the sentence began before it?"""
    found = occurrences(f"x {held.span.of(text)}", held.match)
    return any(start == 2 for start, _, _ in found)


def _before_its_name(draft: Draft, match: Match) -> int | None:
    """Where the name begins that a rank stands before, in both languages: Letjen Prasetyo."""
    if match.term.kind is not TermKind.RANK:
        return None
    for held in draft.standing:
        if held.match.start - match.end == 1:
            return held.span.start
    return None


def _beside_neighbour(hypothesis: Hypothesis, match: Match) -> int | None:
    """Behind the translation of the source word before the match, else before that of the word after it."""
    if not hypothesis.target_spans:
        return None
    before = [column for column, span in enumerate(hypothesis.source_spans) if span.end <= match.start]
    after = [column for column, span in enumerate(hypothesis.source_spans) if span.start >= match.end]
    if before and (translation := _aligned_subword(hypothesis, before[-1])):
        return translation.end
    if after and (translation := _aligned_subword(hypothesis, after[0])):
        return translation.start
    return None


def _aligned_subword(hypothesis: Hypothesis, column: int) -> Span | None:
    """The target subword with most attention on a source subword, if it is aligned with it."""
    row = int(hypothesis.attention[:, column].argmax())
    if hypothesis.attention[row, column] < ALIGNED:
        return None
    return hypothesis.target_spans[row]


def _most_attentive(hypothesis: Hypothesis, match: Match) -> int:
    """Where the target subword begins that has the most attention on the match; 0 in an empty text."""
    weights = weight_on(hypothesis, source_span(match))
    if not len(weights):
        return 0
    return hypothesis.target_spans[int(weights.argmax())].start
