"""The files of a folder that can be translated: which of them are wanted, and what is left out and why."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from translator.batch.old_documents import check_kind
from translator.batch.own_files import check_no_own_file
from translator.errors import SourceError
from translator.formats import SELECTED
from translator.settings import Selection, selected


@dataclass(frozen=True, slots=True)
class FileFilter:
    """Which files of a folder are wanted.

    include, exclude: patterns of the shell for the path inside the folder, in which `*` stands for `/` too; none in
    `include` means all. An excluded folder is not entered. hidden: also names that begin with a full stop.
    follow: also symbolic links, as long as they stay in the folder. columns, fields: what of tables and of data is
    text; files that have none are left out.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    hidden: bool = False
    follow: bool = False
    columns: tuple[Selection, ...] = ()
    fields: tuple[Selection, ...] = ()


ALL_FILES = FileFilter()
_SIDE_FILES = ("~$", "._")  # beside a document: of Microsoft Office while it is open, and of macOS


@dataclass(slots=True)
class FolderListing:
    """What stands in a folder. skipped: files that are not translated, with reasons. failed: what cannot be read.

    hidden: how many names were left out because they begin with a full stop.
    """

    found: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    failed: list[tuple[Path, SourceError]] = field(default_factory=list)
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class _Level:
    """A folder that is being listed. above: the real paths of the folders that led to it, and its own.

    is_linked: a symbolic link led here. names: those that are still to be looked at.
    """

    folder: Path
    above: tuple[str, ...]
    is_linked: bool
    names: Iterator[str]


def list_files(root: Path, wanted: FileFilter = ALL_FILES) -> FolderListing:
    """The files below `root`, in the order of their names. What the patterns leave out is not reported."""
    listing = FolderListing()
    for path in _walk(root, wanted, listing):
        try:
            check_source(path)
        except SourceError as error:
            listing.skipped.append((path, error.message))
            continue
        missing = _missing_selection(path, path.relative_to(root).as_posix(), wanted)
        if missing:
            listing.skipped.append((path, f"{path}: none of its {missing} is chosen; --{missing} chooses them"))
        else:
            listing.found.append(path)
    return listing


def _missing_selection(path: Path, name: str, wanted: FileFilter) -> str:
    """What would have to be chosen of a file, `name` inside the folder, so that it has any text; else empty."""
    option = SELECTED.get(path.suffix.lower(), "")
    selections = {"columns": wanted.columns, "fields": wanted.fields}.get(option)
    if selections is None or selected(selections, name):
        return ""
    return option


def check_source(source: Path) -> None:
    """Raises SourceError where `source` is no document of a kind that can be read, or is of Padan's making."""
    if not os.path.exists(source):
        reason = "a broken symbolic link" if os.path.islink(source) else "no such file"
        raise SourceError(f"cannot read {source}: {reason}", "check the name")
    if not source.is_file():
        raise SourceError(f"cannot read {source}: not a regular file", "to translate a stream, give - and pipe it in")
    if source.name.startswith(_SIDE_FILES):
        what = "a note of Microsoft Office or of macOS on a document beside it, and no source"
        raise SourceError(f"{source} is {what}", "name the document")
    check_kind(source)
    check_no_own_file(source)


def _walk(root: Path, wanted: FileFilter, listing: FolderListing) -> Iterator[Path]:
    """The wanted files below `root`. A stack instead of recursion: folders may be nested thousands deep."""
    linked_folders: set[str] = set()  # real paths of folders that a link led to: each is entered once
    stack = [_Level(root, (os.path.realpath(root),), False, _names(root, wanted, listing))]
    while stack:
        level = stack[-1]
        name = next(level.names, None)
        if name is None:
            stack.pop()
            continue
        path = level.folder / name
        is_folder, is_link = os.path.isdir(path), os.path.islink(path)
        if not _is_chosen(path.relative_to(root).as_posix(), is_folder, wanted):
            continue
        real = os.path.realpath(path) if is_link else os.path.join(level.above[-1], name)
        reason = _why_not_followed(path, real, wanted.follow, level.above) if is_link else ""
        is_linked = level.is_linked or is_link
        if is_folder and is_linked and not reason:
            if real in linked_folders:
                reason = f"{path} leads to a folder that another symbolic link has led to"
            linked_folders.add(real)
        if reason:
            listing.skipped.append((path, reason))
        elif is_folder:
            stack.append(_Level(path, (*level.above, real), is_linked, _names(path, wanted, listing)))
        else:
            yield path


def _names(folder: Path, wanted: FileFilter, listing: FolderListing) -> Iterator[str]:
    """The names in a folder in their order, hidden ones by request only."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        reason = SourceError(f"cannot read {folder}: {error.strerror}", "check its permissions")
        listing.failed.append((folder, reason))
        return iter(())
    if wanted.hidden:
        return iter(names)
    shown = []
    for name in names:
        if not name.startswith("."):
            shown.append(name)
    listing.hidden += len(names) - len(shown)
    return iter(shown)


def _is_chosen(inside: str, is_folder: bool, wanted: FileFilter) -> bool:
    """Do the patterns take this path? A folder is entered unless it is excluded."""
    if _matches(inside, wanted.exclude):
        return False
    if is_folder or not wanted.include:
        return True
    return _matches(inside, wanted.include)


def _matches(inside: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(inside, pattern.removeprefix("./").rstrip("/")) for pattern in patterns)


def _why_not_followed(path: Path, real: str, follow: bool, above: tuple[str, ...]) -> str:
    """Why a symbolic link is not followed; empty where it is."""
    if not follow:
        return f"{path} is a symbolic link, and none is followed"
    if real in above:
        return f"{path} is a symbolic link that leads in a circle"
    root = above[0]
    if os.path.commonpath((real, root)) != root:
        return f"{path} is a symbolic link that leads out of the folder"
    return ""
