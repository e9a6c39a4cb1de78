"""The shells' scripts, and what they ask for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from translator.cli import main


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_asks_padan(capfd: pytest.CaptureFixture[str], shell: str) -> None:
    assert main(["completion", shell]) == 0
    assert f"_PADAN_COMPLETE={shell}_complete" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("words", "number", "offered"),
    [
        ("padan ", "1", {"apply", "check", "completion", "doctor", "glossary", "memory", "model", "translate"}),
        ("padan glossary l", "2", {"lint", "list"}),
        ("padan translate --no-ke", "2", {"--no-keep-names"}),
        ("padan translate --engine ", "3", {"ct2", "marian"}),
    ],
)
def test_commands_options_and_choices_are_completed(words: str, number: str, offered: set[str]) -> None:
    asked = {"_PADAN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": number}
    done = subprocess.run(
        [sys.executable, "-m", "translator"], env={**os.environ, **asked}, capture_output=True, text=True, check=True
    )
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} == offered
