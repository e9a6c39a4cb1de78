from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from glossary.files import FORMATS, format_of, load
from glossary.term import GlossaryError, Term

TERM = Term("Rusia", ("Russia", "Russian"), note="a country")


@pytest.mark.parametrize("suffix", [*FORMATS, ".TSV"])
def test_each_suffix_has_its_reader_and_its_writer(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"terms{suffix}"
    data, lost = format_of(path).render([TERM])
    path.write_bytes(data)
    assert [replace(term, origin="") for term in load(path).terms] == [TERM]
    assert lost == []


def test_an_unknown_suffix_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "terms.docx"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(GlossaryError) as error:
        load(path)
    assert error.value.message == f"{path}: no glossary format has the suffix '.docx'"
    assert error.value.hint == "known suffixes: .tsv, .csv, .txt, .utf8, .tbx"


@pytest.mark.parametrize(
    ("name", "reason"), [("none.tsv", "No such file or directory"), ("folder.tsv", "it is no regular file")]
)
def test_what_cannot_be_opened_is_said(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "folder.tsv").mkdir()
    with pytest.raises(GlossaryError) as error:
        load(tmp_path / name)
    assert error.value.message == f"{tmp_path / name}: cannot be read: {reason}"


def test_a_suffix_with_a_letter_amiss_is_guessed(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError) as error:
        load(tmp_path / "terms.cvs")
    assert error.value.hint.startswith("did you mean .csv? ")
