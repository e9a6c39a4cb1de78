"""A manifest tells whether a model is as it was when the manifest was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translator.errors import ModelError
from translator.models import manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ct2").mkdir()
    (tmp_path / "ct2" / "model.bin").write_bytes(bytes(1000))
    (tmp_path / "README.md").write_text("A model.\n", encoding="utf-8")
    manifest.write(tmp_path, {"name": "small", "bleu": 12.5})
    return tmp_path


def test_what_was_written_about_a_whole_model_is_read(folder: Path) -> None:
    assert manifest.verify(folder, "") == {"name": "small", "bleu": 12.5}


def test_writing_it_again_changes_nothing(folder: Path) -> None:
    before = (folder / "manifest.json").read_bytes()
    manifest.write(folder, {"name": "small", "bleu": 12.5})
    assert (folder / "manifest.json").read_bytes() == before


def flip(folder: Path) -> None:
    (folder / "ct2" / "model.bin").write_bytes(bytes(500) + b"\x01" + bytes(499))


@pytest.mark.parametrize(
    ("damage", "seen"),
    [
        (flip, r"ct2/model\.bin: damaged: its sha256 begins \w{8}, \w{8} was wanted"),
        (lambda folder: (folder / "README.md").write_text("A mod"), r"README\.md: damaged: 5 bytes, 9 were wanted"),
        (lambda folder: (folder / "README.md").unlink(), r"README\.md: not found, the model is not complete"),
        (lambda folder: (folder / "manifest.json").unlink(), r"manifest\.json: not found"),
        (lambda folder: (folder / "manifest.json").write_text("{"), r"manifest\.json: not a manifest that can be read"),
        (
            lambda folder: (folder / "manifest.json").write_text("[]"),
            r"manifest\.json: not a manifest that can be read",
        ),
        (
            lambda folder: (folder / "manifest.json").write_text("{}"),
            r"manifest\.json: not a manifest that can be read",
        ),
    ],
)
def test_what_is_damaged_is_named(folder: Path, damage: Callable[[Path], object], seen: str) -> None:
    damage(folder)
    with pytest.raises(ModelError, match=seen) as error:
        manifest.verify(folder, "get it again")
    assert error.value.hint == "get it again"
