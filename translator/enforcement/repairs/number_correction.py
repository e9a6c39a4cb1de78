"""Numbers: one that the model got wrong is put right where it stands; one that it left out is put in (`supply.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from operator import itemgetter

from translator.alignment import ALIGNED, weight_on
from translator.document import Span
from translator.enforcement.draft import Draft, source_span
from translator.enforcement.edits import begins, put
from translator.enforcement.repairs.number_insertion import supplied
from translator.language.numbers import Kind, Number, find, missing, placed, written

# Numbers in words are the model's to put: another word for a number must have looked at nothing else.
CERTAIN = 0.6
# A word that is nearly one for the number (Eighten, leven) needs less to be taken for it. LIKE: difflib's ratio.
LIKE = 0.8
LIKELY = 0.25

_IN_WORDS = frozenset({Kind.WORDS, Kind.ORDINAL, Kind.FRACTION})
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAD = re.compile(r"\b(?:an?|the|of|at|in|by) \Z", re.IGNORECASE)


def lost(source: str, draft: Draft) -> int:
    """How many numbers of the source the draft does not have."""
    return len(_missing(source, draft))


def mend(source: str, draft: Draft) -> Draft:
    """Write the lost numbers as English does: where the draft has them as Indonesian does, has others, or has none."""
    for ways in (_corrected, supplied):
        for number in _missing(source, draft):
            mended = ways(source, number, draft)
            if mended and lost(source, mended) < lost(source, draft):
                draft = replace(mended, supplied=mended.supplied + (ways is supplied))
    return draft


def _corrected(source: str, number: Number, draft: Draft) -> Draft | None:
    """The draft with the number in the place of what stands for it."""
    text = draft.hypothesis.text
    place, form = _place(source, number, draft), number.accepted[0]
    if place is None:
        place, form = _nearly(number, draft) or (None, form)
    if place is None:
        return None
    if begins(text, place.start):
        form = form[0].upper() + form[1:]
    return put(draft, place, form, number.span)


def _missing(source: str, draft: Draft) -> list[Number]:
    """The numbers that the draft does not have, but for those in a term: they are the term's."""
    terms = [source_span(match) for match in draft.matches]
    lost = missing(source, draft.hypothesis.text)
    return [number for number in lost if not any(number.span.overlaps(span) for span in terms)]


def _place(source: str, number: Number, draft: Draft) -> Span | None:
    """What of the draft stands for a number: itself, as it was copied, else the figures that looked at it most."""
    text = draft.hypothesis.text
    right = {form.casefold() for other in find(source) if other != number for form in other.accepted}
    taken = [held.span for held in draft.placed if held]
    taken += placed(source, text).values()
    free = [
        span
        for span in written(number.kind, text)
        if span.of(text).casefold() not in right and not any(span.overlaps(other) for other in taken)
    ]
    figures = number.text.split()[0]
    for span in free:
        if figures[0].isdigit() and span.of(text).split()[0] == figures:
            return span
    copied = re.search(rf"(?<!\w){re.escape(number.text)}(?!\w)", text, re.IGNORECASE)
    if copied and not figures[0].isdigit() and not any(Span(*copied.span()).overlaps(other) for other in taken):
        return Span(*copied.span())
    best = max(free, key=lambda span: _weight(draft, number, span), default=None)
    least = CERTAIN if number.kind in _IN_WORDS else ALIGNED
    return best if best and _weight(draft, number, best) >= least else None


def _nearly(number: Number, draft: Draft) -> tuple[Span, str] | None:
    """A word that the model misspelt, with what it should be: Eighten is eighteen."""
    text = draft.hypothesis.text
    taken = [held.span for held in draft.placed if held]
    likely = [
        span
        for span in (Span(*word.span()) for word in _LETTERS.finditer(text))
        if not any(span.overlaps(other) for other in taken) and _weight(draft, number, span) >= LIKELY
    ]
    options = [(_likeness(span.of(text), form), span, form) for form in _forms_in_words(number) for span in likely]
    ratio, span, form = max(options, key=itemgetter(0), default=(0.0, None, ""))
    return (span, form) if span and ratio >= LIKE else None


def _forms_in_words(number: Number) -> Iterator[str]:
    """What it may be in words; no tenth for ten."""
    may_end = () if number.kind in (Kind.ORDINAL, Kind.FRACTION) else ("th", "first", "second", "third")
    return (form for form in number.accepted if len(form) > 2 and form[0].isalpha() and not form.endswith(may_end))


def _likeness(word: str, form: str) -> float:
    """Of a word and a form; `a thousand` and `one thousand` are as like as their last words."""
    return SequenceMatcher(None, word.casefold(), form.removeprefix("one ")).ratio()


def _weight(draft: Draft, number: Number, span: Span) -> float:
    """The share of the attention of the words at `span` that lay on the number.

    An article or a preposition before them looks ahead, and may speak for them.
    """
    hypothesis = draft.hypothesis
    weights = weight_on(hypothesis, number.span)

    def mean(span: Span) -> float:
        inside = [weights[row] for row, piece in enumerate(hypothesis.target_spans) if piece.overlaps(span)]
        return float(sum(inside) / len(inside)) if inside else 0.0

    lead = _LEAD.search(hypothesis.text, max(0, span.start - 5), span.start)
    alone = mean(span)
    return max(alone, (alone + mean(Span(*lead.span()))) / 2) if lead and alone >= LIKELY else alone
