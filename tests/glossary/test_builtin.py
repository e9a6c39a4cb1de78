from __future__ import annotations

from pathlib import Path

import pytest

from glossary import lint_file, names
from glossary.builtin import DEFAULT, FOLDER, default_lists, is_name, locate
from glossary.problem import ProblemSeverity
from glossary.term import GlossaryError


@pytest.fixture
def board(tmp_path: Path) -> Path:
    for name in ("military", "places"):
        (tmp_path / f"{name}.tsv").write_text("Rusia\tRussia\n", encoding="utf-8")
    return tmp_path


def test_a_list_is_called_by_its_name(board: Path) -> None:
    assert names(board) == ("military", "places")
    assert locate("military", board) == locate(Path("military"), board) == board / "military.tsv"


@pytest.mark.parametrize("path", ["military.tsv", "lists/military", "/tmp/x", "../military", "glossary.csv"])
def test_a_file_has_a_suffix_or_a_folder(path: str, board: Path) -> None:
    assert not is_name(path)
    assert locate(path, board) == Path(path)


def test_an_unknown_name_is_guessed(board: Path) -> None:
    with pytest.raises(GlossaryError) as error:
        locate("Militery", board)
    assert error.value.message == "Militery: no built-in glossary has this name"
    assert error.value.hint == (
        "did you mean military? built-in: military, places; a file is named with its suffix: Militery.tsv"
    )


def test_the_default_lists_are_built_in() -> None:
    assert set(DEFAULT) <= set(names())
    assert default_lists() == tuple(FOLDER / f"{name}.tsv" for name in DEFAULT)


@pytest.mark.parametrize("name", names())
def test_the_lists_built_in_are_sound(name: str) -> None:
    errors = [problem for problem in lint_file(locate(name)) if problem.severity is ProblemSeverity.ERROR]
    assert errors == []
