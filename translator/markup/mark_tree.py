"""The marks of a segment as a tree, and a tree with known places as a row of pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from translator.document import Mark, MarkKind, Span
from translator.markup.pieces import Beside, Close, Kept, Open, Piece, Text


@dataclass(slots=True, eq=False)
class MarkNode:
    """A mark in the tree of marks.

    number: of the mark; the marks below it have the numbers up to `last`. words: the target parts that it takes.
    span: its characters in the target, empty where it has no words there, None until they are known.
    kept_parts, kept_span: the smallest ranges that hold all kept words below it, in parts and in characters.
    wish: the parts that it would like to have. moves: how often it became a child of a mark that has its parts.
    """

    number: int
    mark: Mark
    parent: MarkNode | None = None
    children: list[MarkNode] = field(default_factory=list)
    last: int = 0
    has_link: bool = False
    words: range = range(0)
    span: Span | None = None
    kept_parts: range = range(0)
    kept_span: Span | None = None
    wish: range = range(0)
    moves: int = 0


def tree(marks: Sequence[Mark]) -> list[MarkNode]:
    """The marks as nodes, each below the mark that holds it."""
    nodes: list[MarkNode] = []
    path: list[MarkNode] = []
    for number, mark in enumerate(marks):
        while path and not _holds(path[-1], number, mark):
            path.pop().last = number - 1
        node = MarkNode(number, mark, last=number)
        if path:
            node.parent = path[-1]
            path[-1].children.append(node)
        if mark.kind is MarkKind.AROUND:
            path.append(node)
        nodes.append(node)
    for node in path:
        node.last = len(marks) - 1
    return nodes


def _holds(node: MarkNode, number: int, inner: Mark) -> bool:
    """Does a node hold the mark with this number, by the source or by its span?"""
    outer = node.mark
    if number <= node.number + outer.held:
        return True
    if inner.span.start == inner.span.end:
        return outer.span.start < inner.span.start < outer.span.end
    if outer.span.start > inner.span.start:
        return False
    return inner.span.end <= outer.span.end


def place_within_parent(node: MarkNode, at: int) -> int:
    """The place of a mark without words, which stays inside the mark that holds it, and at the edge where it stands."""
    parent = node.parent
    if parent is None or parent.span is None:
        return at
    if is_held(node) and node.mark.span.start <= parent.mark.span.start:
        return parent.span.start
    if is_held(node) and node.mark.span.end >= parent.mark.span.end:
        return parent.span.end
    return min(max(at, parent.span.start), parent.span.end)


def is_held(node: MarkNode) -> bool:
    """Is it a mark without words of which the source says in which mark it stands?"""
    if node.mark.kind is not MarkKind.BESIDE or node.parent is None:
        return False
    return node.number <= node.parent.number + node.parent.mark.held


def in_order(roots: Iterable[MarkNode]) -> Iterator[MarkNode]:
    """All nodes, each before those below it. A loop, because marks may be nested deeper than Python may recurse."""
    waiting = list(roots)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.children)


def pieces_of(roots: Iterable[MarkNode], target: str) -> list[Piece]:
    """The pieces of the target, whose marks all have their places."""
    pieces: list[Piece] = []
    opened: list[tuple[MarkNode, Span]] = []
    done = 0
    for span, node in _by_place(roots):
        while opened and not _is_inside(node, span, *opened[-1]):
            outer, outer_span = opened.pop()
            _add_text(pieces, target[done : outer_span.end])
            pieces.append(Close(outer.number))
            done = max(done, outer_span.end)
        _add_text(pieces, target[done : span.start])
        done = max(done, span.start)
        if node.mark.kind is MarkKind.BESIDE:
            pieces.append(Beside(node.number))
        elif node.mark.kind is MarkKind.KEPT:
            if span.start == span.end and target[:done].strip():
                pieces.append(Text(" "))  # its words were lost: it is added
            pieces.append(Kept(node.number))
            done = max(done, span.end)
        elif span.start == span.end:
            pieces += [Open(node.number), Close(node.number)]
        else:
            pieces.append(Open(node.number))
            opened.append((node, span))
    for outer, outer_span in reversed(opened):
        _add_text(pieces, target[done : outer_span.end])
        pieces.append(Close(outer.number))
        done = max(done, outer_span.end)
    _add_text(pieces, target[done:])
    return pieces


def _by_place(roots: Iterable[MarkNode]) -> list[tuple[Span, MarkNode]]:
    """The nodes in the order of their places; of those with the same characters the outer first, a kept mark last."""
    keyed = []
    for order, node in enumerate(in_order(roots)):
        span = node.span or Span(0, 0)
        is_empty = span.start == span.end
        is_kept = node.mark.kind is MarkKind.KEPT
        key = (span.start, not is_empty, -span.end, is_kept, order)
        outer = node.parent.span if node.parent and is_held(node) else None
        if outer is not None and outer.start == span.start:
            key = (outer.start, outer.start < outer.end, -outer.end, is_kept, order)
        keyed.append((key, span, node))
    keyed.sort(key=lambda entry: entry[0])
    return [(span, node) for _, span, node in keyed]


def _is_inside(node: MarkNode, inner: Span, outer_node: MarkNode, outer: Span) -> bool:
    if outer_node is node.parent and is_held(node):
        return outer.start <= inner.start <= outer.end
    if inner.start == inner.end:
        return outer.start < inner.start < outer.end
    if outer.start > inner.start:
        return False
    return inner.end <= outer.end


def _add_text(pieces: list[Piece], text: str) -> None:
    if text:
        pieces.append(Text(text))
