"""A paragraph of OpenDocument, written from pieces of a translation or from what the source has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from translator.markup.office.atoms import PLAIN, Atom, AtomKind, RunFormat
from translator.markup.office.writer import Raw, spelt

_BLANKS = re.compile("( +)")
_AS_WORDS = frozenset({AtomKind.BREAK, AtomKind.FIELD})  # a blank after them counts, whatever is before


@dataclass(slots=True)
class SpanWriter:
    """Writes words, and spans around those that have a style.

    span, blanks: the names of elements, as the file writes them. format: of the words that are being written.
    after_blank: a blank that comes next would be none.
    """

    raw: Raw
    span: str
    blanks: str
    parts: list[str] = field(default_factory=list)
    format: RunFormat | None = None
    after_blank: bool = True

    def say(self, text: str, format_: RunFormat) -> None:
        """Write words in a format. Of several blanks all but the first need an element, else they would be one."""
        if not text:
            return
        self._enter(format_)
        for number, part in enumerate(_BLANKS.split(text)):
            if number % 2:
                self._write_blanks(len(part))
            elif part:
                self.parts.append(spelt(part))
                self.after_blank = False

    def put(self, atoms: Iterable[Atom]) -> None:
        """Write atoms as they are in the source, those of a format in it."""
        for atom in atoms:
            if atom.kind is AtomKind.WORDS and not atom.span.end:
                self.say(atom.text, atom.format or PLAIN)
                continue
            if atom.format is None:
                self._shut()
            else:
                self._enter(atom.format)
            self.parts.append(self.raw(atom.span))
            if atom.kind in _AS_WORDS:
                self.after_blank = False

    def written(self) -> str:
        self._shut()
        return "".join(self.parts)

    def _write_blanks(self, count: int) -> None:
        if not self.after_blank:
            self.parts.append(" ")
            count -= 1
            self.after_blank = True
        if not count:
            return
        prefix = self.blanks.rpartition(":")[0]
        attribute = f"{prefix}:c" if prefix else "c"
        many = f' {attribute}="{count}"' if count > 1 else ""
        self.parts.append(f"<{self.blanks}{many}/>")
        self.after_blank = False

    def _enter(self, format_: RunFormat) -> None:
        if self.format is not None and self.format.key == format_.key:
            return
        self._shut()
        self.format = format_
        self.parts += [self.raw(tag) for tag in format_.spans]

    def _shut(self) -> None:
        if self.format is not None:
            self.parts.append(f"</{self.span}>" * len(self.format.spans))
        self.format = None
