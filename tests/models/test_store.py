"""The store: which model is the best, and that each is there whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from translator.atomic_write import PREFIX, Writer, this_process
from translator.errors import OutputError, UsageError
from translator.models import catalogue, manifest, store
from translator.models.manifest import Manifest


def put(name: str, content: bytes = b"weights", force: bool = False, **about: Any) -> store.Installed:
    with store.workshop() as work:
        (work / "made" / "ct2").mkdir(parents=True)
        (work / "made" / "ct2" / "model.bin").write_bytes(content)
        manifest.write(work / "made", Manifest(name, **about))
        return store.put(work / "made", name, force)


def test_models_are_the_user_s_data(own_home: Path) -> None:
    assert store.home() == own_home / ".local/share/padan/models"
    assert store.installed() == []
    assert store.best() is None
    assert store.default() == "starter"


def test_the_best_has_the_highest_published_bleu_else_it_is_the_newest() -> None:
    put("old", date="2026-01-01T00:00:00+00:00")
    put("new", date="2026-03-01T00:00:00+00:00", bleu=None)
    put("middle", date="2026-02-01T00:00:00+00:00")
    assert store.default() == "new"
    put("good", date="2025-01-01T00:00:00+00:00", bleu=33.4, pulled=True)
    put("better", date="2024-01-01T00:00:00+00:00", bleu=38.6, pulled=True)
    assert store.default() == "better"
    assert [one.name for one in store.installed()] == ["better", "good", "middle", "new", "old"]


def test_one_whose_manifest_cannot_be_read_is_passed_over_and_told() -> None:
    put("better", bleu=38.6, pulled=True)
    put("broken")
    (store.home() / "broken" / "manifest.json").write_text("{")
    assert store.default() == "better"
    (broken,) = store.unreadable()
    assert (broken.name, "not a manifest that can be read" in broken.problem) == ("broken", True)
    assert broken.repair == "padan model remove broken, then pull or import it again"


def test_what_an_import_says_of_its_own_quality_does_not_make_it_the_default() -> None:
    put("claims", bleu=99.9, date="2026-01-01T00:00:00+00:00")
    put("newer", date="2026-02-01T00:00:00+00:00")
    assert store.default() == "newer"
    put("pulled", bleu=20.0, pulled=True, date="2025-01-01T00:00:00+00:00")
    assert store.default() == "pulled"


def test_a_model_is_found_by_its_name_and_by_where_it_was_pulled_from() -> None:
    put("one", source="owner/one", pulled=True)
    put("two", source="/media/usb/two", pulled=False)
    found = [store.find(name) for name in ("one", "owner/one", "two", "/media/usb/two", "three")]
    assert [one and one.name for one in found] == ["one", "one", "two", None, None]


def test_each_kind_has_its_repair() -> None:
    assert put("one", source="owner/one", pulled=True).repair == "padan model pull owner/one"
    assert put("mine", source="owner/one", pulled=True).repair == "padan model pull owner/one --name mine"
    address = catalogue.public_models()[0].source
    assert put("opus-mt-msa-en", source=address, pulled=True).repair == "padan model pull opus-mt-msa-en"
    assert put("two", source="/my usb/two", pulled=False).repair == "padan model import '/my usb/two' --name two"
    assert put("three").repair == "padan model remove three, then pull or import it again"


def test_another_model_of_the_same_name_needs_force() -> None:
    put("one", b"weights")
    put("one", b"weights")  # the same
    with pytest.raises(OutputError, match="another model one is here"):
        put("one", b"others")
    assert put("one", b"others", force=True).folder.joinpath("ct2/model.bin").read_bytes() == b"others"


def test_a_damaged_model_is_replaced() -> None:
    one = put("one", b"weights")
    (one.folder / "ct2" / "model.bin").write_bytes(b"weighty")
    assert put("one", b"others").folder.joinpath("ct2/model.bin").read_bytes() == b"others"
    assert sorted(path.name for path in store.home().iterdir()) == ["one"]


def test_what_fails_half_way_leaves_nothing() -> None:
    def fail() -> None:
        with store.workshop() as work:
            (work / "made").mkdir()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(store.home().iterdir()) == []


def test_what_a_killed_process_left_is_cleared_and_an_interrupted_download_is_not() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    dead = Writer(this_process().machine, gone.pid)
    (store.home() / f"{PREFIX}{dead.mark}-abcdefgh" / "made").mkdir(parents=True)
    store.partial_download("one").mkdir()
    with store.workshop():
        pass
    assert list(store.home().iterdir()) == [store.partial_download("one")]


def test_a_removed_model_is_gone_and_its_size_is_told() -> None:
    one = put("one", bytes(1000))
    assert store.remove(one.name) > 1000
    assert list(store.home().iterdir()) == []


@pytest.mark.parametrize("name", ["starter", "", ".hidden", "a/b", "../a", "a b", "x" * 101])
def test_a_name_that_would_be_no_name_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name of a model"):
        store.check_name(name)
    assert store.check_name("opus+bt-2021-04-30") == "opus+bt-2021-04-30"


def test_a_store_that_cannot_be_written_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    with pytest.raises(OutputError, match="cannot read or write") as error:
        put("one")
    assert "XDG_DATA_HOME" in error.value.hint
    assert store.installed() == []


def test_a_command_that_repairs_is_quoted_for_the_shell() -> None:
    assert put("one", source="x; touch y", pulled=True).repair == "padan model pull 'x; touch y' --name one"
    assert put("two", source="/usb/$(x)", pulled=False).repair == "padan model import '/usb/$(x)' --name two"


def test_a_removed_model_takes_its_interrupted_download_along() -> None:
    put("one", bytes(1000))
    for name in ("one", "opus-mt-id-en"):
        part = store.partial_download(name) / "abc" / "model.safetensors.part"
        part.parent.mkdir(parents=True)
        part.write_bytes(bytes(5000))
    assert store.remove("one") > 6000
    assert store.partial_name("Helsinki-NLP/opus-mt-id-en") == "opus-mt-id-en"
    assert store.remove("opus-mt-id-en") == 5000
    assert (store.partial_name("opus-mt-id-en"), list(store.home().iterdir())) == ("", [])
