"""transformers and torch, the reference engine: slower to start, float32, and the one that a new model is judged by.

It is held to what Marian and CTranslate2 do: no `<pad>` in the output vocabulary, the search stops at `beam` finished
hypotheses. One teacher-forced pass over what was found gives the scores and the cross-attention.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import GenerationConfig, LogitsProcessor, MarianMTModel
from transformers.utils import logging

from translator import pieces
from translator.engines.base import Hypothesis, Request, batches, content
from translator.errors import ModelError, UsageError
from translator.pieces import EOS, UNKNOWN, Asked, Tokenizer

FILES = ("model.safetensors", "config.json", "vocab.json", "source.spm", "target.spm")
BATCH = 512  # pieces: keeps the logits of a batch below a gigabyte


class Marian:
    """An Engine; see its protocol."""

    name = "marian"

    def __init__(self, model: Any, vocabulary: dict[str, int], tokenizer: Tokenizer, signature: str) -> None:
        """model: a MarianMTModel in eval mode. vocabulary: the id of every token."""
        self._model = model
        self._ids = vocabulary
        self._tokens = {number: token for token, number in vocabulary.items()}
        self._tokenizer = tokenizer
        self.signature = signature
        self.max_pieces = tokenizer.max_pieces

    def translate(self, requests: Sequence[Request], beam: int, n_best: int) -> list[list[Hypothesis]]:
        """At most `n_best` <= `beam` hypotheses for each request, best first, never none."""
        asked = [self._tokenizer.ask(request.source, request.prefix) for request in requests]
        found: list[list[Hypothesis]] = [[] for _ in asked]
        for batch in batches([len(ask.tokens) + 1 for ask in asked], BATCH):
            rows = [place for place in batch for _ in range(beam)]
            tokens = self._search([asked[place] for place in batch], beam)
            read = self._read(
                [(asked[row].tokens, target) for row, target in zip(rows, tokens, strict=True)], links=True
            )
            for row, target, (scores, attention) in zip(rows, tokens, read, strict=True):
                found[row].append(self._hypothesis(asked[row], target, scores, attention))
        return [sorted(each, key=lambda one: -one.score)[:n_best] for each in found]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        """For each (source, target), the log-probability of every target piece and of the `</s>` after them."""
        ready = [self._tokenizer.pair(source, target) for source, target in pairs]
        found: list[list[float]] = [[] for _ in ready]
        for batch in batches([max(len(source), len(target)) + 1 for source, target in ready], BATCH):
            for place, (scores, _) in zip(batch, self._read([ready[place] for place in batch]), strict=True):
                found[place] = scores
        return found

    def count(self, source: str) -> int:
        """How many pieces `source` has for this model."""
        return self._tokenizer.source.count(source)

    def spells(self, target: str) -> bool:
        """Can the model write `target`: no piece unknown, and decoding its pieces gives it back."""
        return self._tokenizer.target.spells(target)

    @torch.inference_mode()
    def _search(self, asked: list[Asked], beam: int) -> list[list[str]]:
        """`beam` hypotheses for each, one after the other, in tokens without `</s>`."""
        config = self._model.config
        sources, mask = self._padded([[*ask.tokens, EOS] for ask in asked])
        forced = [[self._ids[token] for token in ask.forced] for ask in asked]
        limits = [ask.longest for ask in asked]
        found = self._model.generate(
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
            logits_processor=[_Bounds(forced, limits, config.eos_token_id)],
        )
        rows = [[self._tokens[number] for number in row] for row in found[:, 1:].tolist()]
        return [row[: row.index(EOS)] for row in rows]

    @torch.inference_mode()
    def _read(
        self, pairs: list[tuple[list[str], list[str]]], links: bool = False
    ) -> list[tuple[list[float], NDArray[np.float32]]]:
        """For each pair the log-probabilities, `</s>` included, and the attention, `</s>` left out on both sides."""
        sources, mask = self._padded([[*source, EOS] for source, _ in pairs])
        labels, _ = self._padded([[*target, EOS] for _, target in pairs])
        start = torch.full_like(labels[:, :1], self._model.config.decoder_start_token_id)
        decoder = torch.cat([start, labels[:, :-1]], dim=1)
        seen = self._model(sources, attention_mask=mask, decoder_input_ids=decoder, output_attentions=links)
        chosen = seen.logits.gather(2, labels[:, :, None])[:, :, 0] - seen.logits.logsumexp(2)
        heads = seen.cross_attentions[-1][:, 0].cpu().numpy() if links else np.zeros((len(pairs), 0, 0), np.float32)
        return [
            (row[: len(target) + 1], head[: len(target), : len(source)].copy())
            for (source, target), row, head in zip(pairs, chosen.tolist(), heads, strict=True)
        ]

    def _padded(self, rows: list[list[str]]) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and mask, both [rows, longest]."""
        width, pad = max(map(len, rows)), self._model.config.pad_token_id
        ids = [[self._ids[token] for token in row] + [pad] * (width - len(row)) for row in rows]
        mask = [[1] * len(row) + [0] * (width - len(row)) for row in rows]
        device = self._model.device
        return torch.tensor(ids, device=device), torch.tensor(mask, device=device)

    def _hypothesis(
        self, ask: Asked, tokens: list[str], scores: list[float], attention: NDArray[np.float32]
    ) -> Hypothesis:
        text, spans = self._tokenizer.target.decode(tokens)
        return Hypothesis(text, float(np.mean(scores)), tuple(ask.spans), tuple(spans), attention)


class _Bounds(LogitsProcessor):
    """Hold each sentence to its forced beginning and end it at its own limit; neither counts in the search."""

    def __init__(self, forced: list[list[int]], limits: list[int], eos: int) -> None:
        self._forced, self._limits, self._eos = forced, limits, eos

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        step, beam = input_ids.shape[1] - 1, len(scores) // len(self._limits)
        for place, (forced, limit) in enumerate(zip(self._forced, self._limits, strict=True)):
            only = forced[step] if step < len(forced) else self._eos if step >= limit else None
            if only is not None:
                rows = slice(place * beam, (place + 1) * beam)
                scores[rows] = float("-inf")
                scores[rows, only] = 0
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
    model.final_logits_bias[:, model.config.pad_token_id] = float("-inf")  # Marian's own vocabulary has no <pad>
    try:
        vocabulary = json.loads((folder / "vocab.json").read_bytes())
        missing = [token for token in (EOS, UNKNOWN) if token not in vocabulary]
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder / 'vocab.json'}: not a vocabulary that can be read: {error}") from error
    if missing:
        raise ModelError(f"{folder / 'vocab.json'}: {' and '.join(missing)} not found")
    if len(vocabulary) != model.config.vocab_size:
        seen = f"{len(vocabulary)} tokens, the weights have {model.config.vocab_size}"
        raise ModelError(f"{folder / 'vocab.json'}: {seen}")
    tokenizer = pieces.load(folder, vocabulary, model.config.max_position_embeddings - 1)
    signature = f"marian:float32:{content(*(folder / name for name in FILES))}"
    return Marian(model, vocabulary, tokenizer, signature)


def load_model(folder: Path) -> Any:
    """The MarianMTModel, in float32 and eval mode. Raises ModelError where not all weights are there, and no others."""
    try:
        with quiet():
            loaded: Any = MarianMTModel.from_pretrained(
                folder,
                local_files_only=True,
                use_safetensors=True,
                dtype=torch.float32,
                attn_implementation="eager",  # the other kinds return no attention
                ignore_mismatched_sizes=True,  # to find them in the report
                output_loading_info=True,
            )
    except Exception as error:  # transformers raises of every kind for a damaged file
        raise ModelError(f"{folder}: not a MarianMT model that can be read: {_line(error)}") from error
    model, report = loaded
    for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"):
        if report[kind]:
            names = ", ".join(sorted(key if isinstance(key, str) else key[0] for key in report[kind])[:3])
            raise ModelError(f"{folder}: {kind.replace('_keys', '')} weights: {names}", "get the model again")
    model.generation_config.max_length = None  # each call says how long; transformers would warn that both are set
    return model.eval()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep transformers from writing to the terminal: its progress bars, its log, its warnings."""
    level = logging.get_verbosity()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.set_verbosity(level)


def _line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
