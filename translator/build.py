"""From Settings to what a run needs: the only place that names concrete classes.

A `RunResources` finds the model, reads the term lists and builds the matchers once; the pipeline, the signatures of
the ledger and the dry run all take them from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING

from glossary import Matcher, Term, filled, indexed
from translator import kept_files, models, term_lists
from translator.bitext import Stamp
from translator.model_files import content
from translator.models import Model
from translator.rules import rules_signature
from translator.settings import Settings
from translator.term_lists import TermLists

if TYPE_CHECKING:
    from translator.engines.base import Engine
    from translator.pipeline import Pipeline

SHOWN_TARGETS = 5  # translations that the notice about unspellable ones names


class RunResources:
    """What one run loads. The term lists are read at once, everything else when it is first asked for."""

    def __init__(self, settings: Settings, rules: str | None = None) -> None:
        """rules: the signature of the rules; None: that of the installed packages. Raises TermListError."""
        self.settings = settings
        self.lists: TermLists = term_lists.in_force(
            settings.glossaries, settings.default_lists, settings.abbreviations, settings.spelling
        )
        self._rules = rules_signature() if rules is None else rules

    @cached_property
    def model(self) -> Model:
        """The model, compared with its manifest, with the form that the engine reads. Raises ModelError."""
        model = models.resolve(self.settings.model)
        if self.settings.engine == "ct2":
            return models.converted(model)
        return model

    @cached_property
    def matchers(self) -> tuple[Matcher, Matcher]:
        """What finds the terms as the lists say, and what finds them in any case, for text in capitals."""
        return self.lists.matchers()

    @cached_property
    def signature(self) -> str:
        """What decides the translations of the run, but for the terms; loads no engine. Raises ModelError."""
        settings = self.settings
        folder = self.model.form(settings.engine)
        files = filter(Path.is_file, sorted(folder.rglob("*")))
        parts = settings.engine, content(*files), settings.device, str(settings.encoding)
        return settings.signature(self._rules, *parts)

    def pipeline(self) -> Pipeline:
        """The pipeline, with its engine loaded. What it needs is imported only now. Raises ModelError."""
        from translator import checks, engines
        from translator.pipeline import Pipeline
        from translator.pipeline.recall import Recall

        settings, model = self.settings, self.model
        folder = model.form(settings.engine)
        engine = engines.load(settings.engine, folder, device=settings.device, threads=settings.threads)
        signature = settings.signature(self._rules, engine.signature, terms_signature(self.lists))
        decoding = f"{self._rules} {engine.signature} {settings.beam}"
        notices = model.notice, *self.lists.notices, unspellable(engine, self.lists.terms)
        return Pipeline(
            engine,
            *self.matchers,
            checks.examine,
            settings.beam,
            Stamp(model.name, engine.name, signature),
            notices=tuple(filter(None, notices)),
            keep_names=settings.keep_names,
            abbreviations=settings.abbreviations,
            examine_document=checks.examine_document,
            recall=Recall(decoding, self._rules),
        )


def build(settings: Settings) -> Pipeline:
    """The pipeline for these settings. Raises TermListError and ModelError."""
    return RunResources(settings).pipeline()


def terms_signature(lists: TermLists) -> str:
    """A digest of what all terms of a run say; notes and places in files do not count."""
    digests = indexed(lists.terms).digest, indexed(lists.defaults).digest
    return hashlib.sha256(" ".join(digests).encode()).hexdigest()


def unspellable(engine: Engine, terms: Sequence[Term]) -> str:
    """The notice about targets that the model cannot write: they never come from it, and are put in afterwards.

    To look at 100,000 terms takes a second, so what was found is kept.
    """
    if len(terms) < term_lists.LEAST_KEPT:
        return _told_unspellable(engine, terms)
    asked = f"unspellable {indexed(terms).digest} {engine.signature}"
    name = hashlib.sha256(asked.encode()).hexdigest()
    known = kept_files.load(name)
    if known is None:
        known = _told_unspellable(engine, terms).encode("utf-8", "surrogatepass")
        kept_files.keep(name, known)
    return known.decode("utf-8", "surrogatepass")


def _told_unspellable(engine: Engine, terms: Sequence[Term]) -> str:
    targets: list[str] = []
    for term in terms:
        preferred = filled(term, "1").targets[:1]
        targets += filterfalse(engine.spells, preferred)
    if not targets:
        return ""
    more = ", ..." if len(targets) > SHOWN_TARGETS else ""
    shown = ", ".join(targets[:SHOWN_TARGETS]) + more
    return f"{len(targets)} of the glossary's translations the model cannot write; they will be put in: {shown}"
