"""Make a trained model larger without changing what it says, as a warm start for further training.

More encoder layers: a new one repeats the weights of a trained one, but what it adds to the stream is zero at first,
and its two normalisations give back what they are given, as nearly as a normalisation can. A wider feed-forward: the
new units read with small random weights and write with none. Both learn from the first step.
"""

import argparse
from pathlib import Path

import torch
from transformers import MarianConfig, MarianMTModel
from transformers.models.marian.modeling_marian import MarianEncoderLayer

from training.learner import save_half
from training.model import load_model, silence_pad

READING = 0.02
"""Standard deviation of the weights with which new units of a feed-forward read."""


def placed(old: int, new: int) -> list[tuple[int, bool]]:
    """For each of `new` layers the old one that it repeats, and whether it is added; those are spread evenly."""
    sources = [place * old // new for place in range(new)]
    return [(source, place > 0 and sources[place - 1] == source) for place, source in enumerate(sources)]


@torch.no_grad()
def widen(layer: MarianEncoderLayer, trained: MarianEncoderLayer) -> None:
    """Copy a trained layer into one whose feed-forward has as many units or more; the rest of them stay silent."""
    state = trained.state_dict()
    units = len(state["fc1.bias"])
    wide = {name: tensor.clone() for name, tensor in layer.state_dict().items()}
    wide["fc1.weight"].normal_(std=READING)[:units] = state.pop("fc1.weight")
    wide["fc1.bias"].zero_()[:units] = state.pop("fc1.bias")
    wide["fc2.weight"].zero_()[:, :units] = state.pop("fc2.weight")
    layer.load_state_dict(wide | state)


@torch.no_grad()
def silence(layer: MarianEncoderLayer, before: torch.nn.LayerNorm) -> None:
    """Let a layer add nothing to what the normalisation `before` puts out, and give that back as it is."""
    for part in (layer.self_attn.out_proj, layer.fc2):
        part.weight.zero_()
        part.bias.zero_()
    spread = (before.weight.square().mean() + before.bias.var(unbiased=False)).sqrt()
    for norm in (layer.self_attn_layer_norm, layer.final_layer_norm):
        norm.weight.fill_(spread)
        norm.bias.fill_(before.bias.mean())


def grow(model: MarianMTModel, layers: int, units: int) -> MarianMTModel:
    """The model with `layers` in the encoder, whose feed-forwards have `units`; the decoder stays as it is."""
    old = model.config
    if layers < old.encoder_layers or units < old.encoder_ffn_dim:
        raise ValueError(f"a model of {old.encoder_layers} layers and {old.encoder_ffn_dim} units can only grow")
    shape = {"encoder_layers": layers, "num_hidden_layers": layers, "encoder_ffn_dim": units}
    config = MarianConfig(**old.to_dict() | shape | {"attn_implementation": "eager"})
    grown = MarianMTModel(config)
    trained = list(model.model.encoder.layers)
    for layer, (source, is_new) in zip(grown.model.encoder.layers, placed(len(trained), layers), strict=True):
        widen(layer, trained[source])
        if is_new:
            silence(layer, trained[source].final_layer_norm)
    others = {name: tensor for name, tensor in model.state_dict().items() if ".encoder.layers." not in name}
    grown.load_state_dict(others, strict=False)
    silence_pad(grown)
    return grown


def main() -> None:
    parser = argparse.ArgumentParser(description="Grow the encoder of a trained model for a warm start.")
    parser.add_argument("model", type=Path, help="folder of weights in the public format")
    parser.add_argument("output", type=Path, help="folder for the larger model")
    parser.add_argument("--layers", type=int, default=6, help="encoder layers (default 6)")
    parser.add_argument("--units", type=int, default=1536, help="units of the encoder's feed-forward (default 1536)")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    torch.manual_seed(chosen.seed)
    grown = grow(load_model(chosen.model), chosen.layers, chosen.units)
    save_half(grown, chosen.output)
    print(f"{sum(weight.numel() for weight in grown.parameters()) / 1e6:.1f} million weights in {chosen.output}")


if __name__ == "__main__":
    main()
