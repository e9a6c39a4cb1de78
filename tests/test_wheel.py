"""The wheel holds the two packages and nothing else, and works where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = ("pyproject.toml", "README.md", "LICENSE", "translator", "glossary")


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that nothing is left in the tree."""
    copy, made = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-build-isolation", "--no-deps", "-w", made, copy, cwd=copy)
    (built,) = made.iterdir()
    return built


def test_the_wheel_s_top_level_is_the_two_packages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        top = {name.split("/")[0] for name in archive.namelist()}
    assert top == {"translator", "glossary", f"padan-{version('padan')}.dist-info"}


def test_the_wheel_carries_every_file_of_the_packages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
    tree = {
        path.relative_to(ROOT).as_posix()
        for package in ("translator", "glossary")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped == tree


def test_the_installed_wheel_translates_with_the_starter_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    run(
        *(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-compile"),
        *("--target", target, wheel),
        cwd=elsewhere,
    )
    (elsewhere / "berita.txt").write_text("Kapal itu tiba di pelabuhan.\n")
    (elsewhere / "terms.tsv").write_text("kapal\tvessel\n")
    program = target / "bin" / "padan"
    command = ("translate", "berita.txt", "--model", "starter", "-g", "terms.tsv")
    assert run(sys.executable, program, *command, cwd=elsewhere, PYTHONPATH=str(target)) == "berita.en.txt\n"
    assert "vessel" in (elsewhere / "berita.en.txt").read_text()
    where = "import translator, glossary; print(translator.__file__, glossary.__file__)"
    places = run(sys.executable, "-c", where, cwd=elsewhere, PYTHONPATH=str(target)).split()
    assert places == [str(target / package / "__init__.py") for package in ("translator", "glossary")]
