"""The tests that the page about trust names are there."""

from __future__ import annotations

import ast
import re

from tests.test_docs import ROOT, text_of

_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_PROMISE = re.compile(r"^\| (\d+)\. .*", re.MULTILINE)


def test_every_promise_names_tests_and_each_of_them_is_there() -> None:
    promises = list(_PROMISE.finditer(text_of("docs/trust.md")))
    assert [int(promise[1]) for promise in promises] == list(range(1, 16))
    missing = []
    for promise in promises:
        named = _TEST.findall(promise[0])
        assert named, promise[0]
        missing += [f"{path}::{name}" for path, name in named if name not in functions(path)]
    assert missing == []


def functions(path: str) -> set[str]:
    """The names of the tests in a file."""
    if not (ROOT / path).is_file():
        return set()
    tree = ast.parse(text_of(path))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
