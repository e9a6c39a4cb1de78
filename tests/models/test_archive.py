"""Archives of models: packed whole, and unpacked by name and size."""

from __future__ import annotations

import copy
import random
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


@pytest.mark.parametrize("place", [0xFFFF_FF00, 0xFFFF_FFFF])
def test_a_member_at_a_place_outside_of_the_archive_is_a_model_error(tmp_path: Path, place: int) -> None:
    file = zipped(tmp_path / "a.zip", {"model.bin": b"weights" * 100})
    data = file.read_bytes()
    start_of_directory = data.rindex(b"PK\5\6") + 16
    file.write_bytes(data[:start_of_directory] + place.to_bytes(4, "little") + data[start_of_directory + 4 :])
    with pytest.raises(ModelError, match=r"a\.zip: not a \.zip that can be read"):
        archive.unpack(file, tmp_path / "out")


def test_a_member_without_a_name_is_a_model_error(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"x": b"weights"})
    data = bytearray(file.read_bytes())
    entry = data.index(b"PK\1\2")
    data[entry + 28], data[entry + 30] = 0, 1  # lengths: the letter of the name becomes an extra field
    file.write_bytes(data)
    with pytest.raises(ModelError, match=r"a\.zip: not a \.zip that can be read"):
        archive.unpack(file, tmp_path / "out")


def test_an_archive_without_a_model_is_said(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"photo.jpg": b"..."})
    with pytest.raises(ModelError, match="no file of a model in it"):
        archive.unpack(file, tmp_path / "out")


def test_an_archive_that_unpacks_to_a_hundred_times_its_size_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("model.bin", bytes(50_000_000))
    with pytest.raises(ModelError, match=r"50,000,000 bytes were packed into [\d,]+; at most 100 to 1 was wanted"):
        archive.unpack(file, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_small_member_may_be_packed_as_tightly_as_it_likes(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("config.json", b" " * 100_000)
    assert (archive.unpack(file, tmp_path / "out") / "config.json").stat().st_size == 100_000


def test_members_that_share_their_bytes_count_all_together(tmp_path: Path) -> None:
    """The directory of the archive names the same packed bytes again and again."""
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("0.json", random.Random(1).randbytes(1000) * 90)
        for number in range(1, 150):
            info = copy.copy(made.infolist()[0])
            info.filename = f"{number}.json"
            made.filelist.append(info)
            made.NameToInfo[info.filename] = info
    with pytest.raises(ModelError, match="all together"):
        archive.unpack(file, tmp_path / "out")


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_rare_way_of_packing_is_refused(tmp_path: Path, method: int) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", method) as made:
        made.writestr("config.json", b"{}")
    with pytest.raises(ModelError, match=rf"packed in a way that is not read here \(method {method}\)"):
        archive.unpack(tmp_path / "a.zip", tmp_path / "out")


def test_damaged_bytes_of_a_packed_member_are_a_model_error(tmp_path: Path) -> None:
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("vocab.json", random.Random(1).randbytes(20_000).hex())
    for place in range(40, 2000, 40):
        data = bytearray(whole.read_bytes())
        data[place] ^= 0xFF
        file = tmp_path / "a.zip"
        file.write_bytes(data)
        with pytest.raises(ModelError, match=r"not a \.zip that can be read"):
            archive.unpack(file, tmp_path / f"out{place}")


def test_a_member_that_is_a_file_and_a_folder_is_a_model_error(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"a.json": b"{}", "a.json/b.json": b"{}"})
    with pytest.raises(ModelError, match=r"not a \.zip that can be read"):
        archive.unpack(file, tmp_path / "out")
