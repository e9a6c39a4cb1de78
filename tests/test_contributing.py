"""The checklist "Add a document format" of CONTRIBUTING.md, followed to the letter on a copy of the packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MEMO = "Kepada: markas\n> Kapal perang itu tiba di pelabuhan.\nNo. 7/2024\n> Dua rudal ditembakkan.\nHormat kami\n"


def section(title: str) -> str:
    """A section of CONTRIBUTING.md."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def steps(title: str) -> dict[str, str]:
    """The steps of a checklist that have code: the file that each names, and what goes into it."""
    found = {}
    for step in section(title).split("- [ ] ")[1:]:
        code = re.search(r"```python\n(.*?)```", step, re.DOTALL)
        name = re.search(r"`([\w/]+\.py)`", step)
        if code and name:
            found[name[1]] = code[1]
    return found


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages and the tests, with the format of the checklist added."""
    root = tmp_path_factory.mktemp("tree")
    for name in ("translator", "glossary"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "formats/__init__.py", "formats/test_txt.py"):
        copy = root / "tests" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / name, copy)
    for name, code in steps("Add a document format").items():
        path = root / name
        if path.exists():
            path.write_text(with_line(path.read_text("utf-8"), code), "utf-8")
        else:
            path.write_text(code, "utf-8")
    return root


def with_line(text: str, line: str) -> str:
    """The list of formats with one more."""
    listing = "_MODULES = {\n"
    assert text.count(listing) == 1
    return text.replace(listing, listing + line)


def run(tree: Path, *args: str, folder: Path) -> str:
    """What a command of the copy prints, in a folder of its own."""
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    done = subprocess.run(
        [sys.executable, *args], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_checklist_names_a_module_a_list_and_a_test() -> None:
    assert list(steps("Add a document format")) == [
        "translator/formats/memo.py",
        "translator/formats/__init__.py",
        "tests/formats/test_memo.py",
    ]


def test_a_file_of_the_new_format_is_translated(tree: Path, tmp_path: Path) -> None:
    (tmp_path / "surat.memo").write_text(MEMO, "utf-8")
    printed = run(tree, "-m", "translator", "translate", "surat.memo", "--model", "starter", folder=tmp_path)
    assert printed == "surat.en.memo\n"
    lines = (tmp_path / "surat.en.memo").read_text("utf-8").splitlines()
    assert [lines[0], lines[2], lines[4]] == ["Kepada: markas", "No. 7/2024", "Hormat kami"]
    assert [line[:2] for line in (lines[1], lines[3])] == ["> ", "> "]
    assert not {lines[1], lines[3]} & set(MEMO.splitlines())
    assert len((tmp_path / "surat.en.memo.id-en.tsv").read_text("utf-8").splitlines()) == 3


def test_the_tests_of_the_new_format_pass(tree: Path) -> None:
    printed = run(tree, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/formats/test_memo.py", folder=tree)
    assert "3 passed" in printed


@pytest.mark.parametrize(
    "title", ["Add a document format", "Add a check", "Add a repair", "Add a term list (file format)"]
)
def test_every_file_that_a_checklist_names_exists(title: str) -> None:
    named = re.findall(r"`((?:translator|glossary|tests|docs|benchmarks)/[\w/.]+\.\w+|[A-Z]+\.md)`", section(title))
    missing = [name for name in named if not ("NAME" in name or "memo" in name or (ROOT / name).exists())]
    assert named
    assert missing == []
