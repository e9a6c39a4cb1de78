"""The Hugging Face form of a MarianMT model: its weights and its vocabularies, whole or not at all."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import MarianMTModel
from transformers.utils import logging

from translator.engines.tokenizer import EOS, UNKNOWN
from translator.errors import ModelError, first_line
from translator.model_files import MAX_SIDE_FILE, read_json

TARGET = "target_vocab.json"  # of a model with two vocabularies


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The id of every token on either side."""

    source: dict[str, int]
    target: dict[str, int]

    @property
    def both(self) -> tuple[dict[str, int], dict[str, int]]:
        return self.source, self.target

    @property
    def separate(self) -> bool:
        return self.source is not self.target


def load_model(folder: Path) -> Any:
    """The MarianMTModel, in float32 and eval mode. Raises ModelError where not all weights are there, and no others."""
    try:
        with _quiet():
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
        raise ModelError(f"{folder}: not a MarianMT model that can be read: {first_line(error)}") from error
    model, report = loaded
    _share(model, report)
    for kind in ("missing", "unexpected", "mismatched"):
        _refuse_weights(folder, kind, report[f"{kind}_keys"])
    model.generation_config.max_length = None  # each call says how long; transformers would warn that both are set
    return model.eval()


def _refuse_weights(folder: Path, kind: str, keys: Iterable[Any]) -> None:
    """Raises ModelError where there are weights of a wrong kind; a mismatched one comes with its shapes."""
    names = sorted(key if isinstance(key, str) else key[0] for key in keys)
    if names:
        shown = ", ".join(names[:3])
        raise ModelError(f"{folder}: {kind} weights: {shown}", "get the model again")


def _share(model: Any, report: dict[str, Any]) -> None:
    """Share the embeddings of a model whose output layer is its own.

    transformers 5 ties all that a MarianMTModel shares or nothing, as `tie_word_embeddings` says of the output layer.
    """
    missing = set(report["missing_keys"])
    copies = {"model.encoder.embed_tokens.weight", "model.decoder.embed_tokens.weight"}
    lacks_only_copies = copies <= missing and "model.shared.weight" not in missing
    if not model.config.share_encoder_decoder_embeddings or not lacks_only_copies:
        return
    model.model.encoder.embed_tokens = model.model.shared
    model.model.decoder.embed_tokens = model.model.shared
    report["missing_keys"] = missing - copies


@contextmanager
def _quiet() -> Iterator[None]:
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


def load_vocabularies(folder: Path, config: Any) -> Vocabularies:
    """The vocabularies of a model. Raises ModelError where one cannot be read, or is not the one of the weights."""
    separate = not config.share_encoder_decoder_embeddings
    source = _vocabulary(folder / "vocab.json", config.vocab_size)
    if not separate:
        return Vocabularies(source, source)
    return Vocabularies(source, _vocabulary(folder / TARGET, config.decoder_vocab_size))


def _vocabulary(path: Path, size: int) -> dict[str, int]:
    try:
        vocabulary: dict[str, int] = read_json(path, MAX_SIDE_FILE)
        missing = []
        for token in (EOS, UNKNOWN):
            if token not in vocabulary:
                missing.append(token)
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{path}: not a vocabulary that can be read: {error}") from error
    if missing:
        raise ModelError(f"{path}: {' and '.join(missing)} not found")
    if len(vocabulary) != size:
        raise ModelError(f"{path}: {len(vocabulary)} tokens, the weights have {size}")
    return vocabulary
