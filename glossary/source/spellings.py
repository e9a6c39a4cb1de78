"""Every spelling under which an entry is looked for: those that it lists, and those that Indonesian makes of them.

What is made, and why no more:
- the forms of a verb from its root, for entries marked as verbs (`glossary.source.verbs`);
- the abbreviations of a rank, from the list in `rank_abbreviations.txt`, and the rank with TNI or a corps behind it;
- abbreviations with and without their full stops: T.N.I. and TNI, Letjen. and Letjen;
- bound forms written apart, together or with a hyphen: antirudal, anti rudal, anti-rudal (EYD V, 2022, section I.C);
- the designation of a weapon with or without its hyphen: F-16, F16, F 16.
A space and a hyphen are not the same elsewhere: `kapal-perang` may be two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from glossary.source.verbs import forms
from glossary.term import Term, TermKind, VerbForm
from glossary.word_lists import lines, words

NUMBER = "#"  # in a source: any number of a unit, 9 or IX


class Spelling(NamedTuple):
    """A spelling of an entry.

    listed: the entry itself has it. exact: found only as it is written here, whatever the entry's case. title: found
    only before a name, because it is also another word, or because its full stop might end a sentence. initials: found
    only where no letter with a full stop stands before or after it. verb_form: which form of a verb it is.
    """

    text: str
    listed: bool = False
    exact: bool = False
    title: bool = False
    initials: bool = False
    verb_form: VerbForm | None = None


_BOUND_APART = "antar anti eks infra inter intra kontra maha makro mikro multi nir non pasca pra purna semi supra ultra"
_BOUND = f"{_BOUND_APART} dwi eka mini para pro sub swa tri"
_TOGETHER = re.compile(rf"({'|'.join(_BOUND_APART.split())})()([a-z]{{3,}}(?:\s.+)?)", re.IGNORECASE)
_APART = re.compile(rf"({'|'.join(_BOUND.split())})([ -])([^\W\d_]{{3,}}(?:\s.+)?)", re.IGNORECASE)
_BOUND_STARTS = (*_BOUND.split(), *map(str.capitalize, _BOUND.split()))
_JOINTS = (" ", "-", "")

_DESIGNATION = re.compile(r"([A-Z][A-Za-z]{0,3})([- ]?)(\d{1,4}[A-Z]{0,3})")
_ARMS = frozenset({TermKind.WEAPON, TermKind.VEHICLE, TermKind.VESSEL, TermKind.AIRCRAFT})
_NAMES = frozenset({TermKind.PERSON, TermKind.PLACE})

_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+\.?")
_CAPITALS = re.compile("[A-Z]{3,5}")  # letters: M.A. and S.H. are degrees before they are courts
_CAPITALS_OF_A_PLACE = re.compile("[A-Z]{2,5}")  # letters: A.S. is a country
_SHORTENED = frozenset({TermKind.RANK, TermKind.ABBREVIATION})
_MAX_STOPPED = 4  # letters: longer abbreviations, such as Kopassus, take no full stop but that of their sentence
_MAX_AMBIGUOUS = 3  # letters: shorter abbreviations without their full stop are other words too (Kol, Let)


def spellings(term: Term) -> Iterator[Spelling]:
    """Each spelling of an entry, the listed ones first."""
    listed = (term.source, *term.variants)
    verb_form = VerbForm.ROOT if term.verb else None
    for text in listed:
        yield Spelling(text, listed=True, verb_form=verb_form)
    for text in listed:
        yield from _made(term, text)
    if term.kind is TermKind.RANK:
        yield from _rank_abbreviations().get(term.source.casefold(), ())
        yield from _with_corps(term.source.casefold())
        yield from _with_forces(term)


def _made(term: Term, text: str) -> Iterator[Spelling]:
    """What Indonesian makes of one listed spelling."""
    if term.verb:
        yield from _of_a_verb(text)
    if not text.islower():
        yield from _stopped(term, text)
    if text.startswith(_BOUND_STARTS) and term.kind not in _NAMES:
        yield from _bound(text)
    if term.kind in _ARMS:
        yield from _designation(text)
    if NUMBER in text:
        yield Spelling(text.replace(f" {NUMBER}", f"-{NUMBER}"))


def _of_a_verb(text: str) -> Iterator[Spelling]:
    root, space, rest = text.partition(" ")
    for form, verb_form in forms(root):
        yield Spelling(form + space + rest, verb_form=verb_form)


def _stopped(term: Term, text: str) -> Iterator[Spelling]:
    """An abbreviation with its full stops if it is listed without, and without if it is listed with them."""
    capitals = _CAPITALS_OF_A_PLACE if term.kind is TermKind.PLACE else _CAPITALS
    if capitals.fullmatch(text):
        stopped = ".".join(text)
        yield Spelling(stopped, exact=True, initials=True)
        yield Spelling(f"{stopped}.", exact=True, initials=True)
        return
    if _INITIALS.fullmatch(text):
        together = text.replace(".", "")
        stopped = ".".join(together)
        others = {together, stopped, f"{stopped}."} - {text}
        for other in sorted(others):
            yield Spelling(other, exact=True, initials=True)
        return
    yield from _one_stop(term, text)


def _one_stop(term: Term, text: str) -> Iterator[Spelling]:
    """A shortened word with its full stop if it is listed without, and without if it is listed with it."""
    if term.kind not in _SHORTENED:
        return
    word = text.removesuffix(".")
    if not word.isalpha():
        return
    if word != text:
        yield Spelling(word, title=len(word) <= _MAX_AMBIGUOUS)
        return
    is_shortened = term.kind is TermKind.ABBREVIATION and len(text) <= _MAX_STOPPED
    if is_shortened and not text.isupper():
        yield Spelling(f"{text}.", title=True)


def _bound(text: str) -> Iterator[Spelling]:
    """A bound form written in the other ways. Before a capital it is never written together: anti-Rusia."""
    parts = _APART.fullmatch(text) or _TOGETHER.fullmatch(text)
    if not parts:
        return
    first, between, rest = parts.groups()
    joints = _JOINTS if rest[0].islower() else _JOINTS[:2]
    for joint in joints:
        if joint != between:
            yield Spelling(first + joint + rest)


def _designation(text: str) -> Iterator[Spelling]:
    parts = _DESIGNATION.fullmatch(text)
    if not parts:
        return
    letters, between, digits = parts.groups()
    for joint in ("-", "", " "):
        if joint != between:
            yield Spelling(letters + joint + digits, exact=True)


def _with_forces(term: Term) -> Iterator[Spelling]:
    """A rank of the armed forces with their name behind it, as it stands before that of a person: Mayor TNI Budi."""
    rank = term.source.casefold()
    abbreviations = [spelling.text for spelling in _rank_abbreviations().get(rank, ())]
    if not abbreviations and rank not in lines("ranks_with_corps"):
        return
    for name in (term.source, *term.variants, *abbreviations):
        yield Spelling(f"{name} TNI", title=True)


@cache
def _with_corps(rank: str) -> tuple[Spelling, ...]:
    """A rank in small letters with the tag of a corps behind it: Kolonel Sus, Kol. Cpl, Letkol Laut."""
    if rank not in lines("ranks_with_corps"):
        return ()
    names = [rank.title(), rank, *(spelling.text for spelling in _rank_abbreviations().get(rank, ()))]
    found = []
    for tag in sorted(words("corps_tags")):
        found += [Spelling(f"{name} {tag}", exact=True) for name in names]
    return tuple(found)


@cache
def _rank_abbreviations() -> dict[str, list[Spelling]]:
    """Of each rank, in small letters: its abbreviations, with and without the full stop that some write."""
    found: dict[str, list[Spelling]] = {}
    for line in lines("rank_abbreviations"):
        rank, _, abbreviations = line.partition(":")
        of_rank = found.setdefault(rank, [])
        for word in abbreviations.split():
            name = word.removesuffix("*")
            is_ambiguous = word != name
            of_rank.append(Spelling(name, exact=is_ambiguous, title=is_ambiguous))
            if not name.isupper():
                of_rank.append(Spelling(f"{name}.", exact=is_ambiguous, title=True))
    return found
