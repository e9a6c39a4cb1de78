"""Fragments of a page for tests."""

from __future__ import annotations

from translator.formats.pdf.pages import PdfFragment


def fragment(text: str, left: float, down: float, size: float = 10) -> PdfFragment:
    """A fragment whose letters are half as wide as their size."""
    return PdfFragment(text, left, left + len(text) * size / 2, down - size, down + size / 5)


def column(name: str, left: float, down: float, count: int) -> list[PdfFragment]:
    """Lines of 40 letters below each other, which say which they are."""
    return [fragment(f"{name}{number} ".ljust(40, "x"), left, down + 13 * number) for number in range(count)]
