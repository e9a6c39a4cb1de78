from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.translated import put_news
from translator.bitext import Stamp
from translator.review.stamp import UNKNOWN, stamp_beside

CANNED = Stamp("canned", "canned", "0")


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff12", "html", "docx"])
def test_the_stamp_of_every_format_that_has_one_is_read(tmp_path: Path, name: str) -> None:
    _, output = put_news(tmp_path, "tsv", name)
    found = stamp_beside([tmp_path / "none.txt", output])
    assert found == CANNED


def test_tables_alone_have_no_stamp(tmp_path: Path) -> None:
    _, output = put_news(tmp_path, "tsv", "jsonl")
    assert stamp_beside([output]) == UNKNOWN
