from __future__ import annotations

import numpy as np

from tests.canned import hypothesis
from translator.alignment import number, span_links, weight_on, words
from translator.bitext import Link
from translator.document import Span
from translator.engines.base import Hypothesis


def test_words_are_those_between_white_space() -> None:
    assert words(" kapal  perang\u00a0itu. ") == (Span(1, 6), Span(8, 14), Span(15, 19))


def test_a_word_links_to_the_source_word_it_looked_at_most() -> None:
    found = span_links("kapal perang itu", hypothesis("kapal perang itu", "that warship", "2-0 0-1 1-1"))
    assert found == [(Span(13, 16), Span(0, 4)), (Span(0, 5), Span(5, 12))]


def test_subwords_of_a_word_decide_together_and_its_punctuation_has_no_say() -> None:
    # "Aleppo," in three subwords: the letters look at Aleppo, the comma looks hard at the word after it.
    attention = np.array([[0.6, 0.4], [0.9, 0.1], [0.0, 1.0]], dtype=np.float32)
    subwords = (Span(0, 3), Span(3, 6), Span(6, 7))
    by_subwords = Hypothesis("Aleppo,", -1.0, (Span(0, 6), Span(7, 11)), subwords, attention)
    assert span_links("Aleppo jauh", by_subwords) == [(Span(0, 6), Span(0, 7))]


def test_punctuation_links_to_punctuation_only() -> None:
    source, text = "kota itu – jauh", "that town – far"
    assert span_links(source, hypothesis(source, text, "0-2 2-1 3-3")) == [(Span(11, 15), Span(12, 15))]


def test_a_word_that_looked_at_no_source_word_has_no_link() -> None:
    assert span_links("kota", hypothesis("kota", "the town", "0-1")) == [(Span(0, 4), Span(4, 8))]


def test_an_empty_text_has_no_links() -> None:
    assert span_links("kota", hypothesis("kota", "")) == []


def test_links_are_numbered_by_the_words_that_their_characters_touch() -> None:
    links = [(Span(6, 18), Span(4, 12)), (Span(0, 5), Span(0, 3))]
    assert number("pasukan kapal perang", "the warships", links) == (Link(0, 0), Link(0, 1), Link(1, 1), Link(2, 1))


def test_the_weight_on_a_span_is_the_attention_on_all_its_subwords() -> None:
    source = "kapal perang itu"
    weights = weight_on(hypothesis(source, "that warship", "2-0 0-1 1-1"), Span(0, 12))
    assert weights.tolist() == [0.0, 1.0]
