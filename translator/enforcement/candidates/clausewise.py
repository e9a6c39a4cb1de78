"""Step 5: a sentence of which the model left something out is asked for again, clause by clause.

A small model that drops a clause of a long sentence, or babbles, mostly translates the clauses when it is asked for
each alone. What it writes of them is joined, with the capitals and full stops of one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from translator.alignment import span_links
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.name_places import is_function_word
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Draft, Task, source_span
from translator.enforcement.edits import edited
from translator.engines.base import Engine, Hypothesis
from translator.language.clauses import split_long

SHARE = 0.6  # of the pieces of the sentence that a part has at most
LEAST = 12  # pieces: no part has to be shorter

_STOPS = ".!?"
_SIGNS = ",;:"
_FIRST = re.compile(r"\S+")


def clauses(engine: Engine, task: Task) -> list[Span]:
    """The parts of a task's source that are asked for alone: it is not cut inside a term."""
    most = max(LEAST, SHARE * engine.count(task.source))
    return split_long(task.source, lambda text: engine.count(text) <= most, [*map(source_span, task.matches)])


def rejoined(task: Task, parts: Sequence[Span], hypotheses: Sequence[Hypothesis]) -> Draft:
    """The draft of what the model wrote for the parts of a task's source."""
    return replace(read(task.matches, _joined(task.source, parts, hypotheses), Status.N_BEST), foreign=True)


def _joined(source: str, parts: Sequence[Span], hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    """One hypothesis; no piece of a part looks at another part."""
    text = ""
    columns: list[Span] = []
    rows: list[Span] = []
    size = [sum(len(getattr(one, name)) for one in hypotheses) for name in ("target_spans", "source_spans")]
    attention = np.zeros(size, np.float32)
    for number, (part, hypothesis) in enumerate(zip(parts, hypotheses, strict=True)):
        if number:
            hypothesis = _uncapitalised(part.of(source), hypothesis)
        if number < len(parts) - 1:
            hypothesis = _unstopped(part.of(source), hypothesis)
        text += " " if text and hypothesis.text else ""
        there = slice(len(rows), len(rows) + len(hypothesis.target_spans))
        attention[there, len(columns) : len(columns) + len(hypothesis.source_spans)] = hypothesis.attention
        columns += [span.shifted(part.start) for span in hypothesis.source_spans]
        rows += [span.shifted(len(text)) for span in hypothesis.target_spans]
        text += hypothesis.text
    score = float(np.mean([hypothesis.score for hypothesis in hypotheses]))
    return Hypothesis(text, score, tuple(columns), tuple(rows), attention[: len(rows)])


def _uncapitalised(source: str, hypothesis: Hypothesis) -> Hypothesis:
    """What does not begin a sentence, without the capital that the model gave it for that."""
    text, first = hypothesis.text, _FIRST.match(hypothesis.text)
    if not first or source[:1].isupper() or not re.fullmatch(r"A|(?!I['’])[A-Z][^A-Z]+", first[0]):
        return hypothesis
    origin = next((here for here, there in span_links(source, hypothesis) if there.start == 0), None)
    if origin and not origin.of(source).islower() and not is_function_word(first[0]):  # a name
        return hypothesis
    return replace(hypothesis, text=text[0].lower() + text[1:])


def _unstopped(source: str, hypothesis: Hypothesis) -> Hypothesis:
    """What does not end a sentence, with the comma of its source in the place of a full stop."""
    if source[-1:] in _STOPS:
        return hypothesis
    end = len(hypothesis.text.rstrip(_STOPS + _SIGNS))
    return edited(hypothesis, Span(end, len(hypothesis.text)), source[-1] if source[-1:] in _SIGNS else "")
