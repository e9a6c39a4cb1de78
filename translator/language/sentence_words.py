"""What the sentence splitter knows about Indonesian words: `words/indonesian_sentence_words.txt`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from translator.language.word_lists import kinds


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What the splitter knows about words.

    abbreviations: the kind of each word that ends with a full stop. label, letter, starter: words in lower case.
    """

    abbreviations: dict[str, str]
    label: frozenset[str]
    letter: frozenset[str]
    starter: frozenset[str]


@cache
def lexicon() -> SentenceWords:
    listed = dict(kinds("indonesian_sentence_words"))
    label = frozenset(listed.pop("label"))
    letter = frozenset(listed.pop("letter"))
    starter = frozenset(listed.pop("starter"))
    kind_of: dict[str, str] = {}
    for kind, words in listed.items():
        kind_of.update(dict.fromkeys(words, kind))
    for word, kind in list(kind_of.items()):
        kind_of.setdefault(word[0].upper() + word[1:], kind)
        kind_of.setdefault(word.upper(), kind)
    return SentenceWords(kind_of, label, letter, starter)


def is_abbreviation(word: str) -> bool:
    """Is a word, as it is written but without its full stop, an abbreviation that takes one (Kep., Cpl.)?"""
    if word.isupper():
        return False
    return word + "." in lexicon().abbreviations
