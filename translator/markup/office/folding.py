"""The content of a text of runs, written anew with the translations of its segments: pieces are folded into runs."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from translator.bitext import SegmentPair
from translator.document import Span
from translator.markup.office.atoms import Atom, RunFormat
from translator.markup.office.layout import Content, Layout
from translator.markup.pieces import Close, Open, Piece, Text
from translator.markup.runs import Item, Role, Run
from translator.markup.tag_projection import project


class LayoutWriter(Protocol):
    def say(self, text: str, format_: RunFormat, /) -> None: ...

    def put(self, atoms: tuple[Atom, ...], /) -> None: ...

    def written(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Translations:
    """All translations of a document. pairs: of its segments. texts: what a text is wherever it is repeated.

    fixed: the texts that must become something else than their translation, such as the second of two columns of a
    table that have one English name.
    """

    pairs: Sequence[SegmentPair]
    texts: Mapping[str, str]
    fixed: Mapping[str, str]

    def of(self, layout: Layout, number: int) -> str:
        """What one of the segments of a text becomes."""
        text = layout.runs[number].text
        if text in self.fixed:
            return self.fixed[text]
        if layout.is_echo:
            return self.texts.get(text, text)
        return self.pairs[layout.first + number].target


def is_changed(layout: Layout, translations: Translations) -> bool:
    """Is one of the segments translated to something else?"""
    numbered = enumerate(layout.runs)
    return any(translations.of(layout, number) != run.text for number, run in numbered)


def fold(layout: Layout, translations: Translations, writer: LayoutWriter) -> str:
    """The content of a text, written anew."""
    folding = _Folding(layout, writer, [layout.base])
    done = 0
    for number, run in enumerate(layout.runs):
        folding.copy(Span(done, run.span.start))
        target = translations.of(layout, number)
        if target == run.text:
            folding.copy(run.span)
        elif layout.is_echo or run.text in translations.fixed:
            writer.say(target, folding.formats[-1])
        else:
            folding.translate(run, translations.pairs[layout.first + number])
        done = run.span.end
    folding.copy(Span(done, layout.end))
    return writer.written()


@dataclass(slots=True)
class _Folding:
    """formats: those that are open, the innermost last. depth: how many wrappers the segment in hand has opened.

    closes, opens: what stands around more than this segment, and ends or begins in it, in the order of the source. It
    is written only where no wrapper of the segment is open, so the tree of the file stays a tree wherever words go.
    """

    layout: Layout
    writer: LayoutWriter
    formats: list[RunFormat]
    depth: int = 0
    closes: deque[tuple[Atom, ...]] = field(default_factory=deque)
    opens: deque[tuple[Atom, ...]] = field(default_factory=deque)
    due_closes: int = 0
    due_opens: int = 0

    def copy(self, span: Span) -> None:
        """Write what the source has there."""
        for item, content in self.layout.items_in(span):
            if item.role is Role.TEXT and isinstance(content, RunFormat):
                start = max(span.start, item.span.start) - item.span.start
                self.writer.say(item.raw[start : span.end - item.span.start], content)
            else:
                self._write(item, content)

    def _write(self, item: Item, content: Content) -> None:
        if not isinstance(content, RunFormat):
            self.writer.put(content)
        elif item.role is Role.OPEN:
            self.formats.append(content)
        else:
            self.formats.pop()

    def translate(self, run: Run, pair: SegmentPair) -> None:
        """Write the translation of a segment."""
        self._find_halves(run)
        marks = pair.segment.marks
        pieces = project(pair)
        for number, piece in enumerate(pieces):
            if isinstance(piece, Text):
                self.writer.say(piece.text, self._format_of(run, pieces[max(number - 1, 0) : number + 2]))
            elif isinstance(piece, Open):
                self._open(run, piece.mark)
            elif isinstance(piece, Close):
                self._close(run, piece.mark)
            else:
                opening = marks[piece.mark].opening
                self.writer.say(" " * opening.startswith(" "), self.formats[-1])
                self.copy(run.origins[piece.mark])
                self.writer.say(" " * opening.endswith(" "), self.formats[-1])
        self.due_closes = len(self.closes)
        self.due_opens = len(self.opens)
        self._settle()

    def _format_of(self, run: Run, row: Sequence[Piece]) -> RunFormat:
        """The format of the text in the middle of a row of pieces: a blank between two formats has the plainer one.

        The text around them may have a line under it, which the blank had not.
        """
        if len(row) < 3 or not isinstance(row[1], Text) or not row[1].text.isspace():
            return self.formats[-1]
        formats = [self.formats[-1]]
        if isinstance(row[0], Close) and isinstance(row[2], Open):
            for mark in (row[0].mark, row[2].mark):
                _, content = next(self.layout.items_in(run.origins[mark]))
                if isinstance(content, RunFormat):
                    formats.append(content)
        if len(formats) < 3:
            return self.formats[-1]
        return min(formats, key=_length)

    def _find_halves(self, run: Run) -> None:
        self.due_closes = self.due_opens = 0
        halves = []
        for origin, closing in zip(run.origins, run.closings, strict=True):
            item, content = next(self.layout.items_in(origin))
            if closing is None and item.role in (Role.OPEN, Role.CLOSE) and origin.end - origin.start == 1:
                halves.append((item, content))
        halves.sort(key=_place)
        for item, content in halves:
            if isinstance(content, RunFormat):
                continue
            if item.role is Role.CLOSE:
                self.closes.append(content)
            else:
                self.opens.append(content)

    def _open(self, run: Run, mark: int) -> None:
        item, content = next(self.layout.items_in(run.origins[mark]))
        if run.closings[mark] is not None:
            self._write(item, content)
            self.depth += not isinstance(content, RunFormat)
        elif item.role is Role.OPEN:
            self.due_opens += 1
            self._settle()

    def _close(self, run: Run, mark: int) -> None:
        closing = run.closings[mark]
        if closing is not None:
            item, content = next(self.layout.items_in(closing))
            self._write(item, content)
            self.depth -= not isinstance(content, RunFormat)
        else:
            item, _ = next(self.layout.items_in(run.origins[mark]))
            self.due_closes += item.role is Role.CLOSE
        self._settle()

    def _settle(self) -> None:
        """Write what is due of the halves, as far as no wrapper of the segment is open."""
        while self.due_closes and self.closes and not self.depth:
            self.writer.put(self.closes.popleft())
            self.due_closes -= 1
        while self.due_opens and self.opens and not self.depth and not self.closes:
            self.writer.put(self.opens.popleft())
            self.due_opens -= 1


def _length(format_: RunFormat) -> int:
    return len(format_.key)


def _place(half: tuple[Item, Content]) -> int:
    return half[0].span.start
