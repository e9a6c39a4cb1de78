"""`padan translate FOLDER -o DIR --shard I/N` on several machines, as their users see it, with the starter model."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_translate_folder import contents, remembered
from translator.cli import main

NAMES = [f"{folder}b{number}.txt" for folder in ("", "x/") for number in range(4)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(NAMES):
        Path("arsip", name).parent.mkdir(parents=True, exist_ok=True)
        Path("arsip", name).write_text(f"Kapal perang ke-{number} tiba di pelabuhan.\n")


def run(capfd: pytest.CaptureFixture[str], *args: str, output: str = "english") -> tuple[int, str, str]:
    code = main(["translate", "arsip", "-o", output, "--beam", "1", *args])
    return (code, *capfd.readouterr())


def test_shards_at_once_and_joined_give_what_one_run_gives(capfd: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "translator", "translate", "arsip", "-o", "english", "--beam", "1"]
    machines = [
        subprocess.Popen([*command, "--shard", f"{number}/2"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for number in (1, 2)
    ]
    told = b"".join(machine.communicate()[0] for machine in machines)
    assert [machine.returncode for machine in machines] == [0, 0]
    assert sorted(told.decode().split()) == [f"english/{name}" for name in NAMES]
    assert not Path("english/index.html").exists()
    assert run(capfd, "--shard", "merge") == (0, "", "note: 2 shards joined\n8 unchanged\n")
    assert sorted(path.name for path in Path("english/.padan").iterdir()) == ["ledger.sqlite", "lock", "memory.sqlite"]
    assert run(capfd, "-q", output="whole/english")[0] == 0
    assert contents(Path("english")) == contents(Path("whole/english"))
    assert remembered(Path("english")) == remembered(Path("whole/english"))


def test_a_part_of_the_memory_that_cannot_be_joined_is_told_and_the_run_goes_on(
    capfd: pytest.CaptureFixture[str],
) -> None:
    part = Path("english/.padan/memory-part.1-of-2.sqlite")
    part.parent.mkdir(parents=True)
    part.write_bytes(b"no database, and longer than nothing" * 99)
    code, _, err = run(capfd)
    assert code == 0
    assert f"note: not all was kept in the translation memory: {part} is no translation memory" in err
    assert part.exists()


def test_what_a_shard_did_is_known_to_the_next_run_which_does_the_rest(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "--shard", "2/3", "-q")[0] == 0
    done = len(list(Path("english").rglob("b?.txt")))
    assert 0 < done < len(NAMES)
    code, out, _ = run(capfd, "--shard", "2/3")
    assert (code, out) == (0, "")
    code, out, err = run(capfd, "--dry-run")
    assert (code, len(out.splitlines()), err.count("note: unchanged: ")) == (0, len(NAMES) - done, done)
    code, out, err = run(capfd, "--shard", "merge")
    assert (code, out, err.count(" is not translated yet; run its shard again")) == (3, "", len(NAMES) - done)
    code, out, _ = run(capfd)
    assert (code, len(out.splitlines())) == (0, len(NAMES) - done)


def test_a_shard_of_nothing_ends_well(capfd: pytest.CaptureFixture[str]) -> None:
    empty = next(number for number in range(1, 101) if not run(capfd, "--dry-run", "--shard", f"{number}/100")[1])
    code, out, err = run(capfd, "--shard", f"{empty}/100")
    assert (code, out) == (0, "")
    assert err.startswith(f"note: nothing to translate: no file falls to shard {empty} of 100\n")
    assert json.loads(run(capfd, "--shard", f"{empty}/100", "--json")[1])["ok"]


def test_two_sources_with_one_output_are_an_error_before_any_shard_begins(capfd: pytest.CaptureFixture[str]) -> None:
    args = ["translate", "arsip/b1.txt", "arsip/x/b1.txt", "-o", "english/", "-q"]
    for shard in ("1/2", "2/2"):
        assert main([*args, "--shard", shard]) == 2
        assert "would both become english/b1.txt" in capfd.readouterr().err
    assert not Path("english").exists()


@pytest.mark.parametrize("shard", ["1/2", "merge"])
def test_one_file_and_standard_input_have_no_shards(capfd: pytest.CaptureFixture[str], shard: str) -> None:
    for source in ("arsip/b1.txt", "-"):
        assert main(["translate", source, "--shard", shard]) == 2
        assert re.match(r"padan: --shard .* the files of a folder, and ", capfd.readouterr().err)
