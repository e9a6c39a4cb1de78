from pathlib import Path

import pytest
import torch
from transformers import MarianMTModel

from training.corpus import collate, load_examples
from training.grow import grow, placed
from training.model import Loss, new_model


@pytest.fixture
def small(data: Path) -> MarianMTModel:
    torch.manual_seed(1)
    model = new_model(data / "vocab.json", width=64, encoder_layers=2, decoder_layers=1, dropout=0.0).eval()
    for layer in model.model.encoder.layers:  # a trained normalisation is not the plain one
        for norm in (layer.self_attn_layer_norm, layer.final_layer_norm):
            torch.nn.init.uniform_(norm.weight, 0.8, 1.2)
            torch.nn.init.normal_(norm.bias, std=0.1)
    return model


def test_new_layers_are_spread_evenly() -> None:
    assert placed(4, 6) == [(0, False), (0, True), (1, False), (2, False), (2, True), (3, False)]
    assert placed(2, 2) == [(0, False), (1, False)]


def test_a_grown_model_says_what_it_said(small: MarianMTModel, data: Path) -> None:
    batch = collate(load_examples(data, "valid"), small.config.pad_token_id)
    grown = grow(small, layers=3, units=384).eval()
    wider = grow(small, layers=2, units=384).eval()
    before, after, same = (Loss(model)(batch)[0].item() for model in (small, grown, wider))
    assert (grown.config.encoder_layers, grown.config.encoder_ffn_dim) == (3, 384)
    assert same == pytest.approx(before, abs=1e-5)
    assert after == pytest.approx(before, abs=0.02)


def test_what_was_added_learns(small: MarianMTModel, data: Path) -> None:
    batch = collate(load_examples(data, "valid"), small.config.pad_token_id)
    grown = grow(small, layers=3, units=384)
    Loss(grown)(batch)[0].backward()
    new = grown.model.encoder.layers[1]
    assert new.fc2.weight.grad.abs().sum() > 0
    assert new.self_attn.out_proj.weight.grad.abs().sum() > 0
    assert grown.model.encoder.layers[0].fc2.weight.grad[:, 256:].abs().sum() > 0


def test_a_model_does_not_shrink(small: MarianMTModel) -> None:
    with pytest.raises(ValueError, match="can only grow"):
        grow(small, layers=1, units=384)
