"""The code is easy to read aloud: few decisions and few dense constructs per statement, and no function has many."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
MAX_DECISIONS_PER_STATEMENT = 0.42
MAX_DENSE_CONSTRUCTS_PER_STATEMENT = 0.17
MAX_COMPLEXITY = 14
MAX_COMPLEX_FUNCTIONS = 3

BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.With, ast.Assert, ast.IfExp, ast.comprehension)
DENSE = (ast.comprehension, ast.IfExp, ast.NamedExpr, ast.BoolOp)


@dataclass(frozen=True)
class Density:
    """Of one function: its statements without docstrings, its decisions, and its dense constructs."""

    statements: int
    decisions: int
    dense: int


def functions() -> Iterator[Density]:
    """The density of every function of both packages."""
    for package in ("translator", "glossary"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield density(node)


def density(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Density:
    statements = decisions = dense = 0
    for node in ast.walk(function):
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        statements += isinstance(node, ast.stmt) and node is not function and not is_text
        decisions += isinstance(node, BRANCHES)
        dense += isinstance(node, DENSE)
        if isinstance(node, ast.comprehension):
            decisions += len(node.ifs)
        if isinstance(node, ast.BoolOp):
            decisions += len(node.values) - 1
    return Density(statements, decisions, dense)


def test_the_code_is_easy_to_read_aloud() -> None:
    found = list(functions())
    statements = sum(each.statements for each in found)
    assert round(sum(each.decisions for each in found) / statements, 2) <= MAX_DECISIONS_PER_STATEMENT
    assert round(sum(each.dense for each in found) / statements, 2) <= MAX_DENSE_CONSTRUCTS_PER_STATEMENT


def test_hardly_any_function_decides_much() -> None:
    complex_ones = [each for each in functions() if each.decisions + 1 > MAX_COMPLEXITY]
    assert len(complex_ones) <= MAX_COMPLEX_FUNCTIONS
