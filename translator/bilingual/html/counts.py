"""What the head of the page counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from translator.bitext import Pair


@dataclass(slots=True)
class PageCounts:
    """The sums of a page.

    words: of the source. required, met: the user's terms, and beside them the built-in ones. names: how often each name
    was kept. severities: how many findings have each severity.
    """

    sentences: int = 0
    words: int = 0
    required: int = 0
    met: int = 0
    builtin_required: int = 0
    builtin_met: int = 0
    names: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)


def counted(pairs: Iterable[Pair]) -> PageCounts:
    counts = PageCounts()
    for pair in pairs:
        _add(counts, pair)
    return counts


def _add(counts: PageCounts, pair: Pair) -> None:
    counts.sentences += 1
    counts.words += len(pair.source.split())
    for use in pair.terms:
        is_met = use.target_span is not None
        if use.is_users:
            counts.required += 1
            counts.met += is_met
        else:
            counts.builtin_required += 1
            counts.builtin_met += is_met
    counts.names.update(use.source for use in pair.names if use.target_span is not None)
    counts.severities.update(finding.severity.value for finding in pair.findings)
