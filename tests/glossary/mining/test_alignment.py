from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from glossary.mining.alignment import aligned

WORDS = {"kapal": "ship", "kota": "town", "besar": "big", "tua": "old"}
words = st.lists(st.sampled_from([*WORDS, *WORDS.values()]), max_size=6)


def test_words_that_keep_each_others_company_are_linked() -> None:
    nouns, others = ["kapal", "kota"], ["besar", "tua"]
    pairs = [([noun, other], [WORDS[other], WORDS[noun]]) for noun, other in product(nouns, others)]
    assert aligned(pairs) == [[(0, 1), (1, 0)]] * 4


def test_words_that_never_part_are_all_linked() -> None:
    pairs = [(["laut", "merah", *rest], ["red", "sea", *(WORDS[word] for word in rest)]) for rest in ([], ["tua"])]
    assert aligned(pairs)[0] == [(0, 0), (0, 1), (1, 0), (1, 1)]


@given(st.lists(st.tuples(words, words), max_size=4))
def test_links_are_between_words_that_there_are(pairs: list[tuple[list[str], list[str]]]) -> None:
    for (here, there), links in zip(pairs, aligned(pairs), strict=True):
        assert all(0 <= source < len(here) and 0 <= target < len(there) for source, target in links)
