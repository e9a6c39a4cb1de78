"""Raised marks of notes in runs of an office document: each stands beside a word of the sentence, and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from translator.document import Span
from translator.markup.note_marks import belongs_to_word, is_note
from translator.markup.office.atoms import Atom, AtomKind, RunFormat
from translator.markup.office.units import Unit
from translator.markup.runs import Role

# In the properties of a run, the look of a span, or the name of a style.
_RAISED = re.compile(r'(?i:superscript)|(?:Foot|End)noteReference|baseline="[1-9]|text-position=(?:super|[1-9])')


def with_note_marks(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, with each raised mark of a note as a mark BESIDE."""
    stretches = [(is_raised, list(stretch)) for is_raised, stretch in groupby(units, _is_raised)]
    texts = [_text(stretch) for _, stretch in stretches]
    for number, (is_raised, stretch) in enumerate(stretches):
        text = texts[number]
        mark = text.strip()
        if not is_raised or not is_note(mark):
            yield from stretch
            continue
        lead, tail = text[: text.index(mark)], text[text.index(mark) + len(mark) :]
        before = "".join(texts[max(0, number - 1) : number]) + lead
        after = tail + "".join(texts[number + 1 : number + 2])
        if belongs_to_word(before, after):
            yield from stretch
            continue
        format_ = stretch[0].atoms[0].format
        for part, role in ((lead, Role.TEXT), (mark, Role.BESIDE), (tail, Role.TEXT)):
            if part:
                yield _unit(part, role, format_)


def _is_raised(unit: Unit) -> bool | None:
    """Is a unit raised words? None where it has no words."""
    if unit.role is not Role.TEXT:
        return None
    format_ = unit.atoms[0].format
    return format_ is not None and _RAISED.search(format_.key) is not None


def _text(stretch: Sequence[Unit]) -> str:
    return "".join([unit.text for unit in stretch if unit.role is Role.TEXT])


def _unit(text: str, role: Role, format_: RunFormat | None) -> Unit:
    atoms = (Atom(AtomKind.WORDS, Span(0, 0), text, format_),)
    return Unit(role, atoms, text if role is Role.TEXT else "")
