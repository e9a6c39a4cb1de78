"""Terms by the first token of their spellings, and how they are kept as bytes.

Of 100,000 entries a text uses few. So an entry that was kept as bytes is parsed when it is looked at.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from typing import overload

from glossary.garbage_collection import paused_garbage_collection
from glossary.source.spellings import spellings
from glossary.source.tokens import first_token
from glossary.term import Case, Term, TermKind, TermStatus, deciding_fields

_FIELDS = fields(Term)
_CHOICES = {"kind": TermKind, "case": Case, "status": TermStatus}
_SEVERAL = ("targets", "variants", "forbidden", "needs")


class IndexedTerms(Sequence[Term]):
    """The terms of a list, with an index."""

    def __init__(self, terms: Sequence[Term] = (), heads: Mapping[str, str] | None = None, digest: str = "") -> None:
        """heads, digest: as the properties of these names tell them, if known; else made when they are asked for."""
        self._terms = terms
        self._known = heads, digest

    def __len__(self) -> int:
        return len(self._terms)

    @overload
    def __getitem__(self, place: int) -> Term: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Term]: ...
    def __getitem__(self, place: int | slice) -> Term | Sequence[Term]:
        return self._terms[place]

    @cached_property
    def heads(self) -> Mapping[str, str]:
        """By the first token of a spelling, the numbers of the terms in force that begin with it, rising, with spaces.

        Text takes less time to read and less memory than a hundred thousand lists.
        """
        known, _ = self._known
        if known is not None:
            return known
        with paused_garbage_collection():
            return _index(self._terms)

    @cached_property
    def digest(self) -> str:
        """The sha256 of what the terms say; notes and places in files do not count."""
        _, known = self._known
        if known:
            return known
        said = repr(list(map(deciding_fields, self._terms)))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    def beginning(self, head: str) -> Iterator[tuple[int, Term]]:
        """The terms in force with a spelling whose first token is `head`, and their numbers."""
        for number in map(int, self.heads.get(head, "").split()):
            yield number, self._terms[number]

    def to_bytes(self) -> bytes:
        """The terms and their index, for `from_bytes`."""
        index = [json.dumps(list(part)) for part in (self.heads, self.heads.values())]
        return "\n".join([self.digest, *index, *map(_row, self._terms)]).encode("ascii")


def from_bytes(data: bytes) -> IndexedTerms:
    """The terms that `to_bytes` was asked for. Raises ValueError where the data are of another kind.

    A term is parsed, and can be wrong, when it is looked at: the data must be known to be whole.
    """
    digest, heads, numbers, *rows = data.decode("ascii").split("\n")
    index = zip(json.loads(heads), json.loads(numbers), strict=True)
    return IndexedTerms(_ParsedTerms(rows), dict(index), digest)


def indexed(terms: Iterable[Term]) -> IndexedTerms:
    """The terms with an index: the one that they have, or a new one."""
    if isinstance(terms, IndexedTerms):
        return terms
    return IndexedTerms(tuple(terms))


class _ParsedTerms(Sequence[Term]):
    """Terms that are rows of JSON until they are looked at."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = rows
        self._parsed: dict[int, Term] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Term: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Term]: ...
    def __getitem__(self, place: int | slice) -> Term | Sequence[Term]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        number = range(len(self))[place]
        if number not in self._parsed:
            self._parsed[number] = _term(self._rows[number])
        return self._parsed[number]


def _index(terms: Iterable[Term]) -> dict[str, str]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, term in enumerate(terms):
        for head in _heads(term):
            found[head].append(str(number))
    return {head: " ".join(numbers) for head, numbers in found.items()}


def _heads(term: Term) -> set[str]:
    """The first tokens of a term's spellings; none where the term is not in force."""
    if not term.in_force:
        return set()
    found = {first_token(spelling.text) for spelling in spellings(term)}
    return found - {""}


def _row(term: Term) -> str:
    """A term as JSON, without the fields that are as usual."""
    said = {}
    for field in _FIELDS:
        value = getattr(term, field.name)
        if value != field.default:
            said[field.name] = value
    return json.dumps(said)


def _term(row: str) -> Term:
    said = json.loads(row)
    for name, choice in _CHOICES.items():
        if name in said:
            said[name] = choice(said[name])
    for name in _SEVERAL:
        if name in said:
            said[name] = tuple(said[name])
    return Term(**said)
