from __future__ import annotations

import pytest

from tests.enforcement.repairs.expressions import mended


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Ukurannya 12 x 5 m.", "The size is 12 x x m.", "The size is 12 x 5 m."),
        ("Ukurannya 12 x 5 m.", "The size is 12 x x 5 m.", "The size is 12 x 5 m."),
        ("Ukurannya 30 x 40 x 2 cm.", "It is 30 x x 40 x x 2 cm.", "It is 30 x 40 x 2 cm."),
        ("Ukurannya 2,5 x 3,75 m.", "It is 2.5 x m.", "It is 2.5 x 3.75 m."),
    ],
)
def test_a_size_that_the_model_stuttered_is_written_whole(source: str, model: str, wanted: str) -> None:
    assert mended(source, model, "0-0") == wanted


@pytest.mark.parametrize(
    "model",
    ["It is 12 x 5 m.", "It is 12x5 m.", "It is 12 by 5 m.", "It is 5 m wide and 12 m long.", "See 12 x-rays of 5 m."],
)
def test_a_size_that_is_right_is_left(model: str) -> None:
    assert mended("Ukurannya 12 x 5 m.", model, "0-0") == model
