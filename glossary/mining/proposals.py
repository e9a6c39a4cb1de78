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

from glossary.garbage_collection import paused_garbage_collection
from glossary.mining.alignment import aligned
from glossary.source.matcher import Matcher
from glossary.term import Case, Term, TermStatus
from glossary.word_lists import words

MAX_WORDS = 4  # of a source phrase: names of agencies and ranks are rarely longer
_MIN_SHARE = 0.6  # of a phrase's occurrences that must have its English, and of the English that must stand for it
_MIN_CHARACTERS = 3  # of a phrase: shorter ones are function words and initials
_MAX_EXAMPLE = 160  # characters of an example
# Control characters, and the marks that turn the direction of writing: on a terminal a proposal must not obey them.
_UNPRINTABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_ARTICLES = frozenset(("a", "an", "the"))

Links = Sequence[tuple[int, int]]
Extents = dict[int, tuple[int, int]]  # of a place: the first and the last place on the other side that it is linked to


class MinedExample(NamedTuple):
    """A sentence and its translation. links: between white-space words, counted from 0; None where there are none."""

    source: str
    target: str
    links: Links | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry to propose.

    name: it looks like a name. count: how often the phrase has this English. total: how often the phrase occurs.
    """

    source: str
    target: str
    name: bool
    count: int
    total: int
    example: MinedExample

    def term(self) -> Term:
        """The entry. It is not in force until a person approves it."""
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
    named: int = 0  # written like a name, and not only because a sentence begins
    sources: Counter[str] = field(default_factory=Counter)
    targets: Counter[str] = field(default_factory=Counter)
    examples: dict[str, MinedExample] = field(default_factory=dict)


class MinedSentence:
    """The white-space words of a text without the punctuation at their edges, and where a phrase cannot go on."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.starts = {0}  # places of words that punctuation precedes, and of the first word
        self.ends: set[int] = set()  # places of words after which a phrase cannot go on
        for place, word in enumerate(text.split()):
            printable = _UNPRINTABLE.sub("", word)
            self.words.append(_EDGES.sub("", printable))
            if not word[-1].isalnum():
                self.ends.add(place)
            if not word[0].isalnum():
                self.starts.add(place)
                self.ends.add(place - 1)

    def phrase(self, first: int, last: int) -> str:
        """The words from `first` to `last`; empty where punctuation separates them."""
        if not self.ends.isdisjoint(range(first, last)):
            return ""
        chosen = self.words[first : last + 1]
        if all(chosen):
            return " ".join(chosen)
        return ""

    def phrases(self) -> Iterator[tuple[int, int, str]]:
        """Every phrase of at most `MAX_WORDS` words: the place of its first word, of its last word, and its text."""
        for first in range(len(self.words)):
            for last in range(first, min(first + MAX_WORDS, len(self.words))):
                yield first, last, self.phrase(first, last)


def mine(
    examples: Sequence[MinedExample], known: Iterable[Term] = (), least: int = 2, single: bool = False
) -> list[Proposal]:
    """Entries to propose: names first, then the most frequent ones.

    known: entries that there are already; what they cover is not proposed. least: how often a phrase must have its
    English. single: propose single words that are no names, too. Time grows linearly with the text.
    """
    matcher = Matcher(known)
    with paused_garbage_collection():
        seen, english = _gathered(examples)
    proposals = []
    for phrase in seen.values():
        proposal = _proposal(phrase, english, least)
        if proposal is None or _is_known(proposal.source, matcher):
            continue
        if single or proposal.name or " " in proposal.source:
            proposals.append(proposal)
    return sorted(_longest(proposals), key=lambda each: (not each.name, -each.count, each.source))


def _gathered(examples: Sequence[MinedExample]) -> tuple[dict[str, _Seen], Counter[str]]:
    """Every source phrase by its folded form, and how often each English phrase stands for any of them."""
    sides = [(MinedSentence(example.source), MinedSentence(example.target)) for example in examples]
    all_links = _links(examples, sides)
    seen: dict[str, _Seen] = defaultdict(_Seen)
    english: Counter[str] = Counter()
    for example, (source, target), links in zip(examples, sides, all_links, strict=True):
        ahead = _extents(links)
        back = _extents([(there, here) for here, there in links])
        for first, last, phrase in source.phrases():
            if not _is_candidate(phrase, "common_indonesian"):
                continue
            entry = seen[phrase.casefold()]
            entry.total += 1
            entry.sources[phrase] += 1
            only_begins = first == last and first in source.starts
            entry.named += _is_name(phrase) and not only_begins
            translation = _translation(target, ahead, back, first, last)
            if translation:
                entry.targets[translation] += 1
                entry.examples.setdefault(translation, example)
                english[translation.casefold()] += 1
    return seen, english


def _extents(links: Links) -> Extents:
    """Of every linked place on the first side, the first and the last place that it is linked to."""
    extents: Extents = {}
    for here, there in links:
        lowest, highest = extents.get(here, (there, there))
        extents[here] = min(lowest, there), max(highest, there)
    return extents


def _is_candidate(phrase: str, common: str) -> bool:
    """May a phrase be proposed? It begins with letters in every word, and no very common word is at its edges."""
    if len(phrase) < _MIN_CHARACTERS:
        return False
    parts = phrase.casefold().split()
    edges = {parts[0], parts[-1]}
    if edges & words(common):
        return False
    return all(part[0].isalpha() for part in parts)


def _is_name(phrase: str) -> bool:
    """Are the first word, the last word, and more than half of all words capitalised?"""
    capitals = [part[0].isupper() for part in phrase.split()]
    if not capitals[0] or not capitals[-1]:
        return False
    return sum(capitals) * 2 > len(capitals)


def _translation(target: MinedSentence, ahead: Extents, back: Extents, first: int, last: int) -> str:
    """The English of the source words from `first` to `last`; empty where it is none, or that of others too.

    ahead: what the source words are linked to. back: what the target words are linked to.
    """
    if not {first, last} <= ahead.keys():
        return ""
    start, end = _covered(ahead, first, last)
    if end - start > MAX_WORDS:
        return ""
    if _covered(back, start, end, (first, last)) != (first, last):
        return ""
    while start < end and target.words[start].casefold() in _ARTICLES:
        start += 1
    phrase = target.phrase(start, end)
    if _is_candidate(phrase, "common_english"):
        return phrase
    return ""


def _covered(extents: Extents, first: int, last: int, unlinked: tuple[int, int] | None = None) -> tuple[int, int]:
    """The first and the last place that the places from `first` to `last` are linked to.

    unlinked: what counts for a place without links; None to ignore it.
    """
    found = [extents.get(place, unlinked) for place in range(first, last + 1)]
    lowest, highest = zip(*filter(None, found), strict=True)
    return min(lowest), max(highest)


def _proposal(seen: _Seen, english: Counter[str], least: int) -> Proposal | None:
    """The entry for a phrase; None where no English stands for it often enough."""
    if not seen.targets:
        return None
    target, count = seen.targets.most_common(1)[0]
    of_phrase = _MIN_SHARE * seen.total
    of_english = _MIN_SHARE * english[target.casefold()]
    if count < max(least, of_phrase, of_english):
        return None
    is_name = seen.named * 2 > seen.total
    most_common = seen.sources.most_common(1)[0][0]
    source = most_common if is_name else min(seen.sources, key=_capitals)
    return Proposal(source, target, is_name, count, seen.total, seen.examples[target])


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def _is_known(source: str, matcher: Matcher) -> bool:
    """Does one entry that there is already cover the whole of `source`?"""
    return any(match.end - match.start == len(source) for match in matcher.find(source))


def _longest(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals that are no mere part of a longer one: Natuna Utara is never without Laut."""
    within: Counter[str] = Counter()  # of a part: how often the most frequent longer phrase occurs
    for longer in proposals:
        for part in _parts(longer.source.casefold()):
            within[part] = max(within[part], longer.count)
    return [each for each in proposals if within[each.source.casefold()] < each.count]


def _parts(phrase: str) -> Iterator[str]:
    """Every run of words in a phrase but the phrase itself."""
    pieces = phrase.split()
    for first in range(len(pieces)):
        for after in range(first + 1, len(pieces) + 1):
            part = " ".join(pieces[first:after])
            if part != phrase:
                yield part


def _links(examples: Sequence[MinedExample], sides: Sequence[tuple[MinedSentence, MinedSentence]]) -> list[Links]:
    """The links that the examples bring or, where one brings none, those that all of them suggest."""
    brought = [example.links for example in examples]
    if None not in brought:
        return [links or () for links in brought]
    pairs = []
    for here, there in sides:
        pairs.append((list(map(str.casefold, here.words)), list(map(str.casefold, there.words))))
    found: list[Links] = []
    for links, made in zip(brought, aligned(pairs), strict=True):
        found.append(made if links is None else links)
    return found


def _shortened(text: str) -> str:
    """A sentence for the context of an entry, without characters that a terminal would obey."""
    text = _UNPRINTABLE.sub("", " ".join(text.split()))
    if len(text) <= _MAX_EXAMPLE:
        return text
    return f"{text[:_MAX_EXAMPLE]}…"
