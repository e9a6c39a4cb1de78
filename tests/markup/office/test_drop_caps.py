from __future__ import annotations

import pytest

from translator.document import Span
from translator.markup.office.atoms import PLAIN, Atom, AtomKind, RunFormat
from translator.markup.office.drop_caps import DropCap, DropCapWriter, joined
from translator.markup.office.writer import RunWriter

SOURCE = "</w:p><w:p><w:bookmarkStart/>"
BIG = RunFormat("big")


def word(text: str, format_: RunFormat) -> Atom:
    return Atom(AtomKind.WORDS, Span(1, 2), text, format_)


def test_a_letter_is_joined_to_its_word_in_the_format_of_the_word() -> None:
    letter, rest, mark = word("K", BIG), word("apal", PLAIN), Atom(AtomKind.BESIDE, Span(3, 4))
    assert joined([letter], [mark, rest]) == [word("K", PLAIN), mark, rest]
    assert joined([letter, mark], [rest]) == joined([letter], [mark]) == joined([], [rest]) == []


@pytest.mark.parametrize(
    ("said", "frame", "behind"),
    [
        (["Ship"], "S", "hip"),
        (["“", "Ship"], "“S", "hip"),
        (["“S", "hip"], "“S", "hip"),
        (["…"], "…", ""),
        ([], "", ""),
    ],
)
def test_the_first_letter_stands_in_the_frame_and_what_came_before_it_behind(
    said: list[str], frame: str, behind: str
) -> None:
    def raw(span: Span) -> str:
        return SOURCE[span.start : span.end]

    writer = DropCapWriter(RunWriter(raw, "r", "t"), DropCap(0, BIG, Span(0, 11)))
    writer.put([Atom(AtomKind.BESIDE, Span(11, 29))])
    for text in said:
        writer.say(text, PLAIN)
    runs = [f"<r><t>{text}</t></r>" if text else "" for text in (frame, behind)]
    assert writer.written() == f"{runs[0]}</w:p><w:p><w:bookmarkStart/>{runs[1]}"
