"""Zip packages, as office documents and e-books are: read within limits, and written with every other byte kept.

What is not replaced is copied raw, compressed as it stands, with its date, attributes and place in the order. Nothing
is unpacked to the disk.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field

from translator.errors import SourceError
from translator.markup.file_kind import kind_of

MAX_PACKAGE = 256 * 2**20  # bytes of a package
MAX_UNPACKED = 2**30  # bytes of all members together
MAX_MEMBERS = 10_000
MAX_RATIO = 100  # of a member, unpacked to packed; text of office documents is near 10, a bomb is 1,000 and more
SMALL_MEMBER = 100 * 2**10  # bytes up to which any ratio is harmless
_LEVEL = 4  # of compression: 0.05 s instead of 0.16 s for 1,000 pages of `benchmarks.office`, and 13 % more bytes
_OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of Microsoft's compound files
_IS_ENCRYPTED = 0x1  # the bit of a member's flags
# What the standard library raises for a package that is damaged or made to do harm.
DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
    OverflowError,
    IndexError,
    zlib.error,
    lzma.LZMAError,
)
_LOCAL_HEADER = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was found sound. name: for messages. members: the names, in the order of the directory.

    archive: the package opened, because its directory takes longer to read than most of its members.
    """

    name: str
    data: bytes
    members: tuple[str, ...]
    archive: zipfile.ZipFile = field(compare=False, repr=False)

    def read(self, member: str) -> bytes:
        """The bytes of a member. Raises SourceError where it is missing or damaged."""
        try:
            return self.archive.read(member)
        except KeyError as error:
            raise SourceError(f"{self.name}: the part {member} is missing", "it is not a whole document") from error
        except DAMAGE as error:
            raise _damaged(self.name, f"the part {member} cannot be read: {error}") from error


def open_package(data: bytes, name: str) -> Package:
    """The package in `data`, called `name`.

    Raises SourceError where it is no package, damaged, encrypted or beyond a limit.
    """
    if data.startswith(_OLE_HEADER):
        seen = f"{name}: protected by a password, or an old document of the time before .docx"
        raise SourceError(seen, "remove the password, or save it anew in the present form")
    if len(data) > MAX_PACKAGE:
        raise SourceError(f"{name} is larger than {MAX_PACKAGE:,} bytes, which is the most", "split it")
    if not data.startswith(_LOCAL_HEADER):
        raise SourceError(f"{name} is {kind_of(data)}, so not what its suffix says", "give the file its right suffix")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGE as error:
        raise _damaged(name, str(error)) from error
    members = archive.infolist()
    _check(members, name)
    return Package(name, data, tuple(member.filename for member in members), archive)


def rewritten(package: Package, new: Mapping[str, bytes]) -> bytes:
    """The package with the content of some members replaced; the same `new` always gives the same bytes."""
    if not new:
        return package.data
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package.data)) as source, zipfile.ZipFile(output, "w") as target:
        target.comment = source.comment
        ends = _ends(source)
        for member in source.infolist():
            info = copy(member)
            if member.filename in new:
                target.writestr(info, new[member.filename], member.compress_type, _LEVEL)
                info.external_attr = member.external_attr  # writestr fills in what was 0
                continue
            info.header_offset = output.tell()
            output.write(package.data[member.header_offset : ends[member.header_offset]])
            target.filelist.append(info)
            target.NameToInfo[info.filename] = info
            target.start_dir = output.tell()
    return output.getvalue()


def _ends(source: zipfile.ZipFile) -> dict[int, int]:
    """For each offset of a member's local header, where the member ends: with the next one, or with the directory."""
    starts = sorted(member.header_offset for member in source.infolist())
    return dict(zip(starts, [*starts[1:], source.start_dir], strict=True))


def _check(members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse what no document has. Raises SourceError."""
    if len(members) > MAX_MEMBERS:
        raise SourceError(f"{name}: {len(members):,} parts; {MAX_MEMBERS:,} are the most", "it is no document")
    seen: set[str] = set()
    unpacked = 0
    for member in members:
        problem = _problem(member, seen)
        if problem:
            raise SourceError(f"{name}: the part {member.filename!r:.80} {problem}", "it is damaged or made to do harm")
        seen.add(member.filename)
        unpacked += member.file_size
    if unpacked > MAX_UNPACKED:
        raise SourceError(f"{name}: {unpacked:,} bytes unpacked; {MAX_UNPACKED:,} are the most", "split it")


def _problem(member: zipfile.ZipInfo, seen: set[str]) -> str:
    steps = member.filename.replace("\\", "/").split("/")
    if member.flag_bits & _IS_ENCRYPTED:
        return "is encrypted"
    if member.filename in seen:
        return "is there twice"
    if ".." in steps or steps[0] == "" or ":" in steps[0]:
        return "has a name that leads out of the package"
    if member.file_size > max(SMALL_MEMBER, MAX_RATIO * member.compress_size):
        return f"unpacks to more than {MAX_RATIO} times its size"
    return ""


def _damaged(name: str, reason: str) -> SourceError:
    return SourceError(f"{name}: a damaged package: {reason}", "open it in its own program and save it anew")
