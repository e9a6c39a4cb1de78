from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.memory.key import KEY_LENGTH, digest, normalised, reviewed_digest, sentence_key


@pytest.mark.parametrize(
    "other",
    [
        "“Siap”, kata-nya  itu...",
        '"Siap",\u00a0kata‑nya itu…',
        ' "Siap",\tkata–nya\nitu... ',
        '"Si\u00adap", kata-nya\u200b itu...',
        "«Siap», kata-nya itu...",
    ],
)
def test_quotes_dashes_and_spaces_have_one_writing(other: str) -> None:
    assert normalised(other) == '"Siap", kata-nya itu...'
    assert sentence_key(other) == sentence_key('"Siap", kata-nya itu...')


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert sentence_key("Cafe\u0301 itu buka.") == sentence_key("Café itu buka.")


@pytest.mark.parametrize("other", ["kapal itu tiba.", "Kapal itu tiba", "Kapal itu tiba!", "Kapal itu `tiba`."])
def test_capitals_signs_and_code_count(other: str) -> None:
    assert sentence_key(other) != sentence_key("Kapal itu tiba.")


@given(st.text())
def test_what_is_normalised_stays_so(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(st.lists(st.text()), st.lists(st.text()))
def test_no_two_lists_of_texts_have_one_digest(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) is (one == other)
    assert len(digest(*one)) == KEY_LENGTH


def test_the_digest_of_reviewed_translations_tells_their_keys_texts_and_order() -> None:
    one, other = (sentence_key("a"), "x"), (sentence_key("b"), "y")
    digests = [reviewed_digest(each) for each in ([], [one], [other], [one, other], [other, one], [(one[0], "y")])]
    assert reviewed_digest([(one[0], "\x0bx\ufffe")]) == reviewed_digest([one])  # as a Word file has it
    assert digests[0] == ""
    assert len(set(digests)) == len(digests)
