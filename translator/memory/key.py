"""By what a sentence is known again.

Inline code and placeholders stand in a sentence's text, so they count. Emphasis and links do not: they move with their
words, whatever the translation is.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

KEY_LENGTH = 16  # bytes

# What is written in several ways and means one thing, and what has no width.
_ONE_WRITING = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´ʼ", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "…": "...",
    }
)
_SPACES = re.compile(r"\s+")


def normalised(sentence: str) -> str:
    """A sentence in the one spelling of its quotes, dashes and spaces; capital letters count."""
    text = unicodedata.normalize("NFC", sentence).translate(_ONE_WRITING)
    return _SPACES.sub(" ", text).strip()


def sentence_key(sentence: str) -> bytes:
    """The key of a sentence's reviewed translation, whatever the model, the terms and the rules are."""
    return digest(normalised(sentence))


def _visible(text: str) -> str:
    return "".join(filter(str.isprintable, text)).strip()


def digest(*parts: str) -> bytes:
    """A key made of several texts. No two lists of texts have the same."""
    made = hashlib.blake2b(digest_size=KEY_LENGTH)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8) + data)
    return made.digest()


def reviewed_digest(translations: Iterable[tuple[bytes, str]]) -> str:
    """What reviewed translations a document has: their keys and texts in their order. Empty where it has none.

    What cannot be seen does not count: formats drop characters that they have not got.
    """
    parts = [key + digest(_visible(target)) for key, target in translations]
    if not parts:
        return ""
    return hashlib.blake2b(b"".join(parts), digest_size=KEY_LENGTH).hexdigest()
