"""Models in one file: .zip, as OPUS-MT publishes them and as `padan model export` writes them.

Nothing in an archive is believed. Only members with the name of a file of a model are unpacked, into one flat folder or
the folders of an export; no more bytes of each than it says, and none of an archive that promises far more bytes than
it has.
"""

from __future__ import annotations

import errno
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from zipfile import ZipInfo

from translator.atomic_write import PREFIX
from translator.errors import ModelError

MAX_BYTES = 8 << 30  # of all members together: twenty times the largest public Marian model
MAX_MEMBERS = 200
# Deflate reaches 1,032:1 on zeros; weights hardly shrink, vocabularies to a fifth. Small members may be anything.
MAX_RATIO = 100
FREE_BYTES = 100 << 10
MAX_DEPTH = 3  # parts of a name: one folder around it all, and hf/ or ct2/ in it
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the only ones that anybody packs models with
SUFFIXES = {".npz", ".yml", ".yaml", ".spm", ".json", ".safetensors", ".bin", ".md", ".txt"}
BARE = {"LICENSE", "README"}
_FOREIGN_SIGNS = frozenset("\\:")  # in the name of a member: other systems read them as parts of a path
CHUNK = 1 << 20  # bytes copied at once
DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OverflowError,
    IndexError,  # a member without a name
)
# A member whose name is that of a file for one member, and that of a folder for another.
CONFLICTS = (NotADirectoryError, IsADirectoryError, FileExistsError)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the date of every member, so that the same model gives the same file


def unpack(file: Path, out: Path, limit: int = MAX_BYTES) -> Path:
    """Unpack what belongs to a model, and return the folder that holds it.

    limit: the most bytes of all members together. Raises ModelError.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = [info for info in archive.infolist() if not info.is_dir() and _is_wanted(info, file)]
            check_sizes(file, members, limit)
            for info in members:
                _extract(archive, info, out)
    except (*DAMAGED, *CONFLICTS) as error:
        raise _unreadable(file, error) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # else a member stands at a place that no file has
            raise
        raise _unreadable(file, error) from error
    if not out.is_dir():
        raise ModelError(f"{file}: no file of a model in it", "give the .zip of an OPUS-MT model or of an export")
    inside = list(out.iterdir())
    if len(inside) == 1 and inside[0].is_dir():
        return inside[0]
    return out


def _unreadable(file: Path, error: Exception) -> ModelError:
    return ModelError(f"{file}: not a .zip that can be read: {error}", "get it again")


def check_sizes(file: Path, members: Sequence[ZipInfo], limit: int = MAX_BYTES, max_members: int = MAX_MEMBERS) -> None:
    """Raises ModelError where the members of the archive `file` are too many, too large or packed too tightly."""
    total = sum(info.file_size for info in members)
    if len(members) > max_members or total > limit:
        seen = f"{len(members)} files, {total:,} bytes unpacked; at most {max_members} and {limit:,} were wanted"
        raise ModelError(f"{file}: {seen}", "this is no model's archive")
    for info in members:
        if info.compress_type not in METHODS:
            seen = f"{info.filename!r:.60} is packed in a way that is not read here (method {info.compress_type})"
            raise ModelError(f"{file}: {seen}", "pack it again as an ordinary .zip")
        _check_ratio(file, f"{info.filename!r:.60}", info.file_size, info.compress_size)
    _check_ratio(file, "all together", total, file.stat().st_size)  # members may share their bytes


def _check_ratio(file: Path, what: str, size: int, packed: int) -> None:
    if size > FREE_BYTES and size > MAX_RATIO * packed:
        seen = f"{what}: {size:,} bytes were packed into {packed:,}; at most {MAX_RATIO} to 1 was wanted"
        raise ModelError(f"{file}: {seen}", "this is no model's archive")


def pack(folder: Path, file: Path) -> None:
    """Write a model of the store, whole, to `file`. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=file.parent) as work:
        temporary = Path(work, file.name)
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:  # weights hardly shrink
            for path in filter(Path.is_file, sorted(folder.rglob("*"))):
                _add(archive, path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
        temporary.replace(file)


def _add(archive: zipfile.ZipFile, path: Path, name: str) -> None:
    info = ZipInfo(name, _EPOCH)
    info.external_attr = 0o644 << 16
    with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target, CHUNK)


def _extract(archive: zipfile.ZipFile, info: ZipInfo, out: Path) -> None:
    path = out.joinpath(*PurePosixPath(info.filename).parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(info) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target, CHUNK)


def _is_wanted(info: ZipInfo, file: Path) -> bool:
    """Raises ModelError for a name that leads out of the folder, or a link."""
    name = PurePosixPath(info.filename)
    has_foreign_sign = not _FOREIGN_SIGNS.isdisjoint(info.filename)
    is_outside = name.is_absolute() or ".." in name.parts or has_foreign_sign
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    if is_outside or is_link:
        raise ModelError(
            f"{file}: {info.filename!r:.60} would be written outside of the model", "this archive is hostile"
        )
    is_named = name.suffix in SUFFIXES or name.name in BARE
    if not is_named:
        return False
    return len(name.parts) <= MAX_DEPTH
