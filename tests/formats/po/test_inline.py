from __future__ import annotations

import pytest

from translator.formats.po.inline import runs_of


@pytest.mark.parametrize(
    ("source", "texts", "marks"),
    [
        ("Satu\n  dua  \n", ["Satu", "dua"], []),
        ("<b>Kapal</b>", ["Kapal"], []),
        ("Lihat <a href='%s'>peta</a> itu", ["Lihat peta itu"], ["<a href='%s'>"]),
        ("Satu<br/>dua<ul><li>tiga</li></ul>", ["Satu", "dua", "tiga"], []),
        ("Satu <b>dua", ["Satu dua"], ["<b>"]),
        ("a < b dan c > d", ["a < b dan c > d"], []),
        ("100%% %d", ["100% %d"], []),
        (" \n%%", [], []),
    ],
)
def test_lines_and_blocks_are_segments_and_other_tags_are_marks(
    source: str, texts: list[str], marks: list[str]
) -> None:
    found = list(runs_of(source, "c"))
    assert [run.text for run in found] == texts
    assert [mark.opening for run in found for mark in run.marks] == marks


def test_a_segment_stands_where_its_characters_are() -> None:
    source = "Satu\n <i>dua</i>\n100%%"
    assert [run.span.of(source) for run in runs_of(source, "c")] == ["Satu", "dua", "100%%"]
    assert [run.text for run in runs_of(source, "")] == ["Satu", "dua", "100%%"]
