from __future__ import annotations

from translator.formats.pdf.grouping import grouped


def test_a_group_ends_where_the_next_item_begins_another() -> None:
    assert list(grouped([1, 2, 5, 6, 9], lambda group, item: item > group[-1] + 1)) == [[1, 2], [5, 6], [9]]
    assert list(grouped([], lambda *_: True)) == []
