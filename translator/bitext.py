"""A finished translation: sentence pairs, the terms in them, the links between words, and the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from glossary import USER_LIST
from translator.document import Document, Segment, Span


class Origin(StrEnum):
    """Where a translation came from: the engine, the translation memory, or the source itself."""

    ENGINE = "engine"
    MEMORY = "memory"
    COPIED = "copied"


class Status(StrEnum):
    """How a required term came into the translation."""

    NATURAL = "natural"  # the model wrote it
    N_BEST = "n-best"  # another hypothesis of the beam had it
    SWAPPED = "swapped"  # substituted for what the model had written for it
    SOURCE = "source"  # annotated on the source side, from where the model copied it
    SPLICED = "spliced"  # inserted into the text at the likeliest place
    MISSING = "missing"  # not there: a built-in term that was left to the model, or a translation of others


class Severity(StrEnum):
    """How grave a finding is: an error must be mended, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


class Link(NamedTuple):
    """A source word and the target word that translates it, as numbers of white-space words, from 0."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class TermUse:
    """One occurrence of a glossary term, with its places in the source and in the translation.

    source: the source term as its entry writes it. target: the accepted target that the translation has.
    source_span, target_span: characters of the pair's source and target; target_span is None where the term is missing.
    sure: False where a reviewer should look.
    forbidden: forms that the entry forbids and that the translation has for the term.
    term_list: `user` for a term of the user's glossaries, else the name of the built-in list, or `names`.
    """

    source: str
    target: str
    status: Status
    source_span: Span
    target_span: Span | None
    sure: bool = True
    forbidden: tuple[str, ...] = ()
    term_list: str = USER_LIST

    @property
    def is_users(self) -> bool:
        """Must it stand at any price, as the terms of the user's own glossaries?"""
        return self.term_list == USER_LIST

    def __reduce__(self) -> tuple[Any, ...]:
        """How it is kept outside memory: in a fourth of the time that the fields by their names take."""
        target = self.target_span and tuple(self.target_span)
        others = self.sure, self.forbidden, self.term_list
        return _term_use, (self.source, self.target, self.status, *self.source_span, target, *others)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in a pair: the check's ID, the severity, and a sentence for the reviewer."""

    check: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A fuzzy match: a sentence of the translation memory that is like the one in hand, and its translation.

    score: how like the two sources are, in percent of the characters of the longer one.
    """

    score: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation; neither has outer white space.

    score: mean log-probability per target token, `</s>` included. For a sentence that was translated in parts it is the
    mean over the parts; None for what no engine translated.
    unforced: what the model wrote by itself, where terms, names or numbers changed it.
    names: the words that look like names and are copied from the source; none of them is in `terms`.
    reviewed: a person wrote or accepted the translation. fuzzy: what the translation memory offers, the likest first.
    recalled: it came from the translation memory in this run. An engine's translation is the same as if made anew, so
    this is counted, and written nowhere.
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
    reviewed: bool = False
    fuzzy: tuple[Offer, ...] = ()
    recalled: bool = field(default=False, compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """How it is kept outside memory: with its links, of which there are most, as bare numbers."""
        links = tuple(chain.from_iterable(self.links))
        texts = self.source, self.target, self.origin, self.terms, self.findings
        others = self.score, self.unforced, self.names, self.reviewed, self.fuzzy, self.recalled
        return _pair, (*texts, links, *others)


def _term_use(
    source: str, target: str, status: Status, start: int, end: int, place: tuple[int, int] | None, *others: Any
) -> TermUse:
    return TermUse(source, target, status, Span(start, end), place and Span(*place), *others)


def _pair(
    source: str,
    target: str,
    origin: Origin,
    terms: tuple[TermUse, ...],
    findings: tuple[Finding, ...],
    links: tuple[int, ...],
    *others: Any,
) -> Pair:
    linked = tuple(map(Link, links[::2], links[1::2]))
    return Pair(source, target, origin, terms, findings, linked, *others)


@dataclass(frozen=True, slots=True)
class SegmentPair:
    """A segment and its sentences: the span of each in the segment's text, and its pair."""

    segment: Segment
    spans: tuple[Span, ...]
    pairs: tuple[Pair, ...]

    @property
    def target(self) -> str:
        """The segment's translation. The white space between its sentences is that of the source."""
        parts = []
        done = 0
        for span, pair in zip(self.spans, self.pairs, strict=True):
            parts.append(self.segment.text[done : span.start])
            parts.append(pair.target)
            done = span.end
        parts.append(self.segment.text[done:])
        return "".join(parts)

    def __reduce__(self) -> tuple[Any, ...]:
        return SegmentPair, (self.segment, self.spans, self.pairs)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made a translation: written into the bilingual files so that Padan recognises its own work.

    model, engine: their names. signature: a digest of everything that decides the translation.
    """

    model: str
    engine: str
    signature: str


@dataclass(frozen=True, slots=True)
class Bitext:
    """A document and its translation. segments: in reading order; of a long document they are kept on the disk."""

    document: Document
    segments: Sequence[SegmentPair]
    stamp: Stamp

    def pairs(self) -> Iterator[Pair]:
        for segment in self.segments:
            yield from segment.pairs
