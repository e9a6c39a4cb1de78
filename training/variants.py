"""Other forms of the training pairs, against learning them by heart: names exchanged, source subwords drawn.

Names that stand alike on both sides give way to other names, real or invented, so that the model learns to copy what it
has never seen. The subwords of the source are drawn by SentencePiece: Kudo (2018), "Subword Regularization".
"""

import random
import re
from collections.abc import Iterable, Sequence

from sentencepiece import SentencePieceProcessor

NAME = re.compile(r"(?<![\w'-])[^\W\d_a-z][^\W\d_]{2,}(?![\w'-])")
WORD = re.compile(r"[^\W\d_]+")
EXCHANGED = 0.7
"""Share of the names that give way to another."""
INVENTED = 0.5
"""Share of the new names that are joined from the halves of two."""
SHARPNESS = 0.4
"""SentencePiece's alpha: 0 draws all segmentations alike, a large one always the best."""


def shared_names(source: str, target: str, common: set[str]) -> list[str]:
    """The capitalised words that stand on both sides and are not `common` in lower case, in a fixed order."""
    names = set(NAME.findall(source)) & set(NAME.findall(target))
    return sorted(name for name in names if not name.isupper() and name.lower() not in common)


class Variants:
    """Makes variants of the pairs of a corpus; the same ones for the same seed."""

    def __init__(self, pairs: Sequence[tuple[str, str]], seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.common = {word for pair in pairs for text in pair for word in WORD.findall(text) if word.islower()}
        self.names = sorted({name for pair in pairs for name in shared_names(*pair, self.common)})

    def new_name(self) -> str:
        """A name of the corpus, or the first half of one with the second half of another."""
        first, second = self.random.choice(self.names), self.random.choice(self.names)
        invented = self.random.random() < INVENTED
        return first[: len(first) // 2 + 1] + second[len(second) // 2 + 1 :] if invented else first

    def exchange(self, source: str, target: str) -> tuple[str, str]:
        """The pair with some of its shared names exchanged for others, alike on both sides."""
        names = shared_names(source, target, self.common)
        new = {name: self.new_name() for name in names if self.random.random() < EXCHANGED}

        def put(text: str) -> str:
            return NAME.sub(lambda found: new.get(found[0], found[0]), text)

        return put(source), put(target)


def draw_subwords(texts: Iterable[str], processor: SentencePieceProcessor) -> list[str]:
    """For each text its subwords, drawn at random, with one space between."""
    drawn = (
        processor.encode(text, out_type=str, enable_sampling=True, alpha=SHARPNESS, nbest_size=-1) for text in texts
    )
    return [" ".join(subwords) for subwords in drawn]
