"""What decides the translations of a run, and so whether a file must be done again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from glossary import Case, Match, Matcher, Term
from translator import capitals, models, names, sentences
from translator.batch.ledger import digest
from translator.document import Document
from translator.engines.base import content
from translator.settings import Settings
from translator.untranslated import marker


class Choices:
    """What decides the translations of a run, as signatures.

    settings: all choices but the glossary. glossary: all terms.
    """

    def __init__(self, settings: str, terms: Sequence[Term]) -> None:
        """settings: as `signature` tells it."""
        self.settings = settings
        self.glossary = digest(repr([_deciding(term) for term in terms]).encode())
        self._terms = terms

    @cached_property
    def _matchers(self) -> tuple[Matcher, Matcher]:
        return Matcher(self._terms), Matcher([replace(term, case=Case.FOLD) for term in self._terms])

    def terms(self, document: Document) -> str:
        """A digest of the terms in force in a document: where each stands, and what its entry says."""
        found = hashlib.sha256()
        for sentence in _sentences(document) if self._terms else ():
            matcher = self._matchers[capitals.is_in_capitals(sentence[marker(sentence) :])]
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
    return replace(settings, glossaries=()).signature(settings.engine, *versions)


def _sentences(document: Document) -> Iterator[str]:
    for segment in document.segments:
        for span in sentences.split(segment.text):
            yield span.of(segment.text)


def _deciding(term: Term) -> tuple[object, ...]:
    return term.source, term.targets, str(term.kind), term.case.value, term.variants


def _where(match: Match) -> tuple[object, ...]:
    return match.start, match.end, match.plural, *_deciding(match.term)
