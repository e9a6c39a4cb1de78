"""Is Padan healthy here: what `padan doctor` looks at."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from translator import models
from translator.atomic_write import PREFIX
from translator.build import build
from translator.errors import ModelError, PadanError, unexpected
from translator.formats import txt
from translator.models import store
from translator.settings import Settings

PACKAGES = ("translator", "glossary")
SENTENCE = "Kapal itu tiba di pelabuhan."


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at and what was seen.

    needed: Padan does not work without it. code, exit_code: of the error that it ends with, if it is not ok.
    """

    name: str
    ok: bool
    seen: str
    needed: bool = True
    code: str = ModelError.code
    exit_code: int = ModelError.exit_code


def checks(settings: Settings) -> Iterator[Check]:
    """Everything that is looked at, in the order of a first installation."""
    yield Check("python", True, f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield _origin()
    yield from map(_installed, ["padan", *_dependencies()])
    yield _tried("starter", lambda: f"{models.starter().name}, every file as it was shipped")
    yield _models()
    yield _tried("model", lambda: models.resolve(settings.model).name)
    yield Check("engine", True, settings.engine)
    yield _tried("translation", lambda: _translation(settings))
    yield _cache(models.user_cache())


def _models() -> Check:
    """The models in the store; one that is not used may be damaged without harm today."""
    found = [(one, _tried(one.name, partial(_whole, one))) for one in store.installed()]
    told = [one.name if check.ok else f"{check.seen} (repair: {one.repair})" for one, check in found]
    seen = "; ".join(told) or "none pulled or imported yet: padan model pull"
    return Check("models", all(check.ok for _, check in found), seen, needed=False)


def _whole(one: store.Installed) -> str:
    return str(store.verify(one)["name"])


def _origin() -> Check:
    """Both package names are common words: another distribution may have put its own in their place."""
    places = {name: Path(spec.origin).parent for name in PACKAGES if (spec := find_spec(name)) and spec.origin}
    owners = {owner for name in PACKAGES for owner in metadata.packages_distributions().get(name, ["nobody"])}
    apart = len({place.parent for place in places.values()}) > 1
    seen = f"{', '.join(f'{name} in {place}' for name, place in places.items())}; from {', '.join(sorted(owners))}"
    return Check("packages", owners == {"padan"} and not apart, seen)


def _dependencies() -> list[str]:
    """The names of what the padan distribution needs, as its own metadata has them."""
    try:
        needed = [line for line in metadata.requires("padan") or [] if "extra ==" not in line]
    except metadata.PackageNotFoundError:
        return []
    return sorted(line.split(">")[0].split("<")[0].split("=")[0].split(";")[0].strip() for line in needed)


def _installed(name: str) -> Check:
    try:
        return Check(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, False, "not installed")


def _tried(name: str, attempt: Callable[[], str]) -> Check:
    try:
        return Check(name, True, attempt())
    except PadanError as error:
        return Check(name, False, error.message, code=error.code, exit_code=error.exit_code)
    except Exception as error:  # whatever is broken, the other checks are wanted all the more
        return Check(name, False, unexpected(error).message)


def _translation(settings: Settings) -> str:
    pipeline = build(settings)
    text = txt.render_text(pipeline.translate(txt.parse(SENTENCE.encode(), "doctor")))
    return f"{SENTENCE} -> {text}"


def _cache(folder: Path) -> Check:
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    try:
        with tempfile.TemporaryDirectory(dir=there, prefix=PREFIX):
            writable = True
    except OSError:
        writable = False
    seen = f"{folder} can{'' if writable else 'not'} be written"
    return Check("cache", writable, seen, needed=False)
