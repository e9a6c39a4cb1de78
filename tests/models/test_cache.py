"""A model is converted once, and what is kept is whole or not there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from safetensors.torch import load_file, save_file

from translator import engines, models
from translator.atomic_write import PREFIX, STALE, Writer
from translator.errors import ModelError
from translator.models import cache as cache_room
from translator.models import manifest

STARTER = models.FOLDER


@pytest.fixture
def local(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTER / "hf", tmp_path / "my-model"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter, converted into a cache: copy it before you change it."""
    return cache_room.cached(STARTER / "hf", tmp_path_factory.mktemp("cache"))


@pytest.fixture
def cache(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made.parent, tmp_path / "cache"))


def stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_converted_model_translates(made: Path) -> None:
    found = engines.load("ct2", made, device="cpu", threads=1).translate(["Kapal itu tiba."], 2, 1)
    shipped = engines.load("ct2", STARTER / "ct2", device="cpu", threads=1)
    assert found[0][0].text == shipped.translate(["Kapal itu tiba."], 2, 1)[0][0].text


def test_it_is_made_once_wherever_the_model_lies(cache: Path, local: Path, made: Path) -> None:
    before = stamps(cache / made.name)
    assert cache_room.cached(local, cache) == cache / made.name
    assert cache_room.cached(local, cache) == cache / made.name
    assert stamps(cache / made.name) == before


def test_other_weights_are_another_model(cache: Path, local: Path, made: Path) -> None:
    weights = load_file(local / "model.safetensors")
    weights["model.encoder.layers.0.fc1.bias"] += 0.01
    save_file(weights, local / "model.safetensors", metadata={"format": "pt"})
    assert cache_room.cached(local, cache) != cache / made.name
    assert len([path for path in cache.iterdir() if path.is_dir()]) == 2


def flip(place: Path) -> None:
    data = bytearray((place / "model.bin").read_bytes())
    data[len(data) // 2] ^= 1
    (place / "model.bin").write_bytes(data)


@pytest.mark.parametrize(
    "damage",
    [
        flip,
        lambda place: (place / "manifest.json").unlink(),
        lambda place: (place / "model.bin").write_bytes(b""),
        lambda place: [path.unlink() for path in place.iterdir()],
        lambda place: place.rename(place.parent / "away").joinpath("manifest.json").rename(place),
    ],
)
def test_what_is_damaged_or_half_made_is_made_again(cache: Path, made: Path, damage: Callable[[Path], object]) -> None:
    damage(cache / made.name)
    assert cache_room.cached(STARTER / "hf", cache) == cache / made.name
    manifest.verify(cache / made.name, "")
    assert not list(cache.glob(f"{PREFIX}*"))


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / f"{PREFIX}{Writer('node-7', 1).mark}-abcdefgh"
    (left / "made").mkdir(parents=True)
    os.utime(left, times=(time.time() - 2 * STALE,) * 2)
    cache_room.cached(STARTER / "hf", tmp_path)
    assert list(tmp_path.glob(f"{PREFIX}*")) == []


def test_two_processes_may_convert_at_once(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from translator.models.cache import cached; "
    code += "print(cached(*map(Path, sys.argv[1:])))"
    command = [sys.executable, "-W", "error", "-c", code, str(STARTER / "hf"), str(tmp_path / "cache")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert said[0] == said[1]
    manifest.verify(Path(said[0][0].strip()), "")
    assert len([path for path in (tmp_path / "cache").iterdir() if path.is_dir()]) == 1


def shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "vocab.json", "source.spm"])
def test_a_damaged_model_is_a_model_error_and_leaves_nothing(local: Path, tmp_path: Path, name: str) -> None:
    shorten(local / name)
    with pytest.raises(ModelError, match="my-model"):
        cache_room.cached(local, tmp_path / "cache")
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".sha256"]


def test_weights_are_not_read_again_while_their_file_is_the_same(cache: Path, local: Path) -> None:
    place = cache_room.cached(local, cache)
    weights = local / "model.safetensors"
    before = weights.stat()
    weights.write_bytes(bytes(before.st_size))
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert cache_room.cached(local, cache) == place
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    with pytest.raises(ModelError):
        cache_room.cached(local, cache)
