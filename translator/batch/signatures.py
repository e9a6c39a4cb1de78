"""What decides the translations of a run, and so whether a file must be done again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property

from glossary import Match, Matcher, deciding_fields
from translator.bitext import Bitext
from translator.build import RunResources, terms_signature
from translator.document import Document
from translator.memory.key import KEY_LENGTH, reviewed_digest, sentence_key
from translator.memory.store import Memory
from translator.term_lists import TermLists


class RunSignature:
    """What decides the translations of a run, as digests.

    settings: of all choices but the glossary, of the model and of the rules. glossary: of all terms.
    """

    def __init__(
        self,
        settings: str,
        lists: TermLists,
        matchers: tuple[Matcher, Matcher] | None = None,
        memory: Memory | None = None,
    ) -> None:
        """settings: as `RunResources.signature` tells it. matchers: of the lists; None: made when they are needed.

        memory: the translation memory, if there is one.
        """
        self.settings = settings
        self._memory = memory if memory and memory.has_given else None
        self.glossary = terms_signature(lists)
        self._lists = lists
        self._given_matchers = matchers

    @cached_property
    def _matchers(self) -> tuple[Matcher, Matcher]:
        return self._given_matchers or self._lists.matchers()

    def terms_in_document(self, document: Document) -> str:
        """A digest of the terms in force in a document: where each stands, and what its entry says."""
        return self._terms(_split(document))

    def terms_in_bitext(self, bitext: Bitext) -> str:
        """The same for a document that is translated: its sentences are known already."""
        return self._terms(_sentences(bitext))

    def reviewed_in(self, sentences: bytes) -> str:
        """A digest of the reviewed translations that the memory has for sentences; empty where it has none.

        sentences: their keys, one after another.
        """
        if self._memory is None:
            return ""
        return reviewed_in_memory(self._memory, sentences)

    def _terms(self, texts: Iterable[str]) -> str:
        from translator.language import allcaps
        from translator.language.nontranslatable import marker

        found = hashlib.sha256()
        if not any((self._lists.terms, self._lists.defaults)):
            return found.hexdigest()
        for text in texts:
            is_in_capitals = allcaps.is_in_capitals(text[marker(text) :])
            matches = self._matchers[is_in_capitals].find(text)
            if matches:
                deciding = list(map(_deciding, matches))
                found.update(repr((text, deciding)).encode("utf-8", "replace"))
        return found.hexdigest()


def signature_of(resources: RunResources, memory: Memory | None = None) -> RunSignature:
    """The signature of a run; its model is found, but not loaded. Raises ModelError, and OutputError of the memory."""
    return RunSignature(resources.signature, resources.lists, resources.matchers, memory)


def reviewed_in_memory(memory: Memory, sentences: bytes) -> str:
    """A digest of the reviewed translations that a memory has for sentences, by their keys, one after another."""
    keys = [sentences[start : start + KEY_LENGTH] for start in range(0, len(sentences), KEY_LENGTH)]
    return reviewed_digest(memory.reviewed_targets(keys))


def sentence_keys_of(bitext: Bitext) -> bytes:
    """The keys of a document's sentences, one after another."""
    return b"".join([sentence_key(pair.source) for pair in bitext.pairs()])


def reviewed_of(bitext: Bitext) -> str:
    """The digest of the reviewed translations in a document; empty where it has none."""
    return reviewed_digest((sentence_key(pair.source), pair.target) for pair in bitext.pairs() if pair.reviewed)


def _split(document: Document) -> Iterator[str]:
    from translator.language import sentences

    for segment in document.segments:
        for span in sentences.split(segment.text):
            yield span.of(segment.text)


def _sentences(bitext: Bitext) -> Iterator[str]:
    for segment_pair in bitext.segments:
        for span in segment_pair.spans:
            yield span.of(segment_pair.segment.text)


def _deciding(match: Match) -> tuple[object, ...]:
    return match.start, match.end, match.plural, match.verb_form, *deciding_fields(match.term)
