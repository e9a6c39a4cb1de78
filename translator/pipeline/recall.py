"""What the translation memory knows of a document's sentences, and what it is to remember of them.

Reviewed translations count more than an engine's, which come back only where everything that decided them is the same.
What is remembered is a pair before the document's other sentences have a say in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product, starmap
from typing import Protocol

from glossary import Match, deciding_fields
from translator import alignment
from translator.bitext import Link, Offer, Origin, Pair, TermUse
from translator.document import Span
from translator.enforcement.name_matches import NAMES
from translator.enforcement.term_check import with_terms
from translator.errors import OutputError
from translator.language import masking
from translator.memory.entry import Remembered, Reviewed
from translator.memory.key import digest
from translator.pipeline.prepare import Sentence


class TranslationMemory(Protocol):
    """What the pipeline asks of a translation memory. Every method may raise OutputError."""

    @property
    def has_given(self) -> bool:
        """Is there anything that could be offered?"""

    def reviewed_for(self, sources: Iterable[str]) -> Mapping[str, Reviewed]:
        """The reviewed translations of these sentences, as far as there are any."""

    def made_for(self, keys: Iterable[bytes]) -> Mapping[bytes, Pair]:
        """What engines made of the sentences with these keys."""

    def offers(self, source: str) -> tuple[Offer, ...]:
        """Translations of sentences that are like this one."""

    def remember(self, entries: Sequence[Remembered], rules: str) -> None:
        """Keep what an engine made."""


@dataclass(slots=True)
class Recall:
    """The memory of a run. decoding: what decides a translation beside its sentence. rules: their signature.

    trouble: why the memory has not kept everything; the translations themselves are whole.
    """

    decoding: str = ""
    rules: str = ""
    memory: TranslationMemory | None = None
    trouble: OutputError | None = field(default=None)

    def recall(self, sentences: Sequence[Sentence]) -> list[Pair | None]:
        """For each sentence its pair, if the memory has it. Raises OutputError."""
        if self.memory is None:
            return [None] * len(sentences)
        reviewed: Mapping[str, Reviewed] = {}
        if self.memory.has_given:
            reviewed = self.memory.reviewed_for([sentence.source for sentence in sentences])
        keys = {}
        for sentence in sentences:
            if sentence.tasks and sentence.source not in reviewed:
                keys[sentence] = self._key(sentence)
        made = self.memory.made_for(keys.values())
        found: list[Pair | None] = []
        for sentence in sentences:
            pair = made.get(keys.get(sentence, b""))
            if sentence.source in reviewed:
                found.append(_reviewed_pair(sentence, reviewed[sentence.source]))
            else:
                found.append(pair and replace(pair, recalled=True))
        return found

    def remember(self, translated: Iterable[tuple[Sentence, Pair, str]]) -> None:
        """Keep new pairs, each with the name of its document. Where that fails, the run goes on without."""
        entries = []
        for sentence, pair, document in translated:
            if sentence.tasks:
                entries.append(Remembered(self._key(sentence), pair, document))
        self.keep(entries)

    def keep(self, entries: Sequence[Remembered]) -> None:
        """Keep what an engine made. Where that fails, the run goes on without."""
        if self.memory is None or self.trouble or not entries:
            return
        try:
            self.memory.remember(entries, self.rules)
        except OutputError as error:
            self.trouble = error.with_traceback(None)  # which would hold the documents in hand until the end of the run

    def with_offers(self, pair: Pair) -> Pair:
        """A pair that an engine made, with what the memory offers for it; any other as it is. Raises OutputError."""
        if self.memory is None or not self.memory.has_given:
            return pair
        if pair.origin is not Origin.ENGINE:
            return pair
        return replace(pair, fuzzy=self.memory.offers(pair.source))

    def _key(self, sentence: Sentence) -> bytes:
        """A digest of everything that decides the translation of a sentence."""
        parts = [sentence.source, sentence.text, repr((sentence.spans, sentence.capitals, sentence.masks))]
        for task in sentence.tasks:
            parts.append(repr((task.source, task.begins_sentence, task.ends_sentence, _deciding(task.matches))))
        for mask in sentence.masks:
            parts += map(repr, _deciding(mask.terms))
        return digest(self.decoding, *parts)


def _deciding(matches: Iterable[Match]) -> list[tuple[object, ...]]:
    """What of terms and names decides the translation."""
    found = []
    for match in matches:
        form = match.start, match.end, match.text, match.plural, str(match.verb_form), match.required
        found.append((*form, match.term.term_list, *deciding_fields(match.term)))
    return found


def _reviewed_pair(sentence: Sentence, reviewed: Reviewed) -> Pair:
    """The pair of a reviewed translation, with the terms and names that stand in it and those that are missing."""
    pair = Pair(sentence.source, reviewed.target, Origin.MEMORY, links=reviewed.links, reviewed=True, recalled=True)
    pair = with_terms(pair, list(_matches(sentence)))
    terms = tuple([use for use in pair.terms if use.term_list != NAMES])
    names = tuple([use for use in pair.terms if use.term_list == NAMES])
    links = tuple(_sound(pair) or _links(pair.source, pair.target, pair.terms))
    return replace(pair, terms=terms, names=names, links=links)


def _matches(sentence: Sentence) -> Iterator[Match]:
    """The terms and names of a sentence as they stand in its source, without the stand-ins of placeables."""
    for mask in sentence.masks:
        if mask.is_name:
            yield from mask.terms
    masked = {mask.source for mask in sentence.masks if mask.is_name}
    for part, task in zip(sentence.spans, sentence.tasks, strict=True):
        for match in task.matches:
            start, end = masking.unmasked(Span(match.start, match.end).shifted(part.start), sentence.masks)
            if Span(start, end) not in masked:
                yield replace(match, start=start, end=end)


def _sound(pair: Pair) -> list[Link]:
    """The links between words that are there: in a table a person may have changed the words alone."""
    sources, targets = len(alignment.words(pair.source)), len(alignment.words(pair.target))
    return [link for link in pair.links if link.source < sources and link.target < targets]


def _links(source: str, target: str, uses: Iterable[TermUse]) -> Iterator[Link]:
    """The links that terms and names tell, for markup that moves with its words."""
    found: set[Link] = set()
    source_words, target_words = alignment.words(source), alignment.words(target)
    for use in uses:
        if use.target_span is None:
            continue
        own = alignment.touching(source_words, use.source_span)
        others = alignment.touching(target_words, use.target_span)
        found.update(starmap(Link, product(own, others)))
    yield from sorted(found)
