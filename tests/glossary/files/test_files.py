from __future__ import annotations

from pathlib import Path

import pytest

from glossary.files import FORMATS, load
from glossary.term import GlossaryError


@pytest.mark.parametrize("suffix", [*FORMATS, ".TSV"])
def test_each_suffix_has_its_reader(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"terms{suffix}"
    path.write_text("Rusia\tRussia\n", encoding="utf-8")
    assert [term.targets for term in load(path).terms] == [("Russia",)]


def test_an_unknown_suffix_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "terms.docx"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(GlossaryError) as error:
        load(path)
    assert error.value.message == f"{path}: no glossary format has the suffix '.docx'"
    assert error.value.hint == "known suffixes: .tsv, .txt, .utf8"


@pytest.mark.parametrize(
    ("name", "reason"), [("none.tsv", "No such file or directory"), ("folder.tsv", "it is no regular file")]
)
def test_what_cannot_be_opened_is_said(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "folder.tsv").mkdir()
    with pytest.raises(GlossaryError) as error:
        load(tmp_path / name)
    assert error.value.message == f"{tmp_path / name}: cannot be read: {reason}"
