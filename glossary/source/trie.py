"""The entries of a glossary as a trie over folded tokens, and the ways through it that a text takes.

Of 100,000 entries a text uses few, so only the branches grow that a text asks for: an entry lies folded under its first
token until that is met.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from glossary.source.forms import CLITICS, doubles, splits
from glossary.source.spellings import NUMBER, Spelling
from glossary.source.tokens import TOKEN, fold, plain
from glossary.source.unit_numbers import is_number
from glossary.term import Case, Term

_OPEN_NUMBER = "\0#"  # what leads to a node from any number; no token is like it


class IndexedForm(NamedTuple):
    """One spelling of an entry. rank: 0 for a user's term, 1 for a default one. order: of the entry among all."""

    term: Term
    rank: int
    order: int
    written: str  # as it must stand in the text where `exact`
    exact: bool
    doubles: bool
    capitals: bool  # its last word is an abbreviation in capitals
    spelling: Spelling


@dataclass(slots=True)
class TrieNode:
    """What may follow the tokens so far, and the forms that they complete."""

    next: dict[str, TrieNode] = field(default_factory=dict)
    forms: list[IndexedForm] = field(default_factory=list)


class Path(NamedTuple):
    """Tokens of the text that lead to a node, by their places: the first, its double after a hyphen (0: none), the
    last, the clitic on that, and a number that the entry leaves open (0: none)."""

    first: int
    double: int
    last: int
    clitic: str
    number: int


class Text:
    """A text as its tokens: words as they are compared, and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(TOKEN.finditer(text))
        if text.isascii():
            self.words = [" " if token.lastgroup == "space" else token.group().lower() for token in self.tokens]
        else:
            self.words = [fold(token.group()) for token in self.tokens]

    def written(self, place: int) -> str:
        """The token at `place` with its case."""
        return plain(self.tokens[place].group())

    def over_hyphen(self, place: int) -> int:
        """The place of the word that a hyphen joins to the token at `place`; 0 where there is none."""
        joined = place + 2 < len(self.words) and self.words[place + 1] == "-"
        return place + 2 if joined and self.tokens[place + 2].lastgroup == "word" else 0


class Trie:
    """Grows by `add`, and is walked token by token."""

    def __init__(self) -> None:
        self._folded: dict[str, list[tuple[int, int, Term, Spelling]]] = {}
        self._grown: dict[str, TrieNode] = {}

    def add(self, rank: int, order: int, term: Term, spelling: Spelling) -> None:
        """A spelling of an entry; rank and order as in `IndexedForm`."""
        if head := _first_token(spelling.text):
            self._folded.setdefault(head, []).append((rank, order, term, spelling))

    def ways(self, text: Text) -> Iterator[tuple[TrieNode, Path]]:
        """Every node with forms that a part of the text leads to."""
        for place, word in enumerate(text.words):
            if word in self._folded or word.endswith(CLITICS):
                yield from self._walk(text, place)

    def _walk(self, text: Text, first: int) -> Iterator[tuple[TrieNode, Path]]:
        """Every node with forms that the text from the token `first` on leads to."""
        word = text.words[first]
        for stem, clitic in ((word, ""), *readings(word)):
            if (node := self._grown.get(stem) or self._grow(stem)) is None:
                continue
            yield from _follow(text, node, Path(first, 0, first, clitic, 0))
            double = 0 if clitic else text.over_hyphen(first)
            if double:
                for same, clitic_of_double in ((text.words[double], ""), *readings(text.words[double])):
                    if same == stem:
                        yield from _follow(text, node, Path(first, double, double, clitic_of_double, 0))

    def _grow(self, head: str) -> TrieNode | None:
        """The node of entries whose first token is `head`, with all that follows from it."""
        if head not in self._folded:
            return None
        root = TrieNode()
        for rank, order, term, spelling in self._folded[head]:
            tokens = [token.group() for token in TOKEN.finditer(spelling.text)]
            node = root
            for token in tokens[1:]:
                node = node.next.setdefault(_OPEN_NUMBER if token == NUMBER else fold(token), TrieNode())
            exact = spelling.exact or term.case is Case.EXACT
            doubled = spelling.verb_form is None and doubles(term, spelling.text)
            written = plain(spelling.text)
            node.forms.append(IndexedForm(term, rank, order, written, exact, doubled, tokens[-1].isupper(), spelling))
        self._grown[head] = root
        return root


def _first_token(spelling: str) -> str:
    """The first token of a spelling, folded; empty where it has none."""
    head = spelling.partition(" ")[0]
    if head.isascii() and head.isalpha():
        return head.lower()
    token = TOKEN.search(spelling)
    return fold(token.group()) if token else ""


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    return tuple(splits(word))


def _follow(text: Text, node: TrieNode, path: Path) -> Iterator[tuple[TrieNode, Path]]:
    """The nodes with forms from `node` on, itself included; a clitic ends the way."""
    open_numbers: list[tuple[TrieNode, Path]] = []  # ways that fork off where an entry has this number, another any
    while True:
        if node.forms:
            yield node, path
        place = path.last + 1
        onward: tuple[TrieNode, Path] | None = None
        if not path.clitic and node.next and place < len(text.words):
            word = text.words[place]
            for stem, clitic in readings(word):
                if stem in node.next:
                    yield node.next[stem], path._replace(last=place, clitic=clitic)
            if word in node.next:
                onward = node.next[word], path._replace(last=place)
            if _OPEN_NUMBER in node.next and is_number(text.written(place)):
                open_numbers.append((node.next[_OPEN_NUMBER], path._replace(last=place, number=place)))
        if onward is None and not open_numbers:
            return
        node, path = onward or open_numbers.pop()
