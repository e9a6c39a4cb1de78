from __future__ import annotations

from training.names import count, exceptions, roots

PAIRS = [
    *[["kata Rusia dan berkata", "said Russia and said"]] * 4,
    *[["kata Iran dan perkataan", "said Iran and said"]] * 4,
    *[["kata Iran lagi", "said the Iranian again"]] * 2,
    *[["di Malang itu", "in Malang there"]] * 6,
    *[["nasib malang", "bad luck"]] * 3,
    *[["kata Thatcher", "said Thatcher"]] * 3,
]


def test_words_are_counted_where_their_capital_says_something() -> None:
    counts = count(PAIRS)
    assert (counts.pairs, counts.capital["Iran"], counts.copied["Iran"]) == (22, 6, 4)
    assert counts.forms["Iran"] == {"Iranian": 2}
    assert counts.small["kata"] == 13


def test_forms_of_a_word_are_left_out_of_the_words() -> None:
    assert roots(count(PAIRS)) >= {"kata", "malang"}
    assert roots(count(PAIRS)).isdisjoint({"berkata", "perkataan"})


def test_what_the_english_says_otherwise_than_the_letters_is_an_exception() -> None:
    counts = count(PAIRS)
    found = exceptions(counts, roots(counts))
    assert found["Rusia"] == ()
    assert found["Iran"] == ("Iran", "Iranian", "Iranians")
    assert found["Malang"] == ("Malang",)
    assert "Thatcher" not in found
