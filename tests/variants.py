"""The starter's weights in the shapes that public models have: they must translate as the starter does."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml
from safetensors.torch import load_file, save_file
from transformers import MarianMTModel

Weights = dict[str, torch.Tensor]
HEADS = 4


def _rewrite(source: Path, out: Path, **config: Any) -> Weights:
    """A copy with another configuration; its weights, for the caller to change and to write."""
    shutil.copytree(source, out)
    settings = json.loads((out / "config.json").read_text("utf-8"))
    (out / "config.json").write_text(json.dumps(settings | config), encoding="utf-8")
    return {name: tensor.clone() for name, tensor in load_file(out / "model.safetensors").items()}


def _write(weights: Weights, out: Path) -> Path:
    save_file(weights, out / "model.safetensors", metadata={"format": "pt"})
    return out


def untied(source: Path, out: Path) -> Path:
    """With an output layer of its own."""
    weights = _rewrite(source, out, tie_word_embeddings=False)
    weights["lm_head.weight"] = weights["model.shared.weight"].clone()
    return _write(weights, out)


def separate(source: Path, out: Path) -> Path:
    """With a vocabulary for either side: that of the target stands in another order."""
    weights = _rewrite(source, out, share_encoder_decoder_embeddings=False)
    ids = json.loads((out / "vocab.json").read_text("utf-8"))
    tokens = sorted(ids, key=ids.__getitem__)
    order = [0, 1, *range(len(ids) - 2, 1, -1), len(ids) - 1]  # </s>, <unk> and <pad> keep their places
    target = {tokens[old]: new for new, old in enumerate(order)}
    (out / "target_vocab.json").write_text(json.dumps(target), encoding="utf-8")
    shared = weights.pop("model.shared.weight")
    weights["model.encoder.embed_tokens.weight"] = shared
    weights["model.decoder.embed_tokens.weight"] = shared[order].clone()
    weights["lm_head.weight"] = shared[order].clone()
    weights["final_logits_bias"] = weights["final_logits_bias"][:, order].clone()
    return _write(weights, out)


def with_source_subwords(source: Path, out: Path, number: int) -> Path:
    """With so many subwords more that `target.spm` does not have; the model would write nothing else, if it could."""
    weights = _rewrite(source, out)
    ids = json.loads((out / "vocab.json").read_text("utf-8"))
    old = ids.pop("<pad>")
    for place in range(old, old + number):
        ids[f"\u2581source{place}"] = place
    pad = ids["<pad>"] = old + number
    (out / "vocab.json").write_text(json.dumps(ids), encoding="utf-8")
    settings = json.loads((out / "config.json").read_text("utf-8"))
    settings |= {"vocab_size": len(ids), "decoder_vocab_size": len(ids)}
    settings |= {"pad_token_id": pad, "decoder_start_token_id": pad}
    (out / "config.json").write_text(json.dumps(settings), encoding="utf-8")
    embeddings, bias = weights["model.shared.weight"], weights["final_logits_bias"]
    new = torch.zeros(number, embeddings.shape[1], dtype=embeddings.dtype)
    likely = torch.full((1, number), 50.0, dtype=bias.dtype)
    weights["model.shared.weight"] = torch.cat([embeddings[:old], new, embeddings[old:]])
    weights["final_logits_bias"] = torch.cat([bias[:, :old], likely, bias[:, old:]], dim=1)
    return _write(weights, out)


def unguided(source: Path, out: Path, layer: int, head: int) -> Path:
    """With the aligning head in another place of the last layer; or in the first, and the last one's heads misled.

    A head is misled by turning its queries round: it looks away from what it looked at, and the model babbles.
    """
    weights = _rewrite(source, out)
    name = "model.decoder.layers.{}.encoder_attn.{}.{}"
    if layer != 1:
        for kind in ("weight", "bias"):
            weights[name.format(1, "q_proj", kind)] *= -1
    size = weights[name.format(layer, "q_proj", "weight")].shape[0]
    if layer == 1:
        order = np.arange(HEADS)
        order[[0, head]] = order[[head, 0]]
        rows = torch.from_numpy(np.arange(size).reshape(HEADS, -1)[order].ravel())
        for part in ("q_proj", "k_proj", "v_proj"):
            for kind in ("weight", "bias"):
                key = name.format(layer, part, kind)
                weights[key] = weights[key][rows].contiguous()
        key = name.format(layer, "out_proj", "weight")
        weights[key] = weights[key][:, rows].contiguous()
    return _write(weights, out)


def pickled(source: Path, out: Path) -> Path:
    """As the hub has older models: a pickle with all weights, shared ones several times; settings of old versions."""
    old = {
        "_name_or_path": "/tmp/Helsinki-NLP/opus-mt-id-en",
        "add_bias_logits": False,
        "bad_words_ids": [[7999]],
        "bos_token_id": 0,
        "classif_dropout": 0.0,
        "extra_pos_embeddings": 0,
        "id2label": {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"},
        "max_length": 512,
        "normalize_before": False,
        "normalize_embedding": False,
        "num_beams": 6,
        "num_hidden_layers": json.loads((source / "config.json").read_text("utf-8"))["encoder_layers"],
        "static_position_embeddings": True,
        "torch_dtype": "float32",
        "transformers_version": "4.22.0.dev0",
    }
    weights: Weights = {name: tensor.float() for name, tensor in _rewrite(source, out, **old).items()}
    positions = MarianMTModel.from_pretrained(source).model.encoder.embed_positions.weight.detach().clone()
    weights |= {f"model.{side}.embed_positions.weight": positions for side in ("encoder", "decoder")}
    for name in ("model.encoder.embed_tokens.weight", "model.decoder.embed_tokens.weight", "lm_head.weight"):
        weights[name] = weights["model.shared.weight"]
    torch.save(weights, out / "pytorch_model.bin")
    for name in ("model.safetensors", "generation_config.json", "tokenizer_config.json"):
        (out / name).unlink()
    return out


def marian_package(source: Path, out: Path, two_vocabularies: bool = False, untied: bool = False) -> Path:
    """In Marian's own layout, as OPUS-MT packs it: decoder.yml, .npz, .yml, .spm."""
    out.mkdir()
    weights = {name: tensor.float().numpy() for name, tensor in load_file(source / "model.safetensors").items()}
    config = json.loads((source / "config.json").read_text("utf-8"))
    ids = json.loads((source / "vocab.json").read_text("utf-8"))
    tokens = sorted(ids, key=ids.__getitem__)[:-1]  # Marian has no <pad>
    shared = weights["model.shared.weight"][:-1]
    embeddings = ["encoder_Wemb", "decoder_Wemb"] if two_vocabularies else ["Wemb"]
    arrays: dict[str, Any] = dict.fromkeys(embeddings, shared)
    arrays["decoder_ff_logit_out_b"] = weights["final_logits_bias"][:, :-1]
    if untied:
        arrays["decoder_ff_logit_out_W"] = shared.T
    for side, count in (("encoder", config["encoder_layers"]), ("decoder", config["decoder_layers"])):
        for layer in range(count):
            _layer(arrays, weights, side, layer)
    arrays["special:model.yml"] = np.frombuffer(yaml.safe_dump(_options(config)).encode() + b"\0", np.int8)
    np.savez(out / "opus.spm32k-spm32k.transformer-align.model1.npz.best-perplexity.npz", **arrays)
    lines = "".join(f"{json.dumps(token, ensure_ascii=False)}: {number}\n" for number, token in enumerate(tokens))
    names = ["opus.spm32k-spm32k.src.vocab.yml", "opus.spm32k-spm32k.trg.vocab.yml"]
    for name in names if two_vocabularies else [names[0], names[0]]:
        (out / name).write_text(lines, encoding="utf-8")
    decoder = {
        "relative-paths": True,
        "models": ["opus.spm32k-spm32k.transformer-align.model1.npz.best-perplexity.npz"],
        "vocabs": names if two_vocabularies else [names[0], names[0]],
        "beam-size": 6,
        "normalize": 1,
    }
    (out / "decoder.yml").write_text(yaml.safe_dump(decoder), encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        shutil.copy(source / name, out / name)
    (out / "README.md").write_text("# opus-2021-04-30.zip\n\n* target language(s): eng\n", encoding="utf-8")
    (out / "preprocess.sh").write_text("#!/bin/sh\n", encoding="utf-8")
    return out


def _layer(arrays: dict[str, Any], weights: dict[str, Any], side: str, layer: int) -> None:
    here, there = f"model.{side}.layers.{layer}", f"{side}_l{layer + 1}"
    attentions = {"self_attn": "self"} | ({"encoder_attn": "context"} if side == "decoder" else {})
    for name, scope in attentions.items():
        for part, letter in (("q_proj", "q"), ("k_proj", "k"), ("v_proj", "v"), ("out_proj", "o")):
            arrays[f"{there}_{scope}_W{letter}"] = weights[f"{here}.{name}.{part}.weight"].T
            arrays[f"{there}_{scope}_b{letter}"] = weights[f"{here}.{name}.{part}.bias"][None]
        arrays[f"{there}_{scope}_Wo_ln_scale"] = weights[f"{here}.{name}_layer_norm.weight"][None]
        arrays[f"{there}_{scope}_Wo_ln_bias"] = weights[f"{here}.{name}_layer_norm.bias"][None]
    for number in (1, 2):
        arrays[f"{there}_ffn_W{number}"] = weights[f"{here}.fc{number}.weight"].T
        arrays[f"{there}_ffn_b{number}"] = weights[f"{here}.fc{number}.bias"][None]
    arrays[f"{there}_ffn_ffn_ln_scale"] = weights[f"{here}.final_layer_norm.weight"][None]
    arrays[f"{there}_ffn_ffn_ln_bias"] = weights[f"{here}.final_layer_norm.bias"][None]


def _options(config: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "transformer",
        "enc-depth": config["encoder_layers"],
        "dec-depth": config["decoder_layers"],
        "transformer-heads": config["encoder_attention_heads"],
        "transformer-ffn-activation": "swish",
        "transformer-preprocess": "",
        "transformer-postprocess": "dan",
        "transformer-postprocess-emb": "d",
        "transformer-decoder-autoreg": "self-attention",
        "transformer-no-projection": False,
        "transformer-guided-alignment-layer": "last",
    }
