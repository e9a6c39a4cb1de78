"""A term has several translations in one document, of which each could stand for the others.

It looks at the whole document: the glossary's alternatives differ for a reader who takes each for a thing of its own.
Translations of different grammar (Russia, Russian) are none of these, nor are those of a single common word of the
included lists (troops, forces), nor the English beside which its abbreviation is introduced. One warning for each
term, at the sentence where the second translation comes first, names them all with the numbers of their sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translator.bitext import Finding, Pair, Severity, TermUse
from translator.document import Span
from translator.language.term_variation import TermOfList, is_in_brackets, with_rivals

ID = "consistency"

MAX_PLACES = 5  # of one translation that a finding names


Places = dict[str, list[int]]  # of each translation of a term the numbers of the pairs that have it, from 0


def check_document(pairs: Sequence[Pair]) -> Iterator[tuple[int, Finding]]:
    for term, places in translations(pairs).items():
        forms = with_rivals(term, places)
        if forms:
            second = sorted([places[form][0] for form in forms])[1]
            shown = ", ".join([f"{form} ({_numbers(places[form])})" for form in forms])
            yield second, Finding(ID, Severity.WARNING, f"{term.source} has {len(forms)} translations: {shown}")


def translations(pairs: Sequence[Pair]) -> dict[TermOfList, Places]:
    """Of each term of a document its translations, but for an abbreviation that is introduced in brackets."""
    found: dict[TermOfList, Places] = {}
    for number, pair in enumerate(pairs):
        for use in pair.terms:
            if use.target_span and not _introduces(pair, use, use.target_span):
                places = found.setdefault(TermOfList(use.source, use.term_list), {})
                places.setdefault(use.target, []).append(number)
    return found


def _introduces(pair: Pair, use: TermUse, span: Span) -> bool:
    """Does the term's abbreviation stand in brackets here, or right behind this?"""
    if is_in_brackets(pair, use):
        return True
    return pair.target.startswith(f" ({use.source})", span.end)


def _numbers(pairs: Sequence[int]) -> str:
    """The sentences as a reader counts them."""
    known = list(dict.fromkeys(pairs))
    shown = ", ".join([str(number + 1) for number in known[:MAX_PLACES]])
    more = ", ..." if len(known) > MAX_PLACES else ""
    return f"sentence {shown}{more}"
