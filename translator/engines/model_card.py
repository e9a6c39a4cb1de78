"""What a model's card (README.md) says that Padan must know: its licence, and whether it wants a language token."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from translator.model_files import MAX_DESCRIPTION, read_bytes

NAME = "README.md"
ENGLISH = ">>eng<<"
# OPUS-MT's wording, in all its cards of models with several target languages; newer ones give labels as examples
_ASKS = re.compile(r"sentence[- ]initial language token|>>eng<<", re.IGNORECASE)
_LICENCE = re.compile(r"^license:\s*[\"']?([\w.+-]{1,100})", re.MULTILINE)


def language_token(folder: Path, vocabulary: Collection[str]) -> str:
    """The token that begins every source: `>>eng<<` where the vocabulary has it and the card asks for it, else none."""
    if ENGLISH not in vocabulary:
        return ""
    card = _text(folder)
    if _ASKS.search(card):
        return ENGLISH
    return ""


def licence(folder: Path) -> str:
    """The licence that the card's front matter states; empty where it states none."""
    text = _text(folder)
    if not text.startswith("---"):
        return ""
    front = text.split("\n---", 1)[0]
    found = _LICENCE.search(front)
    if found:
        return found[1]
    return ""


def _text(folder: Path) -> str:
    try:
        return read_bytes(folder / NAME, MAX_DESCRIPTION).decode("utf-8", "replace")
    except (OSError, ValueError):  # there is none, or it is no text of a sound size
        return ""
