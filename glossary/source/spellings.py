"""Every spelling under which an entry is looked for: those that it lists, and those that Indonesian makes of them.

What is made, and why no more:
- the forms of a verb from its root, for entries marked as verbs (`glossary.source.verbs`);
- the abbreviations of a rank, from the list of them in `rank_abbreviations.txt`;
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
from glossary.word_lists import lines

NUMBER = "#"  # in a source: any number of a unit, 9 or IX


class Spelling(NamedTuple):
    """A spelling of an entry.

    listed: the entry itself has it. exact: only as it is written here, whatever the entry's case. title: only before a
    name, for it is also another word, or its full stop might end a sentence. initials: only where no letter with a full
    stop goes before or after. verb_form: which form of a verb it is.
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
_BOUND_STARTS = tuple(start for word in _BOUND.split() for start in (word, word.capitalize()))

_DESIGNATION = re.compile(r"([A-Z][A-Za-z]{0,3})([- ]?)(\d{1,4}[A-Z]{0,3})")
_ARMS = frozenset({TermKind.WEAPON, TermKind.VEHICLE, TermKind.VESSEL, TermKind.AIRCRAFT})
_NAMES = frozenset({TermKind.PERSON, TermKind.PLACE})

_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+\.?")
_FEWEST = (3, 2)  # letters: A.S. is a country, but M.A. and S.H. are degrees before they are courts
_SHORTENED = frozenset({TermKind.RANK, TermKind.ABBREVIATION})
_TITLE = 4  # letters: longer abbreviations, such as Kopassus, take no full stop but that of their sentence
_AMBIGUOUS = 3  # letters: shorter abbreviations without their full stop are other words too (Kol, Let)


def spellings(term: Term) -> Iterator[Spelling]:
    """Each spelling of an entry, the listed ones first."""
    listed = (term.source, *term.variants)
    for text in listed:
        yield Spelling(text, listed=True, verb_form=VerbForm.ACTIVE if term.verb else None)
    for text in listed:
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
    if term.kind is TermKind.RANK:
        yield from _rank_abbreviations().get(term.source.casefold(), ())


def _of_a_verb(text: str) -> Iterator[Spelling]:
    root, space, rest = text.partition(" ")
    for form, verb_form in forms(root):
        yield Spelling(form + space + rest, verb_form=verb_form)


def _stopped(term: Term, text: str) -> Iterator[Spelling]:
    if text.isupper() and text.isascii() and text.isalpha() and _FEWEST[term.kind is TermKind.PLACE] <= len(text) <= 5:
        yield from (Spelling(stopped, exact=True, initials=True) for stopped in (".".join(text), ".".join(text) + "."))
    elif _INITIALS.fullmatch(text):
        together = text.replace(".", "")
        spelled = {together, ".".join(together), ".".join(together) + "."} - {text}
        yield from (Spelling(each, exact=True, initials=True) for each in sorted(spelled))
    elif term.kind in _SHORTENED and text.endswith(".") and text[:-1].isalpha():
        yield Spelling(text[:-1], title=len(text) - 1 <= _AMBIGUOUS)
    elif term.kind is TermKind.ABBREVIATION and text.isalpha() and len(text) <= _TITLE and not text.isupper():
        yield Spelling(text + ".", title=True)


def _bound(text: str) -> Iterator[Spelling]:
    if parts := _APART.fullmatch(text) or _TOGETHER.fullmatch(text):
        first, between, rest = parts.groups()
        joints = (" ", "-", "") if rest[0].islower() else (" ", "-")  # anti-Rusia keeps its capital and its hyphen
        yield from (Spelling(first + joint + rest) for joint in joints if joint != between)


def _designation(text: str) -> Iterator[Spelling]:
    if parts := _DESIGNATION.fullmatch(text):
        letters, between, digits = parts.groups()
        yield from (Spelling(letters + joint + digits, exact=True) for joint in ("-", "", " ") if joint != between)


@cache
def _rank_abbreviations() -> dict[str, list[Spelling]]:
    """Of each rank, in small letters: its abbreviations, with and without the full stop that some write."""
    found: dict[str, list[Spelling]] = {}
    for line in lines("rank_abbreviations"):
        rank, _, short = line.partition(":")
        for word in short.split():
            name = word.removesuffix("*")
            found.setdefault(rank, []).append(Spelling(name, exact=word != name, title=word != name))
            if not name.isupper():
                found[rank].append(Spelling(f"{name}.", exact=word != name, title=True))
    return found
