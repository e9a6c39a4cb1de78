"""Sentence pairs with the tag of their source, as the corpora hold them."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourcePair:
    """One sentence pair and the tag of the corpus it came from."""

    source: str
    target: str
    tag: str


def read_pairs(path: Path) -> Iterator[SourcePair]:
    """The pairs of a tab-separated file, compressed with xz or not."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            source, target, tag = line.rstrip("\n").split("\t")
            yield SourcePair(source.strip(), target.strip(), tag)
