"""Runs of an office file, written from pieces of a translation or from what the source has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from translator.document import Span
from translator.markup.office.atoms import BARE, Atom, AtomKind, RunFormat
from translator.markup.office.vocabulary import NO_LIMIT
from translator.markup.xml_text import NOT_XML

_IN_TEXT = {"\r": "&#13;"}
_IN_ATTRIBUTE = {'"': "&quot;", "'": "&apos;", "\n": "&#10;", "\t": "&#9;", **_IN_TEXT}

Raw = Callable[[Span], str]  # the characters of some bytes, with the translations that stand in them


@dataclass(slots=True)
class RunWriter:
    """Writes a row of runs. run, text: the names of the elements, as the file writes them.

    format: of the run that is open. waiting: words that are not in it yet.
    """

    raw: Raw
    run: str
    text: str
    has_space_attribute: bool = True
    room: int = NO_LIMIT
    parts: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    format: RunFormat | None = None

    def say(self, text: str, format_: RunFormat) -> None:
        """Write words in a format."""
        fitting = text[: self.room]
        self.room -= len(fitting)
        if fitting:
            self._enter(format_)
            self.waiting.append(fitting)

    def put(self, atoms: Iterable[Atom]) -> None:
        """Write atoms as they are in the source, with their own formats."""
        for atom in atoms:
            if atom.kind is AtomKind.WORDS and not atom.span.end:
                self.say(atom.text, atom.format or BARE)
            elif atom.format is None or atom.format is BARE:
                self.shut()
                self.parts.append(self.raw(atom.span))
            else:  # a run of its own, as most often in the source
                self.shut()
                self._enter(atom.format)
                self.parts.append(self.raw(atom.span))
                self.shut()

    def shut(self) -> None:
        """End the run that is open, if any."""
        self._flush()
        if self.format is not None and self.format is not BARE:
            self.parts.append(f"</{self.run}>")
        self.format = None

    def written(self) -> str:
        self.shut()
        return "".join(self.parts)

    def _enter(self, format_: RunFormat) -> None:
        if self.format is not None and self.format.key == format_.key:
            return
        self.shut()
        self.format = format_
        if format_ is BARE:
            return
        properties = self.raw(format_.properties) if format_.properties else ""
        self.parts.append(f"<{self.run}>{properties}")

    def _flush(self) -> None:
        if not self.waiting:
            return
        text = "".join(self.waiting)
        self.waiting.clear()
        has_outer_blanks = text[0].isspace() or text[-1].isspace()
        space = ' xml:space="preserve"' if has_outer_blanks and self.has_space_attribute else ""
        self.parts.append(f"<{self.text}{space}>{spelt(text)}</{self.text}>")


@dataclass(slots=True)
class TextWriter:
    """Writes a text that has no runs: the content of an element, or the value of an attribute."""

    is_attribute: bool = False
    room: int = NO_LIMIT
    banned: str = ""
    parts: list[str] = field(default_factory=list)

    def say(self, text: str, format_: RunFormat) -> None:  # noqa: ARG002
        allowed = text.translate(str.maketrans("", "", self.banned))
        self.put([Atom(AtomKind.WORDS, Span(0, 0), allowed)])

    def put(self, atoms: Iterable[Atom]) -> None:
        for atom in atoms:
            fitting = atom.text[: self.room]
            self.room -= len(fitting)
            self.parts.append(spelt(fitting, self.is_attribute))

    def written(self) -> str:
        return "".join(self.parts)


def spelt(text: str, is_attribute: bool = False) -> str:
    """A text as XML writes it, without the characters that XML has not got."""
    clean = NOT_XML.sub("", text)
    return escape(clean, _IN_ATTRIBUTE if is_attribute else _IN_TEXT)
