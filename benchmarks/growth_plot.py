"""The curves of `benchmarks.growth` as a picture: time against size, both doubling from line to line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import log2

STEP, LEFT, TOP, LABELS = 90, 90, 30, 300  # pixels: of a doubling, of the margins
COLOURS = ("#1b6ca8", "#c0392b", "#2e8b57", "#8e44ad", "#d68910", "#16808a", "#7f5539", "#c2185b")
GREY = "#9aa0a6"


def drawn(curves: Mapping[str, Sequence[float]]) -> str:
    """An SVG. curves: by name, the seconds at doubling sizes, each drawn from its first size as the unit."""
    steps = max(len(curve) for curve in curves.values()) - 1
    rise = max(log2(second / curve[0]) for curve in curves.values() for second in curve)
    height = TOP * 2 + STEP * max(steps, rise)
    width = LEFT + STEP * steps + LABELS
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height:.0f}" font-family="sans-serif" '
        f'font-size="13"><rect width="100%" height="100%" fill="white"/>'
    ]
    for step in range(steps + 1):
        x, y = LEFT + STEP * step, height - TOP - STEP * step
        parts.append(f'<path d="M{LEFT} {y:.0f}H{LEFT + STEP * steps}M{x} {height - TOP:.0f}V{TOP}" stroke="#e8eaed"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{2**step} x time</text>')
        parts.append(f'<text x="{x}" y="{height - TOP + 18:.0f}" text-anchor="middle">{2**step} x size</text>')
    parts.append(_line([float(2**step) for step in range(steps + 1)], height, GREY, 6))
    for number, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        parts.append(_line(curve, height, colour, 2))
        y = TOP + 20 * number
        parts.append(f'<text x="{LEFT + STEP * steps + 20}" y="{y}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _line(curve: Sequence[float], height: float, colour: str, width: int) -> str:
    points = []
    for step, seconds in enumerate(curve):
        points.append(f"{LEFT + STEP * step},{height - TOP - STEP * log2(seconds / curve[0]):.1f}")
    return f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
