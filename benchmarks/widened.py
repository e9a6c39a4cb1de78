"""The starter in the size of opus-mt-id-en: 72.7 million parameters, 6 + 6 layers, a vocabulary of 54,796.

    python -m benchmarks.widened DIR

Random weights of that shape write babble of any length. These compute what the starter computes, so that translations,
and their lengths, are the starter's, and the time is that of the larger model: every vector holds the starter's twice,
every matrix halves it again; new layers add nothing to what passes through them; new subwords are never likely.
"""

from __future__ import annotations

import json
import shutil
import struct
import sys
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

from translator import models

VOCABULARY, WIDTH, FEED_FORWARD, LAYERS, HEADS = 54_796, 512, 2_048, 6, 8  # of opus-mt-id-en
NEVER = -1e4  # the bias of a subword that the starter does not have
TARGET_SUBWORDS = 32_000  # of its target.spm
COPIED = ("source.spm", "generation_config.json")

Weights = dict[str, torch.Tensor]


def make(out: Path) -> Path:
    """Write the model, in the Hugging Face form, to the new folder `out`."""
    starter = models.starter().form("marian")
    out.mkdir(parents=True)
    for name in COPIED:
        shutil.copyfile(starter / name, out / name)
    config = json.loads((starter / "config.json").read_bytes())
    save_file(widened(load_file(starter / "model.safetensors"), config), out / "model.safetensors")
    pad = VOCABULARY - 1
    config |= {"vocab_size": VOCABULARY, "decoder_vocab_size": VOCABULARY, "d_model": WIDTH, "dtype": "float32"}
    config |= {"pad_token_id": pad, "decoder_start_token_id": pad}
    for side in ("encoder", "decoder"):
        config |= {f"{side}_layers": LAYERS, f"{side}_attention_heads": HEADS, f"{side}_ffn_dim": FEED_FORWARD}
    (out / "config.json").write_text(json.dumps(config))
    generation = json.loads((out / "generation_config.json").read_bytes())
    generation |= {"bad_words_ids": [[pad]], "pad_token_id": pad, "decoder_start_token_id": pad}
    (out / "generation_config.json").write_text(json.dumps(generation))
    _write_vocabulary(starter, out)
    return out


def widened(starter: Weights, config: dict[str, Any]) -> Weights:
    """The weights of the larger model."""
    starter = {name: weight.float() for name, weight in starter.items()}
    last = config["decoder_layers"] - 1
    own = config["vocab_size"] - 1  # the last one is <pad>
    torch.manual_seed(1)
    wide: Weights = {}
    for name, weight in starter.items():
        if name.startswith("model.") and name != "model.shared.weight":
            wide[name] = _widened(name, weight)
    for layer in range(config["decoder_layers"], LAYERS):
        for name in [name for name in wide if name.startswith(f"model.decoder.layers.{last}.")]:
            wide[name.replace(f"layers.{last}", f"layers.{layer}")] = _passing(name, wide[name])
    for kind, plain in (("weight", torch.ones), ("bias", torch.zeros)):  # the last of all has what the last one had
        wide[f"model.decoder.layers.{LAYERS - 1}.final_layer_norm.{kind}"] = (
            wide[f"model.decoder.layers.{last}.final_layer_norm.{kind}"] / 2**0.5
        )
        wide[f"model.decoder.layers.{last}.final_layer_norm.{kind}"] = plain(WIDTH)
    embeddings = torch.randn(VOCABULARY, WIDTH) * 0.02
    embeddings[:own] = starter["model.shared.weight"][:own].repeat(1, 2) / 2**0.5
    embeddings[-1] = 0
    wide["model.shared.weight"] = embeddings
    bias = torch.full((1, VOCABULARY), NEVER)
    bias[:, :own] = starter["final_logits_bias"][:, :own]
    wide["final_logits_bias"] = bias
    positions = _positions(config["max_position_embeddings"], config["d_model"]).repeat(1, 2)
    for side in ("encoder", "decoder"):
        wide[f"model.{side}.embed_positions.weight"] = positions.clone()
    return wide


def _widened(name: str, weight: torch.Tensor) -> torch.Tensor:
    """The weight for vectors that hold the starter's twice; a feed-forward layer has further units, of zeros."""
    if ".fc1." in name:
        inner = torch.zeros(FEED_FORWARD, *([WIDTH] * (weight.dim() - 1)))
        inner[: len(weight)] = weight.repeat(1, 2) / 2 if weight.dim() == 2 else weight
        return inner
    if name.endswith(".fc2.weight"):
        outer = torch.zeros(WIDTH, FEED_FORWARD)
        outer[:, : weight.shape[1]] = weight.repeat(2, 1)
        return outer
    if weight.dim() == 2:
        return weight.repeat(2, 2) / 2
    return weight.repeat(2)


def _passing(name: str, like: torch.Tensor) -> torch.Tensor:
    """A weight of a layer that works as much as the others, and changes nothing."""
    if "layer_norm.weight" in name:
        return torch.ones_like(like)
    if "layer_norm.bias" in name or "out_proj" in name or ".fc2." in name:
        return torch.zeros_like(like)
    return torch.randn_like(like) * 0.02


def _positions(number: int, width: int) -> torch.Tensor:
    """Marian's sinusoidal positions: the sines, then the cosines."""
    rates = 10_000 ** (-2 * torch.arange(width // 2, dtype=torch.float64) / width)
    angles = torch.arange(number, dtype=torch.float64)[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], dim=1).float()


def _write_vocabulary(starter: Path, out: Path) -> None:
    """vocab.json and tokenizer_config.json, with `<pad>` behind the new subwords; target.spm has some of the new."""
    vocabulary = json.loads((starter / "vocab.json").read_bytes())
    old, pad = vocabulary.pop("<pad>"), VOCABULARY - 1
    vocabulary |= {_new(number): number for number in range(old, pad)}
    vocabulary["<pad>"] = pad
    (out / "vocab.json").write_text(json.dumps(vocabulary))
    target = bytearray((starter / "target.spm").read_bytes())
    for number in range(old, TARGET_SUBWORDS):
        piece = (
            b"\x0a" + bytes([len(_new(number).encode())]) + _new(number).encode() + b"\x15" + struct.pack("<f", -1e3)
        )
        target += b"\x0a" + bytes([len(piece)]) + piece  # a further ModelProto.pieces: its piece, and its score
    (out / "target.spm").write_bytes(target)
    about = json.loads((starter / "tokenizer_config.json").read_bytes())
    about["added_tokens_decoder"][str(pad)] = about["added_tokens_decoder"].pop(str(old))
    (out / "tokenizer_config.json").write_text(json.dumps(about))


def _new(number: int) -> str:
    return f"\u2581new{number}"


if __name__ == "__main__":
    make(Path(sys.argv[1]))
