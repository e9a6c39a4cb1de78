"""What a user may expect of documents: each line of `document_requirements.json` names the tests that prove it."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
REQUIREMENTS: list[dict[str, Any]] = json.loads((ROOT / "tests/cases/document_requirements.json").read_text("utf-8"))


def functions(path: Path) -> set[str]:
    return {node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("line", REQUIREMENTS, ids=lambda line: line["requirement"])
def test_a_requirement_is_proven_by_tests_that_exist(line: dict[str, Any]) -> None:
    tests = 0
    for proof in line["proofs"]:
        file, _, name = proof.partition("::")
        assert (ROOT / file).is_file(), proof
        assert not name or name in functions(ROOT / file), proof
        tests += file.startswith("tests/")
    assert tests


def test_no_requirement_stands_twice() -> None:
    assert len({line["requirement"] for line in REQUIREMENTS}) == len(REQUIREMENTS)
