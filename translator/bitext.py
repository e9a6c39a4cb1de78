"""What goes out: sentences with their translations, the terms in them, the links between words, the findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from translator.document import Document, Segment, Span


class Origin(StrEnum):
    """Where a translation came from."""

    ENGINE = "engine"
    MEMORY = "memory"
    COPIED = "copied"


class Status(StrEnum):
    """How a required term came into the translation."""

    NATURAL = "natural"  # the model wrote it
    N_BEST = "n-best"  # another hypothesis of the beam had it
    SWAPPED = "swapped"  # put where the model had written something else for it
    SOURCE = "source"  # the model copied it from the source, where it had been put
    SPLICED = "spliced"  # put into the text at the likeliest place
    MISSING = "missing"  # not there: never of our own making, but `padan check` reads what others translated


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Link(NamedTuple):
    """A source word and a target word that translate each other: numbers of white-space words, from 0."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class TermUse:
    """One occurrence of a glossary term: `source` and `target` as the glossary writes them, and where they stand.

    source: the entry's source term. target: the accepted target that stands in the translation.
    source_span, target_span: characters of the pair's source and target; no target_span where the term is missing.
    sure: False where a reviewer should look.
    forbidden: forms that its entry forbids and that stand for it all the same.
    """

    source: str
    target: str
    status: Status
    source_span: Span
    target_span: Span | None
    sure: bool = True
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about a pair: the check's ID, how grave it is, and a sentence for the reviewer."""

    check: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation; neither has outer white space.

    score: mean log-probability per target token, `</s>` included, of a sentence translated in parts the mean of theirs;
    None for what no engine translated.
    unforced: what the model wrote by itself, where terms, names or numbers made it something else.
    names: the words that were kept as they stand in the source, because they look like names; none is in `terms`.
    """

    source: str
    target: str
    origin: Origin
    terms: tuple[TermUse, ...] = ()
    findings: tuple[Finding, ...] = ()
    links: tuple[Link, ...] = ()
    score: float | None = None
    unforced: str | None = None
    names: tuple[TermUse, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentPair:
    """A segment with its sentences: their spans in the segment's text, and a pair for each."""

    segment: Segment
    spans: tuple[Span, ...]
    pairs: tuple[Pair, ...]

    @property
    def target(self) -> str:
        """The segment's translation, with the white space between its sentences as the source has it."""
        parts, done = [], 0
        for span, pair in zip(self.spans, self.pairs, strict=True):
            parts += [self.segment.text[done : span.start], pair.target]
            done = span.end
        return "".join([*parts, self.segment.text[done:]])


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made a translation: written into the bilingual files so that Padan knows its own work again.

    model: its name. engine: the engine's name. signature: of everything that decides the translation.
    """

    model: str
    engine: str
    signature: str


@dataclass(frozen=True, slots=True)
class Bitext:
    """A document and its translation."""

    document: Document
    segments: tuple[SegmentPair, ...]
    stamp: Stamp

    def pairs(self) -> Iterator[Pair]:
        for segment in self.segments:
            yield from segment.pairs
