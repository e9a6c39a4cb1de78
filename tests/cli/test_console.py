"""What is said, and where."""

from __future__ import annotations

import json

import click
import pytest

from translator.cli import console
from translator.errors import ModelError


def test_an_error_is_one_line_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert console.fail(ModelError("no model", "name one"), as_json=False) == 4
    assert console.fail(ModelError("no model"), as_json=False) == 4
    assert capfd.readouterr() == ("", "padan: no model; name one\npadan: no model\n")


def test_an_error_is_json_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    assert console.fail(ModelError("no model", "name one"), as_json=True) == 4
    out, err = capfd.readouterr()
    error = {"code": "model", "message": "no model", "hint": "name one"}
    assert (json.loads(out), err) == ({"ok": False, "error": error, "exit_code": 4}, "")


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupt_is_130(capfd: pytest.CaptureFixture[str], interrupt: BaseException) -> None:
    assert console.fail(interrupt, as_json=False) == 130
    assert capfd.readouterr() == ("", "padan: interrupted; what was finished stays finished\n")


def test_what_nobody_foresaw_is_a_line_and_a_traceback_for_the_asking(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert console.fail(RuntimeError("two\nlines"), as_json=False) == 1
    line = (
        "padan: unexpected RuntimeError: two lines; "
        "this is a fault of Padan's: please report it, with what PADAN_DEBUG=1 shows\n"
    )
    assert capfd.readouterr() == ("", line)
    monkeypatch.setenv("PADAN_DEBUG", "1")
    assert console.fail(RuntimeError("two\nlines"), as_json=False) == 1
    err = capfd.readouterr().err
    assert (err.count("RuntimeError: two\nlines"), err.endswith(line)) == (1, True)


def test_no_character_of_a_name_is_obeyed_by_a_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    name = "a\x9b2J\x85\u202etxt.\u2066b\u2029\tc \u00ad"
    console.say(name)
    console.result(name)
    console.result_json({"name": name})
    out, err = capfd.readouterr()
    shown, value = out.split("\n", 1)
    assert err == shown + "\n" == "a\\x9b2J\\x85\\u202etxt.\\u2066b\\u2029\tc \u00ad\n"
    assert value == '{"name": "a\\u009b2J\\u0085\\u202etxt.\\u2066b\\u2029\\tc \u00ad"}\n'
    assert json.loads(value) == {"name": name}


def test_a_name_cannot_move_the_cursor_nor_break_the_json(capfd: pytest.CaptureFixture[str]) -> None:
    console.say("a\x1b[2Jb\r")
    console.result("a\udcff\x07")
    console.result_json({"name": "a\udcff\n"})
    out, err = capfd.readouterr()
    plain, value = out.splitlines()
    assert (err, plain, json.loads(value)) == ("a\\x1b[2Jb\\r\n", "a\ufffd\\x07", {"name": "a\udcff\n"})
