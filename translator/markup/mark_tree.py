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
    holder: of a mark without words the mark in which it stands, be it at the edge, where the source says so.
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
    holder: MarkNode | None = None
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
        if path and mark.kind is MarkKind.BESIDE and _is_held(number, path[-1]):
            node.holder = path[-1]
        if mark.kind is MarkKind.AROUND:
            path.append(node)
        nodes.append(node)
    for node in path:
        node.last = len(marks) - 1
    return nodes


def _is_held(number: int, node: MarkNode) -> bool:
    """Does the source say that the mark with this number stands inside a node?"""
    return number <= node.number + node.mark.held


def _holds(node: MarkNode, number: int, inner: Mark) -> bool:
    outer = node.mark
    if _is_held(number, node):
        return True
    if inner.span.start == inner.span.end:
        return outer.span.start < inner.span.start < outer.span.end
    if outer.span.start > inner.span.start:
        return False
    return inner.span.end <= outer.span.end


def place_within_parent(node: MarkNode, at: int) -> int:
    """The place of a mark without words: inside the mark that holds it, and at its edge where it stands there."""
    parent = node.parent
    if parent is None or parent.span is None:
        return at
    source, target = parent.mark.span, parent.span
    place = min(max(node.mark.span.end, source.start), source.end)
    at = {source.start: target.start, source.end: target.end}.get(place, at)
    return min(max(at, target.start), target.end)


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
        is_kept = node.mark.kind is MarkKind.KEPT
        place = span
        if node.holder and node.holder.span and node.holder.span.start == span.start:
            place = node.holder.span  # right behind what opens it
        keyed.append(((place.start, place.start < place.end, -place.end, is_kept, order), span, node))
    keyed.sort(key=lambda entry: entry[0])
    return [(span, node) for _, span, node in keyed]


def _is_inside(node: MarkNode, inner: Span, outer_node: MarkNode, outer: Span) -> bool:
    if outer_node is node.holder:
        return outer.start <= inner.start <= outer.end
    if inner.start == inner.end:
        return outer.start < inner.start < outer.end
    if outer.start > inner.start:
        return False
    return inner.end <= outer.end


def _add_text(pieces: list[Piece], text: str) -> None:
    if text:
        pieces.append(Text(text))
