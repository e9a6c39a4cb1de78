"""Find the terms of a glossary in Indonesian text.

A trie over folded tokens, walked from every word that begins an entry, finds the candidates: entries as written, with
clitics, with their head doubled. Of candidates that overlap one is kept: the user's before the default list's, then the
longest, then the leftmost. (Aho-Corasick picks leftmost-longest as it goes and loses terms: `di timur` would hide
`timur tengah` in `menjadi timur tengah` without word tokens, and a longer term further right with them.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter, itemgetter
from typing import NamedTuple

from glossary.indonesian import CLITICS, attaches, doubles, hyphenates, related, splits
from glossary.term import Case, Match, Term
from glossary.tokens import TOKEN, fold, key, plain, without_addresses

_Token = re.Match[str]
_Precedence = tuple[int, int, int, bool, bool, int]


class _Form(NamedTuple):
    """One spelling of an entry. rank: 0 for a user's term, 1 for a default one. order: of the entry among all."""

    term: Term
    rank: int
    order: int
    written: str  # as it must stand in the text where the entry's case is exact
    doubles: bool
    capitals: bool  # its last word is an abbreviation in capitals


@dataclass(slots=True)
class _Node:
    """What may follow the tokens so far, and the forms that they complete."""

    next: dict[str, _Node] = field(default_factory=dict)
    forms: list[_Form] = field(default_factory=list)


class _Path(NamedTuple):
    """Tokens of the text that lead to a node: the first, its double after a hyphen, the last, the clitic on that."""

    first: _Token
    double: _Token | None
    last: _Token
    clitic: str


class Matcher:
    """Finds terms in texts. Build it once: `default_terms` give way to `terms` wherever the two overlap."""

    def __init__(self, terms: Iterable[Term], default_terms: Iterable[Term] = ()) -> None:
        self._root = _Node()
        ranked = [(term, rank) for rank, group in enumerate((terms, default_terms)) for term in group]
        for order, (term, rank) in enumerate(ranked):
            for spelling in (term.source, *term.variants):
                self._add(spelling.strip(), term, rank, order)

    def find(self, text: str) -> list[Match]:
        """The terms in `text`, by where they start, none overlapping another. Time grows linearly with the text."""
        taken, found = bytearray(len(text)), []
        for _, match in sorted(self._candidates(without_addresses(text)), key=itemgetter(0)):
            if taken.find(1, match.start, match.end) < 0:
                taken[match.start : match.end] = b"\1" * (match.end - match.start)
                found.append(match)
        return sorted(found, key=attrgetter("start"))

    def _add(self, spelling: str, term: Term, rank: int, order: int) -> None:
        node, last = self._root, ""
        for token in TOKEN.finditer(spelling):
            last = token.group()
            node = node.next.setdefault(fold(last), _Node())
        if node is not self._root:
            node.forms.append(_Form(term, rank, order, plain(spelling), doubles(term, spelling), last.isupper()))

    def _candidates(self, text: str) -> Iterator[tuple[_Precedence, Match]]:
        before: tuple[_Token | None, _Token | None] = (None, None)
        for token in TOKEN.finditer(text):
            word = fold(token.group())
            if word in self._root.next or word.endswith(CLITICS):
                for node, path in self._walk(text, token):
                    for form in node.forms:
                        yield from _matches(text, before, form, path)
            before = before[1], token

    def _walk(self, text: str, first: _Token) -> Iterator[tuple[_Node, _Path]]:
        """Every node with forms that the text from `first` on leads to."""
        for node, clitic in _steps(self._root, first):
            yield from _follow(text, node, _Path(first, None, first, clitic))
            double = None if clitic else _joined(text, first)
            if double:
                for same, clitic_of_double in _steps(self._root, double):
                    if same is node:
                        yield from _follow(text, node, _Path(first, double, double, clitic_of_double))


def _steps(node: _Node, token: _Token) -> Iterator[tuple[_Node, str]]:
    """The nodes that `token` leads to from `node`, each with the clitic that it must have for that."""
    word = fold(token.group())
    if word in node.next:
        yield node.next[word], ""
    for stem, clitic in splits(word):
        if stem in node.next:
            yield node.next[stem], clitic


def _follow(text: str, node: _Node, path: _Path) -> Iterator[tuple[_Node, _Path]]:
    """The nodes with forms from `node` on, itself included; a clitic ends the way."""
    onward: tuple[_Node, _Path] | None = (node, path)
    while onward:
        node, path = onward
        onward = None
        yield node, path
        if path.clitic or not node.next or not (token := TOKEN.search(text, path.last.end())):
            return
        for child, clitic in _steps(node, token):
            step = path._replace(last=token, clitic=clitic)
            if clitic:
                yield child, step
            else:
                onward = child, step


def _joined(text: str, token: _Token) -> _Token | None:
    """The word that a hyphen joins to `token`."""
    hyphen = TOKEN.search(text, token.end())
    word = TOKEN.search(text, hyphen.end()) if hyphen and hyphen.lastgroup == "hyphen" else None
    return word if word and word.lastgroup == "word" else None


def _matches(
    text: str, before: tuple[_Token | None, _Token | None], form: _Form, path: _Path
) -> Iterator[tuple[_Precedence, Match]]:
    """The matches of `form` at `path`, without and with a clitic after a hyphen, each with its precedence."""
    stem, clitic = _parted(plain(path.last.group()), path.clitic)
    if (
        (path.double and not form.doubles)
        or (form.term.case is Case.EXACT and _written(text, path) != form.written)
        or (clitic and not attaches(stem, clitic, form.capitals, path.first is path.last))
    ):
        return
    word, hyphen = before
    head = fold(stem if path.first is path.last else path.first.group())
    if word and hyphen and hyphen.lastgroup == "hyphen" and related(fold(word.group()), head):
        return
    after = _joined(text, path.last)
    if not (after and related(fold(stem), fold(after.group()))):
        yield _match(text, form, path, path.last.end(), changed=bool(path.double or clitic))
    if after and not clitic and fold(after.group()) in CLITICS and hyphenates(stem, plain(after.group())):
        yield _match(text, form, path, after.end(), changed=True)
    if after and form.doubles and not path.double and not clitic:
        for end in _ends_of_repetition(text, path, after):
            yield _match(text, form, path._replace(double=after), end, changed=True)


def _ends_of_repetition(text: str, path: _Path, after: _Token) -> Iterator[int]:
    """Where a term of several words ends that is doubled as a whole: rumah sakit-rumah sakit."""
    *wanted, last = key(text[path.first.start() : path.last.end()])
    if wanted and fold(after.group()) == wanted[0]:
        tokens = list(islice(TOKEN.finditer(text, after.start()), len(wanted) + 1))
        *found, ending = (fold(token.group()) for token in tokens)
        if found == wanted and (ending == last or last in (stem for stem, _ in splits(ending))):
            yield tokens[-1].end()


def _match(text: str, form: _Form, path: _Path, end: int, changed: bool) -> tuple[_Precedence, Match]:
    start = path.first.start()
    precedence = (form.rank, start - end, start, changed, form.term.case is not Case.EXACT, form.order)
    return precedence, Match(start, end, text[start:end], form.term, path.double is not None)


def _parted(word: str, clitic: str) -> tuple[str, str]:
    """`word` as its stem and the clitic that it ends with, both as written."""
    stem = len(word) - len(clitic)
    return word[:stem], word[stem:]


def _written(text: str, path: _Path) -> str:
    """What stands at `path` without its doubling and its clitic."""
    if path.double is path.last:
        return plain(path.first.group())
    if path.double is None:
        whole = text[path.first.start() : path.last.end()]
    else:
        whole = path.first.group() + text[path.double.end() : path.last.end()]
    return _parted(plain(whole), path.clitic)[0]
