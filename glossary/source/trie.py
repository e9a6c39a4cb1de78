"""The entries of a glossary as a trie over folded tokens, and the paths through it that a text takes.

Of 100,000 entries a text uses few. So only the branches are built that a text asks for: until a text has the first
token of an entry, the entry waits as it is under that token.
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

# Tokens of an entry. In a text that repeats a few words, a longer entry that repeats them too would be walked from each
# of them, in quadratic time. So all longer walks of a text share as many steps as it has tokens, times 16: what entries
# that do not overlap need is once. 20,000 times `kata`, with an entry of 10,000, take 0.5 s; without this, a minute.
_DEEP = 64
_DEEP_STEPS_PER_TOKEN = 16
_OPEN_NUMBER = "\0#"  # the key that leads to a node from any number; no token is like it


class IndexedForm(NamedTuple):
    """One spelling of an entry.

    rank: 0 for a user's term, 1 for a default one. order: of the entry among all. written: as it must stand in the text
    where `exact`. doubles: it has a plural with its head doubled. capitals: its last word is an abbreviation in
    capitals.
    """

    term: Term
    rank: int
    order: int
    written: str
    exact: bool
    doubles: bool
    capitals: bool
    spelling: Spelling


@dataclass(slots=True)
class TrieNode:
    """What may follow the tokens so far, and the forms that end with them."""

    next: dict[str, TrieNode] = field(default_factory=dict)
    forms: list[IndexedForm] = field(default_factory=list)


class Path(NamedTuple):
    """The tokens of the text that lead to a node, by their places.

    first: the first token. double: the repetition of it after a hyphen; 0 where there is none. last: the last token.
    clitic: what is attached to the last token. number: the number that the entry leaves open; 0 where there is none.
    """

    first: int
    double: int
    last: int
    clitic: str
    number: int


Step = tuple[TrieNode, Path]


class TokenizedText:
    """A text as its tokens: words as they are compared, and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(TOKEN.finditer(text))
        if text.isascii():
            self.words = [" " if token.lastgroup == "space" else token.group().lower() for token in self.tokens]
        else:
            self.words = [fold(token.group()) for token in self.tokens]
        self._deep_steps = _DEEP_STEPS_PER_TOKEN * len(self.tokens)

    def take_deep_step(self) -> bool:
        """Is a step left for a walk that is long already? If so, it is taken."""
        self._deep_steps -= 1
        return self._deep_steps >= 0

    def written(self, place: int) -> str:
        """The token at `place` with its case."""
        return plain(self.tokens[place].group())

    def over_hyphen(self, place: int) -> int:
        """The place of the word that a hyphen joins to the token at `place`; 0 where there is none."""
        after = place + 2
        if after >= len(self.words) or self.words[place + 1] != "-":
            return 0
        if self.tokens[after].lastgroup == "word":
            return after
        return 0


class Trie:
    """Grows by `add`, and is walked token by token."""

    def __init__(self) -> None:
        self._waiting: dict[str, list[tuple[int, int, Term, Spelling]]] = {}
        self._built: dict[str, TrieNode] = {}

    def add(self, rank: int, order: int, term: Term, spelling: Spelling) -> None:
        """Add a spelling of an entry. rank, order: as in `IndexedForm`."""
        head = _first_token(spelling.text)
        if head:
            self._waiting.setdefault(head, []).append((rank, order, term, spelling))

    def paths(self, text: TokenizedText) -> Iterator[Step]:
        """Every node with forms that a part of the text leads to."""
        for place, word in enumerate(text.words):
            if word in self._waiting or word.endswith(CLITICS):
                yield from self._from(text, place)

    def _from(self, text: TokenizedText, first: int) -> Iterator[Step]:
        """Every node with forms that the text from the token `first` on leads to."""
        for stem, clitic in _stems(text.words[first]):
            node = self._built.get(stem) or self._build(stem)
            if node is None:
                continue
            yield from _follow(text, node, Path(first, 0, first, clitic, 0))
            double = 0 if clitic else text.over_hyphen(first)
            if not double:
                continue
            for same, clitic_of_double in _stems(text.words[double]):
                if same == stem:
                    yield from _follow(text, node, Path(first, double, double, clitic_of_double, 0))

    def _build(self, head: str) -> TrieNode | None:
        """The node of the entries whose first token is `head`, with all that follows from it; None without entries."""
        if head not in self._waiting:
            return None
        root = TrieNode()
        for rank, order, term, spelling in self._waiting[head]:
            tokens = [token.group() for token in TOKEN.finditer(spelling.text)]
            node = root
            for token in tokens[1:]:
                key = _OPEN_NUMBER if token == NUMBER else fold(token)
                node = node.next.setdefault(key, TrieNode())
            exact = spelling.exact or term.case is Case.EXACT
            doubled = spelling.verb_form is None and doubles(term, spelling.text)
            written = plain(spelling.text)
            node.forms.append(IndexedForm(term, rank, order, written, exact, doubled, tokens[-1].isupper(), spelling))
        self._built[head] = root
        return root


def _first_token(spelling: str) -> str:
    """The first token of a spelling, folded; empty where it has none."""
    head = spelling.partition(" ")[0]
    if head.isascii() and head.isalpha():
        return head.lower()
    token = TOKEN.search(spelling)
    if token:
        return fold(token.group())
    return ""


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """Every reading of a folded word as a stem and a clitic."""
    return tuple(splits(word))


def _stems(word: str) -> tuple[tuple[str, str], ...]:
    """The word itself without a clitic, then its readings with one."""
    return ((word, ""), *readings(word))


def _follow(text: TokenizedText, node: TrieNode, path: Path) -> Iterator[Step]:
    """The nodes with forms from `node` on, itself included. A clitic ends the path."""
    if path.clitic:
        if node.forms:
            yield node, path
        return
    last, number = path.last, path.number
    branches: list[tuple[TrieNode, int]] = []  # where one entry has this number, another leaves it open
    while True:
        if node.forms:
            yield node, path._replace(last=last, number=number)
        last += 1
        if last - path.last > _DEEP and not text.take_deep_step():
            return
        onward = None
        if last < len(text.words):
            word = text.words[last]
            onward = node.next.get(word)
            for stem, clitic in readings(word):
                if stem in node.next:
                    yield node.next[stem], path._replace(last=last, number=number, clitic=clitic)
            if _OPEN_NUMBER in node.next and is_number(text.written(last)):
                branches.append((node.next[_OPEN_NUMBER], last))
        if onward is None:
            if not branches:
                return
            onward, last = branches.pop()
            number = last
        node = onward
