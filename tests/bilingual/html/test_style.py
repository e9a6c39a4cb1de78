"""The colours of the page can be told apart, as WCAG 2.2 measures it (1.4.3 and 1.4.11), in light and dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("translator.bilingual.html").joinpath("style.css").read_text("utf-8")
PAIRS = dict(re.findall(r"--([a-z-]+): light-dark\((#\w+, #\w+)\)", STYLE))
TEXT = [
    *[("ink", ground) for ground in ("paper", "lift", "own", "put", "check", "found")],
    *[(ink, ground) for ink in ("soft", "error", "warning", "done") for ground in ("paper", "lift")],
    ("paper", "ink"),
    ("on-ink", "on"),
]
SHAPES = [("edge", "paper"), ("on", "paper"), ("on", "lift"), ("error", "lift"), ("warning", "lift"), ("done", "lift")]


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    linear = []
    for start in (0, 2, 4):
        value = int(digits[start : start + 2], 16) / 255
        linear.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str, theme: int) -> float:
    low, high = sorted(luminance(PAIRS[name].split(", ")[theme]) for name in (ink, ground))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(ink: str, ground: str, theme: int) -> None:
    assert contrast(ink, ground, theme) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_seen_on_their_ground(shape: str, ground: str, theme: int) -> None:
    assert contrast(shape, ground, theme) >= 3


def test_the_measure_is_that_of_the_standard() -> None:
    assert (luminance("#fff"), luminance("#000000")) == (pytest.approx(1), 0)
