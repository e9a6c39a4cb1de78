"""What can go wrong, as one tree. Every error says what was seen, what was wanted and what to do next.

PadanError               exit code 1
├── UsageError           2   the command line asks for something that cannot be
│   └── OutputError      2   an output exists and is not ours, or cannot be written
├── ModelError           4   a model is missing, damaged or of the wrong kind
├── SourceError          5   a source is unreadable or of an unknown kind
├── TermListError        6   a glossary is invalid (raised from glossary.GlossaryError at the door)
└── ConfigError          7   padan.toml is invalid
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


def unexpected(error: BaseException) -> PadanError:
    """What nobody foresaw, as a fault of ours; PADAN_DEBUG=1 makes the command line show its traceback."""
    fault = PadanError(
        f"unexpected {type(error).__name__}: {' '.join(str(error).split())}",
        "this is a fault of Padan's: please report it, with what PADAN_DEBUG=1 shows",
    )
    fault.__cause__ = error
    return fault
