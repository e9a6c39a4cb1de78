"""transformers and torch, the reference engine: slower to start, float32, and the one that a new model is judged by.

It is held to what Marian and CTranslate2 do: no `<pad>` in the output vocabulary, the search stops at `beam` finished
hypotheses. One teacher-forced pass over what was found gives the scores and the cross-attention, of the head that the
probe chooses when the model is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import GenerationConfig, LogitsProcessor

from translator.engines import alignment_head, model_card, tokenizer
from translator.engines.alignment_head import Alignment
from translator.engines.base import Hypothesis, batches
from translator.engines.marian.loading import TARGET, Vocabularies, load_model, load_vocabularies
from translator.engines.tokenizer import EOS, PAD, TokenizedSource, Tokenizer
from translator.errors import UsageError
from translator.model_files import content

FILES = ("model.safetensors", "config.json", "vocab.json", "source.spm", "target.spm")
BATCH = 512  # subwords: keeps the logits of a batch below a gigabyte


class Marian:
    """An Engine; see its protocol. alignment: the head whose attention it gives."""

    name = "marian"

    def __init__(self, model: Any, vocabularies: Vocabularies, tokenizer: Tokenizer, signature: str) -> None:
        """model: a MarianMTModel in eval mode."""
        self.model = model
        self.vocabularies = vocabularies
        self._tokens = {number: token for token, number in vocabularies.target.items()}
        self.tokenizer = tokenizer
        self.signature = signature
        self.max_subwords = tokenizer.max_subwords
        self.alignment = self._probed()

    def translate(self, sources: Sequence[str], beam: int, n_best: int) -> list[list[Hypothesis]]:
        """At most `n_best` <= `beam` hypotheses for each source, best first, never none."""
        asked = list(map(self.tokenizer.tokenize, sources))
        found: list[list[Hypothesis]] = [[] for _ in asked]
        lengths = [len(source.tokens) + 1 for source in asked]
        for batch in batches(lengths, BATCH):
            tokens = self._search([asked[place] for place in batch], beam)
            rows = np.repeat(batch, beam).tolist()
            pairs = [(asked[row].tokens, target) for row, target in zip(rows, tokens, strict=True)]
            read = self._read(pairs, links=True)
            for row, target, (scores, attention) in zip(rows, tokens, read, strict=True):
                found[row].append(self._hypothesis(asked[row], target, scores, attention))
        for each in found:
            each.sort(key=lambda one: -one.score)
        return [each[:n_best] for each in found]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        """For each (source, target), the log-probability of every target subword and of the `</s>` after them."""
        ready = [self.tokenizer.pair(source, target) for source, target in pairs]
        found: list[list[float]] = [[] for _ in ready]
        lengths = [max(len(source), len(target)) + 1 for source, target in ready]
        for batch in batches(lengths, BATCH):
            read = self._read([ready[place] for place in batch])
            for place, (scores, _) in zip(batch, read, strict=True):
                found[place] = scores
        return found

    def count(self, source: str) -> int:
        """How many subwords `source` has for this model."""
        return self.tokenizer.count(source)

    def spells(self, target: str) -> bool:
        """Can the model write `target`: no subword unknown, and decoding its subwords gives it back."""
        return self.tokenizer.target.spells(target)

    @torch.inference_mode()
    def _search(self, asked: list[TokenizedSource], beam: int) -> list[list[str]]:
        """`beam` hypotheses for each, one after the other, in tokens without `</s>`."""
        config = self.model.config
        sources, mask = self._padded([[*ask.tokens, EOS] for ask in asked], self.vocabularies.source)
        limits = [ask.longest for ask in asked]
        found = self.model.generate(
            sources,
            attention_mask=mask,
            generation_config=GenerationConfig(
                num_beams=beam,
                num_return_sequences=beam,
                early_stopping=beam > 1,
                max_new_tokens=max(limits) + 1,
                pad_token_id=config.pad_token_id,
                eos_token_id=config.eos_token_id,
                decoder_start_token_id=config.decoder_start_token_id,
            ),
            logits_processor=[_LengthLimits(limits, config.eos_token_id)],
        )
        rows = []
        for numbers in found[:, 1:].tolist():
            tokens = [self._tokens[number] for number in numbers]
            rows.append(tokens[: tokens.index(EOS)])
        return rows

    def _read(
        self, pairs: list[tuple[list[str], list[str]]], links: bool = False
    ) -> list[tuple[list[float], NDArray[np.float32]]]:
        """For each pair the log-probabilities, `</s>` included, and the attention, `</s>` left out on both sides."""
        seen, labels = self._forced(pairs, links)
        chosen = seen.logits.gather(2, labels[:, :, None])[:, :, 0] - seen.logits.logsumexp(2)
        heads = torch.zeros(len(pairs), 0, 0)
        if links:
            heads = seen.cross_attentions[self.alignment.layer][:, self.alignment.head]
        read = []
        for (_, target), row, head in zip(pairs, chosen.tolist(), _cut(heads, pairs), strict=True):
            read.append((row[: len(target) + 1], head))
        return read

    def _probed(self) -> Alignment:
        """The head that aligns; all heads are looked at in one pass."""
        pairs = [self.tokenizer.pair(source, target) for source, target in alignment_head.text()]
        seen = self._forced(pairs, links=True)[0].cross_attentions
        layers, heads = len(seen), seen[0].shape[1]
        return alignment_head.choose(pairs, layers, heads, lambda layer, head: _cut(seen[layer][:, head], pairs))

    @torch.inference_mode()
    def _forced(self, pairs: list[tuple[list[str], list[str]]], links: bool) -> tuple[Any, torch.Tensor]:
        """What the model makes of sources when it is made to write the targets, and the ids that it writes."""
        sources, mask = self._padded([[*source, EOS] for source, _ in pairs], self.vocabularies.source)
        labels, _ = self._padded([[*target, EOS] for _, target in pairs], self.vocabularies.target)
        start = torch.full_like(labels[:, :1], self.model.config.decoder_start_token_id)
        decoder = torch.cat([start, labels[:, :-1]], dim=1)
        return self.model(sources, attention_mask=mask, decoder_input_ids=decoder, output_attentions=links), labels

    def _padded(self, rows: list[list[str]], vocabulary: dict[str, int]) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and mask, both [rows, longest]."""
        width = max(map(len, rows))
        ids = np.full((len(rows), width), self.model.config.pad_token_id)
        mask = np.zeros((len(rows), width), int)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = [vocabulary[token] for token in row]
            mask[number, : len(row)] = 1
        device = self.model.device
        return torch.tensor(ids, device=device), torch.tensor(mask, device=device)

    def _hypothesis(
        self, ask: TokenizedSource, tokens: list[str], scores: list[float], attention: NDArray[np.float32]
    ) -> Hypothesis:
        text, spans = self.tokenizer.target.decode(tokens)
        return Hypothesis(text, float(np.mean(scores)), tuple(ask.spans), tuple(spans), attention)


class _LengthLimits(LogitsProcessor):
    """End each sentence at its own limit, which does not count in the search."""

    def __init__(self, limits: list[int], eos: int) -> None:
        self._limits, self._eos = limits, eos

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        step, beam = input_ids.shape[1] - 1, len(scores) // len(self._limits)
        for place, limit in enumerate(self._limits):
            if step >= limit:
                rows = slice(place * beam, (place + 1) * beam)
                scores[rows] = float("-inf")
                scores[rows, self._eos] = 0
        return scores


def load(folder: Path, *, device: str = "auto", threads: int = 0) -> Marian:
    """Load the Hugging Face form of a model, in float32.

    threads: of torch, for the whole process; 0 leaves them as they are.
    Raises ModelError where a file is missing or damaged, UsageError where there is no such device.
    """
    found = torch.cuda.is_available()
    if device == "cuda" and not found:
        raise UsageError("no CUDA device was found", "use --device cpu")
    if threads:
        torch.set_num_threads(threads)
    model = load_model(folder).to("cuda" if found and device != "cpu" else "cpu")
    vocabularies = load_vocabularies(folder, model.config)
    _silence(model, vocabularies.target, folder / "target.spm")
    language = model_card.language_token(folder, vocabularies.source)
    limit = model.config.max_position_embeddings - 1
    loaded = tokenizer.load(folder, vocabularies.source, limit, vocabularies.target, language)
    names = [*FILES, TARGET] if vocabularies.separate else FILES
    digest = content(*[folder / name for name in names])
    return Marian(model, vocabularies, loaded, f"marian:float32:{digest}{language}")


def _silence(model: Any, vocabulary: dict[str, int], target: Path) -> None:
    """Have the model write no `<pad>`, which Marian's own vocabulary has not, and no subword of the source alone."""
    written = set(tokenizer.shortlist(list(vocabulary), target)) - {PAD}
    silent = [number for token, number in vocabulary.items() if token not in written]
    model.final_logits_bias[:, silent] = float("-inf")


def _cut(heads: torch.Tensor, pairs: list[tuple[list[str], list[str]]]) -> list[NDArray[np.float32]]:
    """Of the attention [pairs, target, source], what is neither padding nor `</s>`."""
    cut = []
    for (source, target), head in zip(pairs, heads.cpu().numpy(), strict=True):
        cut.append(head[: len(target), : len(source)].copy())
    return cut
