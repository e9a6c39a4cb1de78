from pathlib import Path

import pytest

from training.draws import DRAWS, Draws, hold_out
from training.pairs import SourcePair

TABLE = """
[news]
"bppt-*" = 2
bppt-spo = 1
[scripture]
bible = 0.5
[held-out]
bppt-spo = 1
"""


@pytest.fixture
def draws(tmp_path: Path) -> Draws:
    (tmp_path / "draws.toml").write_text(TABLE)
    return Draws.read(tmp_path / "draws.toml")


@pytest.mark.parametrize(("tag", "expected"), [("bppt-int", 2), ("bppt-spo", 1), ("bible", 0.5)])
def test_the_longest_key_that_fits_counts(draws: Draws, tag: str, expected: float) -> None:
    assert draws.of(tag) == expected


@pytest.mark.parametrize("tag", ["bpp", "bibles", ""])
def test_a_tag_without_a_key_stops(draws: Draws, tag: str) -> None:
    with pytest.raises(ValueError, match="no key for the tag"):
        draws.of(tag)


def test_the_shares_count_english_words_and_draws(draws: Draws) -> None:
    pairs = [SourcePair("a", "one two three", "bppt-int"), SourcePair("b", "one two three four", "bible")]
    assert draws.shares(pairs) == "news 75.0%, scripture 25.0%"


def test_what_is_held_out_shares_no_side_with_training(draws: Draws) -> None:
    pairs = [SourcePair(f"sumber {n}", f"target {n}", "bppt-spo") for n in range(5)]
    trained, held = hold_out(pairs, draws.held_out)
    assert (len(trained), len(held)) == (4, 1)
    double = SourcePair("lain", held[0].target, "bible")
    assert hold_out([*reversed(pairs), double], draws.held_out) == (trained[::-1], held)


def test_the_table_of_the_recipe_leaves_out_what_may_not_be_used() -> None:
    draws = Draws.read(DRAWS)
    assert [draws.of(tag) for tag in ("mises", "tldr", "gunnxx-general", "muse")] == [0, 0, 0, 0]
    assert draws.of("written-defence") > draws.of("bppt-int") > draws.of("bible") > 0
