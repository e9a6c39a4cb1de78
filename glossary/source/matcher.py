"""Find the terms of a glossary in Indonesian text.

A trie over folded tokens, walked from every word that begins an entry, finds the candidates: entries in each of their
spellings, with clitics, with their head doubled. Of candidates that overlap one is kept: the user's before the default
list's, then the longest, then the leftmost. (Aho-Corasick picks leftmost-longest as it goes and loses terms: `di timur`
would hide `timur tengah` in `menjadi timur tengah` without word tokens, and a longer term further right with them.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import NamedTuple

from glossary.source.forms import CLITICS, attaches, hyphenates, related
from glossary.source.indexed import indexed
from glossary.source.spellings import NUMBER
from glossary.source.tokens import fold, folded, plain, without_addresses, without_initials
from glossary.source.trie import IndexedForm, Path, TokenizedText, Trie, readings
from glossary.source.unit_numbers import filled
from glossary.source.verbs import begins_clock_time
from glossary.target.forms import capitalised
from glossary.target.usage import begins_sentence
from glossary.term import Case, Match, Term, VerbForm
from glossary.word_lists import words


class _Candidate(NamedTuple):
    """A form found at the characters [start, end). Of two that overlap the one with the smaller first six fields stays.

    length: negative, so that the longer one is the smaller. free: case does not count.
    """

    rank: int
    length: int
    start: int
    changed: bool
    free: bool
    order: int
    plural: bool
    number: str
    end: int
    form: IndexedForm
    verb_form: VerbForm | None
    sentence_capital: bool


_TOKENS_BEFORE = 10  # for words that a term needs beside it; so AU has company in `TNI AD, AL, dan AU`
_PRECEDENCE = itemgetter(slice(6))


class Matcher:
    """Finds terms in texts. Build it once: `default_terms` give way to `terms` wherever the two overlap.

    Entries that are not in force are not found. Terms without an index get one when the first text is read.
    """

    def __init__(self, terms: Iterable[Term], default_terms: Iterable[Term] = (), any_case: bool = False) -> None:
        """any_case: case counts in no entry, as for text in capitals."""
        self._groups = indexed(terms), indexed(default_terms)
        self._any_case = any_case

    @cached_property
    def _trie(self) -> Trie:
        return Trie(*self._groups, self._any_case)

    def find(self, text: str) -> list[Match]:
        """The terms in `text`, by where they start, none overlapping another. Time grows linearly with the text."""
        tokens = TokenizedText(without_initials(without_addresses(text)))
        candidates: list[_Candidate] = []
        for node, path in self._trie.paths(tokens):
            for form in node.forms:
                candidates += _found(tokens, form, path)
        candidates.sort(key=_PRECEDENCE)
        taken = bytearray(len(text))
        found = []
        for candidate in candidates:
            start, end = candidate.start, candidate.end
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                found.append(_match(text, candidate))
        found.sort(key=attrgetter("start"))
        return found


def _found(text: TokenizedText, form: IndexedForm, path: Path) -> Iterator[_Candidate]:
    """The candidates of `form` at `path`, without and with a clitic after a hyphen."""
    stem, clitic = _separated(text.written(path.last), path.clitic)
    if not _fits(text, form, path) or not _may_have(form, path, stem, clitic):
        return
    if _is_half_of_a_doubling(text, path, stem):
        return
    changed = bool(path.double or clitic or path.number)
    after = text.over_hyphen(path.last)
    if not after:
        yield _candidate(text, form, path, path.last, changed)
        return
    next_word = text.words[after]
    if not related(fold(stem), next_word):
        yield _candidate(text, form, path, path.last, changed)
    if clitic:
        return
    if next_word in CLITICS and hyphenates(stem, text.written(after)):
        yield _candidate(text, form, path, after, True)
    if form.doubles and not path.double:
        for last in _ends_of_repetition(text, path, after):
            yield _candidate(text, form, path._replace(double=after), last, True)


def _is_half_of_a_doubling(text: TokenizedText, path: Path, stem: str) -> bool:
    """Does a hyphen join the first word to one that it makes a single word with: bersama-sama, mata-mata?"""
    before = path.first - 2
    if before < 0 or text.words[before + 1] != "-":
        return False
    head = fold(stem) if path.first == path.last else text.words[path.first]
    return related(text.words[before], head)


def _fits(text: TokenizedText, form: IndexedForm, path: Path) -> bool:
    """Is the form allowed as it stands at `path`, and beside these neighbours?"""
    if path.double and not form.doubles:
        return False
    if form.exact and not _is_written_so(text, form, path):
        return False
    if form.spelling.title and not _before_a_name(text, path.last):
        return False
    if form.term.needs and not _has_company(text, form.term.needs, path):
        return False
    if form.spelling.initials:
        return not _part_of_initials(text, path)
    return not _tells_the_time(text, form, path)


def _tells_the_time(text: TokenizedText, form: IndexedForm, path: Path) -> bool:
    """Is the root of a verb no verb at `path` but the beginning of a time of day?"""
    if form.spelling.verb_form is not VerbForm.ROOT:
        return False
    return begins_clock_time(text.text, text.tokens[path.first].start())


def _is_written_so(text: TokenizedText, form: IndexedForm, path: Path) -> bool:
    """Does the form stand in its own letters at `path`? A capital counts for nothing where it is its sentence's."""
    written = _written(text, path)
    if written == form.written:
        return True
    if not form.written.islower() or written != capitalised(form.written):
        return False
    return _begins_without_a_name(text, path.first, path.last)


def _begins_without_a_name(text: TokenizedText, first: int, last: int) -> bool:
    """Does a sentence begin with the tokens from `first` to `last`, and no name go on behind them?"""
    if not begins_sentence(text.text, text.tokens[first].start()):
        return False
    return not _before_a_name(text, last)


def _has_sentence_capital(text: TokenizedText, form: IndexedForm, first: int, last: int) -> bool:
    """Takes the English over the case of the source, which has a capital only where its sentence begins?"""
    if form.term.case is not Case.TRANSFER:
        return False
    written = text.text[text.tokens[first].start() : text.tokens[last].end()]
    if written != capitalised(written.lower()):
        return False
    return _begins_without_a_name(text, first, last)


def _has_company(text: TokenizedText, needs: tuple[str, ...], path: Path) -> bool:
    """Does one of the phrases `needs` stand among the words before the term, or right after it?"""
    before = text.words[max(0, path.first - _TOKENS_BEFORE) : path.first]
    after = text.words[path.last + 1 : path.last + 3]
    beside = []
    for word in (*before, *after):
        if word[0].isalnum():
            beside.append(word)
    company = f" {' '.join(beside)} "
    return any(f" {folded(phrase)} " in company for phrase in needs)


def _may_have(form: IndexedForm, path: Path, stem: str, clitic: str) -> bool:
    """May the form have this clitic?"""
    if not clitic:
        return True
    return attaches(stem, clitic, form.capitals, path.first == path.last)


def _candidate(text: TokenizedText, form: IndexedForm, path: Path, last: int, changed: bool) -> _Candidate:
    start = text.tokens[path.first].start()
    end = text.tokens[last].end()
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
        _has_sentence_capital(text, form, path.first, last),
    )


def _match(text: str, found: _Candidate) -> Match:
    term = found.form.term
    if found.number:
        term = filled(term, found.number)
    written = text[found.start : found.end]
    return Match(
        found.start,
        found.end,
        written,
        term,
        found.plural,
        found.verb_form,
        sentence_capital=found.sentence_capital,
    )


def _verb_form(text: TokenizedText, form: IndexedForm, first: int) -> VerbForm | None:
    """The form of a verb; an active one, or a root, is an infinitive after `akan`, `untuk`, `tidak` and their like."""
    verb_form = form.spelling.verb_form
    if verb_form not in (VerbForm.ACTIVE, VerbForm.ROOT) or first < 2:
        return verb_form
    space, before = text.words[first - 1], text.words[first - 2]
    if space == " " and before in words("before_infinitives"):
        return VerbForm.INFINITIVE
    return verb_form


def _before_a_name(text: TokenizedText, last: int) -> bool:
    """Does a capital follow after white space, perhaps behind a bracket: Kol. Budi, Letjen. (Purn) Adi?"""
    following = text.words[last + 1 : last + 3]
    if len(following) < 2 or following[0] != " ":
        return False
    place = last + 3 if following[1] == "(" else last + 2
    if place >= len(text.words):
        return False
    return text.tokens[place].group()[0].isupper()


def _part_of_initials(text: TokenizedText, path: Path) -> bool:
    """Is T.N.I. at `path` a part of something longer: T.N.I.P., A.T.N.I.?"""
    stop = path.last if text.words[path.last] == "." else path.last + 1
    goes_on = _is_letter_at_stop(text, stop, stop + 1)
    if goes_on:
        return True
    return _is_letter_at_stop(text, path.first - 1, path.first - 2)


def _is_letter_at_stop(text: TokenizedText, stop: int, beside: int) -> bool:
    """Is there a full stop at the place `stop`, and a word at the place `beside`?"""
    if beside not in range(len(text.words)):
        return False
    if text.words[stop] != ".":
        return False
    return text.tokens[beside].lastgroup == "word"


def _ends_of_repetition(text: TokenizedText, path: Path, after: int) -> Iterator[int]:
    """Where a term of several words ends that is doubled as a whole: rumah sakit-rumah sakit."""
    *wanted, last = text.words[path.first : path.last + 1]
    ending = after + len(wanted)
    if not wanted or ending >= len(text.words):
        return
    if text.words[after:ending] != wanted:
        return
    word = text.words[ending]
    stems = {stem for stem, _ in readings(word)} | {word}
    if last in stems:
        yield ending


def _separated(word: str, clitic: str) -> tuple[str, str]:
    """`word` as its stem and the clitic that it ends with, both as written."""
    border = len(word) - len(clitic)
    return word[:border], word[border:]


def _written(text: TokenizedText, path: Path) -> str:
    """What stands at `path` without its doubling and its clitic. An open number is as the entry leaves it."""
    if path.double and path.double == path.last:
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
    stem, _ = _separated(plain(whole), path.clitic)
    return stem
