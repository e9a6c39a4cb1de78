"""Modules of one shape, listed by hand and imported one by one when they are asked for.

A run reads one or two kinds of documents. To import the modules of all kinds takes 0.2 s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeVar, cast

_Shape = TypeVar("_Shape")


class LazyModules(Mapping[str, _Shape]):
    """A module for each key; several keys may share one. To look whether a key is there imports nothing."""

    def __init__(self, package: str, names: Mapping[str, str]) -> None:
        """names: for each key, the name of a module in `package`."""
        self._package = package
        self._names = names

    def __getitem__(self, key: str) -> _Shape:
        return cast(_Shape, import_module(f"{self._package}.{self._names[key]}"))

    def __contains__(self, key: object) -> bool:
        return key in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
