"""Models come in by the network or from a disk, whole or not at all, and two at once do not disturb each other."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.models import loopback
from tests.models.test_manifest import signed
from tests.variants import marian_package, pickled
from translator import models
from translator.errors import ModelError, OutputError
from translator.models import acquire, archive, catalogue, manifest, store
from translator.models.catalogue import PublicModel
from translator.models.manifest import Manifest

pytestmark = pytest.mark.loopback

NAME = "Helsinki-NLP/opus-mt-id-en"
HF = models.FOLDER / "hf"


def quietly(*_: object) -> None: ...


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[loopback.Hub]:
    """The starter under a public name, its weights in a pickle, as the hub has it."""
    folder = pickled(HF, tmp_path / "hub")
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n")
    with loopback.serving(loopback.repository(NAME, folder)) as found:
        monkeypatch.setenv("HF_ENDPOINT", found.url)
        yield found


def kept() -> list[str]:
    return sorted(path.name for path in store.home().iterdir() if path.name != ".lock")


def test_a_public_model_is_pulled_and_described_and_then_chosen(served: loopback.Hub) -> None:
    entry = catalogue.find(NAME)
    one, fresh = acquire.pull(entry, quietly)
    assert (one.name, fresh, kept()) == ("opus-mt-id-en", True, ["opus-mt-id-en"])
    about = manifest.verify(one.folder, "")
    wanted = {
        "name": "opus-mt-id-en", "source": NAME, "pulled": True, "revision": entry.revision, "commit": loopback.COMMIT,
        "licence": "Apache-2.0", "bleu": 33.4, "test": "FLORES-101 devtest", "golden": "3 of 3",
    }  # fmt: skip
    assert {key: getattr(about, key) for key in wanted} == wanted
    assert about.date.startswith("20")
    assert models.resolve(None) == models.Model("opus-mt-id-en", one.folder / "hf", one.folder / "ct2")
    assert models.resolve(NAME).name == "opus-mt-id-en"
    served.asked.clear()
    assert acquire.pull(entry, quietly) == (store.find(NAME), False)
    assert served.asked == []


def test_pulling_again_repairs_a_damaged_model(served: loopback.Hub) -> None:  # noqa: ARG001
    one, _ = acquire.pull(catalogue.find(NAME), quietly)
    path = one.folder / "ct2" / "model.bin"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match=r"ct2/model\.bin: damaged") as error:
        models.resolve(None)
    assert error.value.hint == "padan model pull opus-mt-id-en"
    assert acquire.pull(catalogue.find(NAME), quietly)[1]
    assert models.resolve(None).name == "opus-mt-id-en"


def test_an_interrupted_pull_leaves_no_model_and_is_taken_up(served: loopback.Hub) -> None:
    def interrupt(name: str, at: int, _: int) -> None:
        if name == "pytorch_model.bin" and at > 5_000_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        acquire.pull(catalogue.find(NAME), interrupt)
    assert store.installed() == []
    served.asked.clear()
    acquire.pull(catalogue.find(NAME), quietly)
    assert served.got("pytorch_model.bin")[0].startswith("bytes=")
    assert served.got("source.spm") == []
    assert kept() == ["opus-mt-id-en"]


def test_a_package_is_pulled_from_its_address(tmp_path: Path) -> None:
    package = marian_package(HF, tmp_path / "package")
    archive.pack(package, tmp_path / "opus.zip")
    with loopback.serving({"opus.zip": tmp_path / "opus.zip"}) as hub:
        hub.cut["opus.zip"] = (1_000_000, 1)
        entry = PublicModel("small", "2021-04-30", url=f"{hub.url}/opus.zip", bleu=38.6, licence="CC-BY-4.0")
        one, fresh = acquire.pull(entry, quietly)
        assert len(hub.got("opus.zip")) == 2
        assert (fresh, one.manifest.form, one.manifest.revision) == (True, "OPUS-MT", "2021-04-30")
        assert acquire.pull(entry, quietly)[1] is False
    with pytest.raises(ModelError, match="the model small has no form that the engine marian can read") as error:
        models.resolve("small").form("marian")
    assert error.value.hint == "use it with --engine ct2"


def test_two_processes_that_pull_at_once_download_once(served: loopback.Hub) -> None:
    served.slow.add("pytorch_model.bin")
    command = [sys.executable, "-m", "translator", "model", "pull", NAME, "--json"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert len(served.got("pytorch_model.bin")) == 1
    assert kept() == ["opus-mt-id-en"]
    models.resolve("opus-mt-id-en")


def test_two_processes_that_import_at_once_end_with_one_whole_model(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "translator", "model", "import", str(HF), "--name", "mine"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert kept() == ["mine"]
    models.resolve("mine")
    assert list(tmp_path.iterdir()) == []


def test_a_killed_import_leaves_nothing_that_is_taken_for_a_model() -> None:
    code = """
import os, signal, sys
from pathlib import Path
from translator.models import golden
from translator.models import acquire
golden.passed = lambda folder: os.kill(os.getpid(), signal.SIGKILL)
acquire.import_model(Path(sys.argv[1]), "mine")
"""
    done = subprocess.run([sys.executable, "-c", code, str(HF)], capture_output=True, check=False)
    assert done.returncode == -9
    assert store.installed() == []
    assert store.default() == "starter"
    assert acquire.import_model(HF, "mine")[1]
    assert kept() == ["mine"]


def test_what_was_exported_is_imported_on_another_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = acquire.import_model(marian_package(HF, tmp_path / "opus+bt-2021-04-30"))
    assert (one.name, one.manifest.bleu, one.manifest.licence) == ("opus-mt-msa-en", 38.6, "CC-BY-4.0")
    acquire.export(one, tmp_path / "stick.zip")
    with pytest.raises(OutputError, match=r"stick\.zip is there already"):
        acquire.export(one, tmp_path / "stick.zip")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    other, fresh = acquire.import_model(tmp_path / "stick.zip")
    assert (other.name, fresh, other.folder == one.folder) == ("opus-mt-msa-en", True, False)
    ours, theirs = manifest.verify(one.folder, ""), manifest.verify(other.folder, "")
    assert replace(theirs, source="", date="") == replace(ours, source="", date="")
    assert theirs.source == str(tmp_path / "stick.zip")
    assert acquire.import_model(tmp_path / "stick.zip", "second")[0].manifest.name == "second"


def test_importing_the_same_again_is_harmless_and_another_needs_force(tmp_path: Path) -> None:
    first, fresh = acquire.import_model(HF, "mine")
    again, anew = acquire.import_model(HF, "mine")
    assert (again.folder, fresh, anew) == (first.folder, True, False)
    with pytest.raises(OutputError, match="another model mine is here"):
        acquire.import_model(marian_package(HF, tmp_path / "package"), "mine")
    assert acquire.import_model(tmp_path / "package", "mine", force=True)[0].manifest.form == "OPUS-MT"


def test_a_damaged_model_is_not_exported(tmp_path: Path) -> None:
    one, _ = acquire.import_model(HF, "mine")
    (one.folder / "hf" / "vocab.json").write_text("{}")
    with pytest.raises(ModelError, match="damaged"):
        acquire.export(one, tmp_path / "stick.zip")
    assert not (tmp_path / "stick.zip").exists()


@pytest.mark.parametrize("name", ["tiada", "kosong"])
def test_where_no_model_is_nothing_is_imported(tmp_path: Path, name: str) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(ModelError, match=r"no such file or folder|no model found"):
        acquire.import_model(tmp_path / name)
    assert store.installed() == []


def test_a_package_that_is_no_package_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "opus.zip").write_bytes(b"<html>not today</html>")
    with loopback.serving({"opus.zip": tmp_path / "opus.zip"}) as hub:
        entry = PublicModel("small", "2021-04-30", url=f"{hub.url}/opus.zip")
        with pytest.raises(ModelError, match=r"not a \.zip that can be read"):
            acquire.pull(entry, quietly)
        archive.pack(marian_package(HF, tmp_path / "package"), tmp_path / "opus.zip")
        assert acquire.pull(entry, quietly)[1]


def test_a_pull_does_not_replace_another_model_of_its_name(served: loopback.Hub) -> None:
    acquire.import_model(HF, "opus-mt-id-en")
    with pytest.raises(OutputError, match="another model opus-mt-id-en is here"):
        acquire.pull(catalogue.find(NAME), quietly)
    assert served.asked == []
    assert store.find(NAME) == store.find("opus-mt-id-en")


def test_a_package_whose_bytes_are_damaged_does_not_block_the_next_pull(tmp_path: Path) -> None:
    package = marian_package(HF, tmp_path / "package")
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(package.iterdir()):
            made.write(path, path.name)
    data = bytearray(whole.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 100] = bytes(100)
    (tmp_path / "opus.zip").write_bytes(data)
    with loopback.serving({"opus.zip": tmp_path / "opus.zip"}) as hub:
        public = PublicModel("small", "2021-04-30", url=f"{hub.url}/opus.zip")
        with pytest.raises(ModelError, match=r"not a \.zip that can be read"):
            acquire.pull(public, quietly)
        whole.replace(tmp_path / "opus.zip")
        assert acquire.pull(public, quietly)[1]


def test_a_mirror_that_names_no_commit_is_pulled_from_by_revision(served: loopback.Hub) -> None:
    served.commit = ""
    one, _ = acquire.pull(catalogue.find(NAME), quietly, revision="..%2F..%2Fx")
    assert kept() == ["opus-mt-id-en"]
    assert one.manifest is not None
    assert (one.manifest.commit, one.manifest.revision) == ("", "..%2F..%2Fx")


def test_a_pull_of_what_names_no_commit_writes_nothing(served: loopback.Hub) -> None:
    served.commit = "../../../../../../tmp/x"
    with pytest.raises(ModelError, match="40 hexadecimal digits were wanted"):
        acquire.pull(catalogue.find(NAME), quietly)
    assert kept() == []


def test_what_an_imported_package_says_of_itself_stays_a_claim(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(models.FOLDER, tmp_path / "best"))
    manifest.write(folder, Manifest("best", bleu=99.9, test="FLORES", source="x; touch y", pulled=True))
    one, _ = acquire.import_model(folder, "best")
    assert one.manifest is not None
    assert (one.manifest.bleu, one.manifest.pulled, one.manifest.trusted_bleu) == (99.9, False, 0.0)
    assert one.repair == f"padan model import {folder} --name best"


@pytest.mark.parametrize("bleu", ["abc", [1], 1000])
def test_a_package_with_a_wrong_manifest_is_refused_and_nothing_is_kept(tmp_path: Path, bleu: object) -> None:
    folder = Path(shutil.copytree(models.FOLDER, tmp_path / "bad"))
    signed(folder, bleu=bleu)
    with pytest.raises(ModelError, match="bleu is"):
        acquire.import_model(folder, "bad")
    assert store.installed() == []
