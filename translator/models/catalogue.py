"""The reviewed list of public models: what `padan model list` shows and `padan model pull` knows."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from translator.errors import ModelError

FILE = Path(__file__).parent / "catalogue.toml"
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class PublicModel:
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
        """The repository or the address that it is downloaded from."""
        return self.repository or self.url

    @property
    def names(self) -> tuple[str, ...]:
        """All names by which it may be asked for."""
        return self.name, *self.also


@lru_cache(maxsize=1)
def public_models() -> tuple[PublicModel, ...]:
    """All public models, the one to recommend first."""
    import tomllib

    found = []
    for row in tomllib.loads(FILE.read_text("utf-8"))["model"]:
        lists = {"also": tuple(row["also"]), "engines": tuple(row["engines"])}
        found.append(PublicModel(**{**row, **lists}))
    return tuple(found)


def known(name: str) -> PublicModel | None:
    """The public model of this name, whichever of its names it is, or from this address."""
    for public in public_models():
        if name in (public.source, *public.names):
            return public
    return None


def name_of(name: str) -> str:
    """The name in the catalogue of the model of this name; the name itself, where the catalogue has none."""
    public = known(name)
    if public:
        return public.name
    return name


def find(name: str) -> PublicModel:
    """The public model of this name, else one in a repository `owner/name` of the hub. Raises ModelError."""
    public = known(name)
    if public:
        return public
    names = chain.from_iterable(public.names for public in public_models())
    near = difflib.get_close_matches(name, names, 1)
    seen = f"no model {name!r} in the catalogue"
    if near:
        raise ModelError(seen, f"did you mean {near[0]}?")
    if not _REPOSITORY.fullmatch(name):
        raise ModelError(seen, "`padan model list` shows them; any other is OWNER/NAME on the hub")
    return PublicModel(name.partition("/")[2], "main", repository=name)


def recommended(hub_only: bool) -> PublicModel:
    """The model to recommend. hub_only: among those on the hub, for who has said which hub to use (HF_ENDPOINT)."""
    return next(public for public in public_models() if public.repository or not hub_only)
