"""The small MarianMT of the recipe, its loss, and the two things that keep it equal in transformers and CTranslate2.

CTranslate2 starts Marian's decoder from a zero vector, transformers from the embedding of `<pad>`. With tied embeddings
the softmax would move that row, so its logit is left out of the loss and the row is set to zero after every step.
"""

import json
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional
from transformers import MarianConfig, MarianMTModel

from training.corpus import IGNORED, Batch

SMOOTHING = 0.1


def new_model(vocabulary: Path, width: int, encoder_layers: int, decoder_layers: int, dropout: float) -> MarianMTModel:
    """An untrained model of the given shape, in the configuration of the public ones."""
    size = len(json.loads(vocabulary.read_text(encoding="utf-8")))
    config = MarianConfig(
        vocab_size=size,
        d_model=width,
        encoder_layers=encoder_layers,
        decoder_layers=decoder_layers,
        encoder_attention_heads=width // 64,
        decoder_attention_heads=width // 64,
        encoder_ffn_dim=4 * width,
        decoder_ffn_dim=4 * width,
        max_position_embeddings=512,
        activation_function="swish",
        dropout=dropout,
        scale_embedding=True,
        tie_word_embeddings=True,
        share_encoder_decoder_embeddings=True,
        pad_token_id=size - 1,
        decoder_start_token_id=size - 1,
        eos_token_id=0,
        forced_eos_token_id=0,
        bos_token_id=None,
        attn_implementation="eager",  # type: ignore[call-arg]  # any setting of a configuration may be given
    )
    model = MarianMTModel(config)
    torch.nn.init.normal_(model.model.shared.weight, std=width**-0.5)
    silence_pad(model)
    return model


def load_model(folder: Path, dropout: float = 0.1) -> MarianMTModel:
    """A model in the public format, in single precision, with attention that can be looked at."""
    loaded: Any = MarianMTModel.from_pretrained(
        folder,
        local_files_only=True,
        use_safetensors=True,
        dtype=torch.float32,
        attn_implementation="eager",
        dropout=dropout,
        output_loading_info=True,
    )
    model: MarianMTModel
    model, report = loaded
    if report["missing_keys"] or report["unexpected_keys"]:
        raise ValueError(f"{folder}: weights missing {report['missing_keys']}, unexpected {report['unexpected_keys']}")
    if model.config.pad_token_id != model.config.vocab_size - 1:
        raise ValueError(f"{folder}: <pad> was wanted as the last id, it is {model.config.pad_token_id}")
    silence_pad(model)
    return model


@torch.no_grad()
def silence_pad(model: MarianMTModel) -> None:
    """Set the embedding of `<pad>` to zero."""
    model.model.shared.weight[model.config.pad_token_id] = 0


class Loss(torch.nn.Module):
    """Label-smoothed cross-entropy, and head 0 of the last layer's cross-attention led to the word alignment.

    Chen et al. (2016), "Guided Alignment Training for Topic-Aware Neural Machine Translation".
    """

    def __init__(self, model: MarianMTModel) -> None:
        super().__init__()
        self.model = model
        self.attention: torch.Tensor | None = None
        model.model.decoder.layers[-1].encoder_attn.register_forward_hook(self.keep_attention)

    def keep_attention(self, *called: tuple[torch.Tensor, torch.Tensor]) -> None:
        """Remember head 0 (sentences x target subwords x source subwords) of what the hooked module returned."""
        self.attention = called[-1][1][:, 0]

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean cross-entropy per target subword, smoothed in training only, and mean guidance per linked subword."""
        pad = self.model.config.pad_token_id
        hidden = self.model.model(
            input_ids=batch.source,
            attention_mask=batch.mask,
            decoder_input_ids=batch.decoder,
            use_cache=False,
        ).last_hidden_state
        real = batch.labels != IGNORED
        logits = functional.linear(hidden[real], self.model.model.shared.weight[:pad])
        smoothing = SMOOTHING if self.training else 0.0
        likelihood = functional.cross_entropy(logits.float(), batch.labels[real], label_smoothing=smoothing)
        assert self.attention is not None
        surprise = -(self.attention.float().clamp_min(1e-6).log() * batch.links).sum()
        return likelihood, surprise / batch.links.sum().clamp_min(1)
