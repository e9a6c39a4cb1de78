"""The entries of a glossary as a trie over folded tokens, and the paths through it that a text takes.

Of 100,000 entries a text uses few. So only the branches are built that a text asks for: until a text has the first
token of an entry, the entry waits in the index of its list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from glossary.source.forms import CLITICS, doubles, splits
from glossary.source.indexed import IndexedTerms
from glossary.source.spellings import NUMBER, Spelling, spellings
from glossary.source.tokens import TOKEN, first_token, fold, plain
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

    rank: 0 for a user's term, 1 for a default one. order: of the entry in its group. written: as it must stand in the
    text where `exact`. doubles: it has a plural with its head doubled. capitals: its last word is an abbreviation in
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
    """The entries of the user's lists and of the default ones, to be walked token by token."""

    def __init__(self, terms: IndexedTerms, default_terms: IndexedTerms, any_case: bool) -> None:
        """any_case: case counts in no entry."""
        self._groups = terms, default_terms
        self._heads = terms.heads, default_terms.heads
        self._any_case = any_case
        self._built: dict[str, TrieNode] = {}

    def paths(self, text: TokenizedText) -> Iterator[Step]:
        """Every node with forms that a part of the text leads to."""
        heads, default_heads = self._heads
        for place, word in enumerate(text.words):
            if word in heads or word in default_heads or word.endswith(CLITICS):
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
        if head not in self._heads[0] and head not in self._heads[1]:
            return None
        root = TrieNode()
        for rank, group in enumerate(self._groups):
            for order, term in group.beginning(head):
                entry = replace(term, case=Case.FOLD) if self._any_case else term
                for spelling in spellings(entry):
                    if first_token(spelling.text) == head:
                        _add(root, rank, order, entry, spelling)
        self._built[head] = root
        return root


def _add(root: TrieNode, rank: int, order: int, term: Term, spelling: Spelling) -> None:
    """Add a spelling of an entry below the node of its first token."""
    tokens = [token.group() for token in TOKEN.finditer(spelling.text)]
    node = root
    for token in tokens[1:]:
        key = _OPEN_NUMBER if token == NUMBER else fold(token)
        node = node.next.setdefault(key, TrieNode())
    exact = spelling.exact or term.case is Case.EXACT
    doubled = spelling.verb_form is None and doubles(term, spelling.text)
    written = plain(spelling.text)
    node.forms.append(IndexedForm(term, rank, order, written, exact, doubled, tokens[-1].isupper(), spelling))


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
