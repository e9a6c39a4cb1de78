"""The signature of the rules changes with every source and every data file of Padan's, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.rules import digest_rules, rules_signature


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name in ("rules.py", "words/kata.txt", "data/places.tsv", "page.html.jinja", "models.toml", "weights.bin"):
        path = tmp_path / "package" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "package"


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("rules.py", True),
        ("words/kata.txt", True),
        ("data/places.tsv", True),
        ("page.html.jinja", True),
        ("models.toml", True),
        ("new.py", True),
        ("weights.bin", False),
        ("__pycache__/rules.cpython-311.pyc", False),
    ],
)
def test_a_file_that_holds_rules_changes_the_signature(package: Path, name: str, changes: bool) -> None:
    before = digest_rules([package])
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("other")
    assert (digest_rules([package]) != before) is changes


def test_a_file_that_is_called_otherwise_changes_the_signature(package: Path) -> None:
    before = digest_rules([package])
    (package / "rules.py").rename(package / "laws.py")
    assert digest_rules([package]) != before


def test_the_installed_packages_have_one_signature_wherever_they_stand(package: Path) -> None:
    moved = package.parent / "elsewhere" / package.name
    before = digest_rules([package])
    moved.parent.mkdir()
    package.rename(moved)
    assert digest_rules([moved]) == before
    assert (len(rules_signature()), rules_signature()) == (64, rules_signature())
