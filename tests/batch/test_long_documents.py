"""A document that is too long for the memory, and a page of more than 5,000 sentences, which is several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.canned_run import once, reasons
from translator.bilingual.html.parts import LONGEST_PAGE
from translator.errors import OutputError
from translator.settings import Settings

PAGES = Settings(bilingual=("html",))
SECOND = "panjang.txt.id-en.2.html"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with a document whose page goes on in a second file."""
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip" / "panjang.txt").write_text("12\n" * (LONGEST_PAGE + 1))
    return tmp_path / "arsip"


def pages(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.html"))


def test_both_pages_are_written_recorded_and_left_alone(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "english"
    once(source, folder, settings=PAGES)
    assert pages(folder) == [SECOND, "panjang.txt.id-en.html"]
    assert reasons(once(source, folder, settings=PAGES)[0]) == {"panjang.txt": "unchanged"}


def test_a_second_page_that_is_missing_comes_again(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "english"
    once(source, folder, settings=PAGES)
    (folder / SECOND).unlink()
    assert reasons(once(source, folder, settings=PAGES)[0]) == {"panjang.txt": f"{folder / SECOND} is missing"}
    assert pages(folder) == [SECOND, "panjang.txt.id-en.html"]


def test_when_the_document_becomes_shorter_the_second_page_goes(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "english"
    once(source, folder, settings=PAGES)
    (source / "panjang.txt").write_text("12\n")
    once(source, folder, settings=PAGES)
    assert pages(folder) == ["panjang.txt.id-en.html"]


def test_a_page_of_somebody_else_in_that_place_is_not_overwritten(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "english"
    folder.mkdir()
    (folder / SECOND).write_text("<p>by hand</p>\n")
    _, outcomes = once(source, folder, settings=PAGES)
    (error,) = [outcome.error for outcome in outcomes]
    assert isinstance(error, OutputError)
    assert error.message == f"{folder / SECOND} exists and is not of Padan's making"
    assert (pages(folder), (folder / SECOND).read_text()) == ([SECOND], "<p>by hand</p>\n")


@pytest.mark.parametrize("end", ["\n", " "])
def test_a_text_that_is_kept_on_the_disk_is_written_as_any_other(tmp_path: Path, end: str) -> None:
    numbers = [f"{number}.500 " * 100 + f"{number}.700{end}" for number in range(100, 800)]
    (tmp_path / "arsip").mkdir()
    (tmp_path / "arsip" / "angka.txt").write_text("".join(numbers))
    folder = tmp_path / "english"
    _, (outcome,) = once(tmp_path / "arsip", folder, settings=Settings(bilingual=("tsv", "html")))
    assert (folder / "angka.txt").read_text() == "".join(numbers).replace(".", ",")
    assert outcome.counts.words == 101 * len(numbers)
    assert {path.name.partition(".")[0] for path in folder.iterdir()} == {"", "angka"}
