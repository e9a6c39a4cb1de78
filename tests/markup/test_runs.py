from __future__ import annotations

import pytest

from translator.document import Mark, MarkKind, Span
from translator.markup.runs import Item, Role, Run, runs

SHAPES = {"{": Role.OPEN, "}": Role.CLOSE, "!": Role.BESIDE, "`": Role.KEPT, "/": Role.BREAK}


def items(text: str) -> list[Item]:
    """Items written for the eye: `{` and `}` open and close, `!` stands beside, `/` breaks, `` ` `` is kept as `x`."""
    found: list[Item] = []
    opened: list[int] = []
    for at, character in enumerate(text):
        role, pair = SHAPES.get(character, Role.TEXT), -1
        if role is Role.OPEN:
            opened.append(at)
            pair = at
        elif role is Role.CLOSE:
            pair = opened.pop()
        said = character if role is Role.TEXT else "x" if role is Role.KEPT else ""
        found.append(Item(role, Span(at, at + 1), character, said, pair))
    return found


def shown(run: Run) -> str:
    """The text with its marks in their places."""
    parts = dict(enumerate([*run.text, ""]))
    for mark in reversed(run.marks):
        if mark.kind is MarkKind.KEPT:
            parts[mark.span.start] = mark.opening
        elif mark.kind is MarkKind.BESIDE:
            parts[mark.span.start] = f"({mark.opening})" + parts[mark.span.start]
        else:
            parts[mark.span.end] = mark.closing + parts[mark.span.end]
            parts[mark.span.start] = mark.opening + parts[mark.span.start]
    return "".join(parts.values())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a b", ["a b"]),
        ("  a b ", ["a b"]),
        ("a {b} c", ["a {b} c"]),
        ("{a b}", ["a b"]),
        ("!{ a {b} c}!", ["a {b} c"]),
        ("a { b } c", ["a  {b}  c"]),
        ("a/b", ["a", "b"]),
        ("a {b/c} d", ["a {b", "c} d"]),
        ("a ! b", ["a( !) b"]),
        ("a !, b", ["a( !), b"]),
        ("a! b", ["a(!) b"]),
        ("a !b", ["a (!)b"]),
        ("a {!} b", ["a( {!}) b"]),
        ("a {! {b} c} d", ["a {(! ){b} c} d"]),
        ("a {b! {c}} d", ["a {b(!) {c}} d"]),
        ("a ` b", ["a ` b"]),
        ("` b", ["` b"]),
        ("`", []),
        ("!", []),
        ("1 2", ["1 2"]),
        ("- !", []),
        ("{!}", []),
        ("", []),
    ],
)
def test_items_become_segments(text: str, wanted: list[str]) -> None:
    assert [shown(run) for run in runs(items(text))] == wanted


def test_a_run_knows_where_it_and_its_marks_stand() -> None:
    (run,) = runs(items(" a {b} c"))
    assert (run.span, run.text, run.origins, run.closings) == (Span(1, 8), "a b c", (Span(3, 4),), (Span(5, 6),))
    assert run.marks == (Mark(MarkKind.AROUND, "{", "}", Span(2, 3)),)
