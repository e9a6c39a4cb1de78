"""What can go wrong, as one tree. Every error says what was seen, what was wanted and what to do next.

PadanError               exit code 1
├── UsageError           2   the command line asks for something that cannot be
│   ├── OutputError      2   an output exists and is not ours, or cannot be written
│   │   ├── DiskFullError        2   there is no space left for an output
│   │   └── StandardOutputError  2   standard output is closed or full
│   └── LockedError      2   another run writes to the output folder
├── SomeFailedError      3   some files of several failed; the others are done
├── ModelError           4   a model is missing, damaged or of the wrong kind
├── SourceError          5   a source is unreadable or of an unknown kind
├── TermListError        6   a glossary is invalid (raised from glossary.GlossaryError)
├── ConfigError          7   padan.toml is invalid
├── StrictError          8   with --strict: a check found an error
├── InterruptError       130 Ctrl-C, or a signal that asks the run to end
└── ReaderGoneError      141 whoever read standard output stopped reading
"""

from __future__ import annotations


class PadanError(Exception):
    """A failure that a person can understand.

    message: what was seen and what was wanted, one line.
    hint: what to do next; empty where there is nothing to do.
    """

    exit_code = 1
    code = "internal"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(PadanError):
    exit_code = 2
    code = "usage"


class OutputError(UsageError):
    code = "output"


class DiskFullError(OutputError):
    """There is no space left for an output, or for the ledger."""

    code = "disk-full"


class StandardOutputError(OutputError):
    """Standard output is closed or full: the error can only be reported on standard error."""


class LockedError(UsageError):
    """Another run writes to the folder."""

    code = "locked"


class SomeFailedError(PadanError):
    """Some files of several failed; the others are done."""

    exit_code = 3
    code = "some-failed"


class ModelError(PadanError):
    exit_code = 4
    code = "model"


class SourceError(PadanError):
    exit_code = 5
    code = "source"


class TermListError(PadanError):
    exit_code = 6
    code = "glossary"


class ConfigError(PadanError):
    exit_code = 7
    code = "config"


class StrictError(PadanError):
    """With `--strict`: a check found an error. The files are written."""

    exit_code = 8
    code = "strict"


class InterruptError(PadanError):
    """Ctrl-C, or a signal that asks the run to end."""

    exit_code = 130
    code = "interrupted"


class ReaderGoneError(PadanError):
    """Whoever read standard output stopped. A shell gives the same code for a program that SIGPIPE ended."""

    exit_code = 141
    code = "reader"


def first_line(error: Exception) -> str:
    """The first line of what a library's error says; the kind of the error where it says nothing."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return " ".join(lines[0].split())


def reason_of(error: OSError) -> str:
    """What the system says of its error; what Python says where the system says nothing."""
    return error.strerror or str(error)


def unexpected(error: BaseException, where: str = "") -> PadanError:
    """An exception that nobody foresaw, as a fault of Padan's. where: the file in hand.

    PADAN_DEBUG=1 makes the command line show its traceback.
    """
    message = " ".join(str(error).split())
    place = f"{where}: " if where else ""
    fault = PadanError(
        f"{place}unexpected {type(error).__name__}: {message}",
        "this is a fault of Padan's: please report it, with what PADAN_DEBUG=1 shows",
    )
    fault.__cause__ = error
    return fault
