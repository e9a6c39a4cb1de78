"""The signature of the rules: a digest of Padan's own sources and data files.

It is part of every stamp and of every row of the ledger, so a translation that older rules made is never called
unchanged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import glossary

# The kinds of files that hold rules: code, word lists, built-in term lists, tables, pages.
RULE_SUFFIXES = frozenset({".py", ".txt", ".tsv", ".toml", ".jinja", ".css", ".js"})


@cache
def rules_signature() -> str:
    """The signature of the two installed packages, as hexadecimal digits. Computed once in a process: 10 to 20 ms."""
    return digest_rules([Path(__file__).parent, Path(glossary.__file__).parent])


def digest_rules(packages: Iterable[Path]) -> str:
    """The sha256 of all rule files in these folders: their names inside the folder, and what they hold."""
    digest = hashlib.sha256()
    for package in packages:
        for path in _rule_files(package):
            name = path.relative_to(package.parent).as_posix().encode("utf-8", "surrogateescape")
            content = hashlib.sha256(path.read_bytes()).digest()
            digest.update(len(name).to_bytes(4) + name + content)
    return digest.hexdigest()


def _rule_files(package: Path) -> Iterator[Path]:
    for path in sorted(package.rglob("*")):
        if path.suffix in RULE_SUFFIXES and path.is_file():
            yield path
