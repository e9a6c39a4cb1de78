"""Bounds on candidates: none is much longer than the model's own translation, and none stutters.

What enforcement adds must not make a sentence worse. A candidate outside the bounds is taken only where there is no
other, so that a required term stands at any price.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from translator.enforcement.draft import Draft

# How much longer than the model's own translation a candidate may be: so many words, or this share of its words,
# whichever is more.
MAX_EXTRA_WORDS = 3
MAX_EXTRA_SHARE = 0.5
# A word or group of digits that stands so often is a stutter, unless the source has one as often.
STUTTER = 3
# Words in a row that are a stutter where they stand twice.
REPEATED_WORDS = 4
# Letters of a word that may be a stutter, at least.
MIN_WORD_LENGTH = 4

_WORD = re.compile(r"\w+")


def within_bounds(drafts: Sequence[Draft], model_text: str) -> list[Draft]:
    """Of the drafts that miss the fewest required terms those within the bounds; all of them where none is.

    model_text: the model's own translation.
    """
    least = min(draft.missing_required for draft in drafts)
    complete = [draft for draft in drafts if draft.missing_required == least]
    kept = [draft for draft in complete if is_bounded(draft, model_text)]
    return kept or complete


def is_bounded(draft: Draft, model_text: str) -> bool:
    """Is a draft not much longer than the model's own translation, and does it stutter no more?"""
    if not _is_short_enough(draft, model_text):
        return False
    return not _stutters_more(draft, model_text)


def _is_short_enough(draft: Draft, model_text: str) -> bool:
    own = len(model_text.split())
    extra = max(MAX_EXTRA_WORDS, MAX_EXTRA_SHARE * own)
    return len(draft.text.split()) <= own + extra


def _stutters_more(draft: Draft, model_text: str) -> bool:
    """Does a word stand three times in a draft that stands less often in the model's own text and in the source?

    Or does a row of words stand twice? The source has a word as often if any of its words stands so often, for the two
    languages have different words.
    """
    if _repeated_rows(draft.text) > max(_repeated_rows(model_text), _repeated_rows(draft.source)):
        return True
    found = _counts(draft.text)
    own = _counts(model_text)
    most = max(_counts(draft.source).values(), default=0)
    stutters = {word for word, times in found.items() if times >= STUTTER}
    return any(found[word] > max(most, own[word]) for word in stutters)


def _repeated_rows(text: str) -> int:
    """How many rows of words have stood before in a text."""
    words = _WORD.findall(text.casefold())
    rows = [tuple(words[start : start + REPEATED_WORDS]) for start in range(len(words) - REPEATED_WORDS + 1)]
    return len(rows) - len(set(rows))


def _counts(text: str) -> Counter[str]:
    """How often each word stands in a text; short words, most of which are function words, do not count."""
    words = _WORD.findall(text.casefold())
    return Counter(word for word in words if len(word) >= MIN_WORD_LENGTH or word.isdigit())
