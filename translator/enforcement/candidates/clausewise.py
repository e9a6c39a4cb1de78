"""Candidate: clause-wise decoding, for a sentence of which the model left something out.

A small model that drops a clause of a long sentence, or repeats itself, mostly translates the clauses when each is
asked for alone. Their translations are joined, with the capitals and full stops of one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from glossary import Match
from translator.alignment import span_links
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import (
    MAX_GUESSED_CONFIDENCE,
    Draft,
    Placed,
    Task,
    is_copied,
    source_span,
    stands_already,
)
from translator.enforcement.edits import edit_hypothesis
from translator.enforcement.lost_numbers import lost_numbers
from translator.enforcement.places import is_function_word
from translator.engines.base import Engine, Hypothesis
from translator.language.clauses import split_long

# A clause has at most this share of the sentence's subwords, so that a sentence has two clauses or more.
MAX_CLAUSE_SHARE = 0.6
# Subwords: a clause need not be shorter than this.
SHORT_CLAUSE = 12

_ABBREVIATION_AT_END = re.compile(r"(?:\b[A-Za-z]\.){2,}\Z")
_STOPS = ".!?"
_COMMAS = ",;:"
_FIRST_WORD = re.compile(r"\S+")
_SENTENCE_CASE = re.compile(r"A|(?!I['’])[A-Z][^A-Z]+")


def propose(engine: Engine, drafts: Sequence[Sequence[Draft]], beam: int) -> Iterator[tuple[int, Draft]]:
    """For each task of which every draft left something out: its number, and a draft of its clauses."""
    clauses: dict[int, list[Span]] = {}
    sources: list[str] = []
    for number, each in enumerate(drafts):
        if not all(map(leaves_something_out, each)):
            continue
        task = each[0].task
        spans = split_clauses(engine, task)
        if len(spans) > 1:
            clauses[number] = spans
            sources += [span.of(task.source) for span in spans]
    if not sources:
        return
    answers = iter(engine.translate(sources, beam, 1))
    for number, spans in clauses.items():
        best = [next(answers)[0] for _ in spans]
        task = drafts[number][0].task
        yield number, join(task, spans, best)


def leaves_something_out(draft: Draft) -> bool:
    """Is a number lost or inserted, or is a name missing or at a place that is a guess?"""
    if draft.inserted_numbers or lost_numbers(draft):
        return True
    return any(_is_left_out(draft, match, place) for match, place in zip(draft.matches, draft.placed, strict=True))


def _is_left_out(draft: Draft, match: Match, place: Placed | None) -> bool:
    """Is a name missing or at a place that is a guess?"""
    if not is_copied(match):
        return False
    if place is None:
        return not stands_already(draft, match)
    return place.confidence <= MAX_GUESSED_CONFIDENCE


def split_clauses(engine: Engine, task: Task) -> list[Span]:
    """The clauses of a task's source that are asked for alone; no term is cut."""
    most = max(SHORT_CLAUSE, MAX_CLAUSE_SHARE * engine.count(task.source))
    terms = [source_span(match) for match in task.matches]
    return split_long(task.source, lambda text: engine.count(text) <= most, terms)


def join(task: Task, clauses: Sequence[Span], hypotheses: Sequence[Hypothesis]) -> Draft:
    """The draft of what the model wrote for the clauses of a task's source."""
    joined = _joined(task.source, clauses, hypotheses)
    return replace(read(task, joined, Status.N_BEST), needs_score=True)


def fit_into_sentence(draft: Draft) -> Draft:
    """The draft of a part of a long sentence, without the capital or full stop that only a whole sentence has."""
    hypothesis = draft.hypothesis
    if not draft.task.begins_sentence and not _begins_with_capital_term(draft):
        hypothesis = _without_capital(draft.source, hypothesis)
    if not draft.task.ends_sentence:
        last = max([place.span.end for place in draft.standing], default=0)
        hypothesis = _without_stop(draft.source, hypothesis, last)
    return replace(draft, hypothesis=hypothesis)


def _begins_with_capital_term(draft: Draft) -> bool:
    return any(place.span.start == 0 and place.target[:1].isupper() for place in draft.standing)


def _joined(source: str, clauses: Sequence[Span], hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    """One hypothesis; no subword of a clause has attention on another clause."""
    text = ""
    columns: list[Span] = []
    rows: list[Span] = []
    blocks: list[NDArray[np.float32]] = []
    for number, (clause, hypothesis) in enumerate(zip(clauses, hypotheses, strict=True)):
        if number > 0:
            hypothesis = _without_capital(clause.of(source), hypothesis)
        if number < len(clauses) - 1:
            hypothesis = _without_stop(clause.of(source), hypothesis)
        if text and hypothesis.text:
            text += " "
        columns += [span.shifted(clause.start) for span in hypothesis.source_spans]
        rows += [span.shifted(len(text)) for span in hypothesis.target_spans]
        blocks.append(hypothesis.attention)
        text += hypothesis.text
    score = float(np.mean([hypothesis.score for hypothesis in hypotheses]))
    return Hypothesis(text, score, tuple(columns), tuple(rows), _block_diagonal(blocks))


def _block_diagonal(blocks: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """One matrix with the blocks along its diagonal, and zeros elsewhere."""
    rows = sum(block.shape[0] for block in blocks)
    columns = sum(block.shape[1] for block in blocks)
    matrix = np.zeros((rows, columns), np.float32)
    row = column = 0
    for block in blocks:
        height, width = block.shape
        matrix[row : row + height, column : column + width] = block
        row, column = row + height, column + width
    return matrix


def _without_capital(clause: str, hypothesis: Hypothesis) -> Hypothesis:
    """A clause that does not begin the sentence, without the capital that the model gave it as a sentence."""
    text = hypothesis.text
    first = _FIRST_WORD.match(text)
    if not first or clause[:1].isupper() or not _SENTENCE_CASE.fullmatch(first[0]):
        return hypothesis
    if _is_name(clause, hypothesis, first[0]):
        return hypothesis
    return replace(hypothesis, text=text[0].lower() + text[1:])


def _is_name(clause: str, hypothesis: Hypothesis, first_word: str) -> bool:
    """Does the first word of a translation stand for a word with a capital?"""
    if is_function_word(first_word):
        return False
    for source, target in span_links(clause, hypothesis):
        if target.start == 0:
            return not source.of(clause).islower()
    return False


def _without_stop(clause: str, hypothesis: Hypothesis, first: int = 0) -> Hypothesis:
    """A clause that does not end the sentence, with the comma of its source in place of a full stop.

    first: the first character that may be such a stop. That of an abbreviation (U.S., p.m.) stays.
    """
    last = clause[-1:]
    if last in _STOPS:
        return hypothesis
    text = hypothesis.text
    abbreviation = _ABBREVIATION_AT_END.search(text)
    end = max(first, abbreviation.end() if abbreviation else len(text.rstrip(_STOPS + _COMMAS)))
    comma = last if last in _COMMAS else ""
    return edit_hypothesis(hypothesis, Span(end, len(text)), comma)
