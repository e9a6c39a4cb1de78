"""A pair of a run as text, with all that the run knew of it, and back to the last digit of its score; what is text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import starmap
from typing import Any

from translator.bitext import Link, Origin, Pair, Status, TermUse
from translator.document import Span


def text_of(pair: Pair) -> str:
    """A pair as the pipeline made it, but for its source and target. Findings and offers are not of its making."""
    terms, names = list(map(_use, pair.terms)), list(map(_use, pair.names))
    values = terms, names, pair.links, pair.score, pair.unforced
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def pair_from(source: str, target: str, text: str) -> Pair:
    """The pair whose `text_of` this is. Raises ValueError or TypeError where it is none."""
    terms, names, links, score, unforced = json.loads(text)
    return Pair(
        source,
        target,
        Origin.ENGINE,
        tuple(starmap(_use_from, terms)),
        links=tuple(starmap(Link, links)),
        score=score,
        unforced=unforced,
        names=tuple(starmap(_use_from, names)),
    )


def is_unicode(texts: Iterable[str]) -> bool:
    """Can SQLite write the texts? Halves of surrogate pairs, of which Python can make texts, it cannot."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True


def readable(name: str) -> str:
    """A document's name in characters that can be written: a file's name may hold bytes of another encoding."""
    return name.encode(errors="replace").decode()


def _use(use: TermUse) -> list[Any]:
    places = [*use.source_span], use.target_span and [*use.target_span]
    return [use.source, use.target, use.status.value, *places, use.sure, use.forbidden, use.term_list]


def _use_from(
    source: str,
    target: str,
    status: str,
    source_span: list[int],
    target_span: list[int] | None,
    sure: bool,
    forbidden: list[str],
    term_list: str,
) -> TermUse:
    place = None if target_span is None else Span(*target_span)
    return TermUse(source, target, Status(status), Span(*source_span), place, sure, tuple(forbidden), term_list)
