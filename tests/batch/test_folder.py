"""Which files of a folder are translated, and what is said of the others."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator.batch.folder import FileFilter, FolderListing, list_files
from translator.errors import SourceError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Kapal itu tiba.\n")


def found(wanted: FileFilter) -> list[str]:
    return [path.relative_to("arsip").as_posix() for path in list_files(Path("arsip"), wanted).found]


def skipped(wanted: FileFilter) -> dict[str, str]:
    return {str(path.relative_to("arsip")): reason for path, reason in list_files(Path("arsip"), wanted).skipped}


@pytest.mark.parametrize(
    ("include", "exclude", "wanted"),
    [
        ((), (), ["a.txt", "draf/b.txt", "draf/x/c.txt", "lain/b.txt"]),
        (("draf/*",), (), ["draf/b.txt", "draf/x/c.txt"]),
        (("*b.txt", "a.*"), (), ["a.txt", "draf/b.txt", "lain/b.txt"]),
        ((), ("draf",), ["a.txt", "lain/b.txt"]),
        ((), ("draf/",), ["a.txt", "lain/b.txt"]),
        ((), ("*/b.txt",), ["a.txt", "draf/x/c.txt"]),
        (("draf/*",), ("draf/x",), ["draf/b.txt"]),
        (("A.TXT",), (), []),
        ((), ("[!a]*",), ["a.txt"]),
    ],
)
def test_patterns_choose_among_the_paths_inside_the_folder(
    include: tuple[str, ...], exclude: tuple[str, ...], wanted: list[str]
) -> None:
    write("arsip/a.txt", "arsip/draf/b.txt", "arsip/draf/x/c.txt", "arsip/lain/b.txt")
    assert found(FileFilter(include, exclude)) == wanted


def test_hidden_names_come_by_request_only() -> None:
    write("arsip/a.txt", "arsip/.b.txt", "arsip/.c/d.txt")
    assert found(FileFilter()) == ["a.txt"]
    assert found(FileFilter(hidden=True)) == [".b.txt", ".c/d.txt", "a.txt"]


def test_the_notes_that_office_and_macos_put_beside_a_document_are_skipped() -> None:
    write("arsip/laporan.docx", "arsip/~$poran.docx", "arsip/~$data.xlsx", "arsip/._laporan.docx", "arsip/~x.txt")
    assert found(FileFilter(hidden=True)) == ["laporan.docx", "~x.txt"]
    assert set(skipped(FileFilter())) == {"~$poran.docx", "~$data.xlsx"}
    assert set(skipped(FileFilter(hidden=True))) == {"~$poran.docx", "~$data.xlsx", "._laporan.docx"}


def test_links_are_followed_by_request_and_never_out_of_the_folder_nor_in_a_circle() -> None:
    write("arsip/a.txt", "arsip/x/b.txt", "luar/c.txt", "arsip-2/d.txt")
    for name, target in {
        "berkas.txt": "a.txt",
        "isi": "x",
        "x/atas": "..",
        "luar": "../luar",
        "d.txt": "../arsip-2/d.txt",
    }.items():
        Path("arsip", name).symlink_to(target)
    assert found(FileFilter()) == ["a.txt", "x/b.txt"]
    assert set(skipped(FileFilter())) == {"berkas.txt", "isi", "x/atas", "luar", "d.txt"}
    assert found(FileFilter(follow=True)) == ["a.txt", "berkas.txt", "isi/b.txt", "x/b.txt"]
    assert skipped(FileFilter(follow=True)) == {
        "d.txt": "arsip/d.txt is a symbolic link that leads out of the folder",
        "isi/atas": "arsip/isi/atas is a symbolic link that leads in a circle",
        "luar": "arsip/luar is a symbolic link that leads out of the folder",
        "x/atas": "arsip/x/atas is a symbolic link that leads in a circle",
    }


def test_links_that_lead_to_one_folder_twice_are_entered_once() -> None:
    """Two links in each of 12 folders to the next: 4,096 ways, of which only few are gone."""
    for number in range(12):
        write(f"arsip/{number}/a.txt")
        for name in ("x", "y"):
            Path(f"arsip/{number}/{name}").symlink_to(f"../{number + 1}")
    write("arsip/12/a.txt")
    listing = list_files(Path("arsip"), FileFilter(follow=True))
    plain = [f"arsip/{number}/a.txt" for number in sorted(map(str, range(13)))]
    assert [str(path) for path in listing.found if len(path.parts) == 3] == plain
    assert len(listing.found) == 13 + 12  # each folder by itself, and all but the first by one link
    assert all("another symbolic link has led to" in reason for _, reason in listing.skipped)


@pytest.fixture
def deep_folder(tmp_path: Path) -> Iterator[Path]:
    """1,200 folders in each other, and a file in the last. They are made step by step: the whole path is too long."""
    root = tmp_path / "dalam"
    root.mkdir()
    descriptor = os.open(root, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=descriptor)
        below = os.open("d", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=descriptor))
    os.close(descriptor)
    yield root
    subprocess.run(["rm", "-r", str(root)], check=True)  # what Python has for it recurses


def test_folders_may_be_nested_as_deep_as_the_system_allows(deep_folder: Path) -> None:
    assert [path.name for path in list_files(deep_folder).found] == ["a.txt"]


def test_a_folder_that_is_a_link_itself_is_walked() -> None:
    write("asli/a.txt")
    Path("arsip").symlink_to("asli")
    Path("asli/b.txt").symlink_to("a.txt")
    assert found(FileFilter(follow=True)) == ["a.txt", "b.txt"]


def test_names_may_hold_blanks_line_ends_and_signs_of_every_kind() -> None:
    names = sorted(["dua kata.txt", "dua\nbaris.txt", "senyum 😀.txt", os.fsdecode(b"lama \xe9.txt"), "-o.txt"])
    write(*(f"arsip/{name}" for name in names))
    assert found(FileFilter()) == names


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_folder_that_cannot_be_read_fails_alone() -> None:
    write("arsip/a.txt", "arsip/x/b.txt")
    Path("arsip/x").chmod(0)
    seen = list_files(Path("arsip"))
    Path("arsip/x").chmod(0o700)
    assert (seen.found, [(path, type(error)) for path, error in seen.failed]) == (
        [Path("arsip/a.txt")],
        [(Path("arsip/x"), SourceError)],
    )


def test_a_folder_that_vanishes_fails_alone() -> None:
    seen: FolderListing = list_files(Path("tiada"))
    ((path, error),) = seen.failed
    assert (path, error.message, seen.found) == (Path("tiada"), "cannot read tiada: No such file or directory", [])
