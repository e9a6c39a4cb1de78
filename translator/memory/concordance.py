"""A concordance of the memory: where a word or phrase stands in it, in either language and in all its forms.

Indonesian words are found with their prefixes, suffixes and doublings as the glossary finds them, English ones
inflected. SQLite passes over the entries that cannot have the word; only the others are looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary import Match, Matcher, Term, VerbForm, accepted, occurrences
from translator.document import Span
from translator.memory.entry import Example

# Letters at the end of an English form that an inflection may change: knife, knives; army, armies.
CHANGING_LETTERS = 3

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Concordance:
    """An entry that has a word. source_spans, target_spans: where, in the two texts."""

    example: Example
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]


class WordSearch:
    """Finds a word or phrase in both languages. Build it once for a search."""

    def __init__(self, words: str) -> None:
        noun, verb = Term(words, (words,)), Term(words, (words,), verb=True)
        self._matcher = Matcher([noun, verb])
        self._english = Match(0, len(words), words, verb, verb_form=VerbForm.AGENT)
        self.source_patterns = [_like(map(_core, _WORD.findall(words)))]
        self.target_patterns = list(map(_like, _beginnings(words)))

    def found_in(self, example: Example) -> Concordance | None:
        """Where an entry has the word; None where it has not."""
        sources = tuple([Span(match.start, match.end) for match in self._matcher.find(example.source)])
        targets = tuple([Span(start, end) for start, end, _ in occurrences(example.target, self._english)])
        if sources or targets:
            return Concordance(example, sources, targets)
        return None


def without_repetitions(found: Iterable[Concordance]) -> Iterator[Concordance]:
    """Each source and translation once, as it came first."""
    seen = set()
    for each in found:
        texts = each.example.source, each.example.target
        if texts not in seen:
            seen.add(texts)
            yield each


def _core(word: str) -> str:
    """What all forms of an Indonesian word have in common: tembak, menembak."""
    return word[1:] if len(word) > CHANGING_LETTERS else word


def _beginnings(words: str) -> list[list[str]]:
    """What the words of all English forms of a phrase begin with; none where another says as much."""
    found: dict[str, list[str]] = {}
    for form in sorted(accepted(words, VerbForm.AGENT)):
        beginnings = [word[: max(1, len(word) - CHANGING_LETTERS)] for word in _WORD.findall(form)]
        is_known = any(map(beginnings[0].startswith, found))
        if not is_known:
            found[beginnings[0]] = beginnings
    return list(found.values())


def _like(parts: Iterable[str]) -> str:
    """The pattern of SQLite's LIKE for texts with these parts in their order."""
    return f"%{'%'.join(parts)}%"
