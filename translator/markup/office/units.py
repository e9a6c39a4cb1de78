"""Atoms are grouped into units: what travels as one thing, such as a whole field, or stands around words.

A field whose result is the program's own is one unit without words, or with a number that is copied. A field whose
result is text stands around it, as a link does. What cannot be grouped, such as the end of a field that began in
another paragraph, is a break: a break never moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from translator.markup.item_signs import BOX
from translator.markup.office.atoms import Atom, AtomKind, has_text_result, is_box
from translator.markup.office.results import has_words
from translator.markup.runs import Role

# What is copied as a word of the sentence: `3`, `2.1`, `IV`. Of a longer result nothing tells where it would stand.
_NUMBER = re.compile(r"(?:[A-Za-z][.-]?)?\d{1,4}(?:[.-]\d{1,2})*[A-Za-z]?|[IVXLC]{1,6}")
_MAX_NESTED = 20  # fields, which is as many as Word nests; more would make the placing of marks quadratic
_ROLES = {
    AtomKind.WORDS: Role.TEXT,
    AtomKind.BREAK: Role.BREAK,
    AtomKind.OPEN: Role.OPEN,
    AtomKind.CLOSE: Role.CLOSE,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """role, pair, is_link: as an Item has them. text: of words, of what is kept, and of signs between items."""

    role: Role
    atoms: tuple[Atom, ...]
    text: str = ""
    pair: int = -1
    is_link: bool = False


@dataclass(slots=True)
class OpenField:
    """A field that has not ended yet. paragraph, begun: the numbers of the paragraph and the atom in which it began.

    start, result: the numbers of its first unit, and of the first of its result. depth: how many wrappers were open
    around its beginning. has_text: its result is translated.
    """

    paragraph: int
    begun: int
    start: int
    depth: int
    code: str = ""
    result: int = -1
    has_text: bool = False


@dataclass(slots=True)
class UnitReader:
    """Groups the atoms of the paragraphs of one part, in order. fields: those that are open, the innermost last.

    fixed: how many of them are in their code, or in a result that stays. falls: for each number of wrappers, the last
    atom of the paragraph that closed one of so many. left: how many fields that stay say something in words.
    """

    fields: list[OpenField] = field(default_factory=list)
    fixed: int = 0
    paragraph: int = 0
    falls: dict[int, int] = field(default_factory=dict)
    left: int = 0

    def units(self, atoms: Iterable[Atom]) -> list[Unit]:
        """The units of a paragraph."""
        self.paragraph += 1
        self.falls.clear()
        units: list[Unit] = []
        pairs = count()
        opened: list[int] = []  # the pairs of wrappers
        for at, atom in enumerate(atoms):
            if atom.kind is AtomKind.OPEN:
                opened.append(next(pairs))
                units.append(self._unit(atom, opened[-1]))
            elif atom.kind is AtomKind.CLOSE:
                self.falls[len(opened)] = at
                units.append(self._unit(atom, opened.pop()))
            elif atom.kind is AtomKind.FIELD_BEGIN:
                self.fields.append(OpenField(self.paragraph, at, len(units), len(opened)))
                self.fixed += 1
                units.append(Unit(Role.BREAK, (atom,)))
            elif atom.kind in _FIELD_PARTS:
                units.append(Unit(Role.BREAK, (atom,)))
                self._part(atom, units, len(opened), pairs)
            else:
                units.append(self._unit(atom, -1))
        self.left += sum(map(_stays_in_words, units))
        return _with_ranges(units, pairs)

    def _unit(self, atom: Atom, pair: int) -> Unit:
        """The unit of one atom, for now; what stands in a field is fixed until the field ends."""
        if self.fixed:
            return Unit(Role.BREAK, (atom,), atom.text)
        if atom.kind is AtomKind.FIELD:
            return _kept((atom,), atom.text)
        return Unit(_ROLES.get(atom.kind, Role.BESIDE), (atom,), atom.text, pair, atom.is_link)

    def _part(self, atom: Atom, units: list[Unit], depth: int, pairs: count[int]) -> None:
        """Read on in the innermost field. An end or a result of no field is a break and no more."""
        if not self.fields:
            return
        open_ = self.fields[-1]
        if atom.kind is AtomKind.FIELD_CODE:
            open_.code += atom.text
        elif atom.kind is AtomKind.FIELD_RESULT and open_.result < 0:
            open_.result = len(units)
            open_.has_text = has_text_result(open_.code)
            self.fixed -= open_.has_text
        elif atom.kind is AtomKind.FIELD_END:
            self.fields.pop()
            self.fixed -= not open_.has_text
            if not self.fixed and len(self.fields) < _MAX_NESTED and self._is_whole(open_, depth):
                _close(open_, units, next(pairs))

    def _is_whole(self, open_: OpenField, depth: int) -> bool:
        """Are all units of a field there, and all wrappers in it whole? depth: the wrappers around its end."""
        if open_.paragraph != self.paragraph or open_.depth != depth:
            return False
        return self.falls.get(depth, -1) < open_.begun


def _close(open_: OpenField, units: list[Unit], pair: int) -> None:
    """The field of which all units are there becomes one of them, or two around its result."""
    if open_.has_text:
        opening = _atoms(units[open_.start : open_.result])
        units[-1] = Unit(Role.CLOSE, units[-1].atoms, pair=pair)
        units[open_.start : open_.result] = [Unit(Role.OPEN, opening, pair=pair, is_link=True)]
        return
    result = units[open_.result :] if open_.result >= 0 else []
    text = "".join(unit.text for unit in result)
    if is_box(open_.code):
        units[open_.start :] = [Unit(Role.BESIDE, _atoms(units[open_.start :]), BOX)]
        return
    units[open_.start :] = [_kept(_atoms(units[open_.start :]), text)]


_FIELD_PARTS = frozenset({AtomKind.FIELD_BEGIN, AtomKind.FIELD_CODE, AtomKind.FIELD_RESULT, AtomKind.FIELD_END})


def _kept(atoms: tuple[Atom, ...], text: str) -> Unit:
    """A field that stays as it is; a number counts as a word of the sentence."""
    if _NUMBER.fullmatch(text):
        return Unit(Role.KEPT, atoms, text)
    return Unit(Role.BESIDE, atoms)


def _stays_in_words(unit: Unit) -> bool:
    """Is a unit a whole field without a place in the sentence, whose result says something in words?"""
    if unit.role is not Role.BESIDE or unit.atoms[0].kind not in (AtomKind.FIELD, AtomKind.FIELD_BEGIN):
        return False
    return has_words("".join([atom.text for atom in unit.atoms if atom.kind in (AtomKind.FIELD, AtomKind.WORDS)]))


def _atoms(units: Sequence[Unit]) -> tuple[Atom, ...]:
    atoms: list[Atom] = []
    for unit in units:
        atoms += unit.atoms
    return tuple(atoms)


def _with_ranges(units: list[Unit], pairs: count[int]) -> list[Unit]:
    """The units, with the two ends of a range made a pair where they are well nested and no break is between."""
    open_ranges = _OpenRanges()
    for at, unit in enumerate(units):
        atom = unit.atoms[0]
        if unit.role is Role.BREAK:
            open_ranges = _OpenRanges()
        elif unit.role is Role.OPEN:
            open_ranges.wrappers.append(len(open_ranges.places))
        elif unit.role is Role.CLOSE:
            open_ranges.leave_wrapper()
        elif atom.kind is AtomKind.RANGE_START:
            open_ranges.begin(atom.range, at)
        elif atom.kind is AtomKind.RANGE_END:
            start = open_ranges.end(atom.range)
            if start >= 0:
                pair = next(pairs)
                units[start] = replace(units[start], role=Role.OPEN, pair=pair)
                units[at] = replace(unit, role=Role.CLOSE, pair=pair)
    return units


@dataclass(slots=True)
class _OpenRanges:
    """The ranges that have begun since the last break. places: of their beginnings among the units.

    numbers: for what the ends of a range share, the last place of its beginning in `places`. wrappers: for each
    wrapper that is open, how many ranges had begun before.
    """

    places: list[tuple[str, int]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    wrappers: list[int] = field(default_factory=list)

    def begin(self, range_: str, at: int) -> None:
        self.numbers[range_] = len(self.places)
        self.places.append((range_, at))

    def end(self, range_: str) -> int:
        """The beginning of a range; -1 where it is unknown. Ranges that began after it cross it, and are forgotten."""
        number = self.numbers.get(range_, -1)
        least = self.wrappers[-1] if self.wrappers else 0
        if number < least or number >= len(self.places) or self.places[number][0] != range_:
            return -1
        at = self.places[number][1]
        del self.places[number:]
        return at

    def leave_wrapper(self) -> None:
        """Forget what began in the wrapper that closes; one that opened before the break has all in it."""
        least = self.wrappers.pop() if self.wrappers else 0
        del self.places[least:]
