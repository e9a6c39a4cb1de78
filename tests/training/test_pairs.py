import lzma
from pathlib import Path

import pytest

from training.pairs import SourcePair, read_pairs


@pytest.mark.parametrize("name", ["pairs.tsv", "pairs.tsv.xz"])
def test_pairs_are_read_compressed_or_not(tmp_path: Path, name: str) -> None:
    text = b"Kapal itu tiba. \tThe ship arrived.\tnews\nYa.\tYes.\ttalk\n"
    (tmp_path / name).write_bytes(lzma.compress(text) if name.endswith(".xz") else text)
    assert list(read_pairs(tmp_path / name)) == [
        SourcePair("Kapal itu tiba.", "The ship arrived.", "news"),
        SourcePair("Ya.", "Yes.", "talk"),
    ]
