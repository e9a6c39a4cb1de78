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

from translator.markup.office.atoms import Atom, AtomKind, has_text_result
from translator.markup.runs import Role

# What is copied as a word of the sentence: `3`, `2.1`, `IV`. Of a longer result nothing tells where it would stand.
_NUMBER = re.compile(r"(?:[A-Za-z][.-]?)?\d{1,4}(?:[.-]\d{1,2})*[A-Za-z]?|[IVXLC]{1,6}")
_ROLES = {
    AtomKind.WORDS: Role.TEXT,
    AtomKind.BREAK: Role.BREAK,
    AtomKind.OPEN: Role.OPEN,
    AtomKind.CLOSE: Role.CLOSE,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """role, pair, is_link: as an Item has them. text: of words, and of what is kept."""

    role: Role
    atoms: tuple[Atom, ...]
    text: str = ""
    pair: int = -1
    is_link: bool = False


@dataclass(slots=True)
class OpenField:
    """A field that has not ended yet. start: the number of its first unit; below 0 for another paragraph's.

    result: the number of the first unit of its result. has_text: its result is translated. is_whole: what stands around
    words has not ended or begun in it only.
    """

    start: int
    depth: int
    code: str = ""
    result: int = -1
    has_text: bool = False
    is_whole: bool = True


@dataclass(slots=True)
class UnitReader:
    """Groups the atoms of the paragraphs of one part, in order. fields: those that are open, the innermost last."""

    fields: list[OpenField] = field(default_factory=list)

    def units(self, atoms: Iterable[Atom]) -> list[Unit]:
        """The units of a paragraph."""
        for open_ in self.fields:
            open_.start = -1
        units: list[Unit] = []
        pairs = count()
        opened: list[int] = []  # the pairs of wrappers
        for atom in atoms:
            if atom.kind is AtomKind.OPEN:
                opened.append(next(pairs))
                units.append(self._unit(atom, opened[-1]))
            elif atom.kind is AtomKind.CLOSE:
                units.append(self._unit(atom, opened.pop()))
                self._leave(len(opened))
            elif atom.kind in _FIELD_PARTS:
                self._part(atom, units, len(opened), pairs)
            else:
                units.append(self._unit(atom, -1))
        return _with_ranges(units, pairs)

    def _unit(self, atom: Atom, pair: int) -> Unit:
        """The unit of one atom, for now; what stands in a field is fixed until the field ends."""
        if any(not open_.has_text for open_ in self.fields):
            return Unit(Role.BREAK, (atom,), atom.text)
        if atom.kind is AtomKind.FIELD:
            return _kept((atom,), atom.text)
        return Unit(_ROLES.get(atom.kind, Role.BESIDE), (atom,), atom.text, pair, atom.is_link)

    def _leave(self, depth: int) -> None:
        for open_ in self.fields:
            open_.is_whole = open_.is_whole and depth >= open_.depth

    def _part(self, atom: Atom, units: list[Unit], depth: int, pairs: count[int]) -> None:
        if atom.kind is AtomKind.FIELD_BEGIN:
            self.fields.append(OpenField(len(units), depth))
        units.append(Unit(Role.BREAK, (atom,)))
        if not self.fields:
            return
        open_ = self.fields[-1]
        if atom.kind is AtomKind.FIELD_CODE:
            open_.code += atom.text
        elif atom.kind is AtomKind.FIELD_RESULT:
            open_.result = len(units)
            open_.has_text = has_text_result(open_.code)
        elif atom.kind is AtomKind.FIELD_END:
            self.fields.pop()
            if open_.start >= 0 and open_.is_whole and open_.depth == depth:
                self._close(open_, units, next(pairs))

    def _close(self, open_: OpenField, units: list[Unit], pair: int) -> None:
        """The field of which all units are there becomes one of them, or two around its result."""
        if any(not outer.has_text for outer in self.fields):
            return
        if open_.has_text:
            opening = _atoms(units[open_.start : open_.result])
            units[-1] = Unit(Role.CLOSE, units[-1].atoms, pair=pair)
            units[open_.start : open_.result] = [Unit(Role.OPEN, opening, pair=pair, is_link=True)]
            return
        result = units[open_.result :] if open_.result >= 0 else []
        text = "".join(unit.text for unit in result)
        units[open_.start :] = [_kept(_atoms(units[open_.start :]), text)]


_FIELD_PARTS = frozenset({AtomKind.FIELD_BEGIN, AtomKind.FIELD_CODE, AtomKind.FIELD_RESULT, AtomKind.FIELD_END})


def _kept(atoms: tuple[Atom, ...], text: str) -> Unit:
    """A field that stays as it is; a number counts as a word of the sentence."""
    if _NUMBER.fullmatch(text):
        return Unit(Role.KEPT, atoms, text)
    return Unit(Role.BESIDE, atoms)


def _atoms(units: Sequence[Unit]) -> tuple[Atom, ...]:
    atoms: list[Atom] = []
    for unit in units:
        atoms += unit.atoms
    return tuple(atoms)


def _with_ranges(units: list[Unit], pairs: count[int]) -> list[Unit]:
    """The units, with the two ends of a range made a pair where they are well nested and no break is between."""
    opened: list[tuple[str, int]] = []  # ranges by what their ends share, wrappers without, and their places
    for at, unit in enumerate(units):
        kind = unit.atoms[0].kind
        if unit.role is Role.BREAK:
            opened.clear()
        elif unit.role is Role.OPEN:
            opened.append(("", at))
        elif unit.role is Role.CLOSE:
            _forget_ranges(opened)
        elif kind is AtomKind.RANGE_START:
            opened.append((unit.atoms[0].range, at))
        elif kind is AtomKind.RANGE_END:
            start = _start_of(unit.atoms[0].range, opened)
            if start >= 0:
                pair = next(pairs)
                units[start] = replace(units[start], role=Role.OPEN, pair=pair)
                units[at] = replace(unit, role=Role.CLOSE, pair=pair)
    return units


def _forget_ranges(opened: list[tuple[str, int]]) -> None:
    """Forget the last wrapper, and the ranges that began in it and do not end there."""
    while opened:
        range_, _ = opened.pop()
        if not range_:
            return


def _start_of(range_: str, opened: list[tuple[str, int]]) -> int:
    """The place where a range begins that ends here; ranges that began after it cross it, and are forgotten."""
    for number in range(len(opened) - 1, -1, -1):
        other, at = opened[number]
        if not other:
            return -1
        if other == range_:
            del opened[number:]
            return at
    return -1
