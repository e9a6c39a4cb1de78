"""What decides the translations of a run, and so whether a file must be done again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from glossary import Match, Matcher, Term
from translator import models
from translator.batch.ledger import digest
from translator.document import Document
from translator.engines.base import content
from translator.language import allcaps, names, sentences
from translator.language.nontranslatable import marker
from translator.settings import Settings
from translator.term_lists import TermLists


class Choices:
    """What decides the translations of a run, as signatures.

    settings: all choices but the glossary. glossary: all terms.
    """

    def __init__(self, settings: str, terms: Sequence[Term], defaults: Sequence[Term] = ()) -> None:
        """settings: as `signature` tells it. defaults: the terms that give way to the others."""
        self.settings = settings
        self._lists = TermLists(tuple(terms), tuple(defaults))
        deciding = [[_deciding(term) for term in group] for group in (terms, defaults)]
        self.glossary = digest(repr(deciding).encode())

    @cached_property
    def _matchers(self) -> tuple[Matcher, Matcher]:
        return self._lists.matchers()

    def terms(self, document: Document) -> str:
        """A digest of the terms in force in a document: where each stands, and what its entry says."""
        found = hashlib.sha256()
        for sentence in _sentences(document) if self._lists.terms or self._lists.defaults else ():
            matcher = self._matchers[allcaps.is_in_capitals(sentence[marker(sentence) :])]
            if matches := matcher.find(sentence):
                found.update(repr((sentence, [_where(match) for match in matches])).encode("utf-8", "replace"))
        return found.hexdigest()


def signature(settings: Settings) -> str:
    """What decides a translation, but for the glossary; the model's files are read, but not loaded.

    Raises ModelError.
    """
    model = models.resolve(settings.model)
    if settings.engine == "ct2":
        model = models.converted(model)
    files = sorted(path for path in model.form(settings.engine).rglob("*") if path.is_file())
    versions = (content(*files), sentences.VERSION, names.VERSION, settings.device, str(settings.encoding))
    return replace(settings, glossaries=(), default_glossary=False).signature(settings.engine, *versions)


def _sentences(document: Document) -> Iterator[str]:
    for segment in document.segments:
        for span in sentences.split(segment.text):
            yield span.of(segment.text)


def _deciding(term: Term) -> tuple[object, ...]:
    forms = term.forbidden, term.plural, term.verb
    return term.source, term.targets, str(term.kind), term.case.value, term.variants, *forms


def _where(match: Match) -> tuple[object, ...]:
    return match.start, match.end, match.plural, match.verb_form, *_deciding(match.term)
