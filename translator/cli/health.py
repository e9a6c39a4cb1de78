"""Is Padan healthy here: what `padan doctor` looks at."""

from __future__ import annotations

import platform
import re
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
class HealthCheck:
    """What was looked at and what was seen.

    needed: Padan does not work without it. code, exit_code: of the error that it ends with, if it is not ok.
    """

    name: str
    ok: bool
    seen: str
    needed: bool = True
    code: str = ModelError.code
    exit_code: int = ModelError.exit_code


def checks(settings: Settings) -> Iterator[HealthCheck]:
    """Everything that is looked at, in the order of a first installation."""
    yield HealthCheck("python", True, f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield _origin()
    for name in ("padan", *_dependencies()):
        yield _installed(name)
    yield _tried("starter", lambda: f"{models.starter().name}, every file as it was shipped")
    yield _models()
    yield _tried("model", lambda: models.resolve(settings.model).name)
    yield HealthCheck("engine", True, settings.engine)
    yield _tried("translation", lambda: _translation(settings))
    yield _cache(models.user_cache())


def _models() -> HealthCheck:
    """The models in the store; one that is not used may be damaged without harm today."""
    seen = []
    is_ok = True
    for one in store.installed():
        check = _tried(one.name, partial(_whole, one))
        is_ok = is_ok and check.ok
        seen.append(one.name if check.ok else f"{check.seen} (repair: {one.repair})")
    shown = "; ".join(seen) or "none pulled or imported yet: padan model pull"
    return HealthCheck("models", is_ok, shown, needed=False)


def _whole(one: store.Installed) -> str:
    store.verify(one)
    return one.name


def _origin() -> HealthCheck:
    """Both package names are common words: another distribution may have put its own in their place."""
    distributions = metadata.packages_distributions()
    owners: set[str] = set()
    roots = set()
    places = []
    for name in PACKAGES:
        owners.update(distributions.get(name, ["nobody"]))
        spec = find_spec(name)
        if not spec or not spec.origin:
            continue
        place = Path(spec.origin).parent
        roots.add(place.parent)
        places.append(f"{name} in {place}")
    seen = f"{', '.join(places)}; from {', '.join(sorted(owners))}"
    return HealthCheck("packages", owners == {"padan"} and len(roots) == 1, seen)


def _dependencies() -> list[str]:
    """The names of what the padan distribution needs, as its own metadata has them."""
    try:
        lines = metadata.requires("padan") or []
    except metadata.PackageNotFoundError:
        return []
    found = []
    for line in lines:
        if "extra ==" not in line:
            found.append(re.split(r"[\s<>=!~;\[(]", line, maxsplit=1)[0])
    return sorted(found)


def _installed(name: str) -> HealthCheck:
    try:
        return HealthCheck(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return HealthCheck(name, False, "not installed")


def _tried(name: str, attempt: Callable[[], str]) -> HealthCheck:
    try:
        return HealthCheck(name, True, attempt())
    except PadanError as error:
        return HealthCheck(name, False, error.message, code=error.code, exit_code=error.exit_code)
    except Exception as error:  # whatever is broken, the other checks are wanted all the more
        return HealthCheck(name, False, unexpected(error).message)


def _translation(settings: Settings) -> str:
    pipeline = build(settings)
    text = txt.render_text(pipeline.translate(txt.parse(SENTENCE.encode(), "doctor")))
    return f"{SENTENCE} -> {text}"


def _cache(folder: Path) -> HealthCheck:
    there = next(filter(Path.exists, (folder, *folder.absolute().parents)))
    try:
        with tempfile.TemporaryDirectory(dir=there, prefix=PREFIX):
            return HealthCheck("cache", True, f"{folder} can be written", needed=False)
    except OSError:
        return HealthCheck("cache", False, f"{folder} cannot be written", needed=False)
