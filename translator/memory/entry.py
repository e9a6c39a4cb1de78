"""What the translation memory holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from translator.bitext import Link, Pair


class EntryKind(IntEnum):
    """Whose words an entry has."""

    MACHINE = 0  # an engine's, in a run
    IMPORTED = 1  # an engine's, from a bilingual file: offered and searched, never used by itself
    REVIEWED = 2  # a person's


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A translation that a person wrote or accepted; neither text has outer white space.

    document: where it stood, for people. links: between the words, as far as they are known.
    """

    source: str
    target: str
    document: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an engine made of a sentence. key: everything that decided it. document: where it stood, for people."""

    key: bytes
    pair: Pair
    document: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """An entry as people see it. made, used: days since 1970-01-01 on which it was written, and last came back."""

    kind: EntryKind
    source: str
    target: str
    document: str = ""
    made: int = 0
    used: int = 0
