"""Edits of a draft: its text changes, and the places, subwords and attention move along with it.

A later step thus finds everything where it now stands, and reads the links of the edited text like the model's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from glossary import Inflection, Match, article, begins_sentence, names_people, names_place, proper_name, required_form
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.definite_article import wants_the
from translator.enforcement.draft import Draft, Placed, overlaps_any, source_span, writable_targets
from translator.engines.base import Hypothesis

_ARTICLE_BEFORE = re.compile(r"\b(an?) \Z", re.IGNORECASE)
_NEEDS_SPACE_AFTER = re.compile(r"""(?:[^\s(\[{“‘"'’/-]|\S["'’])\Z""")  # a quotation mark after a space opens
# Quantities take no article.
_IS_A_QUANTITY = re.compile(r"(?:dozens|tens|scores|hundreds|thousands|\w+illions|more than|over)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(['’])s\b")
_LETTER = re.compile(r"[^\W\d_]")
_FULL_STOP = re.compile(r"\.(?![.\w])")
_NAME_BEHIND = re.compile(r" [A-Z]")
_NEEDS_SPACE_BEFORE = re.compile(r"[\w(\[{“‘]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Write match number `index` of the draft in place of the characters `span`, as a plural or not.

    inflection: the form of a verb; None for other terms.
    """

    span: Span
    index: int
    plural: bool
    status: Status
    confidence: float
    inflection: Inflection | None = None


@dataclass(frozen=True, slots=True)
class _Insert:
    """The characters `span` become `before` + `form` + `after`, of which `form` is the term itself."""

    span: Span
    before: str
    form: str
    after: str

    @property
    def text(self) -> str:
        return self.before + self.form + self.after

    @property
    def place(self) -> Span:
        """Where the form stands afterwards."""
        start = self.span.start + len(self.before)
        return Span(start, start + len(self.form))


def apply_edits(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """The draft with the edits made; their spans are those of the text before the first of them."""
    grown = 0
    for edit in sorted(edits, key=lambda edit: (edit.span, draft.matches[edit.index].start)):
        length = len(draft.text)
        draft = _write_match(draft, replace(edit, span=edit.span.shifted(grown)))
        grown += len(draft.text) - length
    return draft


def replace_text(draft: Draft, span: Span, text: str, source: Span | None = None) -> Draft:
    """The draft with `text` in place of the characters `span`, where no match stands.

    source: the characters of the source that the new text stands for, if any.
    """
    hypothesis = edit_hypothesis(draft.hypothesis, span, text)
    if source:
        hypothesis = _with_subword(hypothesis, Span(span.start, span.start + len(text)), source)
    grown = len(text) - (span.end - span.start)
    placed = tuple([_moved(place, span.end, grown) for place in draft.placed])
    return replace(draft, hypothesis=hypothesis, placed=placed, needs_score=True)


def edit_hypothesis(hypothesis: Hypothesis, span: Span, text: str) -> Hypothesis:
    """The hypothesis with `text` in place of `span`, without the subwords that were there."""
    grown = len(text) - (span.end - span.start)
    rows, subwords = [], []
    for row, subword in enumerate(hypothesis.target_spans):
        if subword.end <= span.start:
            rows.append(row)
            subwords.append(subword)
        elif subword.start >= span.end:
            rows.append(row)
            subwords.append(subword.shifted(grown))
    return replace(
        hypothesis,
        text=hypothesis.text[: span.start] + text + hypothesis.text[span.end :],
        target_spans=tuple(subwords),
        attention=hypothesis.attention[rows],
    )


def begins_text(text: str, place: int) -> bool:
    """Does the text begin at `place`, but for punctuation before it?"""
    return not any(character.isalnum() for character in text[:place])


def _write_match(draft: Draft, edit: Edit) -> Draft:
    """The draft with one edit made."""
    match = draft.matches[edit.index]
    target = _chosen_target(draft, match, edit.span)
    if edit.plural and proper_name(match.term):
        target = next(filter(names_people, match.term.targets), target)
    written = replace(match, plural=edit.plural, term=replace(match.term, targets=(target,)))
    is_small = _begins_small(draft.source) and not draft.text[edit.span.start : edit.span.start + 1].isupper()
    insert = _fitted(draft.text, edit.span, written, edit.inflection, draft.taken, is_small)
    draft = replace_text(draft, insert.span, insert.text)
    placed = list(draft.placed)
    placed[edit.index] = Placed(match, insert.place, target, edit.status, edit.confidence)
    hypothesis = _with_subword(draft.hypothesis, insert.place, source_span(match))
    return replace(draft, hypothesis=hypothesis, placed=tuple(placed))


def _chosen_target(draft: Draft, match: Match, span: Span) -> str:
    """The translation to write at the span: no adjective for the name of a place."""
    targets = writable_targets(match)
    if _is_name_of_place(span, draft.text, match) and names_place(targets[0]):
        return targets[0]
    if draft.target_choice < len(targets):
        return targets[draft.target_choice]
    return targets[0]


def _is_name_of_place(span: Span, text: str, match: Match) -> bool:
    """Do the words at the span name a place? A word of the source may be anything; one before a name describes."""
    written = span.of(text)
    if written == match.text or _NAME_BEHIND.match(text, span.end):
        return False
    return names_place(written)


def _begins_small(source: str) -> bool:
    """Is the first letter of a source small, as in an item behind a list marker (`b. kredit macet;`)?"""
    first = "".join(_LETTER.findall(source)[:1])
    return first.islower()


def _fitted(
    text: str, span: Span, match: Match, inflection: Inflection | None, taken: Sequence[Span], is_small: bool
) -> _Insert:
    """The form of `match` that fits at `span`: its capital, the article before it and the spaces around it are right.

    An article that must change (a, an) is part of the span. is_small: a capital does not begin the text.
    """
    lead = text[: span.start]
    at_start = begins_text(text, span.start) and begins_sentence(text, span.start) and not is_small
    form = required_form(match, at_start, inflection)
    before = " " if _NEEDS_SPACE_AFTER.search(lead) else ""
    after = " " if _NEEDS_SPACE_BEFORE.match(text, span.end) else ""
    span = over_full_stop(text, span, form)
    if form.endswith("s"):
        span, after = _with_possessive(text, span, after)
    old = article_before(text, span.start)
    if wants_the(match, match.term.targets[0], span, text):
        the = "The" if at_start else "the"
        return _Insert(span, f"{before}{the} ", required_form(match, at_start=False), after)
    if not old or overlaps_any(old, taken):
        return _Insert(span, before, form, after)
    if _IS_A_QUANTITY.match(form):  # A million: Tens of millions
        is_first = begins_text(text, old.start)
        return _Insert(Span(old.start, span.end), "", form[0].upper() + form[1:] if is_first else form, after)
    return _Insert(Span(old.start, span.end), f"{right_article(old.of(text), form)} ", form, after)


def over_full_stop(text: str, span: Span, form: str) -> Span:
    """The span with the full stop behind it, where the form that is to stand there ends in one: in the U.S."""
    if form.endswith(".") and _FULL_STOP.match(text, span.end):
        return Span(span.start, span.end + 1)
    return span


def article_before(text: str, place: int) -> Span | None:
    """The indefinite article that stands right before `place`, if one does."""
    found = _ARTICLE_BEFORE.search(text, 0, place)
    return Span(*found.span(1)) if found else None


def right_article(old: str, form: str) -> str:
    """The indefinite article before `form`, with a capital where the old one has it."""
    right = article(form)
    if old[0].isupper():
        return right.capitalize()
    return right


def _with_possessive(text: str, span: Span, after: str) -> tuple[Span, str]:
    """The span with a possessive behind it, which is an apostrophe alone behind an -s: the Maldives' coast."""
    found = _POSSESSIVE.match(text, span.end)
    if found:
        return Span(span.start, found.end()), found[1]
    return span, after


def _moved(place: Placed | None, end: int, grown: int) -> Placed | None:
    """A place after an edit that ended at `end` and made the text longer by `grown`."""
    if place is None or place.span.start < end:
        return place
    return replace(place, span=place.span.shifted(grown))


def _with_subword(hypothesis: Hypothesis, place: Span, source: Span) -> Hypothesis:
    """The hypothesis with one more subword, at `place`, whose attention lies on `source` and nowhere else."""
    spans = hypothesis.target_spans
    row = sum(subword < place for subword in spans)
    attention = np.array([column.overlaps(source) for column in hypothesis.source_spans], np.float32)
    attention /= max(1, attention.sum())
    return replace(
        hypothesis,
        target_spans=(*spans[:row], place, *spans[row:]),
        attention=np.insert(hypothesis.attention, row, attention, axis=0),
    )
