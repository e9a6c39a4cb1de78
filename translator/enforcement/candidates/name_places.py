"""Step 6, the search of the place: where a missing name may belong, for the ranking to say where it does.

To put the English of a term into the source is no help where that is the source's own word, as a name's is. Such a term
is put in at each of its likeliest places, those beside what stands for the words beside it, and of these texts the
likeliest is taken. To make the model write on behind the term instead costs twice as much and finds no better texts:
see docs/enforcement.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from glossary import Match
from translator.alignment import weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import DOUBTFUL, Draft, Placed, is_name
from translator.enforcement.edits import Edit, apply
from translator.engines.base import Hypothesis

PLACES = 3  # that are tried for a name
NEAR = 4  # pieces of the source on either side of a name, whose translations say where it may belong
LEAST = 0.5  # of what speaks for the likeliest place must speak for another one

_MOST = 2 * sum(1 / distance for distance in range(1, NEAR + 1))  # that can speak for a place

_FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been has have had that which who this "
    "these those his her its their our your my it he she they we will would not no".split()
)
COMPOUND = re.compile(r"\w+(?:[-’'.,]\w+)*")
_DETERMINER = re.compile(r"\s*(?:an?|the)\b(?=\s)", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(r"\b(he|she|it|they)(?: \w+)?\s*\Z", re.IGNORECASE)
_SUBJECT = re.compile(  # before a name that begins its clause, or that a verb of speaking stands before
    r"""(?:^|[,.;:"“]\s*)(?:(?:\w+\s+){,2}|(?:kata|ujar|ucap|tutur|jelas|tegas|ungkap|tambah|papar|sebut)(?:nya)?\s[^,.]*)\Z"""
)
_PRONOUN_BEHIND = re.compile(r"\s*\b(he|she|it|they)\b", re.IGNORECASE)


def is_function_word(word: str) -> bool:
    """Is it one, and no abbreviation in capitals such as AS?"""
    return word.casefold() in _FUNCTION_WORDS and (len(word) == 1 or not word.isupper())


def search(source: str, draft: Draft) -> Iterator[Draft]:
    """The draft with one of its missing names at each place where it may belong.

    A pronoun that the model wrote there for who acts or speaks (`kata Budi`: he said) gives way to it.
    """
    for index, match in enumerate(draft.matches):
        if draft.placed[index] is None and is_name(match):
            likely, confidence = places(draft, match)
            spans = [Span(place, place) for place in (behind_determiner(draft, place) for place in likely)]
            speaks = _SUBJECT.search(source, 0, match.start)
            pronouns = [span for place in spans if (span := _pronoun(draft, place.start))] if speaks else []
            for span in dict.fromkeys((*pronouns, *spans)):
                status = Status.SWAPPED if span.end > span.start else Status.SPLICED
                yield apply(draft, [Edit(span, index, False, status, min(confidence, DOUBTFUL))])


def behind_determiner(draft: Draft, place: int) -> int:
    """The place, or that behind an article which stands there, where no term has the article: the Hamas forces."""
    article = _DETERMINER.match(draft.hypothesis.text, place)
    if not article or any(held.span.start < article.end() < held.span.end for held in draft.placed if held):
        return place
    return article.end()


def places(draft: Draft, match: Match) -> tuple[list[int], float]:
    """Where in the draft's text a match may belong, the likeliest first, and between 0 and 1 how much speaks for them.

    Never inside a word or another term. Two names that stand side by side in the source stay together.
    """
    names = [held for held in draft.placed if held and is_name(held.match)]
    beside = [held.span.start for held in names if held.match.start - match.end == 1]
    beside += [held.span.end for held in names if match.start - held.match.end == 1]
    if beside:
        return beside[:1], 1.0
    hypothesis = draft.hypothesis
    pieces = [span for span in hypothesis.source_spans if span.end > span.start]
    before = [span for span in reversed(pieces) if span.end <= match.start][:NEAR]
    behind = [span for span in pieces if span.start >= match.end][:NEAR]
    crossed = {place for held in names for place in _wrong_side(held, match)}
    found: dict[int, float] = defaultdict(float)
    for near, step in ((before, 1), (behind, -1)):
        for distance, source in enumerate(near if hypothesis.target_spans else (), 1):
            piece, weight = _translation(hypothesis, source)
            borders = [_border(draft, piece, step)]
            if step > 0 and distance == 1 and _is_noun(piece.of(hypothesis.text)):
                borders.append(_border(draft, piece, -1))  # partai Uri: Uri party
            for place in borders:
                if place not in crossed:
                    found[place] += weight / distance
    likeliest = max(found.values(), default=0.0)
    likely = sorted((at for at in found if found[at] >= LEAST * likeliest > 0), key=lambda at: -found[at])
    return likely[:PLACES], likeliest / _MOST


def _is_noun(piece: str) -> bool:
    """May a name stand before the word, to say which one it is?"""
    return any(map(str.isalnum, piece)) and not is_function_word(piece.strip())


def _wrong_side(held: Placed, match: Match) -> tuple[int, int]:
    """The places beside a name, without and with the space, where `match` would change places with it."""
    if match.start < held.match.start:
        return held.span.end, held.span.end + 1
    return held.span.start - 1, held.span.start


def _translation(hypothesis: Hypothesis, source: Span) -> tuple[Span, float]:
    """The target piece that looked most at a source piece, and how much."""
    weights = weight_on(hypothesis, source)
    row = int(weights.argmax())
    return hypothesis.target_spans[row], float(weights[row])


def _border(draft: Draft, piece: Span, step: int) -> int:
    """The end of the word or term that a target piece is part of, where `step` is 1; its start, where it is -1."""
    place = piece.end if step > 0 else piece.start
    words = [Span(*word.span()) for word in COMPOUND.finditer(draft.hypothesis.text)]
    for span in sorted([*words, *(held.span for held in draft.placed if held)])[::step]:
        if span.start < place < span.end:
            place = span.end if step > 0 else span.start
    return place


def _pronoun(draft: Draft, place: int) -> Span | None:
    """The pronoun beside a place, where it is no part of a term."""
    text = draft.hypothesis.text
    found = _PRONOUN_BEHIND.match(text, place) or _PRONOUN_BEFORE.search(text, 0, place)
    span = Span(*found.span(1)) if found else None
    return span if span and not any(held.span.overlaps(span) for held in draft.placed if held) else None
