"""What is said to the user: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from contextlib import suppress
from typing import Any

import click

from translator.cli.exit_status import InterruptError, ReaderGoneError, StandardOutputError
from translator.errors import PadanError, UsageError, unexpected


def say(text: str) -> None:
    """A line on standard error. Control characters, as in a file name, are shown and not obeyed.

    Where standard error is closed or full the line is lost: no work is given up for it.
    """
    with suppress(OSError, ValueError):
        click.echo(harmless(text), err=True)


def result(text: str) -> None:
    """A line on standard output, in UTF-8 whatever the locale says; a file's name is the bytes that it is."""
    line = harmless(text) + "\n"
    try:
        emit(line.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        emit(line.encode("utf-8", "backslashreplace"))


def result_json(value: Any) -> None:
    """A JSON value as one line on standard output."""
    # a lone surrogate, of a file name that is no UTF-8, becomes its JSON escape
    emit((json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))


def emit(data: bytes) -> None:
    """Bytes on standard output. Raises ReaderGoneError where nobody reads it any more, else StandardOutputError."""
    seen, hint = "cannot write to standard output", "name an output with -o"
    if sys.stdout is None:
        raise StandardOutputError(f"{seen}: it is closed", hint)
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter tries again at its end
        if isinstance(error, BrokenPipeError):
            raise ReaderGoneError("the reader of standard output went away") from error
        raise StandardOutputError(
            f"cannot write to standard output: {error.strerror}", "name an output with -o"
        ) from error


def fail(error: BaseException, as_json: bool) -> int:
    """Say why a command ended, as a line or as JSON, and return the exit code."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and not as_json:
        error.show()
        return error.exit_code
    known = understood(error)
    trace(known)
    if isinstance(known, ReaderGoneError):
        return known.exit_code  # who stopped reading wants to read no more
    if as_json and not isinstance(known, StandardOutputError):
        result_json(failure(known))
    else:
        complain(known)
    return known.exit_code


def complain(error: PadanError) -> None:
    """Say what went wrong, as one line."""
    say("padan: " + "; ".join(filter(None, (error.message, error.hint))))


def trace(error: PadanError) -> None:
    """Show where it went wrong to who asks for it."""
    if os.environ.get("PADAN_DEBUG"):
        traceback.print_exception(error)


def failure(error: PadanError) -> dict[str, Any]:
    """An error in the form that `--json` promises."""
    return {"ok": False, "error": detail(error), "exit_code": error.exit_code}


def detail(error: PadanError) -> dict[str, str]:
    return {"code": error.code, "message": error.message, "hint": error.hint}


def understood(error: BaseException) -> PadanError:
    """Any exception as one of ours; what is not expected is a fault of ours."""
    match error:
        case PadanError():
            return error
        case BrokenPipeError():
            return ReaderGoneError("the reader of standard output went away")
        case KeyboardInterrupt() | click.Abort():
            return InterruptError("interrupted", "what was finished stays finished")
        case click.exceptions.NoArgsIsHelpError():
            return UsageError("a command is missing", "see `padan --help`")
        case click.ClickException():
            command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "padan"
            message = " ".join(error.format_message().split()).rstrip(".")
            return UsageError(message[:1].lower() + message[1:], f"see `{command} --help`")
        case ValueError() if "embedded null byte" in str(error):  # of the system, for whatever name it is
            return UsageError("a name that holds a NUL character", "check the quotes and variables of the command")
        case MemoryError():
            return PadanError("out of memory", "translate smaller files, or close other programs")
        case _:
            return unexpected(error)


def harmless(text: str) -> str:
    """The text with its control characters, line ends among them, shown instead of obeyed; a tab stays."""
    return re.sub(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]", lambda match: repr(match[0])[1:-1], text)
