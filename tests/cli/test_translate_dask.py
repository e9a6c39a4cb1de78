"""What `padan translate --runner dask` says where it cannot begin; runs that do are in tests/batch/runners."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from translator.cli import main

WITHOUT_DASK = "import sys; sys.modules['distributed'] = None; from translator.cli import main; sys.exit(main())"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("arsip").mkdir()
    Path("arsip/a.txt").write_text("Kapal itu tiba.\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["arsip/a.txt", "--runner", "dask"], "--runner dask is for the files of a folder, and there is one file"),
        (["arsip", "-o", "english", "--scheduler", "tcp://a:1"], "--scheduler is of a dask cluster; add --runner dask"),
        (["-", "--runner", "dask"], "--runner dask is for the files of a folder, and standard input is one document"),
    ],
)
def test_what_no_cluster_can_do_is_an_error(capfd: pytest.CaptureFixture[str], args: list[str], message: str) -> None:
    assert main(["translate", *args]) == 2
    assert capfd.readouterr().err.startswith(f"padan: {message}")


def test_without_the_extra_it_is_said_how_to_install_it() -> None:
    command = [sys.executable, "-c", WITHOUT_DASK, "translate", "arsip", "-o", "english", "--model", "starter"]
    done = subprocess.run([*command, "--runner", "dask"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "padan: --runner dask needs dask.distributed; pip install 'padan[dask]'\n",
    )
    assert subprocess.run([*command, "-q"], check=False).returncode == 0
