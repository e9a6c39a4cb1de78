from __future__ import annotations

import pytest

from translator.document import Span
from translator.memory.concordance import Concordance, WordSearch, without_repetitions
from translator.memory.entry import EntryKind, Example


def found(word: str, source: str, target: str) -> tuple[list[str], list[str]]:
    hit = WordSearch(word).found_in(Example(EntryKind.REVIEWED, source, target))
    if hit is None:
        return [], []
    return [span.of(source) for span in hit.source_spans], [span.of(target) for span in hit.target_spans]


@pytest.mark.parametrize(
    ("word", "source", "forms"),
    [
        ("serang", "Musuh menyerang, lalu diserang dalam penyerangan.", ["menyerang", "diserang", "penyerangan"]),
        ("kapal perang", "Kapal-kapal perangnya berlayar.", ["Kapal-kapal perangnya"]),
        ("laut", "Pelaut itu di laut.", ["Pelaut", "laut"]),
        ("laut", "Lautan itu luas.", []),
    ],
)
def test_indonesian_words_are_found_in_their_forms(word: str, source: str, forms: list[str]) -> None:
    assert found(word, source, "x") == (forms, [])


@pytest.mark.parametrize(
    ("word", "target", "forms"),
    [
        ("fight", "They fought, and fight on, fighting.", ["fought", "fight", "fighting"]),
        ("warship", "Two warships left the warship.", ["warships", "warship"]),
        ("army", "Both armies met.", ["armies"]),
        ("mine", "Mines were laid. A mine lay there.", ["Mines", "mine"]),
    ],
)
def test_english_words_are_found_in_their_forms(word: str, target: str, forms: list[str]) -> None:
    assert found(word, "x", target) == ([], forms)


def test_one_pair_is_shown_once_as_it_came_first() -> None:
    reviewed, made = Example(EntryKind.REVIEWED, "a", "b", "x"), Example(EntryKind.MACHINE, "a", "b", "y")
    hits = [Concordance(each, (Span(0, 1),), ()) for each in (reviewed, made)]
    assert list(without_repetitions(hits)) == hits[:1]
