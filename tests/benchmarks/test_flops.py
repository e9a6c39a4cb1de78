from __future__ import annotations

from benchmarks.flops import BEAM, Shape

SHAPE = Shape(width=2, encoder_layers=3, encoder_forward=5, decoder_layers=1, decoder_forward=7, output=11)


def test_the_encoder_multiplies_every_subword_with_every_matrix_and_with_all_others() -> None:
    projections, forward, attention = 4 * 2 * 2, 2 * 2 * 5, 2 * 10 * 2
    keys_and_values = 2 * 2 * 2
    assert SHAPE.encoder(10) == 10 * (3 * (projections + forward + attention) + keys_and_values)


def test_the_decoder_has_one_hypothesis_first_and_then_as_many_as_the_beam() -> None:
    layer = 6 * 2 * 2 + 2 * 2 * 7
    first, second = layer + 2 * (10 + 1) * 2, layer + 2 * (10 + 2) * 2
    assert SHAPE.decoder(10, 2) == first + BEAM * second
    assert SHAPE.choice(2) == (1 + BEAM) * 2 * 11
