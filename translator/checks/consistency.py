"""A term has several translations in one document, of which each could stand for the others.

It looks at the whole document: the glossary's alternatives differ for a reader who takes each for a thing of its own.
Translations of different grammar (Russia, Russian) are none of these, nor are those of a single common word of the
included lists (troops, forces), nor the English beside which its abbreviation is introduced. One warning for each
term, at the sentence where the second translation comes first, names them all with the numbers of their sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.bitext import Finding, Pair, Severity, TermUse
from translator.language.term_variation import is_in_brackets, is_rival

ID = "consistency"

MAX_PLACES = 5  # of one translation that a finding names


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation that a document has for a term. use: the first one. pairs: the numbers of all, from 0."""

    use: TermUse
    pairs: list[int]


def check_document(pairs: Sequence[Pair]) -> Iterator[tuple[int, Finding]]:
    for term, forms in varying(pairs).items():
        second = forms[1].pairs[0]
        shown = ", ".join([f"{form.use.target} ({_numbers(form.pairs)})" for form in forms])
        yield second, Finding(ID, Severity.WARNING, f"{term} has {len(forms)} translations: {shown}")


def varying(pairs: Sequence[Pair]) -> dict[str, list[Translation]]:
    """The terms of a document with several translations that could stand for one another, in their order."""
    found: dict[str, list[Translation]] = {}
    for term, forms in _translations(pairs).items():
        rivals = [form for form in forms if _has_rival(form, forms)]
        if rivals:
            found[term] = rivals
    return found


def _translations(pairs: Sequence[Pair]) -> dict[str, list[Translation]]:
    """Of each term of a document its translations, by where each comes first."""
    found: dict[tuple[str, str], dict[str, Translation]] = {}
    for number, pair in enumerate(pairs):
        for use in pair.terms:
            if use.target_span is None or is_in_brackets(pair, use):
                continue
            if pair.target.startswith(f" ({use.source})", use.target_span.end):
                continue
            forms = found.setdefault((use.source, use.term_list), {})
            forms.setdefault(use.target, Translation(use, [])).pairs.append(number)
    return {term: list(forms.values()) for (term, _), forms in found.items()}


def _has_rival(form: Translation, others: Sequence[Translation]) -> bool:
    return any(is_rival(form.use, other.use.target) for other in others)


def _numbers(pairs: Sequence[int]) -> str:
    """The sentences as a reader counts them."""
    known = list(dict.fromkeys(pairs))
    shown = ", ".join([str(number + 1) for number in known[:MAX_PLACES]])
    more = ", ..." if len(known) > MAX_PLACES else ""
    noun = "sentence" if len(known) == 1 else "sentences"
    return f"{noun} {shown}{more}"
