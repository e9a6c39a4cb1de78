"""What a program gets from `import translator`."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator import Bitext, Settings, translate_file, translate_text
from translator.errors import OutputError, SourceError, TermListError, UsageError
from translator.memory.entry import Reviewed
from translator.memory.store import opened


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.tsv"
    path.write_text("pelabuhan\tharbour\n")
    return path


def test_a_text_keeps_its_lines_and_obeys_the_glossary(terms: Path) -> None:
    english = translate_text("Kapal itu tiba di pelabuhan.\n\n  19.000\r\n", Settings(glossaries=(terms,)))
    first, blank, rest = english.split("\n", 2)
    assert ("harbour" in first, blank, rest) == (True, "", "  19,000\r\n")


def test_a_glossary_that_was_edited_is_read_anew(terms: Path) -> None:
    settings = Settings(glossaries=(terms,))
    translate_text("Di pelabuhan.", settings)
    terms.write_text("no tab\n")
    with pytest.raises(TermListError):
        translate_text("Di pelabuhan.", settings)


def test_a_file_is_written_with_its_bilingual_files_and_given_back(terms: Path, tmp_path: Path) -> None:
    source = tmp_path / "berita.id.txt"
    source.write_text("Kapal itu tiba di pelabuhan.\n")
    bitext = translate_file(source, settings=Settings(glossaries=(terms,), bilingual=("tsv",)))
    (pair,) = bitext.pairs()
    assert isinstance(bitext, Bitext)
    assert [term.target for term in pair.terms] == ["harbour"]
    assert (tmp_path / "berita.en.txt").read_text() == f"{pair.target}\n"
    assert (tmp_path / "berita.en.txt.id-en.tsv").exists()


def test_a_memory_gives_texts_and_files_what_people_reviewed_and_keeps_the_rest(tmp_path: Path) -> None:
    settings = Settings(memory=tmp_path / "memory.sqlite", bilingual=())
    source = tmp_path / "berita.txt"
    source.write_text("Kapal itu tiba. Hujan turun.\n")
    with opened(tmp_path / "memory.sqlite") as memory:
        memory.remember_reviewed([Reviewed("Kapal itu tiba.", "The vessel has come.")])
    assert translate_text("Kapal itu tiba.", settings) == "The vessel has come."
    for expected in ([True, False], [True, True]):
        bitext = translate_file(source, settings=settings, force=True)
        assert [pair.recalled for pair in bitext.pairs()] == expected


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "berita.txt").write_text("Satu.\n")
    (tmp_path / "news.txt").write_text("Mine.\n")
    with pytest.raises(SourceError):
        translate_file(tmp_path / "tiada.txt")
    with pytest.raises(UsageError):
        translate_file(tmp_path)
    with pytest.raises(OutputError):
        translate_file(str(tmp_path / "berita.txt"), str(tmp_path / "news.txt"))


def test_what_was_reviewed_is_not_lost(terms: Path, tmp_path: Path) -> None:
    source = tmp_path / "berita.id.txt"
    source.write_text("Kapal itu tiba di pelabuhan.\n")
    settings = Settings(glossaries=(terms,), bilingual=("tsv",))
    translate_file(source, settings=settings)
    table = tmp_path / "berita.en.txt.id-en.tsv"
    rows = table.read_text().splitlines(keepends=True)
    reviewed = rows[0].rstrip("\n").split("\t").index("reviewed")
    cells = rows[1].rstrip("\n").split("\t")
    cells[reviewed] = "yes"
    table.write_text(rows[0] + "\t".join(cells) + "\n")
    with pytest.raises(OutputError, match="1 reviewed sentence"):
        translate_file(source, settings=settings)
    translate_file(source, settings=settings, force=True)
