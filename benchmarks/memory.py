"""How fast is the translation memory, and does it find what is like a sentence?

    python benchmarks/memory.py [--entries N] [--file FILE]

N reviewed sentences (1,000,000) of 4 to 24 Indonesian words, the frequent ones often as in any text, are put into a new
memory. Then sentences are looked up, and sentences in which a word was changed are looked for. A row for each: how many
a second, in real time and in the processor time of one core; for similar sentences the median and the 95th percentile
in milliseconds of the processor, and how many of the sentences that were changed are offered, of those that are 75 %
alike and more.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import accumulate, islice
from pathlib import Path
from statistics import quantiles

from translator.language.word_lists import lines
from translator.memory.concordance import WordSearch
from translator.memory.entry import Reviewed
from translator.memory.fuzzy import LEAST_SCORE, score
from translator.memory.key import normalised
from translator.memory.store import Memory, opened

AT_ONCE = 10_000  # entries that are written in one transaction, as `padan memory import` does
LOOKED_UP, LOOKED_FOR = 20_000, 500
SHORTEST, LONGEST = 4, 24
SHOWN = 50  # sentences with a word, as `padan memory search` shows them


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--file", type=Path, help="of the memory; else a temporary one")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.file or Path(folder) / "memory.sqlite"
        draw = random.Random(1)
        vocabulary = " ".join(lines("indonesian_words")).split()
        draw.shuffle(vocabulary)
        sentences = _sentences(draw, vocabulary, args.entries)
        with opened(path) as memory:
            _measure(memory, sentences, vocabulary, draw)
        print(f"size of the file: {path.stat().st_size / 1e6:,.0f} MB")


def _sentences(draw: random.Random, vocabulary: Sequence[str], number: int) -> list[str]:
    """Invented sentences: a word is as frequent as Zipf's law says of its rank."""
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    made = []
    for _ in range(number):
        drawn = draw.choices(vocabulary, cum_weights=weights, k=draw.randint(SHORTEST, LONGEST))
        made.append(" ".join(drawn).capitalize() + ".")
    return made


def _measure(memory: Memory, sentences: Sequence[str], vocabulary: Sequence[str], draw: random.Random) -> None:
    def put() -> int:
        for start in range(0, len(sentences), AT_ONCE):
            some = sentences[start : start + AT_ONCE]
            memory.remember_reviewed([Reviewed(sentence, f"English of {sentence}") for sentence in some])
        return len(sentences)

    def look_up() -> int:
        asked = draw.choices(sentences, k=LOOKED_UP)
        assert len(memory.reviewed_for(asked)) == len(set(asked))
        return len(asked)

    def search() -> int:
        for word in draw.choices(vocabulary, k=5):
            list(islice(memory.with_word(WordSearch(word)), SHOWN))
        return 5

    _show("imports", put)
    _show("exact look-ups", look_up)
    _look_for(memory, sentences, vocabulary, draw)
    _show("searches for a word", search)


def _show(name: str, work: Callable[[], int]) -> None:
    started, used = time.perf_counter(), time.process_time()
    number = work()
    seconds, processor = time.perf_counter() - started, time.process_time() - used
    print(f"{name}: {number / seconds:,.1f} a second; {number / processor:,.1f} a second of one core", flush=True)


def _look_for(memory: Memory, sentences: Sequence[str], vocabulary: Sequence[str], draw: random.Random) -> None:
    times, found, wanted = [], 0, 0
    for sentence in draw.choices(sentences, k=LOOKED_FOR):
        changed = sentence.split()
        changed[draw.randrange(len(changed))] = draw.choice(vocabulary)
        asked = " ".join(changed)
        started = time.process_time()
        offers = memory.offers(asked)
        times.append(1000 * (time.process_time() - started))
        if score(normalised(asked), normalised(sentence)) >= LEAST_SCORE:
            wanted += 1
            found += any(offer.source == sentence for offer in offers)
    cuts = quantiles(times, n=20)
    print(f"similar sentences: median {cuts[9]:.1f} ms, 95th percentile {cuts[18]:.1f} ms; {found} of {wanted} found")


if __name__ == "__main__":
    main()
