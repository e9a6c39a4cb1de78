"""A document whose places are known by their words, so that they are found again whatever a program made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BOLD = "tebal"  # the word in bold, in all documents


@dataclass(frozen=True, slots=True)
class PeerDocument:
    """A document, and the words by which its places are known. name: for people.

    places: the words of those that a reader reads. kept: the words of those that must stay as they are.
    """

    name: str
    suffix: str
    data: bytes
    places: Sequence[str]
    kept: Sequence[str]
