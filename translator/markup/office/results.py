"""Results that a program computes, of fields and formulas, and shows in words: they stay, and a notice counts them."""

from __future__ import annotations

import re

from translator.language.morphology import MIN_STEM, is_word

_WORD = re.compile(rf"[^\W\d_]{{{MIN_STEM},}}")


def has_words(result: str) -> bool:
    """Has a result an Indonesian word, which no translation reaches?"""
    return any(is_word(word.lower()) for word in _WORD.findall(result))


def told_fields(count: int) -> list[str]:
    """The notice of so many fields that stay in words; none where there is none."""
    return [f"fields that say something in words were left: {count}"] if count else []


def told_formulas(count: int) -> list[str]:
    """The notice of so many results of formulas; none where there is none."""
    return [f"results of formulas were left, and the program computes them anew: {count}"] if count else []
