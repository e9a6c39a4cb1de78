"""Documents of old office programs: LibreOffice, where it is installed, turns them into their present form."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from translator import formats
from translator.errors import SourceError
from translator.formats import Format
from translator.markup.file_kind import OLD_OFFICE, RICH_TEXT, kind_of

PRESENT_SUFFIXES = {".doc": ".docx", ".rtf": ".docx", ".ppt": ".pptx", ".xls": ".xlsx"}
PROGRAMS = ("soffice", "libreoffice")
_PATIENCE = 180  # seconds after which the program is ended; 12,000 paragraphs took 12 on two busy cores


def present_suffix(source: Path) -> str:
    """The suffix that a source's translation has by its kind: its own, but for an old document."""
    return PRESENT_SUFFIXES.get(source.suffix.lower(), source.suffix)


def is_old(source: Path) -> bool:
    return source.suffix.lower() in PRESENT_SUFFIXES


def format_of(source: Path) -> Format:
    """The format in which a source is read. Raises SourceError for an unknown kind, and where a program is missing."""
    check_kind(source)
    return formats.for_path(source.with_suffix(present_suffix(source)))


def check_kind(source: Path) -> None:
    """Raises SourceError where `format_of` would; imports nothing that reads documents."""
    if not is_old(source):
        formats.check_kind(source)
    elif _program() is None:
        hint = f"save it as {present_suffix(source)}, or install LibreOffice, which then does so by itself"
        raise SourceError(f"{source} is an old document ({source.suffix.lower()}), which is not read", hint)


def limit_for(source: Path) -> int:
    """How many bytes a source may have."""
    return formats.limit_for(source.with_suffix(present_suffix(source)))


def turned(source: Path, data: bytes) -> bytes:
    """The bytes of an old document in its present form. Raises SourceError where it cannot be turned."""
    present = present_suffix(source)
    kind = kind_of(data)
    if kind not in (OLD_OFFICE, RICH_TEXT):
        raise SourceError(f"{source} is {kind}, so not what its suffix says", "give the file its right suffix")
    with TemporaryDirectory(prefix="padan-") as name:
        folder = Path(name)
        old = folder / f"document{source.suffix.lower()}"
        old.write_bytes(data)
        reason = _run(old, present.removeprefix("."), folder)
        made = folder / "present" / f"document{present}"
        if made.is_file():
            return made.read_bytes()
    seen = f"{source}: LibreOffice does not turn it into {present}{reason}"
    raise SourceError(seen, f"it is damaged or has a password: save it as {present} by hand")


def notice(source: Path) -> str:
    """What the user should know of an old document."""
    return f"turned into {present_suffix(source)} by LibreOffice, and translated in that form"


def _program() -> str | None:
    for name in PROGRAMS:
        found = shutil.which(name)
        if found is not None:
            return found
    return None


def _run(old: Path, kind: str, folder: Path) -> str:
    """Let the program write the present form below `folder`. Returns what went wrong, if that is known.

    It gets a profile of its own: another LibreOffice of the user may be open, and its macros are not to be run.
    """
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    output = str(folder / "present")
    options = [profile, "--headless", "--norestore", "--convert-to", kind, "--outdir", output]
    command = [str(_program()), *options, str(old)]
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError as error:
        return f": {error.strerror}"
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        return f" in {_PATIENCE} seconds"
    finally:
        _end_session(process)
    return ""


def _end_session(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it has started: LibreOffice's own command only starts another."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
