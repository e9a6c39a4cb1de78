"""What is said to the user: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from contextlib import suppress
from typing import Any, TextIO

import click

from translator.errors import (
    InterruptError,
    PadanError,
    ReaderGoneError,
    StandardOutputError,
    TermListError,
    UsageError,
    reason_of,
    unexpected,
)

# C0 and C1 controls but the tab, line and paragraph separators, and the characters that turn the reading direction.
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_READER_GONE = "the reader of standard output went away"


def say(text: str) -> None:
    """A line on standard error. Control characters, as in a file name, are shown and not obeyed.

    Where standard error is closed or full the line is lost: no work is given up for it.
    """
    with suppress(ValueError):
        try:
            click.echo(harmless(text), err=True)
        except OSError:
            _discard(sys.stderr)


def result(text: str) -> None:
    """A line on standard output, in UTF-8 whatever the locale says; a file's name is the bytes that it is."""
    line = harmless(text) + "\n"
    try:
        emit(line.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        emit(line.encode("utf-8", "backslashreplace"))


def result_json(value: Any) -> None:
    """A JSON value as one line on standard output. A terminal obeys no character of it: controls are JSON escapes."""
    line = _CONTROLS.sub(_json_escape, json.dumps(value, ensure_ascii=False))
    # a lone surrogate, of a file name that is no UTF-8, becomes its JSON escape
    emit(f"{line}\n".encode("utf-8", "backslashreplace"))


def emit(data: bytes) -> None:
    """Bytes on standard output. Raises ReaderGoneError where nobody reads it any more, else StandardOutputError."""
    if sys.stdout is None:
        raise _no_standard_output("it is closed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        _discard(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise ReaderGoneError(_READER_GONE) from error
        raise _no_standard_output(reason_of(error)) from error


def _discard(stream: TextIO) -> None:
    """Let what could not be written go nowhere; else the interpreter tries again at its end, and exits with 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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
    """Say what went wrong: one line, or one for each wrong row of a term list."""
    message = in_one_line(error)
    lines = message.split("\n") if isinstance(error, TermListError) else [message]
    for line in lines:
        say(f"padan: {line}")


def in_one_line(error: PadanError) -> str:
    if error.hint:
        return f"{error.message}; {error.hint}"
    return error.message


def trace(error: PadanError) -> None:
    """Show where it went wrong to whoever asks for it."""
    if os.environ.get("PADAN_DEBUG"):
        traceback.print_exception(error)


def ending(error: PadanError | None) -> dict[str, Any]:
    """How a command ended, in the form that `--json` promises."""
    if error:
        return failure(error)
    return {"ok": True, "exit_code": 0}


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
            return ReaderGoneError(_READER_GONE)
        case KeyboardInterrupt() | click.Abort():
            return InterruptError("interrupted", "what was finished stays finished")
        case click.exceptions.NoArgsIsHelpError():
            return UsageError("a command is missing", "see `padan --help`")
        case click.ClickException():
            return _usage_error(error)
        case ValueError() if "embedded null byte" in str(error):  # of the system, for whatever name it is
            return UsageError("a name that holds a NUL character", "check the quotes and variables of the command")
        case MemoryError():
            return PadanError("out of memory", "translate smaller files, or close other programs")
        case _:
            return unexpected(error)


def harmless(text: str) -> str:
    """The text with the characters that a terminal would obey, line ends among them, shown instead; a tab stays."""
    return _CONTROLS.sub(_python_escape, text)


def _usage_error(error: click.ClickException) -> UsageError:
    """What click says of a command line, in the form of our own errors."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "padan"
    message = " ".join(error.format_message().split()).rstrip(".")
    return UsageError(message[:1].lower() + message[1:], f"see `{command} --help`")


def _no_standard_output(reason: str) -> StandardOutputError:
    return StandardOutputError(f"cannot write to standard output: {reason}", "name an output with -o")


def _python_escape(match: re.Match[str]) -> str:
    return ascii(match[0])[1:-1]


def _json_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
