"""The door: what every command has in common."""

from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translator.cli import COMMANDS, SUMMARIES, main, padan
from translator.cli.commands import model
from translator.cli.commands.glossary import MODULES


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(args)
    return (code, *capfd.readouterr())


@pytest.mark.parametrize(
    "command",
    [
        [],
        *([name] for name in COMMANDS),
        *(["glossary", name] for name in MODULES),
        *(["model", name] for name in model.MODULES),
    ],
)
def test_every_help_has_an_example_that_begins_with_its_command(
    capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    code, out, err = run(capfd, *command, "--help")
    assert (code, err) == (0, "")
    example = out.partition("Example")[2]
    assert " ".join(["padan", *command]) in example


def test_the_version_is_that_of_the_distribution(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "--version") == (0, "padan, version 0.1.0\n", "")


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["translat", "x.txt"], "padan: no such command: translat; did you mean translate?; see `padan --help`\n"),
        (["glossary", "mtch"], "padan: no such command: mtch; did you mean match?; see `padan glossary --help`\n"),
        (["xyzzy"], "padan: no such command: xyzzy; see `padan --help`\n"),
        (["translate"], "padan: missing argument 'SOURCE...'; see `padan translate --help`\n"),
    ],
)
def test_wrong_usage_is_one_line_and_a_guess(capfd: pytest.CaptureFixture[str], args: list[str], line: str) -> None:
    assert run(capfd, *args) == (2, "", line)


def test_a_mistyped_option_is_guessed(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "translate", "x.txt", "--glosary", "g.tsv")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--glossary" in err


@pytest.mark.parametrize(
    "args",
    [["--json"], ["translate", "--json"], ["translate", "x", "--jsn", "--json"], ["glossary", "match", "--json"]],
)
def test_wrong_usage_is_json_where_json_is_wanted(capfd: pytest.CaptureFixture[str], args: list[str]) -> None:
    code, out, err = run(capfd, *args)
    error = json.loads(out)
    assert (code, err, error["ok"], error["exit_code"], error["error"]["code"]) == (2, "", False, 2, "usage")
    assert set(error["error"]) == {"code", "message", "hint"}


def test_json_after_a_double_dash_is_a_file_s_name(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "translate", "--", "--json")
    assert (code, out) == (5, "")
    assert "--json: no such file" in err


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_says_of_each_command_what_its_own_help_says_first(name: str) -> None:
    command = padan.get_command(click.Context(padan), name)
    assert command is not None
    assert SUMMARIES[name] == command.get_short_help_str(200)


def test_the_help_imports_no_command() -> None:
    code = "from translator.cli import main; main(['--help']); import sys; print(*sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = {name for name in done.stderr.split() if name.startswith(("translator.", "glossary"))}
    assert rooms == {"translator.cli", "translator.cli.console", "translator.cli.lazy", "translator.errors"}


def test_without_a_command_the_help_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd)
    assert (code, out) == (2, "")
    assert "Commands:" in err


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "translator", "translat"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean translate?" in done.stderr


WORDS = st.sampled_from(
    [*COMMANDS, *MODULES, "-g", "-o", "-b", "--json", "--beam", "--strict", "--help", "--", "tiada.txt"]
)


@example(args=["translate", "\0"])
@given(
    st.lists(
        WORDS | st.text(st.characters(exclude_characters="./"), max_size=8).filter(lambda word: word != "-"), max_size=6
    )
)
@settings(deadline=None, max_examples=60)
def test_no_command_line_makes_an_exception(args: list[str]) -> None:
    assert main(args) in {0, 2, 3, 5, 6}
