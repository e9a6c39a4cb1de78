"""A model in any form becomes one of the store's: converted, tried, described."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from tests.variants import marian_package, pickled, separate
from translator import engines, models
from translator.errors import ModelError
from translator.models import manifest
from translator.models.install import furnish

HF, CT2 = models.FOLDER / "hf", models.FOLDER / "ct2"
SOURCE = "Presiden Indonesia bertemu Angela Merkel di Berlin pada tahun 2014."


def translation(folder: Path) -> str:
    engine = engines.load("ct2", folder, device="cpu", threads=1)
    return engine.translate([SOURCE], 4, 1)[0][0].text


def test_a_hugging_face_folder_gets_both_forms_and_a_manifest(tmp_path: Path) -> None:
    told = furnish(HF, tmp_path / "made", {"name": "one"})
    assert told == manifest.verify(tmp_path / "made", "")
    assert told | {"alignment": {}} == {
        "name": "one",
        "licence": "not stated",
        "form": "Hugging Face",
        "quantization": "int8_float32",
        "language_token": "",
        "alignment": {},
        "golden": "3 of 3",
    }
    assert told["alignment"] == {"layer": 1, "head": 0, "right": 119, "tokens": 121, "accuracy": 0.9835}
    assert translation(tmp_path / "made" / "ct2") == translation(CT2)
    assert {path.name for path in (tmp_path / "made" / "hf").iterdir()} == {path.name for path in HF.iterdir()}


def test_a_pickle_becomes_safetensors_once_and_what_is_missing_is_made(tmp_path: Path) -> None:
    furnish(pickled(HF, tmp_path / "old"), tmp_path / "made", {"name": "one"})
    hf = tmp_path / "made" / "hf"
    ours, theirs = load_file(hf / "model.safetensors"), load_file(HF / "model.safetensors")
    assert {name: tensor.tolist() for name, tensor in ours.items() if "bias" in name} == {
        name: tensor.tolist() for name, tensor in theirs.items() if "bias" in name
    }
    assert set(ours) == {*theirs, "model.encoder.embed_positions.weight"}
    assert not (hf / "pytorch_model.bin").exists()
    generation = json.loads((hf / "generation_config.json").read_text("utf-8"))
    assert generation == {
        "bad_words_ids": [[7999]],
        "decoder_start_token_id": 7999,
        "eos_token_id": 0,
        "forced_eos_token_id": 0,
        "max_length": 512,
        "num_beams": 6,
        "pad_token_id": 7999,
    }
    assert translation(tmp_path / "made" / "ct2") == translation(CT2)


class Hostile:
    """A pickle that would run a command."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (Path("/tmp/padan-was-here"),))


def test_a_pickle_that_holds_more_than_weights_is_refused(tmp_path: Path) -> None:
    folder = pickled(HF, tmp_path / "old")
    torch.save({"model.shared.weight": Hostile()}, folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"pytorch_model\.bin: not weights alone that can be read"):
        furnish(folder, tmp_path / "made", {"name": "one"})
    assert not Path("/tmp/padan-was-here").exists()


@pytest.mark.parametrize("shape", [{}, {"two_vocabularies": True}])
def test_an_opus_mt_package_translates_as_the_hugging_face_folder_does(tmp_path: Path, shape: dict[str, bool]) -> None:
    told = furnish(marian_package(HF, tmp_path / "package", **shape), tmp_path / "made", {"name": "one"})
    assert (told["form"], told["golden"], told["alignment"]["right"]) == ("OPUS-MT", "3 of 3", 119)
    assert translation(tmp_path / "made" / "ct2") == translation(CT2)
    assert {path.name for path in (tmp_path / "made").iterdir()} == {"ct2", "README.md", "manifest.json"}


@pytest.mark.parametrize("source", [CT2, None])
def test_a_ctranslate2_folder_is_taken_as_it_is(tmp_path: Path, source: Path | None) -> None:
    if source is None:  # as ct2-opus-mt-converter makes it, with two vocabularies
        furnish(separate(HF, tmp_path / "hf"), tmp_path / "first", {"name": "one"})
        source = tmp_path / "first" / "ct2"
    folder = Path(shutil.copytree(source, tmp_path / "theirs"))
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {"add_source_eos": True}), encoding="utf-8")
    told = furnish(folder, tmp_path / "made", {"name": "one"})
    assert (told["form"], told["alignment"]["right"]) == ("CTranslate2", 119)
    assert translation(tmp_path / "made" / "ct2") == translation(CT2)


def test_a_ctranslate2_folder_without_its_sentencepiece_models_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CT2, tmp_path / "theirs"))
    (folder / "source.spm").unlink()
    with pytest.raises(ModelError, match=r"source\.spm not found"):
        furnish(folder, tmp_path / "made", {"name": "one"})


def swapped(folder: Path) -> None:
    """The vocabulary of another model: what a wrong conversion gives."""
    ids = json.loads((folder / "vocab.json").read_text("utf-8"))
    tokens = sorted(ids, key=ids.__getitem__)
    shifted = [*tokens[:2], *tokens[7:-1], *tokens[2:7], tokens[-1]]
    (folder / "vocab.json").write_text(json.dumps({token: at for at, token in enumerate(shifted)}), encoding="utf-8")


def test_a_model_that_babbles_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(HF, tmp_path / "mine"))
    swapped(folder)
    with pytest.raises(ModelError, match="the model does not translate Indonesian into English: it makes"):
        furnish(folder, tmp_path / "made", {"name": "one"})


def cut(folder: Path) -> None:
    (weights,) = folder.glob("*.npz")
    weights.write_bytes(weights.read_bytes()[:100_000])


@pytest.mark.parametrize(
    ("damage", "seen"),
    [
        (cut, "damaged: its end is missing"),
        (lambda folder: next(folder.glob("*.npz")).unlink(), r"best-perplexity\.npz not found"),
        (
            lambda folder: (folder / "decoder.yml").write_text("models: [../x.npz]\nvocabs: [/etc/passwd]\n"),
            "not found",
        ),
        (lambda folder: (folder / "decoder.yml").write_text("{"), r"decoder\.yml: cannot be read"),
        (lambda folder: (folder / "decoder.yml").write_text("[]"), r"decoder\.yml: cannot be read"),
        (lambda folder: (folder / "source.spm").unlink(), r"source\.spm"),
        (lambda folder: next(folder.glob("*vocab.yml")).write_text("a: 0\n"), "cannot be converted"),
    ],
)
def test_a_package_that_is_damaged_is_a_model_error(
    tmp_path: Path, damage: Callable[[Path], object], seen: str
) -> None:
    package = marian_package(HF, tmp_path / "package")
    damage(package)
    with pytest.raises(ModelError, match=seen):
        furnish(package, tmp_path / "made", {"name": "one"})
