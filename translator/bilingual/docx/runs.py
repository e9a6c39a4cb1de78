"""Sentences as the runs of a paragraph: their emphasis is kept, other markup is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from translator.document import Mark
from translator.markup.emphasis import Emphasis, emphasis_of
from translator.markup.pieces import Close, Kept, Open, Piece, Text
from translator.markup.xml_text import escaped

_PROPERTIES = {Emphasis.BOLD: "<w:b/>", Emphasis.ITALIC: "<w:i/>", Emphasis.UNDERLINED: '<w:u w:val="single"/>'}
_BREAK = re.compile("([\t\n])")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


class RunsOfSentences:
    """The sentences of one side of a segment, one after another: a mark may open in one and close in another."""

    def __init__(self, marks: Sequence[Mark], text: str) -> None:
        """marks, text: of the segment."""
        self._looks = [emphasis_of(mark.opening) for mark in marks]
        self._kept = [mark.span.of(text) for mark in marks]
        self._open: set[int] = set()

    def of(self, pieces: Iterable[Piece]) -> str:
        """The runs of the next sentence."""
        runs = []
        for piece in pieces:
            if isinstance(piece, Text):
                runs.append(self._run(piece.text))
            elif isinstance(piece, Kept):
                runs.append(self._run(self._kept[piece.mark]))
            elif isinstance(piece, Open):
                self._open.add(piece.mark)
            elif isinstance(piece, Close):
                self._open.discard(piece.mark)
        return "".join(runs)

    def _run(self, text: str) -> str:
        looks: set[Emphasis] = set()
        for mark in self._open:
            looks |= self._looks[mark]
        return run(text, looks)


def run(text: str, looks: Iterable[Emphasis] = ()) -> str:
    """A run of text."""
    properties = "".join([_PROPERTIES[look] for look in sorted(looks)])
    content = []
    for part in _BREAK.split(text):
        if part in _BREAKS:
            content.append(_BREAKS[part])
        elif part:
            content.append(f'<w:t xml:space="preserve">{escaped(part)}</w:t>')
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{''.join(content)}</w:r>"
