"""`padan doctor`: what it sees here, and where something is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator import models
from translator.cli import main
from translator.models import store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_all_is_well_here_and_a_sentence_is_translated(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    out, err = capfd.readouterr()
    assert ([line[:3] for line in out.splitlines()], err) == (["ok "] * out.count("\n"), "")
    assert "ok  models: none pulled or imported yet: padan model pull\n" in out
    assert "ok  model: starter\nok  engine: ct2\nok  translation: Kapal itu tiba di pelabuhan. -> " in out


def test_both_packages_come_from_padan_and_every_dependency_has_a_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    checks = {check["name"]: check for check in told["checks"]}
    assert (told["ok"], told["exit_code"], {check["ok"] for check in checks.values()}) == (True, 0, {True})
    assert checks["packages"]["seen"].endswith("from padan")
    assert {"padan", "click", "torch", "transformers", "ctranslate2", "starter", "cache"} <= set(checks)


def test_a_model_of_padan_toml_that_is_missing_is_4(capfd: pytest.CaptureFixture[str]) -> None:
    Path("padan.toml").write_text('[translate]\nmodel = "tiada"\n')
    assert main(["doctor", "--json"]) == 4
    told = json.loads(capfd.readouterr().out)
    assert (told["ok"], told["exit_code"], told["error"]["code"]) == (False, 4, "model")
    assert [check["name"] for check in told["checks"] if not check["ok"]] == ["model", "translation"]
    assert main(["doctor"]) == 4
    out, _ = capfd.readouterr()
    assert "BAD model: no model 'tiada'" in out


def test_a_cache_that_cannot_be_written_is_said_and_no_error(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("berkas").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path("berkas").absolute()))
    assert main(["doctor"]) == 0
    assert "--  cache: " in capfd.readouterr().out


def test_a_padan_toml_that_is_invalid_is_7(capfd: pytest.CaptureFixture[str]) -> None:
    Path("padan.toml").write_text("[translate\n")
    assert main(["doctor"]) == 7
    assert capfd.readouterr().err.startswith("padan: padan.toml:1: not TOML")


def test_a_glossary_of_padan_toml_that_is_missing_is_6(capfd: pytest.CaptureFixture[str]) -> None:
    Path("padan.toml").write_text('[translate]\nglossary = ["tiada.tsv"]\n')
    assert main(["doctor", "--json"]) == 6
    told = json.loads(capfd.readouterr().out)
    assert (told["exit_code"], told["error"]["code"], set(told["checks"][0])) == (
        6,
        "glossary",
        {"name", "ok", "seen", "needed"},
    )


def test_models_that_were_pulled_or_imported_are_told_and_a_damaged_one_is_no_error_while_another_is_used(
    capfd: pytest.CaptureFixture[str],
) -> None:
    for name in ("baik", "rusak"):
        assert main(["model", "import", str(models.FOLDER / "hf"), "--name", name, "-q"]) == 0
    (store.home() / "rusak" / "hf" / "vocab.json").write_text("{}")
    Path("padan.toml").write_text('[translate]\nmodel = "baik"\n')
    capfd.readouterr()
    assert main(["doctor"]) == 0
    out = capfd.readouterr().out
    assert "\n--  models: baik; " in out
    assert "rusak/hf/vocab.json: damaged" in out
    assert "(repair: padan model import " in out
    assert "\nok  model: baik\n" in out
