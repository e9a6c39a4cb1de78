"""Which words of the translation each mark gets: the smallest wish first, and no word to two marks side by side."""

from __future__ import annotations

from collections import deque

from translator.document import MarkKind
from translator.markup.mark_tree import MarkNode

_MAX_MOVES = 16  # marks that may share one part: without a bound, a row of marks on one word takes quadratic time
_MAX_DISTANCE = 40  # parts that a mark may move to find a free one: beyond, it would stand in another sentence


def claim(roots: list[MarkNode], whole: range, kept: dict[int, MarkNode]) -> None:
    """Give every mark around words its target parts: those of children are among those of their parent.

    kept: for the words of kept marks, the mark; they belong to that mark, and to the marks around it.
    """
    waiting: deque[tuple[list[MarkNode], range]] = deque([(roots, whole)])
    while waiting:
        siblings, allowed = waiting.popleft()
        _share_out(siblings, allowed, kept)
        for node in siblings:
            if node.mark.kind is MarkKind.AROUND:
                waiting.append((node.children, node.words))


def _share_out(siblings: list[MarkNode], allowed: range, kept: dict[int, MarkNode]) -> None:
    """Give siblings their parts among those allowed, the smallest wish first; no two have a part in common.

    A mark whose parts are all taken becomes a child of the mark that has them.
    """
    around = [node for node in siblings if node.mark.kind is MarkKind.AROUND]
    around.sort(key=_claim_order)
    taken: dict[int, MarkNode] = {}
    moved: set[MarkNode] = set()
    for node in around:
        wish = node.wish
        wanted = range(max(wish.start, allowed.start), min(wish.stop, allowed.stop))
        free = _longest_free(wanted, node, taken, kept)
        if free:
            node.words = free
        elif wish:
            host = _host(node, wanted, taken)
            if host is not None:
                _move(node, host)
                moved.add(node)
                continue
            node.words = _nearest(node, wish.start, allowed, taken, kept)
        for word in node.words:
            taken[word] = node
    siblings[:] = [node for node in siblings if node not in moved]


def _move(node: MarkNode, host: MarkNode) -> None:
    """Make a node a child of the mark that has its parts."""
    node.parent = host
    node.moves += 1
    host.children.append(node)


def _claim_order(node: MarkNode) -> tuple[int, int]:
    return len(node.wish), node.number


def _is_free(word: int, node: MarkNode, taken: dict[int, MarkNode], kept: dict[int, MarkNode]) -> bool:
    if word in taken:
        return False
    if word not in kept:
        return True
    return node.number < kept[word].number <= node.last


def _longest_free(wanted: range, node: MarkNode, taken: dict[int, MarkNode], kept: dict[int, MarkNode]) -> range:
    """The longest run of parts among those wanted that are free."""
    if not taken and not kept:
        return wanted
    best = range(0)
    run = range(wanted.start, wanted.start)
    for word in wanted:
        if not _is_free(word, node, taken, kept):
            run = range(word + 1, word + 1)
            continue
        run = range(run.start, word + 1)
        best = max(best, run, key=len)
    return best


def _host(node: MarkNode, wanted: range, taken: dict[int, MarkNode]) -> MarkNode | None:
    """The mark that has the first of the wanted parts, if the node may stand inside it."""
    if node.moves == _MAX_MOVES:
        return None
    for word in wanted:
        host = taken.get(word)
        if host is None:
            continue
        if not (host.mark.is_link and node.has_link):
            return host
    return None


def _nearest(
    node: MarkNode, place: int, allowed: range, taken: dict[int, MarkNode], kept: dict[int, MarkNode]
) -> range:
    """The free part that is nearest to a place; that of a kept mark beside the node where there is no free one."""
    near = []
    for distance in range(_MAX_DISTANCE):
        for word in (place - distance, place + distance):
            if word in allowed:
                near.append(word)
    for word in near:
        if _is_free(word, node, taken, kept):
            return range(word, word + 1)
    for word in near:
        other = kept.get(word)
        if other is not None and other.parent is node.parent and taken.keys().isdisjoint(other.words):
            return other.words
    return range(0)
