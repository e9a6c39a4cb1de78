"""A model in any form becomes one of the store's: converted, tried, described."""

from __future__ import annotations

import gc
import json
import os
import shutil
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from tests.variants import marian_package, pickled, separate
from translator import engines, models
from translator.engines import model_card
from translator.errors import ModelError
from translator.models import manifest
from translator.models.install import install
from translator.models.manifest import Manifest

HF, CT2 = models.FOLDER / "hf", models.FOLDER / "ct2"
SOURCE = "Kapal perang itu tiba di pelabuhan kemarin pagi."


def translation(folder: Path) -> str:
    engine = engines.load("ct2", folder, device="cpu", threads=1)
    return engine.translate([SOURCE], 4, 1)[0][0].text


def aligns_well(told: Manifest) -> bool:
    """Does its head find nearly all of the probe's tokens?"""
    return bool(told.alignment["right"] >= 0.95 * told.alignment["tokens"])


def test_a_hugging_face_folder_gets_both_forms_and_a_manifest(tmp_path: Path) -> None:
    told = install(HF, tmp_path / "made", Manifest("one"))
    assert told == manifest.verify(tmp_path / "made", "")
    assert replace(told, alignment={}, files={}) == Manifest(
        "one", licence="not stated", form="Hugging Face", quantization="int8_float32", golden="3 of 3"
    )
    assert (told.alignment["layer"], told.alignment["head"]) == (1, 0)
    assert aligns_well(told)
    assert translation(tmp_path / "made" / "ct2") == translation(CT2)
    assert {path.name for path in (tmp_path / "made" / "hf").iterdir()} == {path.name for path in HF.iterdir()}


def test_a_pickle_becomes_safetensors_once_and_what_is_missing_is_made(tmp_path: Path) -> None:
    install(pickled(HF, tmp_path / "old"), tmp_path / "made", Manifest("one"))
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
        install(folder, tmp_path / "made", Manifest("one"))
    assert not Path("/tmp/padan-was-here").exists()


@pytest.mark.parametrize("shape", [{}, {"two_vocabularies": True}])
def test_an_opus_mt_package_translates_as_the_hugging_face_folder_does(tmp_path: Path, shape: dict[str, bool]) -> None:
    told = install(marian_package(HF, tmp_path / "package", **shape), tmp_path / "made", Manifest("one"))
    assert (told.form, told.golden, aligns_well(told)) == ("OPUS-MT", "3 of 3", True)
    assert translation(tmp_path / "made" / "ct2") == translation(CT2)
    assert {path.name for path in (tmp_path / "made").iterdir()} == {"ct2", "README.md", "manifest.json"}


@pytest.mark.parametrize("source", [CT2, None])
def test_a_ctranslate2_folder_is_taken_as_it_is(tmp_path: Path, source: Path | None) -> None:
    if source is None:  # as ct2-opus-mt-converter makes it, with two vocabularies
        install(separate(HF, tmp_path / "hf"), tmp_path / "first", Manifest("one"))
        source = tmp_path / "first" / "ct2"
    folder = Path(shutil.copytree(source, tmp_path / "theirs"))
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {"add_source_eos": True}), encoding="utf-8")
    told = install(folder, tmp_path / "made", Manifest("one"))
    assert (told.form, aligns_well(told)) == ("CTranslate2", True)
    assert translation(tmp_path / "made" / "ct2") == translation(CT2)


def test_a_ctranslate2_folder_without_its_sentencepiece_models_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CT2, tmp_path / "theirs"))
    (folder / "source.spm").unlink()
    with pytest.raises(ModelError, match=r"source\.spm not found"):
        install(folder, tmp_path / "made", Manifest("one"))


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
        install(folder, tmp_path / "made", Manifest("one"))


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
        install(package, tmp_path / "made", Manifest("one"))


DEEP = 100_000


def unpacks_to_much(folder: Path) -> None:
    (weights,) = folder.glob("*.npz")
    np.savez_compressed(weights, Wemb=np.zeros((20_000, 512), np.float32))


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("damage", "seen"),
    [
        (unpacks_to_much, "at most 100 to 1 was wanted"),
        (lambda folder: (folder / "decoder.yml").write_text("[" * DEEP), r"decoder\.yml: cannot be read"),
        (
            lambda folder: (folder / "decoder.yml").write_text("a: " * 30 + "{" * 20_000),
            r"decoder\.yml: cannot be read",
        ),
        (
            lambda folder: (folder / "decoder.yml").write_text("models: [1]\nvocabs: [2]\n"),
            r"decoder\.yml: cannot be read",
        ),
        (lambda folder: (folder / "decoder.yml").write_text("models: []\nvocabs: []\n"), "no weights are named"),
        (lambda folder: pipe(next(folder.glob("*vocab.yml"))), "not found"),
        (lambda folder: pipe(folder / "source.spm"), r"source\.spm: cannot be read: it is not a regular file"),
    ],
)
def test_a_package_that_is_hostile_is_a_model_error_of_one_line(
    tmp_path: Path, damage: Callable[[Path], object], seen: str
) -> None:
    package = marian_package(HF, tmp_path / "package")
    damage(package)
    with pytest.raises(ModelError, match=seen) as error:
        install(package, tmp_path / "made", Manifest("one"))
    assert "\n" not in error.value.message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config.json", "[" * DEEP),
        ("config.json", '{"language_token": 7}'),
        ("config.json", '{"max_position_embeddings": true}'),
        ("config.json", '{"max_position_embeddings": -5}'),
        ("shared_vocabulary.json", "[" * DEEP),
        ("shared_vocabulary.json", "7"),
    ],
)
def test_a_ctranslate2_folder_with_wrong_fields_is_a_model_error(tmp_path: Path, name: str, text: str) -> None:
    folder = Path(shutil.copytree(CT2, tmp_path / "theirs"))
    (folder / name).write_text(text)
    with pytest.raises(ModelError):
        install(folder, tmp_path / "made", Manifest("one"))


@pytest.mark.parametrize("name", ["config.json", "vocab.json"])
def test_a_hugging_face_folder_that_is_nested_deeply_is_a_model_error(tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(HF, tmp_path / "theirs"))
    (folder / name).write_text("[" * DEEP)
    with pytest.raises(ModelError):
        install(folder, tmp_path / "made", Manifest("one"))


def test_a_model_card_that_is_a_pipe_is_as_good_as_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "README.md")
    assert (model_card.licence(tmp_path), model_card.language_token(tmp_path, [">>eng<<"])) == ("", "")


def test_of_an_export_only_the_files_of_its_manifest_are_copied(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(models.FOLDER, tmp_path / "theirs"))
    os.mkfifo(folder / "hf" / "pipe")
    (folder / "zero").symlink_to("/dev/zero")
    told = install(folder, tmp_path / "made", Manifest("one", source="/usb/theirs"))
    assert (told.name, told.source, told.pulled, told.golden) == ("one", "/usb/theirs", False, "3 of 3")
    assert set(told.files) == set(manifest.read(models.FOLDER).files)


def test_a_vocabulary_that_is_nested_deeply_is_a_model_error(tmp_path: Path) -> None:
    package = marian_package(HF, tmp_path / "package")
    next(package.glob("*vocab.yml")).write_text("{a: " * 5000)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # CTranslate2's converter leaves the weights open
        with pytest.raises(ModelError, match="cannot be converted"):
            install(package, tmp_path / "made", Manifest("one"))
        gc.collect()
