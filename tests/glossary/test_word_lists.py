from __future__ import annotations

import re

import pytest

from glossary.source.forms import CLITICS
from glossary.word_lists import lines, words


@pytest.mark.parametrize(
    "name",
    [
        "whole_words",
        "adverbs",
        "fixed_doublings",
        "common_indonesian",
        "common_english",
        "before_infinitives",
        "english_only",
    ],
)
def test_lists_hold_words_in_small_letters(name: str) -> None:
    assert len(words(name)) > 20
    assert [word for word in words(name) if not re.fullmatch(r"[a-z'-]+", word)] == []


def test_each_verb_has_one_line_of_nouns() -> None:
    rows = [line.split() for line in lines("nouns_of_verbs")]
    assert [row for row in rows if len(row) not in (2, 3)] == []
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})


@pytest.mark.parametrize("name", ["whole_words", "adverbs"])
def test_whole_words_end_like_a_clitic(name: str) -> None:
    assert [word for word in words(name) if not word.endswith(CLITICS)] == []


def test_fixed_doublings_are_two_words_with_a_hyphen() -> None:
    assert [word for word in words("fixed_doublings") if not re.fullmatch(r"[a-z]+-[a-z]+", word)] == []
