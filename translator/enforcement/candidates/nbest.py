"""Candidate: the hypothesis of the beam that honours the most terms, each at a place of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary import Inflection, Term, VerbForm, inflected, occurrences
from translator.alignment import touching, weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, Task, overlaps_any, source_span
from translator.enforcement.lost_numbers import lost_numbers
from translator.enforcement.other_words import translated_words
from translator.enforcement.repairs.forbidden import forbidden_forms
from translator.engines.base import Hypothesis

# How much worse than the best one, in mean log-probability per token, a hypothesis may be that is taken because it
# has more of the terms. Within a beam of 4 the last hypothesis is seldom further off.
MAX_SCORE_LOSS = 0.2

_NOUNS = (VerbForm.ACTION, VerbForm.AGENT)
_PASTS = (Inflection.PAST, Inflection.PARTICIPLE)

Occurrence = tuple[Span, str]  # where an accepted translation stands, and which one it is


def choose(task: Task, hypotheses: Sequence[Hypothesis]) -> Draft:
    """The draft with the fewest missing terms and numbers, then the fewest repeated terms, then the best score.

    A word of the source that the best hypothesis translates and another one leaves out counts like a missing term.
    """
    best = read(task, hypotheses[0], Status.NATURAL)
    fewest = _faults(best)
    if not any(fewest):
        return best
    translated = translated_words(best)
    for hypothesis in hypotheses[1:]:
        if hypothesis.score < hypotheses[0].score - MAX_SCORE_LOSS:
            continue
        draft = read(task, hypothesis, Status.N_BEST)
        lacking, excess = _faults(draft)
        faults = (lacking + len(translated - translated_words(draft)), excess)
        if faults < fewest:
            best, fewest = draft, faults
        if not any(fewest):
            break  # no other is better, and the others have lower scores
    return best


def read(task: Task, hypothesis: Hypothesis, status: Status) -> Draft:
    """Find a place of its own in the hypothesis for as many of the matches as can have one; verbs choose first."""
    options = [_occurrences(task, index, hypothesis) for index in range(len(task.matches))]
    order = sorted(range(len(options)), key=lambda index: task.matches[index].verb_form in _NOUNS)
    assigned = assign([options[index] for index in order])
    chosen = {order[item]: number for item, number in assigned.items()}
    placed: list[Placed | None] = []
    for index, match in enumerate(task.matches):
        if index in chosen:
            span, target = options[index][chosen[index]]
            placed.append(Placed(match, span, target, status))
        else:
            placed.append(None)
    draft = Draft(task, hypothesis, tuple(placed))
    return Draft(task, hypothesis, draft.placed, excess=_excess(options, draft.taken))


def assign(options: Sequence[Sequence[Occurrence]]) -> dict[int, int]:
    """Give each item one of its places, no two overlapping, to as many items as possible: {item: number of its place}.

    Kuhn's augmenting paths (1955): an item may push another from its place if that one finds a place elsewhere.
    """
    held: dict[int, int] = {}
    for item in range(len(options)):
        if not _take_free(item, options, held):
            _settle(item, options, held, set())
    return held


def _take_free(item: int, options: Sequence[Sequence[Occurrence]], held: dict[int, int]) -> bool:
    """Give the item its first place that is nobody's: equal items keep their order. False where there is none."""
    taken = [options[other][number][0] for other, number in held.items()]
    for number, (place, _) in enumerate(options[item]):
        if not overlaps_any(place, taken):
            held[item] = number
            return True
    return False


def _settle(item: int, options: Sequence[Sequence[Occurrence]], held: dict[int, int], seen: set[Span]) -> bool:
    """Find the item a place in `held`, other items pushed aside; False, and nothing changed, where there is none."""
    for number, (place, _) in enumerate(options[item]):
        if place in seen:
            continue
        seen.add(place)
        rivals = []
        for other, theirs in held.items():
            if options[other][theirs][0].overlaps(place):
                rivals.append(other)
        if len(rivals) > 1:
            continue
        before = held.copy()
        for rival in rivals:
            del held[rival]
        held[item] = number
        if all(_settle(rival, options, held, seen) for rival in rivals):
            return True
        held.clear()
        held.update(before)
    return False


def _excess(options: Sequence[Sequence[Occurrence]], taken: Sequence[Span]) -> int:
    """How many places hold an accepted translation that no match needs."""
    every = {span for places in options for span, _ in places}
    return sum(not overlaps_any(span, taken) for span in every)


def _faults(draft: Draft) -> tuple[int, int]:
    """How many terms and numbers a draft lacks or has in a forbidden form, and how many it repeats."""
    return draft.missing + _forbidden(draft) + len(lost_numbers(draft)), draft.excess


def _forbidden(draft: Draft) -> int:
    """How many forbidden translations stand for the draft's terms."""
    return sum(len(forbidden_forms(draft.hypothesis, match)) for match in draft.matches)


def _verbs(task: Task) -> Iterator[Term]:
    """The terms that stand in the source as verbs."""
    for match in task.matches:
        if match.term.verb and match.verb_form not in _NOUNS:
            yield match.term


def _is_past(option: Occurrence, text: str) -> bool:
    """Does the past or the participle of a verb stand there? It is no noun: the thief (pencuri) stole (mencuri)."""
    place, target = option
    written = place.of(text).casefold()
    return written != target.casefold() and any(written == inflected(target, form).casefold() for form in _PASTS)


def _occurrences(task: Task, index: int, hypothesis: Hypothesis) -> list[Occurrence]:
    """Where a match is honoured, first where most of the attention lay on its source."""
    match = task.matches[index]
    found = [(Span(start, end), target) for start, end, target in occurrences(hypothesis.text, match)]
    if match.term.forbidden:  # a forbidden form may be longer than an accepted one, and hold it
        banned = forbidden_forms(hypothesis, match)
        found = [option for option in found if not overlaps_any(option[0], banned)]
    if match.verb_form in _NOUNS and any(map(match.term.__eq__, _verbs(task))):
        found = [option for option in found if not _is_past(option, hypothesis.text)]
    if len(found) < 2:
        return found
    weights = weight_on(hypothesis, source_span(match))

    def attention(option: Occurrence) -> float:
        rows = touching(hypothesis.target_spans, option[0])
        return max((float(weights[row]) for row in rows), default=0.0)

    return sorted(found, key=attention, reverse=True)  # a stable sort: of equals the leftmost comes first
