"""transformers: how strictly a model is loaded."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.engines.conftest import STARTER
from translator.engines import marian
from translator.engines.marian.loading import load_model
from translator.errors import ModelError

Weights = dict[str, torch.Tensor]


def copy(folder: Path, change: Callable[[Weights], Any]) -> Path:
    """The starter with other weights."""
    shutil.copytree(STARTER / "hf", folder)
    weights = load_file(folder / "model.safetensors")
    change(weights)
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    return folder


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (
            lambda w: w.pop("model.encoder.layers.0.fc1.weight"),
            r"missing weights: model\.encoder\.layers\.0\.fc1\.weight",
        ),
        (lambda w: w.update(extra=torch.zeros(2)), "unexpected weights: extra"),
        (lambda w: w.update({"model.shared.weight": torch.zeros(9, 9)}), "mismatched weights: model.shared.weight"),
    ],
)
def test_missing_unexpected_and_misshapen_weights_are_refused(
    tmp_path: Path, change: Callable[[Weights], Any], seen: str
) -> None:
    with pytest.raises(ModelError, match=seen):
        load_model(copy(tmp_path / "model", change))


def test_weights_that_are_a_copy_of_others_are_no_surprise(tmp_path: Path) -> None:
    def as_older_versions_saved(weights: Weights) -> None:
        for name in ("lm_head", "model.encoder.embed_tokens", "model.decoder.embed_tokens"):
            weights[f"{name}.weight"] = weights["model.shared.weight"].clone()

    model = load_model(copy(tmp_path / "model", as_older_versions_saved))
    assert model.dtype == torch.float32
    assert not model.training


@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "vocab.json", "source.spm"])
def test_a_file_cut_short_is_a_model_error(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(STARTER / "hf", folder)
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[: len(data) // 2])
    with pytest.raises(ModelError, match=r"can be read|not a SentencePiece model"):
        marian.load(folder, device="cpu")


@pytest.mark.parametrize(
    ("vocabulary", "seen"),
    [({"a": 0, "<unk>": 1}, "</s> not found"), ({"</s>": 0, "<unk>": 1}, r"2 tokens, the weights have \d+")],
)
def test_a_vocabulary_that_is_not_the_model_s_is_refused(tmp_path: Path, vocabulary: dict[str, int], seen: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(STARTER / "hf", folder)
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    with pytest.raises(ModelError, match=seen):
        marian.load(folder, device="cpu")


def test_a_model_without_generation_config_and_tokenizer_config_is_complete(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(STARTER / "hf", folder)
    (folder / "generation_config.json").unlink()
    (folder / "tokenizer_config.json").unlink()
    engine = marian.load(folder, device="cpu", threads=1)
    assert engine.signature == marian.load(STARTER / "hf", device="cpu", threads=1).signature
    assert engine.signature.startswith("marian:float32:")


def test_loading_writes_nothing_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    load_model(STARTER / "hf")
    assert capfd.readouterr() == ("", "")
