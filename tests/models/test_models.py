"""Which model is meant, and whether it can be used."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from translator import models
from translator.errors import ModelError
from translator.models import Model, manifest

STARTER = models.FOLDER
REINSTALL = "install padan again: pip install --force-reinstall --no-deps padan"


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """A user's model, complete."""
    return Path(shutil.copytree(STARTER / "hf", tmp_path / "my-model"))


@pytest.mark.parametrize("name", [None, "starter"])
def test_the_starter_is_always_there(name: str | None) -> None:
    model = models.resolve(name)
    bleu = json.loads((STARTER / "manifest.json").read_text("utf-8"))["bleu"]
    assert (model.name, model.hf, model.ct2) == ("starter", STARTER / "hf", STARTER / "ct2")
    assert model.notice.startswith("model: starter, the small one inside padan")
    assert f"BLEU {bleu}" in model.notice
    assert "padan model pull, or --model DIR" in model.notice
    assert "\n" not in model.notice


def test_the_starter_is_small_and_has_a_model_card() -> None:
    assert sum(path.stat().st_size for path in STARTER.rglob("*") if path.is_file()) < 35_000_000
    assert "## Licence of the weights" in (STARTER / "README.md").read_text("utf-8")
    listed = json.loads((STARTER / "manifest.json").read_text("utf-8"))["files"]
    found = {path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*") if path.is_file()}
    assert found - {"manifest.json"} == set(listed)


def test_a_damaged_starter_is_refused_with_the_file_and_what_to_do(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(STARTER, tmp_path / "starter"))
    data = bytearray((copy / "ct2" / "model.bin").read_bytes())
    data[len(data) // 2] ^= 1
    (copy / "ct2" / "model.bin").write_bytes(data)
    with pytest.raises(ModelError, match=r"ct2/model\.bin: damaged: its sha256") as error:
        models.starter(copy)
    assert (error.value.hint, error.value.exit_code) == (REINSTALL, 4)


def test_a_folder_in_the_hugging_face_form_is_a_model(local: Path) -> None:
    assert models.resolve(str(local)) == Model("my-model", hf=local)


def test_files_that_are_missing_are_named(local: Path) -> None:
    (local / "source.spm").unlink()
    (local / "vocab.json").unlink()
    with pytest.raises(ModelError, match=r"my-model: vocab\.json, source\.spm not found; a folder with model\.safete"):
        models.resolve(str(local))


def test_weights_that_are_a_pickle_are_refused_as_such(local: Path) -> None:
    (local / "model.safetensors").rename(local / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"its weights are a pickle, pytorch_model\.bin, which is never opened here"):
        models.resolve(str(local))


@pytest.mark.parametrize(
    ("config", "seen"),
    [
        ('{"model_type": "m2m_100"}', "not a MarianMT model: its model_type is 'm2m_100', 'marian' was wanted"),
        ("{}", "not a MarianMT model: its model_type is None"),
        ("{", "not a configuration that can be read"),
        ("[]", "not a configuration that can be read"),
        ('{"model_type": "marian", "share_encoder_decoder_embeddings": false}', r"target_vocab\.json not found"),
    ],
)
def test_a_model_of_another_kind_is_refused(local: Path, config: str, seen: str) -> None:
    (local / "config.json").write_text(config, encoding="utf-8")
    with pytest.raises(ModelError, match=seen):
        models.resolve(str(local))


def test_an_unknown_name_gets_a_hint(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model 'Startr'") as error:
        models.resolve("Startr")
    assert error.value.hint == "did you mean starter?"
    with pytest.raises(ModelError, match="the model Helsinki-NLP/opus-mt-id-en is not on this machine") as error:
        models.resolve("Helsinki-NLP/opus-mt-id-en")
    assert error.value.hint == "get it: padan model pull opus-mt-id-en"
    with pytest.raises(ModelError, match="no such name, no such folder") as error:
        models.resolve("tiada")
    assert error.value.hint.startswith("--model starter, or --model DIR: a folder with model.safetensors")
    (tmp_path / "model.zip").write_bytes(b"")
    with pytest.raises(ModelError, match="is a file: a folder with"):
        models.resolve(str(tmp_path / "model.zip"))


def test_an_engine_gets_the_form_that_it_reads() -> None:
    model = Model("one", hf=Path("hf"), ct2=Path("ct2"))
    assert (model.form("ct2"), model.form("marian")) == (Path("ct2"), Path("hf"))
    with pytest.raises(ModelError, match="the model one has no form that the engine marian can read"):
        Model("one", ct2=Path("ct2")).form("marian")


def test_the_starter_needs_no_conversion(tmp_path: Path) -> None:
    assert models.converted(models.starter(), tmp_path / "cache") == models.starter()
    assert not (tmp_path / "cache").exists()


def test_a_model_is_converted_into_the_cache(local: Path, tmp_path: Path) -> None:
    model = models.converted(models.resolve(str(local)), tmp_path / "cache")
    assert (model.name, model.hf, model.notice) == ("my-model", local, "")
    assert model.form("ct2").parent == tmp_path / "cache"


def test_without_a_cache_a_model_is_converted_for_this_run(local: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = tmp_path / "file" / "cache"  # a folder that cannot be made, whoever asks
    model = models.converted(models.resolve(str(local)), cache)
    assert model.notice == f"{cache} cannot be written (Not a directory): the model was converted for this run only"
    assert manifest.verify(model.form("ct2"), "").form == "ctranslate2"


def test_the_cache_is_the_users(own_home: Path) -> None:
    assert models.user_cache() == own_home / ".cache" / "padan" / "ct2"


def test_the_first_sentence_of_the_starter_needs_neither_torch_nor_transformers() -> None:
    code = """
import sys
from translator import engines, models
engine = engines.load("ct2", models.converted(models.resolve(None)).form("ct2"))
assert engine.translate(["Kapal itu tiba."], 4, 1)[0][0].text
print(*sorted({"torch", "transformers", "ctranslate2"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("ctranslate2\n", "")
