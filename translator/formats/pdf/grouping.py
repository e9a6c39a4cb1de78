"""Items that follow each other, in groups: how fragments become rows, and lines paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def grouped(items: Iterable[Item], begins: Callable[[list[Item], Item], bool]) -> Iterator[list[Item]]:
    """The items in groups. begins: does an item, which follows a group, begin another?"""
    group: list[Item] = []
    for item in items:
        if group and begins(group, item):
            yield group
            group = []
        group.append(item)
    if group:
        yield group
