"""Drop caps: Word keeps the first letter of a paragraph in a frame, which is a paragraph of its own before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from translator.document import Span
from translator.markup.office.atoms import Atom, AtomKind, RunFormat
from translator.markup.office.tree import XmlElement
from translator.markup.office.writer import RunWriter

_INITIAL = re.compile(r"\W*\w")  # a letter, also behind a quotation mark
_KINDS = frozenset({"drop", "margin"})


@dataclass(frozen=True, slots=True)
class DropCap:
    """start: of the frame's runs. format: of the letter. between: the bytes behind it, before the paragraph's runs."""

    start: int
    format: RunFormat
    between: Span


def is_frame(paragraph: XmlElement) -> bool:
    """Is the paragraph a frame with a letter as a drop cap?"""
    head = paragraph.child("w:pPr")
    frame = head.child("w:framePr") if head is not None else None
    if frame is None or frame.get("dropCap") not in _KINDS:
        return False
    return _INITIAL.fullmatch(paragraph.said().strip()) is not None


def joined(frame: Sequence[Atom], atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms of a paragraph with the letter in its frame before them, in the format of the words; none where the
    frame holds anything else, or the paragraph no words.
    """
    words = next(filter(_is_words, atoms), None)
    kinds = {atom.kind for atom in frame}
    if words is None or kinds != {AtomKind.WORDS}:
        return []
    letter = "".join([atom.text for atom in frame])
    return [Atom(AtomKind.WORDS, frame[0].span, letter, words.format), *atoms]


def _is_words(atom: Atom) -> bool:
    return atom.kind is AtomKind.WORDS


@dataclass(slots=True)
class DropCapWriter:
    """Writes the first letter into the frame, and all else behind it. held: atoms that came before the letter."""

    writer: RunWriter
    cap: DropCap
    held: list[Atom] = field(default_factory=list)
    in_frame: bool = True

    def say(self, text: str, format_: RunFormat) -> None:
        if not self.in_frame:
            self.writer.say(text, format_)
            return
        initial = _INITIAL.match(text)
        cut = initial.end() if initial else len(text)
        self.writer.say(text[:cut], self.cap.format)
        if initial:
            self._leave_frame()
            self.writer.say(text[cut:], format_)

    def put(self, atoms: Iterable[Atom]) -> None:
        if self.in_frame:
            self.held += atoms
        else:
            self.writer.put(atoms)

    def written(self) -> str:
        if self.in_frame:
            self._leave_frame()
        return self.writer.written()

    def _leave_frame(self) -> None:
        self.in_frame = False
        self.writer.put([Atom(AtomKind.BREAK, self.cap.between), *self.held])
