"""Archives of models: packed whole, and unpacked by name and size."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from tests.variants import marian_package
from translator import models
from translator.errors import ModelError
from translator.models import archive


def zipped(file: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file


def test_what_is_packed_is_unpacked_and_the_same_model_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        archive.pack(models.FOLDER, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    folder = archive.unpack(tmp_path / "one.zip", tmp_path / "out")
    assert folder == tmp_path / "out" / "starter"
    files = [path for path in models.FOLDER.rglob("*") if path.is_file()]
    assert files
    assert all((folder / path.relative_to(models.FOLDER)).read_bytes() == path.read_bytes() for path in files)
    assert not list(tmp_path.glob(".padan-*"))


def test_of_a_package_only_the_files_of_a_model_are_unpacked(tmp_path: Path) -> None:
    package = marian_package(models.FOLDER / "hf", tmp_path / "package")
    members = {path.name: path.read_bytes() for path in package.iterdir()}
    folder = archive.unpack(zipped(tmp_path / "a.zip", members), tmp_path / "out")
    assert {path.name for path in folder.iterdir()} == {name for name in members if name != "preprocess.sh"}


@pytest.mark.parametrize("name", ["../a.json", "/etc/a.json", "x/../../a.json", "..\\a.json", "C:a.json"])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    info = zipfile.ZipInfo("a")
    info.filename = name
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(info, b"{}")
    with pytest.raises(ModelError, match="would be written outside of the model"):
        archive.unpack(tmp_path / "a.zip", tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_link_is_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("config.json")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(info, b"/etc/passwd")
    with pytest.raises(ModelError, match="outside"):
        archive.unpack(tmp_path / "a.zip", tmp_path / "out")


def test_more_bytes_or_files_than_a_model_has_are_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"model.bin": bytes(2000)})
    with pytest.raises(ModelError, match="1 files, 2,000 bytes unpacked; at most 200 and 1,999 were wanted"):
        archive.unpack(file, tmp_path / "out", limit=1999)
    many = zipped(tmp_path / "b.zip", {f"{number}.json": b"" for number in range(201)})
    with pytest.raises(ModelError, match="201 files"):
        archive.unpack(many, tmp_path / "out")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", bytes(100)])
def test_what_is_no_zip_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(ModelError, match=r"a\.zip: not a \.zip that can be read"):
        archive.unpack(tmp_path / "a.zip", tmp_path / "out")


def test_a_flipped_bit_in_a_member_is_noticed(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"model.bin": b"weights" * 100})
    data = bytearray(file.read_bytes())
    data[200] ^= 1
    file.write_bytes(data)
    with pytest.raises(ModelError, match="Bad CRC-32"):
        archive.unpack(file, tmp_path / "out")


def test_an_archive_without_a_model_is_said(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"photo.jpg": b"..."})
    with pytest.raises(ModelError, match="no file of a model in it"):
        archive.unpack(file, tmp_path / "out")
