"""Step 2: which hypothesis of the beam honours the most terms, each in a place of its own."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from glossary import Match, occurrences
from translator.alignment import weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, Task, source_span
from translator.enforcement.repairs.forbidden import standing
from translator.enforcement.repairs.number_correction import lost
from translator.engines.base import Hypothesis

# How much worse, in mean log-probability per token, a hypothesis may be than the best one and still be taken because
# it has more of the terms. Within a beam of 4 the last hypothesis is seldom further off.
MARGIN = 0.2


def choose(task: Task, hypotheses: Sequence[Hypothesis]) -> Draft:
    """The draft that misses the fewest terms and numbers, repeats the fewest terms and, of those, is the likeliest."""
    floor = hypotheses[0].score - MARGIN
    drafts: list[tuple[tuple[int, int], Draft]] = []
    for rank, hypothesis in enumerate(hypotheses):
        if hypothesis.score >= floor:
            draft = read(task.matches, hypothesis, Status.N_BEST if rank else Status.NATURAL)
            faults = (draft.missing + _banned(draft) + lost(task.source, draft), draft.excess)
            if not any(faults):
                return draft  # none is better, and the others are less likely
            drafts.append((faults, draft))
    return min(drafts, key=itemgetter(0))[1]  # of equals the first


def _banned(draft: Draft) -> int:
    return sum(len(standing(draft.hypothesis, match)) for match in draft.matches)


def read(matches: tuple[Match, ...], hypothesis: Hypothesis, status: Status) -> Draft:
    """Find a place of its own in the hypothesis for as many of the matches as can have one."""
    places = [_places(match, hypothesis) for match in matches]
    held = assign(places)
    placed = tuple(
        Placed(match, *places[index][held[index]], status) if index in held else None
        for index, match in enumerate(matches)
    )
    taken = [place.span for place in placed if place]
    free = {span for options in places for span, _ in options if not any(span.overlaps(other) for other in taken)}
    return Draft(hypothesis, matches, placed, excess=len(free))


def _places(match: Match, hypothesis: Hypothesis) -> list[tuple[Span, str]]:
    """Where the match is honoured, first where the model looked most at its source."""
    options = [(Span(start, end), target) for start, end, target in occurrences(hypothesis.text, match)]
    if match.term.forbidden:  # one may be longer than what is accepted, and hold it
        banned = standing(hypothesis, match)
        options = [option for option in options if not any(option[0].overlaps(span) for span in banned)]
    if len(options) < 2:
        return options
    weights = weight_on(hypothesis, source_span(match))

    def weight(option: tuple[Span, str]) -> float:
        pieces = (row for row, span in enumerate(hypothesis.target_spans) if span.overlaps(option[0]))
        return max((weights[row] for row in pieces), default=0)

    return sorted(options, key=weight, reverse=True)  # a stable sort: of equals, the leftmost first


def assign(places: Sequence[Sequence[tuple[Span, str]]]) -> dict[int, int]:
    """Give each item one of its places, no two overlapping, to as many items as possible: {item: number of its place}.

    Kuhn's augmenting paths (1955): an item may push another from its place if that one finds a place elsewhere.
    """
    held: dict[int, int] = {}

    def settle(item: int, seen: set[Span]) -> bool:
        for number, (place, _) in enumerate(places[item]):
            if place in seen:
                continue
            seen.add(place)
            rivals = [other for other, theirs in held.items() if places[other][theirs][0].overlaps(place)]
            if len(rivals) > 1:
                continue
            before = held.copy()
            for rival in rivals:
                del held[rival]
            held[item] = number
            if all(settle(rival, seen) for rival in rivals):
                return True
            held.clear()
            held.update(before)
        return False

    for item in range(len(places)):
        settle(item, set())
    return held
