"""Find the terms of a glossary in Indonesian text.

A trie over folded tokens, walked from every word that begins an entry, finds the candidates: entries in each of their
spellings, with clitics, with their head doubled. Of candidates that overlap one is kept: the user's before the default
list's, then the longest, then the leftmost. (Aho-Corasick picks leftmost-longest as it goes and loses terms: `di timur`
would hide `timur tengah` in `menjadi timur tengah` without word tokens, and a longer term further right with them.)

Of 100,000 entries a text uses few, so of the trie only the branches grow that a text asks for: an entry lies folded
under its first token until that is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

from glossary.bulk import in_bulk
from glossary.indonesian import CLITICS, attaches, doubles, hyphenates, related, splits
from glossary.spellings import NUMBER, Spelling, spellings
from glossary.term import Case, Match, Term, VerbForm
from glossary.tokens import TOKEN, fold, plain, without_addresses
from glossary.unit_numbers import filled, is_number
from glossary.wordlists import words

_OPEN_NUMBER = "\0#"  # what leads to a node from any number; no token is like it


class _Form(NamedTuple):
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
class _Node:
    """What may follow the tokens so far, and the forms that they complete."""

    next: dict[str, _Node] = field(default_factory=dict)
    forms: list[_Form] = field(default_factory=list)


class _Path(NamedTuple):
    """Tokens of the text that lead to a node, by their places: the first, its double after a hyphen (0: none), the
    last, the clitic on that, and a number that the entry leaves open (0: none)."""

    first: int
    double: int
    last: int
    clitic: str
    number: int


class _Candidate(NamedTuple):
    """A form found at characters [start, end). The first six fields decide which is kept, the smaller one."""

    rank: int
    length: int  # negative
    start: int
    changed: bool
    free: bool  # its case is free
    order: int
    plural: bool
    number: str
    end: int
    form: _Form
    verb_form: VerbForm | None


_PRECEDENCE = itemgetter(slice(6))


class _Text:
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


class Matcher:
    """Finds terms in texts. Build it once: `default_terms` give way to `terms` wherever the two overlap.

    Entries that are not in force are not found.
    """

    def __init__(self, terms: Iterable[Term], default_terms: Iterable[Term] = ()) -> None:
        self._folded: dict[str, list[tuple[int, int, Term, Spelling]]] = {}
        self._grown: dict[str, _Node] = {}
        ranked = [(term, rank) for rank, group in enumerate((terms, default_terms)) for term in group]
        with in_bulk():
            for order, (term, rank) in enumerate(ranked):
                for spelling in spellings(term) if term.in_force else ():
                    if head := _first_token(spelling.text):
                        self._folded.setdefault(head, []).append((rank, order, term, spelling))

    def find(self, text: str) -> list[Match]:
        """The terms in `text`, by where they start, none overlapping another. Time grows linearly with the text."""
        candidates = sorted(self._candidates(_Text(without_addresses(text))), key=_PRECEDENCE)
        taken, found = bytearray(len(text)), []
        for candidate in candidates:
            start, end = candidate.start, candidate.end
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                found.append(_match(text, candidate))
        return sorted(found, key=attrgetter("start"))

    def _candidates(self, text: _Text) -> Iterator[_Candidate]:
        heads = self._folded
        for place, word in enumerate(text.words):
            if word in heads or word.endswith(CLITICS):
                for node, path in self._walk(text, place):
                    for form in node.forms:
                        yield from _found(text, form, path)

    def _walk(self, text: _Text, first: int) -> Iterator[tuple[_Node, _Path]]:
        """Every node with forms that the text from the token `first` on leads to."""
        word = text.words[first]
        for stem, clitic in ((word, ""), *_readings(word)):
            if (node := self._grown.get(stem) or self._grow(stem)) is None:
                continue
            yield from _follow(text, node, _Path(first, 0, first, clitic, 0))
            double = 0 if clitic else text.over_hyphen(first)
            if double:
                for same, clitic_of_double in ((text.words[double], ""), *_readings(text.words[double])):
                    if same == stem:
                        yield from _follow(text, node, _Path(first, double, double, clitic_of_double, 0))

    def _grow(self, head: str) -> _Node | None:
        """The node of entries whose first token is `head`, with all that follows from it."""
        if head not in self._folded:
            return None
        root = _Node()
        for rank, order, term, spelling in self._folded[head]:
            tokens = [token.group() for token in TOKEN.finditer(spelling.text)]
            node = root
            for token in tokens[1:]:
                node = node.next.setdefault(_OPEN_NUMBER if token == NUMBER else fold(token), _Node())
            exact = spelling.exact or term.case is Case.EXACT
            doubled = spelling.verb_form is None and doubles(term, spelling.text)
            written = plain(spelling.text)
            node.forms.append(_Form(term, rank, order, written, exact, doubled, tokens[-1].isupper(), spelling))
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
def _readings(word: str) -> tuple[tuple[str, str], ...]:
    return tuple(splits(word))


def _follow(text: _Text, node: _Node, path: _Path) -> Iterator[tuple[_Node, _Path]]:
    """The nodes with forms from `node` on, itself included; a clitic ends the way."""
    open_numbers: list[tuple[_Node, _Path]] = []  # ways that fork off where an entry has this number, another any
    while True:
        if node.forms:
            yield node, path
        place = path.last + 1
        onward: tuple[_Node, _Path] | None = None
        if not path.clitic and node.next and place < len(text.words):
            word = text.words[place]
            for stem, clitic in _readings(word):
                if stem in node.next:
                    yield node.next[stem], path._replace(last=place, clitic=clitic)
            if word in node.next:
                onward = node.next[word], path._replace(last=place)
            if _OPEN_NUMBER in node.next and is_number(text.written(place)):
                open_numbers.append((node.next[_OPEN_NUMBER], path._replace(last=place, number=place)))
        if onward is None and not open_numbers:
            return
        node, path = onward or open_numbers.pop()


def _found(text: _Text, form: _Form, path: _Path) -> Iterator[_Candidate]:
    """The candidates of `form` at `path`, without and with a clitic after a hyphen."""
    stem, clitic = _parted(text.written(path.last), path.clitic)
    if (
        (path.double and not form.doubles)
        or (form.exact and _written(text, path) != form.written)
        or (clitic and not attaches(stem, clitic, form.capitals, path.first == path.last))
        or (form.spelling.title and not _before_a_name(text, path.last))
        or (form.spelling.initials and _part_of_initials(text, path))
    ):
        return
    head = fold(stem) if path.first == path.last else text.words[path.first]
    if path.first > 1 and text.words[path.first - 1] == "-" and related(text.words[path.first - 2], head):
        return
    changed = bool(path.double or clitic or path.number)
    after = text.over_hyphen(path.last)
    if not (after and related(fold(stem), text.words[after])):
        yield _candidate(text, form, path, path.last, changed)
    if after and not clitic and text.words[after] in CLITICS and hyphenates(stem, text.written(after)):
        yield _candidate(text, form, path, after, True)
    if after and form.doubles and not path.double and not clitic:
        for last in _ends_of_repetition(text, path, after):
            yield _candidate(text, form, path._replace(double=after), last, True)


def _candidate(text: _Text, form: _Form, path: _Path, last: int, changed: bool) -> _Candidate:
    start, end = text.tokens[path.first].start(), text.tokens[last].end()
    return _Candidate(
        form.rank,
        start - end,
        start,
        changed or not form.spelling.listed,
        not form.exact,
        form.order,
        path.double > 0,
        text.written(path.number) if path.number else "",
        end,
        form,
        _verb_form(text, form, path.first),
    )


def _match(text: str, found: _Candidate) -> Match:
    term = filled(found.form.term, found.number) if found.number else found.form.term
    return Match(found.start, found.end, text[found.start : found.end], term, found.plural, found.verb_form)


def _verb_form(text: _Text, form: _Form, first: int) -> VerbForm | None:
    """The form of a verb; an active one is an infinitive after `akan`, `untuk`, `tidak` and their like."""
    verb_form = form.spelling.verb_form
    before = text.words[first - 2] if first > 1 and text.words[first - 1] == " " else ""
    if verb_form is VerbForm.ACTIVE and before in words("before_infinitives"):
        return VerbForm.INFINITIVE
    return verb_form


def _before_a_name(text: _Text, last: int) -> bool:
    """Does a capital follow after white space, perhaps behind a bracket: Kol. Budi, Letjen. (Purn) Adi?"""
    rest = last + 1
    if rest + 1 >= len(text.words) or text.words[rest] != " ":
        return False
    rest += 2 if text.words[rest + 1] == "(" else 1
    return rest < len(text.words) and text.tokens[rest].group()[0].isupper()


def _part_of_initials(text: _Text, path: _Path) -> bool:
    """Is T.N.I. at `path` a part of something longer: T.N.I.P., A.T.N.I.?"""
    words, tokens = text.words, text.tokens
    after = path.last + 1 if words[path.last] == "." else path.last + 2
    before = path.first - 2 if path.first and words[path.first - 1] == "." else -1
    goes_on = after < len(words) and words[after - 1] == "." and tokens[after].lastgroup == "word"
    return goes_on or (before >= 0 and tokens[before].lastgroup == "word")


def _ends_of_repetition(text: _Text, path: _Path, after: int) -> Iterator[int]:
    """Where a term of several words ends that is doubled as a whole: rumah sakit-rumah sakit."""
    *wanted, last = text.words[path.first : path.last + 1]
    ending = after + len(wanted)
    if wanted and ending < len(text.words) and text.words[after:ending] == wanted:
        word = text.words[ending]
        if word == last or any(stem == last for stem, _ in _readings(word)):
            yield ending


def _parted(word: str, clitic: str) -> tuple[str, str]:
    """`word` as its stem and the clitic that it ends with, both as written."""
    stem = len(word) - len(clitic)
    return word[:stem], word[stem:]


def _written(text: _Text, path: _Path) -> str:
    """What stands at `path` without its doubling and its clitic, an open number as the entry leaves it."""
    if path.double == path.last and path.double:
        return text.written(path.first)
    tokens = text.tokens
    first, last = tokens[path.first], tokens[path.last]
    if path.double:
        whole = first.group() + text.text[tokens[path.double].end() : last.end()]
    elif path.number:
        number = tokens[path.number]
        whole = text.text[first.start() : number.start()] + NUMBER + text.text[number.end() : last.end()]
    else:
        whole = text.text[first.start() : last.end()]
    return _parted(plain(whole), path.clitic)[0]
