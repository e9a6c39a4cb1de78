"""How often the pairs of each source are drawn in an epoch, and which pairs stay out of training for measuring."""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from training.pairs import SourcePair

DRAWS = Path(__file__).with_name("draws.toml")
HELD_OUT = "held-out"
"""The section of the table that counts pairs, not draws."""


@dataclass(frozen=True, slots=True)
class Draws:
    """The table: by section and key (a tag, or the beginning of tags with `*` after it) the draws per epoch."""

    sections: Mapping[str, Mapping[str, float]]
    held_out: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Draws":
        """The table of a TOML file."""
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
        held_out = sections.pop(HELD_OUT, {})
        return cls(sections, held_out)

    def find(self, tag: str) -> tuple[str, float]:
        """The section of a tag and its draws, by the longest key that fits. Raises ValueError where none fits."""
        fitting = [
            (len(key), section, draws)
            for section, table in self.sections.items()
            for key, draws in table.items()
            if key == tag or (key.endswith("*") and tag.startswith(key[:-1]))
        ]
        if not fitting:
            raise ValueError(f"the table of draws has no key for the tag {tag}")
        _, section, draws = max(fitting)
        return section, draws

    def of(self, tag: str) -> float:
        """How often a pair with this tag is drawn in an epoch."""
        return self.find(tag)[1]

    def shares(self, pairs: Iterable[SourcePair]) -> str:
        """The share of the English words of an epoch that each section makes up, for reading."""
        words: Counter[str] = Counter()
        for pair in pairs:
            words[pair.tag] += len(pair.target.split())
        drawn: Counter[str] = Counter()
        for tag, count in words.items():
            section, draws = self.find(tag)
            drawn[section] += round(draws * count)
        return ", ".join(f"{section} {count / drawn.total():.1%}" for section, count in drawn.most_common())


def lot(pair: SourcePair) -> bytes:
    """A number by which pairs can be drawn: the same for the same source sentence, wherever it stands."""
    return hashlib.sha256(pair.source.encode()).digest()


def hold_out(pairs: list[SourcePair], wanted: Mapping[str, int]) -> tuple[list[SourcePair], list[SourcePair]]:
    """The pairs for training, and those held out: `wanted` counts them by tag.

    A pair that has a side in common with one that is held out is in neither.
    """
    held: list[SourcePair] = []
    for tag, count in wanted.items():
        held += sorted((pair for pair in pairs if pair.tag == tag), key=lot)[:count]
    sources = {pair.source for pair in held}
    targets = {pair.target for pair in held}
    return [pair for pair in pairs if pair.source not in sources and pair.target not in targets], held
