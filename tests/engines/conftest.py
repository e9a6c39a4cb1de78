"""The starter model as both engines read it; `exact` is its conversion in float32, which loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator import engines, models
from translator.engines.base import Engine
from translator.models import conversion

STARTER = models.FOLDER


@pytest.fixture(scope="session")
def sentences() -> list[str]:
    cases = json.loads((Path(__file__).parents[1] / "cases" / "engines.json").read_text("utf-8"))
    found: list[str] = cases["sentences"]
    return found


@pytest.fixture(scope="session")
def ct2() -> Engine:
    return engines.load("ct2", STARTER / "ct2", device="cpu", threads=1)


@pytest.fixture(scope="session")
def marian() -> Engine:
    return engines.load("marian", STARTER / "hf", device="cpu", threads=1)


@pytest.fixture(scope="session")
def exact(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("float32") / "ct2"
    conversion.convert(STARTER / "hf", folder, "float32")
    return engines.load("ct2", folder, device="cpu", threads=2)


@pytest.fixture(params=["ct2", "marian"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Either engine."""
    found: Engine = request.getfixturevalue(request.param)
    return found
