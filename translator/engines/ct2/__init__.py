"""CTranslate2, the default engine: quick to start, int8 on a processor, no torch.

Hypotheses of `translate_batch` come with the sum of their log-probabilities over their length, `</s>` included: what
`score` gives for the same subwords. That does not hold where the length was capped (no `</s>`) and where the source has
no subword (CTranslate2 skips it), so those are scored again.

CTranslate2 (4.8.5) mixes up the first row of the attention in a batch on a processor: sentence i of a beam search gets
that of sentence i // beam (its first step runs on unexpanded beams, and the gathering forgets it). So the first rows of
a batch's first sentences stand with others; a greedy step, a tenth of the time of beam 4, gives those of the rest. It
also sorts a batch by length, and of more than 16 sentences shuffles equals (std::sort): there the step is for all.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
from numpy.typing import NDArray

from translator.engines import tokenizer
from translator.engines.base import Beam, Hypothesis, batches
from translator.engines.ct2 import processor
from translator.engines.ct2.answers import Found, RunningBatch
from translator.engines.tokenizer import EOS, TokenizedSource, Tokenizer
from translator.errors import ModelError
from translator.model_files import MAX_SIDE_FILE, content, read_json

FILES = ("model.bin", "config.json", "source.spm", "target.spm")
SHORTLIST = "vmap.txt"  # CTranslate2's name; in a folder that has it, no other target subwords are thought of
SHARED, SEPARATE = "shared_vocabulary.json", ("source_vocabulary.json", "target_vocabulary.json")
POSITIONS = 512  # of every public Marian model
MIN_POSITIONS, MAX_POSITIONS = 16, 100_000  # what may be believed of another
BATCH = 1024  # subwords in a batch, so that the attention of long sentences takes little memory
# Sentences in a batch. At beam 4 the starter takes 11.7 ms a sentence in batches of 1, 6.5 in those of 8, 6.2 of 12,
# 6.7 of 16, 7.5 of 40; a model of the size of opus-mt-id-en 66 ms of 8, 53 of 16, 51 of 24, 50 of 48.
SENTENCES, SENTENCES_OF_LARGE = 16, 32
LARGE = 32 * 1024**2  # bytes of weights: more than the caches of a processor hold


class CTranslate2:
    """An Engine; see its protocol."""

    name = "ct2"

    def __init__(
        self,
        translator: Any,
        tokenizer: Tokenizer,
        signature: str,
        has_shortlist: bool = False,
        sentences: int = SENTENCES,
    ) -> None:
        """translator: a ctranslate2.Translator. sentences: in a batch, at most."""
        self._translator = translator
        self._has_shortlist = has_shortlist
        self._sentences = sentences
        self.tokenizer = tokenizer
        self.signature = signature
        self.max_subwords = tokenizer.max_subwords

    def translate(self, sources: Sequence[str], beam: int, n_best: int) -> list[Beam]:
        """At most `n_best` <= `beam` hypotheses for each source, best first, never none."""
        asked = [self.tokenizer.tokenize(source) for source in sources]
        found = self._search(asked, beam, n_best)
        self._rescore(asked, found)
        beams = []
        for source, each in zip(asked, found, strict=True):
            each.sort(key=lambda one: -one.score)
            beams.append(Beam(partial(self._hypothesis, source, one) for one in each[:n_best]))
        return beams

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        """For each (source, target), the log-probability of every target subword and of the `</s>` after them."""
        return self._score([self.tokenizer.pair(source, target) for source, target in pairs])

    def count(self, source: str) -> int:
        """How many subwords `source` has for this model."""
        return self.tokenizer.count(source)

    def spells(self, target: str) -> bool:
        """Can the model write `target`: no subword unknown, and decoding its subwords gives it back."""
        return self.tokenizer.target.spells(target)

    def watch(self, pairs: Sequence[tuple[list[str], list[str]]]) -> list[NDArray[np.float32]]:
        """What its head sees of sources, [target subwords, source subwords], when it is made to write the targets."""
        sources = [[*source, EOS] for source, _ in pairs]
        targets = [target for _, target in pairs]
        found = self._translator.translate_batch(
            sources,
            target_prefix=targets,
            beam_size=1,
            max_decoding_length=max(map(len, targets)) + 1,
            return_attention=True,
        )
        seen = []
        for (source, target), result in zip(pairs, found, strict=True):
            attention = np.array(result.attention[0], np.float32)
            seen.append(attention[: len(target), : len(source)])
        return seen

    def _search(self, asked: list[TokenizedSource], beam: int, n_best: int) -> list[list[Found]]:
        """The best hypotheses of every beam, at least `n_best` where there are so many.

        CTranslate2 has one length limit for a batch; since the sentences of a batch are of one length, it is the limit
        of each of them.
        """
        running: list[RunningBatch] = []
        lengths = [len(ask.tokens) + 1 for ask in asked]
        for places in small_batches(lengths, self._translator.num_translators, self._sentences):
            sources = [asked[place] for place in places]
            running.append(RunningBatch(places, beam, self._submit(sources, beam, n_best)))
        for batch in running:
            batch.first_steps = self._first_steps([asked[place] for place in batch.places[batch.known :]])
        found: list[list[Found]] = [[] for _ in asked]
        for batch in running:
            for place, hypotheses in zip(batch.places, batch.finish(), strict=True):
                found[place] = hypotheses
        return found

    def _submit(self, asked: list[TokenizedSource], beam: int, n_best: int) -> Any:
        return self._translator.translate_batch(
            [[*ask.tokens, EOS] for ask in asked],
            beam_size=beam,
            num_hypotheses=n_best,
            min_decoding_length=0,  # 1 would take `</s>` out of the first step's probabilities
            max_decoding_length=max(ask.longest for ask in asked),
            return_scores=True,
            return_attention=True,
            asynchronous=True,
            use_vmap=self._has_shortlist,
        )

    def _first_steps(self, asked: list[TokenizedSource]) -> Any:
        """A greedy step for each sentence of a batch whose first row of attention stands with no other."""
        return self._translator.translate_batch(
            [[*ask.tokens, EOS] for ask in asked],
            beam_size=1,
            min_decoding_length=1,
            max_decoding_length=1,
            return_attention=True,
            asynchronous=True,
            use_vmap=self._has_shortlist,
        )

    def _rescore(self, asked: list[TokenizedSource], found: list[list[Found]]) -> None:
        """Give the hypotheses whose scores cannot be compared those that can."""
        rows: list[tuple[int, int]] = []
        pairs: list[tuple[list[str], list[str]]] = []
        for place, (source, each) in enumerate(zip(asked, found, strict=True)):
            for rank, one in enumerate(each):
                is_comparable = 0 < len(one.tokens) < source.longest
                if not is_comparable:
                    rows.append((place, rank))
                    pairs.append((source.tokens, one.tokens))
        scores = self._score(pairs)
        for (place, rank), score in zip(rows, scores, strict=True):
            one = found[place][rank]
            found[place][rank] = replace(one, score=float(np.mean(score)))

    def _score(self, pairs: list[tuple[list[str], list[str]]]) -> list[list[float]]:
        alike: dict[tuple[int, int], list[int]] = {}
        for place, (source, target) in enumerate(pairs):
            alike.setdefault((len(source), len(target)), []).append(place)
        running = []
        for places in alike.values():
            results = self._submit_score([pairs[place] for place in places])
            running.append((places, results))
        found: list[list[float]] = [[] for _ in pairs]
        for places, results in running:
            for place, result in zip(places, results, strict=True):
                found[place] = list(result.result().log_probs)
        return found

    def _submit_score(self, pairs: list[tuple[list[str], list[str]]]) -> Any:
        """pairs: of one length on either side, so that nothing is padded (see `batches`)."""
        sources, targets = [[*source, EOS] for source, _ in pairs], [target for _, target in pairs]
        return self._translator.score_batch(
            sources, targets, max_batch_size=BATCH, batch_type="tokens", asynchronous=True
        )

    def _hypothesis(self, ask: TokenizedSource, found: Found) -> Hypothesis:
        text, spans = self.tokenizer.target.decode(found.tokens)
        attention = found.answer.attention(found.rank)
        with_eos = attention.reshape(len(found.tokens), len(ask.tokens) + 1)  # of no subword it has one axis
        return Hypothesis(text, found.score, tuple(ask.spans), tuple(spans), with_eos[:, :-1])


def small_batches(lengths: Sequence[int], threads: int, sentences: int = SENTENCES) -> list[list[int]]:
    """The places of sources in batches of one length and of so many sentences at most, one or more for every thread.

    Those of one length are alike in size.
    """
    share = min(sum(lengths) // threads, BATCH)
    small = []
    for alike in batches(lengths, sum(lengths)):
        most = min(max(1, share // lengths[alike[0]]), sentences)
        parts = -(-len(alike) // most)
        small.extend([alike[part::parts] for part in range(parts)])
    return small


def load(folder: Path, *, device: str = "auto", threads: int = 0) -> CTranslate2:
    """Load the CTranslate2 form of a model, as `conversion.convert` makes it.

    threads: batches are translated side by side, each by one thread, which leaves none of them waiting for others;
    0: as many as there are processor cores for this process.
    Raises ModelError where a file is missing or damaged, UsageError where there is no such device.
    """
    names = vocabularies(folder)
    files = (*FILES[:2], *names, *FILES[2:])
    missing = [name for name in files if not (folder / name).is_file()]
    if missing:
        listed = ", ".join(missing)
        raise ModelError(f"{folder} is no CTranslate2 model: {listed} not found")
    ctranslate2.set_log_level(logging.ERROR)  # else a processor without int8 makes it write to the terminal
    processor.prefer_avx512()
    device = processor.device(device)
    workers = 1 if device == "cuda" else threads or processor.cores()
    try:
        config = read_json(folder / "config.json")
        sides = [read_json(folder / name, MAX_SIDE_FILE) for name in names]
        limit, language = _limits(config)
        translator = ctranslate2.Translator(str(folder), device, inter_threads=workers, intra_threads=1)
    except (OSError, ValueError, RuntimeError, AttributeError, TypeError) as error:
        raise ModelError(f"{folder}: not a CTranslate2 model that can be read: {error}") from error
    processor.try_instructions(translator)
    has_shortlist = (folder / SHORTLIST).is_file()
    if has_shortlist:
        files = (*files, SHORTLIST)
    signature = f"ct2:{translator.compute_type}:{content(*(folder / name for name in files))}"
    loaded = tokenizer.load(folder, sides[0], limit, sides[-1], language)
    is_large = (folder / "model.bin").stat().st_size > LARGE
    sentences = SENTENCES_OF_LARGE if is_large else SENTENCES
    return CTranslate2(translator, loaded, signature, has_shortlist, sentences)


def vocabularies(folder: Path) -> tuple[str, ...]:
    """The file for both sides of a model, or one for each."""
    if (folder / SEPARATE[0]).is_file():
        return SEPARATE
    return (SHARED,)


def _limits(config: dict[str, Any]) -> tuple[int, str]:
    """The longest source and target in subwords, and the language token. Raises ValueError, AttributeError."""
    positions, language = config.get("max_position_embeddings", POSITIONS), config.get("language_token", "")
    if type(positions) is not int or not MIN_POSITIONS <= positions <= MAX_POSITIONS:
        raise ValueError(f"max_position_embeddings is {positions!r:.40}")
    if not isinstance(language, str):
        raise ValueError(f"language_token is {language!r:.40}")
    return positions - 1, language
