"""A term has several translations in one document, of which each could stand for the others.

It looks at the whole document: the glossary's alternatives differ for a reader who takes each for a thing of its own.
Translations of different grammar (Russia, Russian) are none of these, nor are those of a single common word of the
included lists (troops, forces), nor the English beside which its abbreviation is introduced. One warning for each
term, at the sentence where the second translation comes first, names them all with the numbers of their sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from translator.bitext import Finding, Pair, Severity, TermUse
from translator.document import Span
from translator.language.term_variation import TermOfList, is_in_brackets, with_rivals

ID = "consistency"

MAX_PLACES = 5  # of one translation that a finding names


@dataclass(slots=True)
class Standing:
    """Where a translation of a term stands. times: how often. first: the first pairs that have it, by number, from 0.

    Of those there is one more than a finding names.
    """

    times: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, pair: int) -> None:
        """It stands once more, in the pair of this number."""
        self.times += 1
        if len(self.first) <= MAX_PLACES and pair not in self.first:
            self.first.append(pair)


Places = dict[str, Standing]  # of each translation of a term


def check_document(pairs: Iterable[Pair]) -> Iterator[tuple[int, Finding]]:
    for term, places in translations(pairs).items():
        forms = with_rivals(term, places)
        if forms:
            second = sorted([places[form].first[0] for form in forms])[1]
            shown = ", ".join([f"{form} ({_numbers(places[form].first)})" for form in forms])
            yield second, Finding(ID, Severity.WARNING, f"{term.source} has {len(forms)} translations: {shown}")


def translations(pairs: Iterable[Pair]) -> dict[TermOfList, Places]:
    """Of each term of a document its translations, but for an abbreviation that is introduced in brackets."""
    found: dict[TermOfList, Places] = {}
    for number, pair in enumerate(pairs):
        for use in pair.terms:
            if use.target_span and not _introduces(pair, use, use.target_span):
                places = found.setdefault(TermOfList(use.source, use.term_list), {})
                places.setdefault(use.target, Standing()).add(number)
    return found


def _introduces(pair: Pair, use: TermUse, span: Span) -> bool:
    """Does the term's abbreviation stand in brackets here, or right behind this?"""
    if is_in_brackets(pair, use):
        return True
    return pair.target.startswith(f" ({use.source})", span.end)


def _numbers(pairs: list[int]) -> str:
    """The sentences as a reader counts them."""
    shown = ", ".join([str(number + 1) for number in pairs[:MAX_PLACES]])
    more = ", ..." if len(pairs) > MAX_PLACES else ""
    return f"sentence {shown}{more}"
