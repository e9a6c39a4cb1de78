"""The files of a folder that can be translated: which of them are wanted, and what is left out and why."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from translator import formats
from translator.errors import SourceError


@dataclass(frozen=True, slots=True)
class Choice:
    """Which files of a folder are wanted.

    include, exclude: patterns of the shell for the path inside the folder, in which `*` stands for `/` too; none in
    `include` means all. An excluded folder is not entered. hidden: also names that begin with a full stop.
    follow: also symbolic links, as long as they stay in the folder.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    hidden: bool = False
    follow: bool = False


ALL = Choice()


@dataclass(slots=True)
class Walk:
    """What a walk through a folder found. left: files that are not translated, with reasons. failed: unreadable.

    hidden: how many names were left out because they begin with a full stop.
    """

    found: list[Path] = field(default_factory=list)
    left: list[tuple[Path, str]] = field(default_factory=list)
    failed: list[tuple[Path, SourceError]] = field(default_factory=list)
    hidden: int = 0


def walk(root: Path, choice: Choice = ALL) -> Walk:
    """The files below `root`, in the order of their names. What patterns leave out is not told."""
    seen = Walk()
    for path in _files(root, root, choice, (os.path.realpath(root),), seen):
        try:
            check_source(path)
        except SourceError as error:
            seen.left.append((path, error.message))
        else:
            seen.found.append(path)
    return seen


def check_source(source: Path) -> None:
    """Raises SourceError where `source` is not a file of a kind that can be read."""
    if not os.path.exists(source):
        reason = "a broken symbolic link" if os.path.islink(source) else "no such file"
        raise SourceError(f"cannot read {source}: {reason}", "check the name")
    if not source.is_file():
        raise SourceError(f"cannot read {source}: not a regular file", "to translate a stream, give - and pipe it in")
    formats.for_path(source)


def _files(folder: Path, root: Path, choice: Choice, above: tuple[str, ...], seen: Walk) -> Iterator[Path]:
    """Files that are wanted. above: the real paths of the folders that led here: a link to one of them is a loop."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        seen.failed.append((folder, SourceError(f"cannot read {folder}: {error.strerror}", "check its permissions")))
        return
    shown = [name for name in names if choice.hidden or not name.startswith(".")]
    seen.hidden += len(names) - len(shown)
    for path in [folder / name for name in shown]:
        inside = path.relative_to(root).as_posix()
        if _matches(inside, choice.exclude):
            continue
        is_folder, real = os.path.isdir(path), os.path.realpath(path)
        if not is_folder and choice.include and not _matches(inside, choice.include):
            continue
        if os.path.islink(path) and (reason := _no_way(path, real, choice.follow, above)):
            seen.left.append((path, reason))
        elif is_folder:
            yield from _files(path, root, choice, (*above, real), seen)
        else:
            yield path


def _matches(inside: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(inside, pattern.removeprefix("./").rstrip("/")) for pattern in patterns)


def _no_way(path: Path, real: str, follow: bool, above: tuple[str, ...]) -> str:
    """Why a symbolic link is not followed; empty where it is."""
    if not follow:
        return f"{path} is a symbolic link, and none is followed"
    if real in above:
        return f"{path} is a symbolic link that leads in a circle"
    if os.path.commonpath((real, above[0])) != above[0]:
        return f"{path} is a symbolic link that leads out of the folder"
    return ""
