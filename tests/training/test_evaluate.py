from training.evaluate import Translation, link_score, scores, twins

TRANSLATION = Translation(
    source=["▁Budi", "▁membeli", "▁", "3", "▁", "buku", ".", "</s>"],
    target=["▁Budi", "▁bought", "▁", "3", "▁books", "."],
    links=[0, 1, 2, 4, 5, 6],
)


def test_only_names_and_figures_that_occur_once_are_judged() -> None:
    assert twins(TRANSLATION) == [(0, 0), (3, 3)]


def test_the_share_of_right_links_is_said_with_its_counts() -> None:
    assert link_score([TRANSLATION]) == "50.0% (1 of 2)"


def test_scores_carry_their_signature() -> None:
    found = scores(["The ship arrived this morning ."], ["The ship arrived this morning ."])
    assert list(found) == ["BLEU", "chrF2++"]
    assert all(score.startswith("100.0 nrefs:1|") for score in found.values())
