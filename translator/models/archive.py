"""Models in one file: .zip, as OPUS-MT publishes them and as `padan model export` writes them.

Nothing in an archive is believed: only members with the name of a file of a model are unpacked, into one flat folder or
the folders of an export, and no more bytes of each than it says, nor of all than a limit.
"""

from __future__ import annotations

import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath

from translator.atomic_write import PREFIX
from translator.errors import ModelError

LIMIT = 8 << 30  # bytes of all members together
MEMBERS = 200
SUFFIXES = {".npz", ".yml", ".yaml", ".spm", ".json", ".safetensors", ".bin", ".md", ".txt"}
BARE = {"LICENSE", "README"}
DEEPEST = 3  # parts of a name: one folder around it all, and hf/ or ct2/ in it
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the date of every member, so that the same model gives the same file


def unpack(file: Path, out: Path, limit: int = LIMIT) -> Path:
    """Unpack what belongs to a model, and return the folder that holds it. Raises ModelError."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = [info for info in archive.infolist() if not info.is_dir() and _is_wanted(info, file)]
            total = sum(info.file_size for info in members)
            if len(members) > MEMBERS or total > limit:
                seen = f"{len(members)} files, {total:,} bytes unpacked; at most {MEMBERS} and {limit:,} were wanted"
                raise ModelError(f"{file}: {seen}", "this is no model's archive")
            for info in members:
                path = out.joinpath(*PurePosixPath(info.filename).parts)
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(info) as source, path.open("wb") as target:
                    shutil.copyfileobj(source, target, 1 << 20)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise ModelError(f"{file}: not a .zip that can be read: {error}", "get it again") from error
    if not out.is_dir():
        raise ModelError(f"{file}: no file of a model in it", "give the .zip of an OPUS-MT model or of an export")
    inside = [path for path in out.iterdir() if path.is_dir()]
    return inside[0] if len(inside) == 1 and len(list(out.iterdir())) == 1 else out


def pack(folder: Path, file: Path) -> None:
    """Write a model of the store, whole, to `file`. Raises OSError."""
    temporary = file.with_name(f"{PREFIX}{file.name}")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:  # weights hardly shrink
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                info = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", _EPOCH)
                info.external_attr = 0o644 << 16
                with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                    shutil.copyfileobj(source, target, 1 << 20)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def _is_wanted(info: zipfile.ZipInfo, file: Path) -> bool:
    """Raises ModelError for a name that leads out of the folder, or a link."""
    name = PurePosixPath(info.filename)
    outside = name.is_absolute() or ".." in name.parts or "\\" in info.filename or ":" in info.filename
    if outside or stat.S_ISLNK(info.external_attr >> 16):
        raise ModelError(f"{file}: {info.filename!r} would be written outside of the model", "this archive is hostile")
    return len(name.parts) <= DEEPEST and (name.suffix in SUFFIXES or name.name in BARE)
