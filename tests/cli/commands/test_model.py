"""`padan model` as a user sees it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.models import loopback
from tests.models.test_manifest import signed
from translator import models
from translator.cli import main
from translator.models import manifest, store
from translator.models.manifest import Manifest

HF = models.FOLDER / "hf"
NAME = "Helsinki-NLP/opus-mt-id-en"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("berita.txt").write_text("Kapal itu tiba di pelabuhan.\n")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[loopback.Hub]:
    with loopback.serving(loopback.repository(NAME, HF)) as found:
        monkeypatch.setenv("HF_ENDPOINT", found.url)
        yield found


def run(capfd: Capture, *args: str) -> tuple[int, str, str]:
    code = main(["model", *args])
    return (code, *capfd.readouterr())


def told(capfd: Capture, *args: str) -> dict[str, Any]:
    code, out, err = run(capfd, *args, "--json")
    found: dict[str, Any] = json.loads(out)
    assert (found["exit_code"], err) == (code, "")
    return found


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.loopback
def test_without_a_name_the_recommended_model_is_pulled_and_why_is_said(
    served: loopback.Hub,  # noqa: ARG001
    capfd: Capture,
) -> None:
    code, out, err = run(capfd, "pull")
    assert (code, out) == (0, "opus-mt-id-en\n")
    assert err.startswith("note: opus-mt-id-en is the recommended model: the best published quality of the MarianMT")
    weights = (HF / "model.safetensors").stat().st_size / 1e6
    assert f"downloading model.safetensors, {weights:.1f} MB\n" in err
    assert "opus-mt-id-en pulled; golden sentences: 3 of 3; word links right on " in err
    assert main(["translate", "berita.txt", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["model"] == "opus-mt-id-en"
    assert run(capfd, "pull", NAME)[2].startswith("opus-mt-id-en is here already, and whole")


@pytest.mark.loopback
@pytest.mark.parametrize(("status", "seen"), [(404, "no such model"), (401, "(401)"), (429, "(429)"), (500, "500")])
def test_a_pull_that_fails_is_4_and_one_line(
    served: loopback.Hub, capfd: Capture, monkeypatch: pytest.MonkeyPatch, status: int, seen: str
) -> None:
    monkeypatch.setattr("time.sleep", lambda *_: None)
    served.status["config.json"] = (status, 100)
    code, out, err = run(capfd, "pull", NAME)
    assert (code, out, err.count("\n"), seen in err) == (4, "", 1, True)
    assert err.startswith(f"padan: {NAME}: ")
    error = told(capfd, "pull", NAME)["error"]
    assert (error["code"], bool(error["hint"])) == ("model", True)


def test_the_list_tells_what_is_here_and_what_could_be(capfd: Capture) -> None:
    rows = told(capfd, "list")["models"]
    assert [(row["name"], row["installed"], row["used"]) for row in rows] == [
        ("starter", True, True),
        ("opus-mt-msa-en", False, False),
        ("opus-mt-id-en", False, False),
    ]
    assert run(capfd, "import", str(HF), "--name", "opus-mt-id-en", "-q") == (0, "opus-mt-id-en\n", "")
    code, out, _ = run(capfd, "list")
    assert code == 0
    assert [line[:16] for line in out.splitlines()] == ["+ starter: BLEU ", "* opus-mt-id-en:", "  opus-mt-msa-en"]


def test_what_is_known_of_a_model_is_shown(capfd: Capture) -> None:
    run(capfd, "import", str(HF), "--name", "mine")
    code, out, err = run(capfd, "info", "mine")
    assert (code, err) == (0, "")
    assert "alignment: layer 1, head 0: word links right on " in out
    assert f"source: {HF}\n" in out
    found = told(capfd, "info", "mine")
    assert (found["used"], found["golden"]) == (True, "3 of 3")
    assert found["alignment"]["right"] >= 0.95 * found["alignment"]["tokens"]
    assert told(capfd, "info", "starter")["bleu"]
    public = told(capfd, "info", NAME)
    assert (public["installed"], public["bleu"], public["test"]) == (False, 33.4, "FLORES-101 devtest")


def test_one_flipped_bit_in_any_file_of_a_model_is_found_and_the_model_refused(capfd: Capture) -> None:
    run(capfd, "import", str(HF), "--name", "mine")
    folder = store.home() / "mine"
    assert run(capfd, "verify")[:2] == (0, "ok  starter: 14 files\nok  mine: 13 files\n")
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        whole = path.read_bytes()
        flip(path)
        code, out, _ = run(capfd, "verify")
        name = path.relative_to(folder).as_posix()
        assert (code, out.splitlines()[0]) == (4, "ok  starter: 14 files"), name
        assert out.splitlines()[1].startswith(f"BAD mine: {path}: "), name
        path.write_bytes(whole)
    flip(folder / "ct2" / "model.bin")
    code, out, err = run(capfd, "verify", "mine", "--json")
    found = json.loads(out)
    assert (code, found["exit_code"], found["models"][0]["ok"], err) == (4, 4, False, "")
    assert main(["translate", "berita.txt"]) == 4
    said = capfd.readouterr().err
    assert said.startswith(f"padan: {folder}/ct2/model.bin: damaged: its sha256 begins ")
    assert said.endswith(f"; padan model import {HF} --name mine\n")
    assert not Path("berita.en.txt").exists()
    assert run(capfd, "import", str(HF), "--name", "mine")[0] == 0
    assert main(["translate", "berita.txt"]) == 0


def test_a_flipped_bit_in_the_starter_is_found(tmp_path: Path) -> None:
    """In a copy of the packages, which the interpreter is told to take."""
    root = models.FOLDER.parents[1]
    for package in ("translator", "glossary"):
        shutil.copytree(root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("ct2/model.bin", "hf/vocab.json", "README.md", "manifest.json"):
        path = tmp_path / "translator" / "starter" / name
        whole = path.read_bytes()
        flip(path)
        done = subprocess.run(
            [sys.executable, "-m", "translator", "model", "verify"], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout[:12]) == (4, "BAD starter:"), (name, done.stderr)
        assert "pip install --force-reinstall --no-deps padan" in done.stdout
        path.write_bytes(whole)


def test_a_model_is_removed_and_the_starter_stays(capfd: Capture) -> None:
    run(capfd, "import", str(HF), "--name", "mine")
    code, out, err = run(capfd, "remove", "mine")
    assert (code, out, err.startswith("removed: mine (")) == (0, "", True)
    assert store.installed() == []
    code, _, err = run(capfd, "remove", "starter")
    assert (code, err) == (2, "padan: the starter is a part of Padan; remove others\n")


def test_a_model_goes_out_and_comes_in_in_one_file(capfd: Capture) -> None:
    assert run(capfd, "export", "starter")[:2] == (0, "starter.padan.zip\n")
    assert run(capfd, "export", "starter")[0] == 2
    assert run(capfd, "import", "starter.padan.zip", "--name", "copy")[:2] == (0, "copy\n")
    assert main(["translate", "berita.txt", "--json", "--model", "copy"]) == 0
    assert json.loads(capfd.readouterr().out)["model"] == "copy"


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["info", "startr"], 4, "no model 'startr' on this machine; did you mean starter?"),
        (["verify", "tiada"], 4, "no model 'tiada' on this machine; `padan model list` shows which are"),
        (["remove", "tiada"], 4, "no model 'tiada' on this machine"),
        (["export", "tiada"], 4, "no model 'tiada' on this machine"),
        (["pull", "tiada"], 4, "no model 'tiada' in the catalogue"),
        (["import", "tiada"], 4, "tiada: no such file or folder"),
        (["import", "berita.txt"], 4, "berita.txt: not a .zip that can be read"),
        (["import", str(HF), "--name", "a/b"], 2, "'a/b' cannot be the name of a model"),
        (["imprt", "x"], 2, "no such command: imprt; did you mean import?"),
    ],
)
def test_bad_input_is_one_line(capfd: Capture, args: list[str], code: int, said: str) -> None:
    found, out, err = run(capfd, *args)
    assert (found, out, said in err, "Traceback" in err) == (code, "", True, False)


OPENS_NOTHING = """
import json, sys
opened = []
def listen(event, args):
    reaching = event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")
    if reaching or (event == "socket.__new__" and args[1] != 1):  # 1: AF_UNIX
        opened.append((event, args))
sys.addaudithook(listen)
from translator.cli import main
codes = [main(command) for command in json.loads(sys.argv[1])]
print(codes, opened, file=sys.stderr)
"""
COMMANDS = [
    ["translate", "berita.txt", "--model", "starter"],
    ["translate", "berita.txt", "--model", str(HF), "-o", "two.txt"],
    ["translate", "berita.txt", "--model", str(HF), "-o", "three.txt", "--engine", "marian"],
    ["model", "list"],
    ["model", "import", str(HF), "--name", "mine"],
    ["translate", "berita.txt", "-o", "four.txt"],
    ["model", "verify"],
    ["model", "info", "mine"],
    ["model", "export", "mine"],
    ["model", "remove", "mine"],
    ["doctor"],
]


def test_no_command_but_pull_opens_a_socket() -> None:
    command = [sys.executable, "-c", OPENS_NOTHING, json.dumps(COMMANDS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == f"{[0] * len(COMMANDS)} []", done.stderr


def test_a_model_with_a_wrong_manifest_is_told_and_passed_over_by_every_command(capfd: Capture) -> None:
    shutil.copytree(models.FOLDER, store.home() / "baik")
    for number, value in enumerate(("abc", [1], {"x": 1})):
        shutil.copytree(models.FOLDER, store.home() / f"rusak{number}")
        signed(store.home() / f"rusak{number}", bleu=value)
    bad = store.home() / "rusak0" / "manifest.json"
    assert main(["translate", "berita.txt"]) == 0
    assert f"{bad}: not a manifest of a model: bleu is 'abc'" in capfd.readouterr().err
    code, out, _ = run(capfd, "list")
    assert (code, f"! rusak0: {bad}: not a manifest of a model: bleu is 'abc'" in out, "* baik: " in out) == (
        0,
        True,
        True,
    )
    assert [row["name"] for row in told(capfd, "list")["models"] if row["problem"]] == ["rusak0", "rusak1", "rusak2"]
    code, out, _ = run(capfd, "verify")
    assert (code, out.count("BAD rusak"), "ok  baik" in out) == (4, 3, True)
    for command in (["info", "rusak0"], ["export", "rusak0"], ["info", "rusak1"]):
        code, out, err = run(capfd, *command)
        assert (code, out, err.count("\n"), "padan model remove rusak" in err) == (4, "", 1, True)
    assert run(capfd, "remove", "rusak0", "rusak1", "rusak2")[0] == 0
    assert run(capfd, "verify")[0] == 0


def test_the_claim_of_an_import_is_shown_as_one(capfd: Capture) -> None:
    folder = Path(shutil.copytree(models.FOLDER, "best"))
    manifest.write(folder, Manifest("best", bleu=99.9, test="FLORES"))
    assert run(capfd, "import", "best", "--name", "best", "-q")[0] == 0
    assert "* best: BLEU 99.9 (FLORES, its own claim), " in run(capfd, "list")[1]
    assert [row["claimed"] for row in told(capfd, "list")["models"][:2]] == [True, False]


def test_what_an_interrupted_download_left_is_removed(capfd: Capture) -> None:
    part = store.partial_download("opus-mt-id-en") / "x.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(bytes(2_000_000))
    assert run(capfd, "remove", NAME) == (0, "", "removed: opus-mt-id-en (2 MB)\n")
    assert not part.parent.exists()
    assert run(capfd, "remove", NAME)[0] == 4
