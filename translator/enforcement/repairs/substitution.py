"""Step 3 and the last resort: put what is missing where the model wrote something else for it, or into the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from glossary import Kind, Match, occurrences
from translator.alignment import ALIGNED, borders, touched, weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.name_places import COMPOUND, behind_determiner, is_function_word, places
from translator.enforcement.draft import DOUBTFUL, Draft, Placed, is_name, source_span
from translator.enforcement.edits import Edit, apply, begins
from translator.engines.base import Hypothesis
from translator.language.names import may_be_mangled

# Added to the share of a word that begins like the term (Australian for Australia, Rumania for Romania), and of one
# that the model copied out of it.
LIKENESS = 0.25
COPIED = 0.5
# Words that are not like a name give way to it from this confidence on: a name is no translation of them.
UNLIKE = 0.85
# A repair below this confidence is shown to the reviewer: see docs/enforcement.md for how it was calibrated.
SURE = 0.8

_WORD = re.compile(  # without its possessive
    r"\d+(?:[.,:]\d+)+|\b(?:[A-Z]\.){2,}|(?<!\w)(?<!\w[’'])\w+(?:[’'](?!s\b)\w+)*"
)
_WITHIN_A_TERM = re.compile(r"(?:[’']s)?[ \-’'.\u00a0]{1,2}")  # what may stand between two words of one term
_HEAD = 4  # letters of a word that is looked for at the end of a term, at least
_SINGULAR = re.compile(r"\b(?:an?|one|this|that|each|every) \Z", re.IGNORECASE)


def swap(draft: Draft) -> Draft:
    """Step 3: put a missing match in the place of the words that the model wrote for it, where they can be told."""
    return apply(draft, _planned(draft, _swap))


def splice(draft: Draft) -> Draft:
    """The last resort: put every match that is still missing into the text."""
    return apply(draft, _planned(draft, _splice))


def _planned(draft: Draft, plan: Callable[[Draft, Match, int, Sequence[Span]], Edit | None]) -> list[Edit]:
    """The edits that `plan` proposes for the matches that are missing."""
    taken = [place.span for place in draft.placed if place]
    edits: list[Edit] = []
    for index, match in enumerate(draft.matches):
        edit = plan(draft, match, index, taken) if draft.placed[index] is None else None
        if edit:
            edits.append(edit)
            taken.append(edit.span)
    return edits


def _swap(draft: Draft, match: Match, index: int, taken: Sequence[Span]) -> Edit | None:
    """Replace the run of words that the model wrote for the match, if there is one."""
    hypothesis, text = draft.hypothesis, draft.hypothesis.text
    weights = weight_on(hypothesis, source_span(match))
    likeness, pieces = _Likeness.to(match), borders(hypothesis.target_spans)
    words = [
        (span, _mean(weights[row] for row in touched(pieces, span)) + likeness.of(span.of(text)))
        for span in (Span(*word.span()) for word in _WORD.finditer(text))
        if not any(span.overlaps(other) for other in taken)
    ]
    runs = [_trimmed(run, text) for run in _runs(words, text)]
    runs = [run for run in runs if run]
    if not runs:
        return None
    run = max(runs, key=lambda run: sum(weight for _, weight in run))
    span = Span(run[0][0].start, run[-1][0].end)
    confidence = min(1.0, sum(weight for _, weight in run) / len(run))
    if is_name(match) and confidence < UNLIKE and not any(may_be_mangled(word.of(text), match.text) for word, _ in run):
        return None
    span = _with_its_head(span, text, match, taken)
    plural = match.plural or (_is_plural(span.of(text)) and not _SINGULAR.search(text, 0, span.start))
    return Edit(span, index, plural, Status.SWAPPED, confidence)


def _with_its_head(span: Span, text: str, match: Match, taken: Sequence[Span]) -> Span:
    """The span with the word behind it, where the term ends in that word: else `war ships` became warships ships."""
    word = _WORD.match(text, span.end + 1)
    if not word or text[span.end] != " " or any(Span(*word.span()).overlaps(other) for other in taken):
        return span
    head = word[0].casefold().removesuffix("s")
    ends = match.term.targets[0].casefold().removesuffix("s").endswith(head)
    return Span(span.start, word.end()) if ends and len(head) >= _HEAD else span


def _splice(draft: Draft, match: Match, index: int, taken: Sequence[Span]) -> Edit:
    """Put the match into the text: beside the translation of the source word beside it, else at its likeliest place."""
    hypothesis, text, confidence = draft.hypothesis, draft.hypothesis.text, 0.0
    place = _before_its_name(draft, match)
    if place is None and is_name(match):
        likely, confidence = places(draft, match)
        place = next(iter(likely), None)
    if place is None:
        place = _beside(hypothesis, match)
    if place is None:
        weights = weight_on(hypothesis, source_span(match))
        place = hypothesis.target_spans[int(weights.argmax())].start if len(weights) else 0
    for held in filter(None, draft.placed):  # a term that begins the sentence with a capital for that stays first
        if place <= held.span.start and begins(text, held.span.start) and not _stands_inside(held, text):
            place = held.span.end
    for span in sorted([*taken, *(Span(*word.span()) for word in COMPOUND.finditer(text))]):
        if span.start < place < span.end:  # never inside another term or a word
            place = span.end
    place = behind_determiner(draft, place)
    return Edit(Span(place, place), index, match.plural, Status.SPLICED, min(confidence, DOUBTFUL))


def _stands_inside(held: Placed, text: str) -> bool:
    """Would the term still be honoured, as it is written, if the sentence began before it?"""
    return any(start == 2 for start, _, _ in occurrences(f"x {held.span.of(text)}", held.match))


def _before_its_name(draft: Draft, match: Match) -> int | None:
    """Where the name begins that a rank stands before, in both languages: Letjen Prasetyo."""
    named = (held for held in draft.placed if held and held.match.start - match.end == 1)
    return next((held.span.start for held in named), None) if match.term.kind is Kind.RANK else None


def _beside(hypothesis: Hypothesis, match: Match) -> int | None:
    """Behind the translation of the source word before the match, else before that of the word after it."""
    before = [column for column, span in enumerate(hypothesis.source_spans) if span.end <= match.start]
    after = [column for column, span in enumerate(hypothesis.source_spans) if span.start >= match.end]
    for columns, border in ((before[-1:], attrgetter("end")), (after[:1], attrgetter("start"))):
        for column in columns if hypothesis.target_spans else ():
            row = int(hypothesis.attention[:, column].argmax())
            if hypothesis.attention[row, column] >= ALIGNED:
                return int(border(hypothesis.target_spans[row]))
    return None


def _runs(words: Iterable[tuple[Span, float]], text: str) -> list[list[tuple[Span, float]]]:
    """Words in a row of which every one is aligned, or is a function word between two that are."""
    runs: list[list[tuple[Span, float]]] = [[]]
    for word, weight in words:
        if weight < ALIGNED and not is_function_word(word.of(text)):
            runs.append([])
            continue
        if runs[-1] and not _WITHIN_A_TERM.fullmatch(text[runs[-1][-1][0].end : word.start]):
            runs.append([])
        runs[-1].append((word, weight))
    return [run for run in runs if run]


def _trimmed(run: list[tuple[Span, float]], text: str) -> list[tuple[Span, float]]:
    """The run from its first to its last content word: an article or a preposition stays where it is."""
    content = [number for number, (word, _) in enumerate(run) if not is_function_word(word.of(text))]
    return run[content[0] : content[-1] + 1] if content else []


def _mean(weights: Iterable[np.float32]) -> float:
    inside = [float(weight) for weight in weights]
    return sum(inside) / len(inside) if inside else 0.0


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What a word has of a match by its letters. stems: beginnings of its longer words, in both languages."""

    copies: frozenset[str]
    stems: tuple[str, ...]

    @classmethod
    def to(cls, match: Match) -> _Likeness:
        text = " ".join((match.text, *match.term.targets)).casefold()
        stems = {word[: max(4, len(word) * 2 // 3)] for word in re.findall(r"[^\W_]{4,}", text)}
        words = re.findall(r"\w+", match.text)
        return cls(frozenset([*words, *map(str.capitalize, words)]), tuple(stems))

    def of(self, word: str) -> float:
        if word in self.copies and not is_function_word(word):
            return COPIED
        return LIKENESS if word.casefold().startswith(self.stems) else 0.0


def _is_plural(text: str) -> bool:
    head = text.partition(" of ")[0]
    last = head.rsplit(None, 1)[-1] if head.strip() else ""
    return len(last) > 3 and last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is"))
