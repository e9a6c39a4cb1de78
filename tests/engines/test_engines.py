"""The family's list, and how it loads."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from translator.engines import ENGINES, load
from translator.errors import ModelError, UsageError


def test_every_engine_of_the_list_is_a_module() -> None:
    assert list(ENGINES) == ["ct2", "marian"]
    assert all(find_spec(module) for module in ENGINES.values())


@pytest.mark.parametrize("name", ENGINES)
def test_a_folder_without_a_model_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=str(tmp_path)):
        load(name, tmp_path, device="cpu")


@pytest.mark.parametrize("name", ENGINES)
def test_a_device_that_is_not_there_is_a_usage_error(name: str) -> None:
    torch = pytest.importorskip("torch")
    if torch.cuda.is_available():
        pytest.skip("this machine has a CUDA device")
    folder = Path(__file__).parents[2] / "translator" / "starter" / {"ct2": "ct2", "marian": "hf"}[name]
    with pytest.raises(UsageError, match="no CUDA device was found"):
        load(name, folder, device="cuda")


@pytest.mark.parametrize("name", ENGINES)
def test_more_threads_than_the_system_grants_are_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError, match="100000 threads; at most") as error:
        load(name, Path("anywhere"), threads=100_000)
    assert error.value.hint == "--threads 0 takes one for each processor"
