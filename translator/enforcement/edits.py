"""Edits of a draft: its text is changed, and spans, pieces and attention go with the text.

So the next step finds everything where it now stands, and reads the links of the finished text as it would the model's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from glossary import Case, Match, article, begins_sentence, required_form
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, options, source_span
from translator.engines.base import Hypothesis

_ARTICLE = re.compile(r"\b(an?) \Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]\w*")
_NEEDS_SPACE_AFTER = re.compile(r"""(?:[^\s(\[{“‘"'’/-]|\S["'’])\Z""")  # a quote after a space opens
_NEEDS_SPACE_BEFORE = re.compile(r"[\w(\[{“‘]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put match number `index` of the draft in the place of the characters `span`, in the plural or not."""

    span: Span
    index: int
    plural: bool
    status: Status
    confidence: float


def apply(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """The draft with the edits made, and spans, pieces and attention carried over to the new text."""
    hypothesis, placed, grown = draft.hypothesis, list(draft.placed), 0
    for edit in sorted(edits, key=lambda edit: (edit.span, draft.matches[edit.index].start)):
        match = draft.matches[edit.index]
        targets = options(match)
        target = targets[draft.choice if draft.choice < len(targets) else 0]
        written = replace(match, plural=edit.plural, term=replace(match.term, targets=(target,)))
        span, before, form, after = _fitted(
            hypothesis.text, edit.span.shifted(grown), written, [held.span for held in placed if held]
        )
        place = Span(span.start + len(before), span.start + len(before + form))
        by = place.end + len(after) - span.end
        placed = [held and _moved(held, span.end, by) for held in placed]
        placed[edit.index] = Placed(match, place, target, edit.status, edit.confidence)
        hypothesis = edited(hypothesis, span, before + form + after)
        hypothesis = _looked(hypothesis, place, source_span(match))
        grown += by
    return replace(draft, hypothesis=hypothesis, placed=tuple(placed), foreign=draft.foreign or bool(edits))


def undot(draft: Draft) -> Draft:
    """Take away the full stop of an abbreviation (`Letjen.`) that the model left behind the term (`General. Budi`)."""
    for index in range(len(draft.placed)):
        held, text = draft.placed[index], draft.hypothesis.text
        if not held or not held.match.text.endswith("."):
            continue
        stop = Span(held.span.end, held.span.end + 1)
        if stop.of(text) == "." and text[stop.end :].strip():
            draft = put(draft, stop, "")
    return draft


def put(draft: Draft, span: Span, text: str, source: Span | None = None) -> Draft:
    """The draft with `text` for the characters `span`, where no match is placed; it stands for `source`, if given."""
    hypothesis = edited(draft.hypothesis, span, text)
    if source:
        hypothesis = _looked(hypothesis, Span(span.start, span.start + len(text)), source)
    by = len(text) - (span.end - span.start)
    placed = tuple(held and _moved(held, span.end, by) for held in draft.placed)
    return replace(draft, hypothesis=hypothesis, placed=placed, foreign=True)


def capitalised(source: str, draft: Draft) -> Draft:
    """The draft with a capital where its source begins with one, as a heading does of which the model forgot it.

    A term that has its own letters keeps them, and so does a word like iPhone.
    """
    hypothesis, first = draft.hypothesis, _WORD.match(draft.hypothesis.text)
    if not first or not first[0].islower() or not source[:1].isupper():
        return draft
    here = [held.match.term for held in draft.placed if held and held.span.start == 0]
    if any(term.case is Case.EXACT or term.kept for term in here):
        return draft
    text = first[0][0].upper() + hypothesis.text[1:]
    return replace(draft, hypothesis=replace(hypothesis, text=text)) if len(text) == len(hypothesis.text) else draft


def begins(text: str, place: int) -> bool:
    """Does the text begin at `place`, but for signs before it?"""
    return not any(character.isalnum() for character in text[:place])


def _fitted(text: str, span: Span, match: Match, taken: Sequence[Span]) -> tuple[Span, str, str, str]:
    """The form of `match` that fits at `span` of `text`, with what parts it from its left and its right.

    Capital, a/an and white space are mended; the span returned has grown by the article that is mended.
    """
    lead = text[: span.start]
    form = required_form(match, at_start=begins(text, span.start) and begins_sentence(text, span.start))
    before = " " if _NEEDS_SPACE_AFTER.search(lead) else ""
    after = " " if _NEEDS_SPACE_BEFORE.match(text, span.end) else ""
    wrong = _ARTICLE.search(lead)
    if wrong and not any(Span(*wrong.span()).overlaps(other) for other in taken):
        mended = article(form)
        before = (mended.capitalize() if wrong[1][0].isupper() else mended) + " "
        span = Span(wrong.start(), span.end)
    return span, before, form, after


def _moved(place: Placed, end: int, by: int) -> Placed:
    """A place after an edit that ended at `end` and made the text longer by `by`."""
    return replace(place, span=place.span.shifted(by)) if place.span.start >= end else place


def edited(hypothesis: Hypothesis, span: Span, text: str) -> Hypothesis:
    """The hypothesis with `text` for `span`, without the pieces that were there."""
    by = len(text) - (span.end - span.start)
    kept = [
        row for row, piece in enumerate(hypothesis.target_spans) if piece.end <= span.start or piece.start >= span.end
    ]
    pieces = (hypothesis.target_spans[row] for row in kept)
    return replace(
        hypothesis,
        text=hypothesis.text[: span.start] + text + hypothesis.text[span.end :],
        target_spans=tuple(piece if piece.end <= span.start else piece.shifted(by) for piece in pieces),
        attention=hypothesis.attention[kept],
    )


def _looked(hypothesis: Hypothesis, place: Span, source: Span) -> Hypothesis:
    """The hypothesis with one more piece, at `place`, that looks at `source` and nowhere else."""
    row = sum(piece < place for piece in hypothesis.target_spans)
    looked = np.array([column.overlaps(source) for column in hypothesis.source_spans], np.float32)
    spans = hypothesis.target_spans
    return replace(
        hypothesis,
        target_spans=(*spans[:row], place, *spans[row:]),
        attention=np.insert(hypothesis.attention, row, looked / max(1, looked.sum()), axis=0),
    )
