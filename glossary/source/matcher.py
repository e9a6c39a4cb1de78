"""Find the terms of a glossary in Indonesian text.

A trie over folded tokens, walked from every word that begins an entry, finds the candidates: entries in each of their
spellings, with clitics, with their head doubled. Of candidates that overlap one is kept: the user's before the default
list's, then the longest, then the leftmost. (Aho-Corasick picks leftmost-longest as it goes and loses terms: `di timur`
would hide `timur tengah` in `menjadi timur tengah` without word tokens, and a longer term further right with them.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter, itemgetter
from typing import NamedTuple

from glossary.bulk import in_bulk
from glossary.source.forms import CLITICS, attaches, hyphenates, related
from glossary.source.spellings import NUMBER, spellings
from glossary.source.tokens import fold, plain, without_addresses
from glossary.source.trie import IndexedForm, Path, Text, Trie, readings
from glossary.source.unit_numbers import filled
from glossary.term import Match, Term, VerbForm
from glossary.word_lists import words


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
    form: IndexedForm
    verb_form: VerbForm | None


_PRECEDENCE = itemgetter(slice(6))


class Matcher:
    """Finds terms in texts. Build it once: `default_terms` give way to `terms` wherever the two overlap.

    Entries that are not in force are not found.
    """

    def __init__(self, terms: Iterable[Term], default_terms: Iterable[Term] = ()) -> None:
        self._trie = Trie()
        ranked = [(term, rank) for rank, group in enumerate((terms, default_terms)) for term in group]
        with in_bulk():
            for order, (term, rank) in enumerate(ranked):
                for spelling in spellings(term) if term.in_force else ():
                    self._trie.add(rank, order, term, spelling)

    def find(self, text: str) -> list[Match]:
        """The terms in `text`, by where they start, none overlapping another. Time grows linearly with the text."""
        tokens = Text(without_addresses(text))
        ways = self._trie.ways(tokens)
        candidates = (each for node, path in ways for form in node.forms for each in _found(tokens, form, path))
        taken, found = bytearray(len(text)), []
        for candidate in sorted(candidates, key=_PRECEDENCE):
            start, end = candidate.start, candidate.end
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                found.append(_match(text, candidate))
        return sorted(found, key=attrgetter("start"))


def _found(text: Text, form: IndexedForm, path: Path) -> Iterator[_Candidate]:
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


def _candidate(text: Text, form: IndexedForm, path: Path, last: int, changed: bool) -> _Candidate:
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


def _verb_form(text: Text, form: IndexedForm, first: int) -> VerbForm | None:
    """The form of a verb; an active one is an infinitive after `akan`, `untuk`, `tidak` and their like."""
    verb_form = form.spelling.verb_form
    before = text.words[first - 2] if first > 1 and text.words[first - 1] == " " else ""
    if verb_form is VerbForm.ACTIVE and before in words("before_infinitives"):
        return VerbForm.INFINITIVE
    return verb_form


def _before_a_name(text: Text, last: int) -> bool:
    """Does a capital follow after white space, perhaps behind a bracket: Kol. Budi, Letjen. (Purn) Adi?"""
    rest = last + 1
    if rest + 1 >= len(text.words) or text.words[rest] != " ":
        return False
    rest += 2 if text.words[rest + 1] == "(" else 1
    return rest < len(text.words) and text.tokens[rest].group()[0].isupper()


def _part_of_initials(text: Text, path: Path) -> bool:
    """Is T.N.I. at `path` a part of something longer: T.N.I.P., A.T.N.I.?"""
    words, tokens = text.words, text.tokens
    after = path.last + 1 if words[path.last] == "." else path.last + 2
    before = path.first - 2 if path.first and words[path.first - 1] == "." else -1
    goes_on = after < len(words) and words[after - 1] == "." and tokens[after].lastgroup == "word"
    return goes_on or (before >= 0 and tokens[before].lastgroup == "word")


def _ends_of_repetition(text: Text, path: Path, after: int) -> Iterator[int]:
    """Where a term of several words ends that is doubled as a whole: rumah sakit-rumah sakit."""
    *wanted, last = text.words[path.first : path.last + 1]
    ending = after + len(wanted)
    if wanted and ending < len(text.words) and text.words[after:ending] == wanted:
        word = text.words[ending]
        if word == last or any(stem == last for stem, _ in readings(word)):
            yield ending


def _parted(word: str, clitic: str) -> tuple[str, str]:
    """`word` as its stem and the clitic that it ends with, both as written."""
    stem = len(word) - len(clitic)
    return word[:stem], word[stem:]


def _written(text: Text, path: Path) -> str:
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
