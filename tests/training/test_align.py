from training.align import intersect


def test_links_of_both_ways_stay_by_target_piece() -> None:
    assert intersect("0-0 3-1 2-2 1-10", "1-10 2-2 0-0 3-3") == "0-0 2-2 1-10"
