"""Damage to the bytes of a file, drawn at random."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Sequence

MAX_SIZE = 200_000  # bytes of a damaged file: larger ones take longer and find no more
MAX_STEPS = 8
MAX_REPETITIONS = 300
UNPACKED_SHARE = 0.8  # of the damaged zip packages: in a member, behind the checksums

TOKENS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x1b[2J", b"\r", b"\r\n", b"\n\n", b"\t", b"  ", b"\x85"),
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<!DOCTYPE x [",
        b"&amp;",
        b"&#x0;",
        b"&#1114112;",
    ),
    *(
        b'"',
        b"'",
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b"[[",
        b":",
        b",",
        b"|",
        b"#",
        b"=",
        b"`",
        b"```\n",
        b"**",
        b"_",
        b"~~",
    ),
    *(
        b"null",
        b"true",
        b"NaN",
        b"-1",
        b"0",
        b"1e999",
        b"9" * 30,
        b"9" * 5000,
        b"\\u0000",
        b"\\ud800",
        b"-->",
        b"00:00:0",
    ),
    *("\u200b\u202e\ufeff\u0301\u00a0".encode(), "\U0001f6a2\u200d".encode(), b"[a](b)", b"![", b"]: ", b"- ", b"1. "),
)

Damage = Callable[[random.Random, bytes], bytes]


def damaged(chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds with one to several kinds of damage."""
    seed = chance.choice(seeds)
    if seed.startswith(b"PK") and chance.random() < UNPACKED_SHARE:
        return _damaged_member(chance, seed)
    return _damaged_bytes(chance, seed, seeds)


def _damaged_bytes(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    for _ in range(chance.randint(1, MAX_STEPS)):
        if chance.random() < 0.1:
            data = _joined(chance, data, chance.choice(others))
        else:
            data = chance.choice(_DAMAGES)(chance, data)
    return data[:MAX_SIZE]


def _damaged_member(chance: random.Random, package: bytes) -> bytes:
    """A zip package with one damaged member. A package that is damaged already is damaged as it stands."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError):
        return _damaged_bytes(chance, package, [package])
    name = chance.choice(list(members))
    members[name] = _damaged_bytes(chance, members[name], list(members.values()))
    return packed(members)


def packed(members: dict[str, bytes]) -> bytes:
    """A zip package of these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def _part(chance: random.Random, data: bytes) -> tuple[int, int]:
    first = chance.randint(0, len(data))
    return first, min(len(data), first + chance.choice((1, 2, 4, 16, 64, 512)))


def _flip(chance: random.Random, data: bytes) -> bytes:
    if not data:
        return data
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def _insert(chance: random.Random, data: bytes) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(TOKENS) + data[place:]


def _replace(chance: random.Random, data: bytes) -> bytes:
    first, end = _part(chance, data)
    return data[:first] + chance.choice(TOKENS) + data[end:]


def _delete(chance: random.Random, data: bytes) -> bytes:
    first, end = _part(chance, data)
    return data[:first] + data[end:]


def _repeat(chance: random.Random, data: bytes) -> bytes:
    first, end = _part(chance, data)
    return data[:first] + data[first:end] * chance.randint(2, MAX_REPETITIONS) + data[end:]


def _move(chance: random.Random, data: bytes) -> bytes:
    first, end = _part(chance, data)
    rest = data[:first] + data[end:]
    place = chance.randint(0, len(rest))
    return rest[:place] + data[first:end] + rest[place:]


def _shorten(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _joined(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


_DAMAGES: tuple[Damage, ...] = (_flip, _flip, _insert, _insert, _replace, _replace, _delete, _repeat, _move, _shorten)
