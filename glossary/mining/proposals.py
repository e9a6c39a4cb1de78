"""Propose entries from text that is translated already: names and phrases that have the same English again and again.

Words are linked by the links that a text brings or, where it brings none, as in `glossary.mining.alignment`. A phrase
and its English are the consistent pairs of phrase extraction (Koehn, Och and Marcu, 2003, "Statistical Phrase-Based
Translation"): no word of either is linked to a word outside the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from glossary.mining.alignment import aligned
from glossary.source.matcher import Matcher
from glossary.term import Case, Term, TermStatus
from glossary.word_lists import words

LONGEST = 4  # words of a source phrase
_SHARE = 0.6  # of a phrase's occurrences that must have its English, and of the English that must stand for the phrase
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_ARTICLES = frozenset(("a", "an", "the"))
_SHOWN = 160  # characters of an example

Links = Sequence[tuple[int, int]]


class MinedExample(NamedTuple):
    """A sentence and its translation. links: between white-space words, counted from 0; None where there are none."""

    source: str
    target: str
    links: Links | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry to propose. name: it looks like one. count: occurrences with this English. total: occurrences."""

    source: str
    target: str
    name: bool
    count: int
    total: int
    example: MinedExample

    def term(self) -> Term:
        """The entry, waiting for a person's yes."""
        example = f"{_shortened(self.example.source)} = {_shortened(self.example.target)}"
        return Term(
            self.source,
            (self.target,),
            case=Case.EXACT if self.name else Case.FOLD,
            note=f"{self.count} of {self.total}",
            status=TermStatus.PROPOSED,
            context=example,
        )


@dataclass(slots=True)
class _Seen:
    """What was seen of a source phrase: how it is written, with which English, and a sentence for each of these."""

    total: int = 0
    named: int = 0  # written as a name, and not because a sentence begins
    sources: Counter[str] = field(default_factory=Counter)
    targets: Counter[str] = field(default_factory=Counter)
    examples: dict[str, MinedExample] = field(default_factory=dict)


class MinedSentence:
    """The white-space words of a text, without the punctuation at their edges, and where a phrase cannot go on."""

    def __init__(self, text: str) -> None:
        raw = text.split()
        self.words = [_EDGES.sub("", word) for word in raw]
        self.ends = {n for n, word in enumerate(raw) if not word[-1:].isalnum()}
        self.starts = {n for n, word in enumerate(raw) if not word[:1].isalnum()} | {0}

    def phrase(self, first: int, last: int) -> str:
        """The words from `first` to `last`; empty where punctuation parts them."""
        inside = range(first, last)
        parted = any(n in self.ends or n + 1 in self.starts for n in inside)
        chosen = self.words[first : last + 1]
        return "" if parted or not all(chosen) else " ".join(chosen)


def mine(
    examples: Sequence[MinedExample], known: Iterable[Term] = (), least: int = 2, single: bool = False
) -> list[Proposal]:
    """Entries to propose, names first, then the most frequent.

    known: entries that there are already: what they cover is not proposed. least: how often a phrase must have its
    English. single: propose single words that are no names, too.
    """
    matcher = Matcher(known)
    seen, english = _gathered(examples)
    proposals = [
        proposal
        for phrase in seen.values()
        if (proposal := _proposal(phrase, english, least)) and (single or proposal.name or " " in proposal.source)
    ]
    new = [each for each in proposals if not _is_known(each.source, matcher)]
    return sorted(_whole(new), key=lambda each: (not each.name, -each.count, each.source))


def _gathered(examples: Sequence[MinedExample]) -> tuple[dict[str, _Seen], Counter[str]]:
    """Every source phrase by its folded form, and how often each English phrase stands for any of them."""
    sides = [(MinedSentence(example.source), MinedSentence(example.target)) for example in examples]
    links = _links(examples, sides)
    seen: dict[str, _Seen] = defaultdict(_Seen)
    english: Counter[str] = Counter()
    for example, (source, target), pairs in zip(examples, sides, links, strict=True):
        for first in range(len(source.words)):
            for last in range(first, min(first + LONGEST, len(source.words))):
                phrase = source.phrase(first, last)
                if not _is_candidate(phrase, "common_indonesian"):
                    continue
                entry = seen[phrase.casefold()]
                entry.total += 1
                entry.sources[phrase] += 1
                entry.named += _is_name(phrase) and (last > first or first not in source.starts)
                if translation := _translation(target, pairs, first, last):
                    entry.targets[translation] += 1
                    entry.examples.setdefault(translation, example)
                    english[translation.casefold()] += 1
    return seen, english


def _is_candidate(phrase: str, common: str) -> bool:
    parts = phrase.casefold().split()
    return (
        bool(parts)
        and not {parts[0], parts[-1]} & words(common)
        and all(part[0].isalpha() for part in parts)
        and len(phrase) > 2
    )


def _is_name(phrase: str) -> bool:
    parts = phrase.split()
    return (
        parts[0][0].isupper() and parts[-1][0].isupper() and sum(part[0].isupper() for part in parts) * 2 > len(parts)
    )


def _translation(target: MinedSentence, links: Links, first: int, last: int) -> str:
    """The English of the source words from `first` to `last`; empty where it is none, or that of others too."""
    linked = {there for here, there in links if first <= here <= last}
    if not linked or not {first, last} <= {here for here, _ in links}:
        return ""
    start, end = min(linked), max(linked)
    if end - start > LONGEST or any(start <= there <= end and not first <= here <= last for here, there in links):
        return ""
    while start < end and target.words[start].casefold() in _ARTICLES:
        start += 1
    phrase = target.phrase(start, end)
    return phrase if _is_candidate(phrase, "common_english") else ""


def _proposal(seen: _Seen, english: Counter[str], least: int) -> Proposal | None:
    if not seen.targets:
        return None
    target, count = seen.targets.most_common(1)[0]
    if count < max(least, _SHARE * seen.total, _SHARE * english[target.casefold()]):
        return None
    name = seen.named * 2 > seen.total
    source = seen.sources.most_common(1)[0][0] if name else min(seen.sources, key=_capitals)
    return Proposal(source, target, name, count, seen.total, seen.examples[target])


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def _is_known(source: str, matcher: Matcher) -> bool:
    return any(match.end - match.start == len(source) for match in matcher.find(source))


def _whole(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """The proposals that are no mere part of a longer one: Natuna Utara is never without Laut."""
    within: Counter[str] = Counter()
    for longer in proposals:
        parts = longer.source.casefold().split()
        pieces = {
            " ".join(parts[first:last]) for first in range(len(parts)) for last in range(first + 1, len(parts) + 1)
        }
        for piece in pieces - {longer.source.casefold()}:
            within[piece] = max(within[piece], longer.count)
    return (each for each in proposals if within[each.source.casefold()] < each.count)


def _links(examples: Sequence[MinedExample], sides: Sequence[tuple[MinedSentence, MinedSentence]]) -> list[Links]:
    """The links that the examples bring or, where one brings none, those that all of them suggest."""
    if all(example.links is not None for example in examples):
        return [example.links or () for example in examples]
    pairs = [
        ([word.casefold() for word in here.words], [word.casefold() for word in there.words]) for here, there in sides
    ]
    made = aligned(pairs)
    return [made[n] if example.links is None else example.links for n, example in enumerate(examples)]


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
