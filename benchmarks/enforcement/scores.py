"""What is counted on a run, by rules of the benchmark's own: nothing here asks the code that is judged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from benchmarks.enforcement.judge import align, tokens
from glossary import Case, Match
from translator.document import Span

_PLURALS = (
    ("y$", "ies"),
    ("fe?$", "ves"),
    ("foot$", "feet"),
    ("man$", "men"),
    ("person$", "people"),
    ("child$", "children"),
)


@dataclass(frozen=True, slots=True)
class EnforcementCase:
    """A sentence, its reference, and the terms required in it. answers: what the reference has for each."""

    source: str
    reference: str
    matches: tuple[Match, ...]
    answers: tuple[str, ...]

    def required(self) -> list[Use]:
        return _counted([match.term.targets[0] for match in self.matches], self.matches)

    def expected(self) -> list[Use]:
        return _counted(self.answers, self.matches)


@dataclass(frozen=True, slots=True)
class Use:
    """An English term, whether its case counts, and how often it is wanted."""

    term: str
    exact: bool
    wanted: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """On one occurrence. cased: as the glossary writes it. misplaced: the judge does not link it to its source.

    taken: it stands where the plain output has words that the judge links to others in the source, and not to it.
    """

    met: bool = False
    cased: bool = False
    misplaced: bool = False
    taken: bool = False


def judged(
    examples: Sequence[EnforcementCase], outputs: Sequence[str], plain: Sequence[str], aligner: Path, priors: Path
) -> list[list[Verdict]]:
    """A verdict for every match. plain: the outputs without a glossary."""
    read = [_read(example, output) for example, output in zip(examples, outputs, strict=True)]
    links = align(aligner, priors, [(example.source, text) for example, (text, _) in zip(examples, read, strict=True)])
    others = align(aligner, priors, [(example.source, text) for example, text in zip(examples, plain, strict=True)])
    verdicts = []
    for number, (example, output) in enumerate(zip(examples, outputs, strict=True)):
        text, spans = read[number]
        found = []
        for index, match in enumerate(example.matches):
            here = Span(match.start, match.end)
            if index in spans:
                place, there = spans[index]
                linked = _linked(example.source, here, text, there, links[number][1])
                takes = _takes(example.source, here, output, place, plain[number], others[number][1])
                found.append(Verdict(True, _cased(output, place, match.term.targets[0]), not linked, takes))
            else:
                found.append(Verdict())
        verdicts.append(found)
    return verdicts


def excess(texts: Sequence[str], uses: Sequence[Sequence[Use]]) -> int:
    """Occurrences of the terms beyond those wanted."""
    return sum(
        max(0, len(places(text, use.term, use.exact)) - use.wanted)
        for text, row in zip(texts, uses, strict=True)
        for use in row
    )


def quality(outputs: Sequence[str], references: Sequence[str]) -> tuple[float, float]:
    """BLEU and chrF2++."""
    metrics = BLEU(), CHRF(word_order=2)
    bleu, chrf = (metric.corpus_score(list(outputs), [list(references)]).score for metric in metrics)
    return bleu, chrf


def without(text: str, uses: Sequence[Use]) -> str:
    """The text without the words of the terms."""
    for use in uses:
        for place in reversed(places(text, use.term, use.exact)):
            text = text[: place.start] + text[place.end :]
    return " ".join(text.split())


def places(text: str, term: str, exact: bool) -> list[Span]:
    """Where a term stands in English text at word borders, in its own or its plural's form."""
    return [Span(*found.span()) for found in _pattern(term, exact).finditer(text)]


@lru_cache(maxsize=16384)
def _pattern(term: str, exact: bool) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, term.split()))
    changed = (re.sub(ending, other, words) for ending, other in _PLURALS)
    plural = "".join(f"|{form}" for form in changed if form != words)
    capital = rf"|(?:^|[.!?:]\W+|[\"“]){words[0].upper()}{words[1:]}" if exact and words[:1].islower() else ""
    return re.compile(rf"(?<![^\W_])(?:{words}(?:e?s)?{plural}{capital})(?![^\W_])", 0 if exact else re.IGNORECASE)


def _counted(terms: Sequence[str], matches: Sequence[Match]) -> list[Use]:
    """Longest first, so that a term inside another is not counted there."""
    uses = Counter((term, match.term.case is Case.EXACT) for term, match in zip(terms, matches, strict=True))
    return [Use(*use, wanted) for use, wanted in sorted(uses.items(), key=lambda use: -len(use[0][0]))]


def _cased(text: str, place: Span, term: str) -> bool:
    found, before = place.of(text), text[: place.start].rstrip(" \"'“‘([-–")
    starts = not before[-1:].isalnum() and found[:1].isupper()
    return found.startswith(term[:-1]) or (starts and found[1:].startswith(term[1:-1]))


def _read(example: EnforcementCase, output: str) -> tuple[str, dict[int, tuple[Span, Span]]]:
    """The output as the judge gets it, and for each match that is met its span, there and in the output.

    A translation that is none the judge could not link: it reads in its place what the reference has.
    """
    found: dict[int, Span] = {}
    for use in example.required():
        free = [
            p for p in places(output, use.term, use.exact) if not any(p.overlaps(taken) for taken in found.values())
        ]
        indices = [index for index, match in enumerate(example.matches) if match.term.targets[0] == use.term]
        found.update(zip(indices, free, strict=False))
    text, grown, spans = output, 0, {}
    for index, place in sorted(found.items(), key=lambda item: item[1]):
        real = example.answers[index] == example.matches[index].term.targets[0]
        shown = place.of(output) if real else example.answers[index]
        there = Span(place.start + grown, place.start + grown + len(shown))
        text = text[: there.start] + shown + text[place.end + grown :]
        grown += len(shown) - (place.end - place.start)
        spans[index] = place, there
    return text, spans


def _linked(source: str, here: Span, target: str, there: Span, links: set[tuple[int, int]]) -> bool:
    columns = {number for number, span in enumerate(tokens(source)) if span.overlaps(here)}
    rows = {number for number, span in enumerate(tokens(target)) if span.overlaps(there)}
    return any(column in columns and row in rows for column, row in links)


def _takes(source: str, here: Span, target: str, there: Span, plain: str, links: set[tuple[int, int]]) -> bool:
    """Does the term stand where the plain output has words that are linked to the source, but not to the term's?"""
    rows, others = tokens(target), tokens(plain)
    ours, theirs = [[span.of(text) for span in spans] for spans, text in ((rows, target), (others, plain))]
    columns = {number for number, span in enumerate(tokens(source)) if span.overlaps(here)}
    replaced: set[int] = set()
    for tag, first, last, start, end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "replace" and any(span.overlaps(there) for span in rows[first:last]):
            replaced |= set(range(start, end))
    linked = {column for column, row in links if row in replaced and theirs[row].isalnum()}
    return bool(linked) and not linked & columns
