"""Padan translates Indonesian documents into English, obeys a glossary, and hands back an aligned bilingual text.

    from translator import Settings, translate_file, translate_text

    translate_text("Kapal perang itu tiba.", Settings(glossaries=(Path("glossary.tsv"),)))

Importing this package loads no model, nor a library that runs one; the first translation does. It loads none of the
rooms either: `padan --help` should be quick.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translator.bitext import Bitext
    from translator.pipeline import Pipeline
    from translator.settings import Settings

_VALUES = {"Bitext": "translator.bitext", "Settings": "translator.settings"}

__all__ = ["Bitext", "Settings", "translate_file", "translate_text"]


def __getattr__(name: str) -> Any:
    """The values of the interface, imported when they are asked for."""
    module = _VALUES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(module), name)


def translate_text(text: str, settings: Settings | None = None) -> str:
    """The English of an Indonesian text; its lines and white space stay as they are.

    The model stays loaded for the next call with the same settings. Raises a PadanError of `translator.errors`.
    """
    from translator.formats import Reading, txt
    from translator.memory import store
    from translator.settings import Settings

    settings = settings or Settings()
    reading = Reading("utf-8", settings.wrapped)
    document = txt.parse(text.encode("utf-8", "surrogatepass"), "text", reading)
    with store.chosen(settings) as memory:
        return txt.render(_pipeline_for(settings).with_memory(memory).translate(document)).decode()


def translate_file(
    source: str | Path, output: str | Path | None = None, settings: Settings | None = None, *, force: bool = False
) -> Bitext:
    """Translate one file as `padan translate` does, bilingual files included, and return what they hold.

    output: the file to write, or a folder; None: beside the source. force: overwrite what Padan did not write, and what
    was reviewed. Raises a PadanError of `translator.errors`.
    """
    from translator.batch import job
    from translator.batch.runners import local
    from translator.errors import UsageError
    from translator.memory import store
    from translator.review.protection import refuse_loss
    from translator.settings import Settings

    settings = settings or Settings()
    if Path(source).is_dir():
        raise UsageError(f"{source} is a folder, not a file", "translate its files one by one")
    target = None if output is None else str(output)
    planned = job.plan([Path(source)], target, settings.bilingual, force)
    with store.chosen(settings) as memory:
        if not force:
            refuse_loss(planned.jobs[0], memory)
        return local.translate(_pipeline_for(settings).with_memory(memory), planned.jobs[0], settings)


def _pipeline_for(settings: Settings) -> Pipeline:
    edited = []
    for path in settings.glossaries:
        if path.exists():
            edited.append(path.stat().st_mtime_ns)
    return _pipeline(settings, tuple(edited))  # a glossary that was edited makes another key, and so is read anew


@lru_cache(maxsize=1)
def _pipeline(settings: Settings, _edited: tuple[int, ...]) -> Pipeline:
    from translator.build import build

    return build(settings)
