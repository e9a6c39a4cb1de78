"""A manifest tells whether a model is as it was when the manifest was written."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from translator.errors import ModelError
from translator.models import manifest
from translator.models.manifest import Manifest

ABOUT = Manifest("small", bleu=12.5, alignment={"layer": 5, "head": 0, "right": 9, "tokens": 10, "accuracy": 0.9})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ct2").mkdir()
    (tmp_path / "ct2" / "model.bin").write_bytes(bytes(1000))
    (tmp_path / "README.md").write_text("A model.\n", encoding="utf-8")
    manifest.write(tmp_path, ABOUT)
    return tmp_path


def test_what_was_written_about_a_whole_model_is_read(folder: Path) -> None:
    assert replace(manifest.verify(folder, ""), files={}) == ABOUT


def test_writing_it_again_changes_nothing(folder: Path) -> None:
    before = (folder / "manifest.json").read_bytes()
    manifest.write(folder, ABOUT)
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


def signed(folder: Path, **changes: object) -> None:
    """Change fields of the manifest and sign it anew, as anybody can; None takes a field away."""
    path = folder / "manifest.json"
    document = {**json.loads(path.read_text("utf-8")), **changes}
    document = {key: value for key, value in document.items() if value is not None}
    document.pop("sha256")
    document["sha256"] = hashlib.sha256(json.dumps(document).encode()).hexdigest()
    path.write_text(json.dumps(document), "utf-8")


SUM = {"size": 1, "sha256": "0" * 64}


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("bleu", "abc", "bleu is 'abc', a number from 0 to 100 was wanted"),
        ("bleu", [1], r"bleu is \[1\]"),
        ("bleu", True, "bleu is True"),
        ("bleu", 100.1, r"bleu is 100\.1"),
        ("bleu", -1, "bleu is -1"),
        ("bleu", float("nan"), "bleu is nan"),
        ("bleu", 10**400, "bleu is 1000"),
        ("name", 7, "name is 7, a text was wanted"),
        ("licence", ["MIT"], r"licence is \['MIT'\]"),
        ("date", "x" * 5001, "at most 5000 printable characters"),
        ("source", "\x1b[31m", "printable"),
        ("pulled", "yes", "pulled is 'yes', true or false was wanted"),
        ("alignment", {"layer": 5}, "the numbers layer, head, right, tokens, accuracy were wanted"),
        ("alignment", dict.fromkeys(manifest.NUMBERS_OF_ALIGNMENT, "x"), "a number was wanted"),
        ("alignment", dict.fromkeys(manifest.NUMBERS_OF_ALIGNMENT, 10**400), "a number was wanted"),
        ("files", None, "an object of 1 to 200 files was wanted"),
        ("files", {}, "an object of 1 to 200 files was wanted"),
        ("files", [1], "an object of 1 to 200 files was wanted"),
        ("files", {f"{number}.json": SUM for number in range(201)}, "an object of 1 to 200 files was wanted"),
        ("files", {"../../etc/passwd": SUM}, "is not the name of a file of a model"),
        ("files", {"/etc/passwd": SUM}, "is not the name of a file of a model"),
        ("files", {"ct2/../x": SUM}, "is not the name of a file of a model"),
        ("files", {"ct2/model.bin": 7}, "a size in bytes and a sha256 were wanted"),
        ("files", {"ct2/model.bin": {"size": "1", "sha256": "0" * 64}}, "a size in bytes and a sha256 were wanted"),
        ("files", {"ct2/model.bin": {"size": 1, "sha256": "0" * 63}}, "a size in bytes and a sha256 were wanted"),
    ],
)
def test_a_field_that_is_not_of_its_kind_is_named(folder: Path, field: str, value: object, seen: str) -> None:
    signed(folder, **{field: value})
    with pytest.raises(ModelError, match=seen) as error:
        manifest.verify(folder, "get it again")
    assert (error.value.exit_code, "\n" in error.value.message) == (4, False)


def test_fields_that_are_not_known_are_left_out(folder: Path) -> None:
    signed(folder, colour="blue")
    assert replace(manifest.verify(folder, ""), files={}) == ABOUT


def test_a_manifest_that_is_nested_deeply_or_no_file_is_refused(folder: Path) -> None:
    path = folder / "manifest.json"
    for text in ("[" * 100_000, '{"sha256": ' + "[" * 100_000):
        path.write_text(text)
        with pytest.raises(ModelError, match="nested too deeply"):
            manifest.read(folder)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ModelError, match="it is not a regular file"):
        manifest.read(folder)
    path.unlink()
    path.symlink_to("/dev/zero")
    with pytest.raises(ModelError, match="it is not a regular file"):
        manifest.read(folder)


def test_a_pipe_in_place_of_a_file_is_damage(folder: Path) -> None:
    (folder / "README.md").unlink()
    os.mkfifo(folder / "README.md")
    with pytest.raises(ModelError, match=r"README\.md: damaged: it is not a regular file"):
        manifest.verify(folder, "")


def test_a_file_is_read_once_for_as_long_as_it_stays_the_same(folder: Path) -> None:
    path = folder / "ct2" / "model.bin"
    manifest.verify(folder, "")
    flip(folder)
    with pytest.raises(ModelError, match="damaged"):
        manifest.verify(folder, "")
    assert path.stat().st_size == 1000
