"""American and British spelling."""

from __future__ import annotations

import pytest

from glossary import EnglishSpelling, Term, TermKind
from glossary.target.spelling import in_spelling, respelt
from glossary.word_lists import lines


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("air defense", "air defence"),
        ("Ministry of Defense", "Ministry of Defence"),
        ("ARMORED ORGANIZATION", "ARMOURED ORGANISATION"),
        ("mechanized forces' maneuvers", "mechanised forces' manoeuvres"),
        ("gray program center", "grey programme centre"),
    ],
)
def test_a_text_is_written_in_either_spelling(american: str, british: str) -> None:
    for text in (american, british):
        assert respelt(text, EnglishSpelling.AMERICAN) == american
        assert respelt(text, EnglishSpelling.BRITISH) == british


@pytest.mark.parametrize("text", ["cruise exercise", "four tours", "defensive", "Belize", "AIR-2"])
def test_other_words_stay(text: str) -> None:
    assert respelt(text, EnglishSpelling.AMERICAN) == respelt(text, EnglishSpelling.BRITISH) == text


def test_translations_that_become_the_same_are_one() -> None:
    term = Term("pertahanan", ("defence", "defense", "defences"))
    assert in_spelling(term, EnglishSpelling.AMERICAN).targets == ("defense", "defenses")
    assert in_spelling(term, EnglishSpelling.BRITISH).targets == ("defence", "defences")


def test_a_place_keeps_its_name() -> None:
    place = Term("Pelabuhan Perak", ("Silver Harbor",), TermKind.PLACE)
    assert in_spelling(place, EnglishSpelling.BRITISH) == place


def test_no_word_belongs_to_both_spellings() -> None:
    american, british = zip(*[line.split() for line in lines("spelling_pairs")], strict=True)
    assert len(set(american)) == len(american)
    assert not set(american) & set(british)
