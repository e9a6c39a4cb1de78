"""A term has several translations in one document, of which each could stand for the others.

It looks at the whole document: the glossary's alternatives differ for a reader who takes each for a thing of its own.
Translations of different grammar (Russia, Russian) are none of these, nor are those of a single common word of the
included lists (troops, forces), nor the English beside which its abbreviation is introduced. One warning for each
term, at the sentence where the second translation comes first, names them all with the numbers of their sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary import varying_translations
from translator.bitext import Finding, Pair, Severity, TermUse

ID = "consistency"

MAX_PLACES = 5  # of one translation that a finding names

Places = dict[str, list[int]]  # by translation: the numbers of the pairs that have it, from 0


def check_document(pairs: Sequence[Pair]) -> Iterator[tuple[int, Finding]]:
    for term, places in translations(pairs).items():
        forms = varying_translations(places)
        if not forms:
            continue
        second = sorted(places[form][0] for form in forms)[1]
        shown = ", ".join([f"{form} ({_numbers(places[form])})" for form in forms])
        yield second, Finding(ID, Severity.WARNING, f"{term} has {len(forms)} translations: {shown}")


def translations(pairs: Sequence[Pair]) -> dict[str, Places]:
    """Of each term of a document its translations, and in which pairs each stands."""
    found: dict[str, Places] = {}
    for number, pair in enumerate(pairs):
        for use in pair.terms:
            if _counts(pair, use):
                found.setdefault(use.source, {}).setdefault(use.target, []).append(number)
    return found


def _counts(pair: Pair, use: TermUse) -> bool:
    if use.target_span is None or use.is_ordinary_word:
        return False
    introduced = f" ({use.source})"
    return not pair.target.startswith(introduced, use.target_span.end)


def _numbers(pairs: Sequence[int]) -> str:
    """The sentences as a reader counts them."""
    known = list(dict.fromkeys(pairs))
    shown = ", ".join([str(number + 1) for number in known[:MAX_PLACES]])
    more = ", ..." if len(known) > MAX_PLACES else ""
    noun = "sentence" if len(known) == 1 else "sentences"
    return f"{noun} {shown}{more}"
