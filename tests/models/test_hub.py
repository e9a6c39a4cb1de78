"""Downloads from a hub on this machine, whole and in spite of faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.models import loopback
from translator import models
from translator.errors import ModelError
from translator.models import hub
from translator.models.forms import NEEDED

pytestmark = pytest.mark.loopback

NAME = "Helsinki-NLP/opus-mt-id-en"
HF = models.FOLDER / "hf"
WEIGHTS = "model.safetensors"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[loopback.Hub]:
    """The starter under a public name."""
    with loopback.serving(loopback.repository(NAME, HF)) as found:
        monkeypatch.setenv("HF_ENDPOINT", found.url)
        yield found


def quietly(*_: object) -> None: ...


def fetch(folder: Path) -> None:
    hub.fetch(NAME, hub.commit(NAME, "main"), folder, quietly)


def assert_whole(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {path.name for path in HF.iterdir()}
    assert all((folder / name).read_bytes() == (HF / name).read_bytes() for name in NEEDED)


def test_a_model_arrives_as_it_is_and_the_commit_is_told(served: loopback.Hub, tmp_path: Path) -> None:
    assert hub.commit(NAME, "main") == loopback.COMMIT
    told: list[tuple[str, int, int]] = []
    hub.fetch(NAME, loopback.COMMIT, tmp_path, lambda *progress: told.append(progress))
    assert_whole(tmp_path)
    size = (HF / WEIGHTS).stat().st_size
    progress = [(at, of) for name, at, of in told if name == WEIGHTS]
    assert progress[0] == (0, size)
    assert progress[-1] == (size, size)
    assert len(progress) > 20
    assert served.got("pytorch_model.bin") == []


def test_what_is_here_is_not_asked_for_again(served: loopback.Hub, tmp_path: Path) -> None:
    fetch(tmp_path)
    served.asked.clear()
    fetch(tmp_path)
    assert {file for method, file, _ in served.asked if method == "GET"} == set()


def test_a_connection_that_breaks_is_taken_up_where_it_broke(served: loopback.Hub, tmp_path: Path) -> None:
    served.cut[WEIGHTS] = (5_000_000, 1)
    fetch(tmp_path)
    assert_whole(tmp_path)
    first, second = served.got(WEIGHTS)
    assert first == ""
    assert 4_500_000 < int(second.removeprefix("bytes=").removesuffix("-")) <= 5_000_000


def test_an_interrupted_download_goes_on_in_the_next_run(
    served: loopback.Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", quietly)  # between the tries
    served.cut[WEIGHTS] = (3_000_000, 1)
    served.status[WEIGHTS] = (0, 0)

    def interrupt(name: str, at: int, _: int) -> None:
        if name == WEIGHTS and at > 2_000_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        hub.fetch(NAME, loopback.COMMIT, tmp_path, interrupt)
    assert not (tmp_path / WEIGHTS).exists()
    kept = (tmp_path / f"{WEIGHTS}.part").stat().st_size
    assert kept > 1_500_000
    served.cut.clear()
    fetch(tmp_path)
    assert served.got(WEIGHTS)[-1] == f"bytes={kept}-"
    assert_whole(tmp_path)


def test_one_that_breaks_again_and_again_is_an_error_and_keeps_what_came(
    served: loopback.Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", quietly)
    served.cut[WEIGHTS] = (0, 100)
    with pytest.raises(ModelError, match=r"model\.safetensors: cannot be reached") as error:
        fetch(tmp_path)
    assert error.value.hint.startswith("run the same command again; without a network, bring the model on a disk")


@pytest.mark.parametrize("name", [WEIGHTS, "vocab.json"])
def test_wrong_bytes_are_noticed_and_thrown_away(served: loopback.Hub, tmp_path: Path, name: str) -> None:
    served.wrong.add(name)
    with pytest.raises(ModelError, match=rf"{name}: damaged on the way: its sum begins \w{{8}}, \w{{8}} was announced"):
        fetch(tmp_path)
    assert not list(tmp_path.glob(f"{name}*"))
    served.wrong.clear()
    fetch(tmp_path)
    assert_whole(tmp_path)


def test_a_wrong_length_is_noticed_and_the_next_run_begins_anew(served: loopback.Hub, tmp_path: Path) -> None:
    served.longer.add(WEIGHTS)
    size = (HF / WEIGHTS).stat().st_size
    with pytest.raises(ModelError, match=rf"file should be of size {size} but has size {size + 4}"):
        fetch(tmp_path)
    served.longer.clear()
    fetch(tmp_path)
    assert_whole(tmp_path)


def test_a_slow_hub_is_waited_for(served: loopback.Hub, tmp_path: Path) -> None:
    served.slow.add(WEIGHTS)
    fetch(tmp_path)
    assert_whole(tmp_path)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_hub_is_asked_again(
    served: loopback.Hub, tmp_path: Path, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", quietly)
    served.status = {"config.json": (status, 2), "vocab.json": (status, 1)}
    fetch(tmp_path)
    assert_whole(tmp_path)


@pytest.mark.parametrize(
    ("status", "seen", "hint"),
    [
        (401, r"the hub refuses it \(401\)", "set HF_TOKEN"),
        (403, r"the hub refuses it \(403\)", "set HF_TOKEN"),
        (404, "no such model on the hub", "check its name"),
        (429, r"too many requests \(429\)", "try again in some minutes"),
        (500, "the hub answered 500", "run the same command again"),
    ],
)
def test_a_refusal_says_what_to_do(
    served: loopback.Hub, status: int, seen: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", quietly)
    served.status["config.json"] = (status, 100)
    with pytest.raises(ModelError, match=seen) as error:
        hub.commit(NAME, "main")
    assert hint in error.value.hint
    assert error.value.exit_code == 4


@pytest.mark.parametrize("said", ["../../..", "main", "0" * 39, "0" * 41, "A" * 40, "/etc/" + "0" * 35])
def test_what_is_no_commit_is_refused(served: loopback.Hub, said: str) -> None:
    served.commit = said
    with pytest.raises(ModelError, match="40 hexadecimal digits were wanted") as error:
        hub.commit(NAME, "main")
    assert error.value.exit_code == 4


def test_a_mirror_that_names_no_commit_is_taken(served: loopback.Hub) -> None:
    served.commit = ""
    assert hub.commit(NAME, "main") == ""


def test_more_bytes_than_a_file_of_a_model_has_are_refused(tmp_path: Path, served: loopback.Hub) -> None:
    large = tmp_path / "large"
    large.write_bytes(bytes(hub.MAX_SIDE_FILE + 1))
    served.files[f"{NAME}/source.spm"] = large
    with pytest.raises(ModelError, match=r"source\.spm: more than 16,777,216 bytes, too large"):
        fetch(tmp_path / "out")


@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_who_is_asked_to_wait_for_long_in_the_midst_of_a_download_is_told(
    served: loopback.Hub, tmp_path: Path, method: str
) -> None:
    served.status[WEIGHTS], served.wait, served.only = (429, 100), "100000", method
    with pytest.raises(ModelError, match=r"too many requests \(429\)") as error:
        fetch(tmp_path)
    assert error.value.hint == "try again in 100000 seconds"
    served.status.clear()
    fetch(tmp_path)
    assert_whole(tmp_path)


def test_a_hub_that_is_busy_in_the_midst_of_a_download_is_waited_for(served: loopback.Hub, tmp_path: Path) -> None:
    served.status[WEIGHTS], served.wait, served.only = (503, 1), "1", "GET"
    fetch(tmp_path)
    assert_whole(tmp_path)


def test_who_is_asked_to_wait_for_long_is_told(served: loopback.Hub) -> None:
    served.status["config.json"], served.wait = (429, 100), "300"
    with pytest.raises(ModelError, match=r"too many requests \(429\)") as error:
        hub.commit(NAME, "main")
    assert error.value.hint == "try again in 300 seconds"
    assert len(served.asked) == 1


def test_a_model_that_is_not_there_or_not_whole_is_said(served: loopback.Hub, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"owner/tiada: not on the hub \(404\)"):
        hub.commit("owner/tiada", "main")
    del served.files[f"{NAME}/source.spm"]
    with pytest.raises(ModelError, match=r"source\.spm is not there: not a whole MarianMT model"):
        fetch(tmp_path)


def test_a_hub_that_cannot_be_reached_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match="cannot be reached") as error:
        hub.commit(NAME, "main")
    assert "padan model import PATH" in error.value.hint


def test_nothing_is_written_to_the_terminal(
    served: loopback.Hub, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    served.cut[WEIGHTS] = (5_000_000, 1)
    fetch(tmp_path)
    assert capfd.readouterr() == ("", "")
