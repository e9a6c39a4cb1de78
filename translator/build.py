"""From Settings to a furnished Pipeline: the only place that names concrete classes."""

from __future__ import annotations

from collections.abc import Sequence

from glossary import Term, filled
from translator import checks, engines, models, term_lists
from translator.bitext import Stamp
from translator.engines.base import Engine
from translator.language import names, sentences
from translator.pipeline import Pipeline
from translator.settings import Settings


def build(settings: Settings) -> Pipeline:
    """The pipeline for these settings: term lists read, model found, engine loaded.

    Raises TermListError and ModelError.
    """
    lists = term_lists.in_force(settings.glossaries, settings.default_lists)
    model = models.resolve(settings.model)
    if settings.engine == "ct2":
        model = models.converted(model)
    folder = model.form(settings.engine)
    engine = engines.load(settings.engine, folder, device=settings.device, threads=settings.threads)
    return Pipeline(
        engine,
        *lists.matchers(),
        checks.examine,
        settings.beam,
        Stamp(model.name, engine.name, settings.signature(engine.signature, sentences.VERSION, names.VERSION)),
        notices=tuple(notice for notice in (model.notice, *lists.notices, _unspellable(engine, lists.terms)) if notice),
        keep_names=settings.keep_names,
    )


def _unspellable(engine: Engine, terms: Sequence[Term]) -> str:
    """Step 7 of enforcement: targets that the model cannot write will never come from it, and are put in afterwards."""
    targets = [target for term in terms for target in filled(term, "1").targets[:1] if not engine.spells(target)]
    if not targets:
        return ""
    shown = ", ".join(targets[:5]) + (", ..." if len(targets) > 5 else "")
    return f"{len(targets)} of the glossary's translations the model cannot write; they will be put in: {shown}"
