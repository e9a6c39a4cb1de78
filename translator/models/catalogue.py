"""The reviewed list of public models: what `padan model list` shows and `padan model pull` knows."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from translator.errors import ModelError

FILE = Path(__file__).parent / "catalogue.toml"
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A public model. Its fields are described in catalogue.toml; it has a repository or a url."""

    name: str
    revision: str
    repository: str = ""
    url: str = ""
    also: tuple[str, ...] = ()
    bleu: float | None = None
    test: str = ""
    bleu_source: str = ""
    licence: str = ""
    size: int = 0
    engines: tuple[str, ...] = ()
    why: str = ""
    notes: str = ""

    @property
    def source(self) -> str:
        return self.repository or self.url


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """All entries, the one to recommend first."""
    tables = tomllib.loads(FILE.read_text("utf-8"))["model"]
    return tuple(Entry(**{**row, "also": tuple(row["also"]), "engines": tuple(row["engines"])}) for row in tables)


def known(name: str) -> Entry | None:
    """The entry of this name, whichever of its names it is, or from this address."""
    return next((entry for entry in entries() if name in (entry.name, entry.source, *entry.also)), None)


def find(name: str) -> Entry:
    """The entry of this name, else one for a repository `owner/name` of the hub. Raises ModelError."""
    if entry := known(name):
        return entry
    near = difflib.get_close_matches(name, [each for entry in entries() for each in (entry.name, *entry.also)], 1)
    if _REPOSITORY.fullmatch(name) and not near:
        return Entry(name.partition("/")[2], "main", repository=name)
    hint = f"did you mean {near[0]}?" if near else "`padan model list` shows them; any other is OWNER/NAME on the hub"
    raise ModelError(f"no model {name!r} in the catalogue", hint)


def recommended(hub_only: bool) -> Entry:
    """The entry to recommend. hub_only: among those on the hub, for who has said which hub to use (HF_ENDPOINT)."""
    return next(entry for entry in entries() if entry.repository or not hub_only)
