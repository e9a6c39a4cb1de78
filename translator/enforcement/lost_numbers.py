"""The numbers of a source that a draft does not have."""

from __future__ import annotations

from collections.abc import Iterable

from translator.document import Coverage
from translator.enforcement.draft import Draft, source_span
from translator.language.numbers import Number, lost, missing


def lost_numbers(draft: Draft) -> list[Number]:
    """The numbers for which the draft has nothing that a translator may write: the model should be asked again."""
    return _outside_terms(lost(draft.source, draft.text), draft)


def wrong_numbers(draft: Draft) -> list[Number]:
    """The lost numbers, and those in a form that Padan puts right: 10.30 for 10:30."""
    return _outside_terms(missing(draft.source, draft.text), draft)


def _outside_terms(numbers: Iterable[Number], draft: Draft) -> list[Number]:
    """The numbers, but for those inside a term: they are the term's."""
    terms = Coverage.of(map(source_span, draft.matches))
    return [number for number in numbers if not terms.meets(number.span)]
