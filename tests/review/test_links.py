from __future__ import annotations

import pytest

from translator.bitext import Link
from translator.review.links import carried


def links(written: str) -> tuple[Link, ...]:
    return tuple(Link(*map(int, link.split("-"))) for link in written.split())


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("a b c", "a b c", "0-0 1-1 2-2", "0-0 1-1 2-2"),
        ("a b c", "a x c", "0-0 1-1 2-2", "0-0 1-1 2-2"),
        ("a b c", "a c", "0-0 1-1 2-2", "0-0 2-1"),
        ("a c", "a b c", "0-0 2-1", "0-0 2-2"),
        ("a b c", "a x y c", "0-0 1-1 2-2", "0-0 1-1 1-2 2-3"),
        ("a b c", "x", "0-0 2-2", "0-0 2-0"),
        ("a b", "", "0-0", ""),
        ("", "a b", "", ""),
    ],
)
def test_words_that_stay_keep_their_links_and_new_ones_have_those_of_what_they_replace(
    old: str, new: str, before: str, after: str
) -> None:
    assert carried(links(before), old, new) == links(after)
