"""How often each translation of each term stands in the files of a folder, and which terms have several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from translator.bitext import Bitext
from translator.language.term_variation import TermOfList, with_rivals


@dataclass(frozen=True, slots=True)
class CountedTranslation:
    """A translation of a term: how often it stands, and in how many files. term_list: as in `TermUse`."""

    term: str
    term_list: str
    target: str
    times: int
    files: int = 1


def count_translations(bitext: Bitext) -> tuple[CountedTranslation, ...]:
    """The translations of the terms of one document."""
    from translator.checks.consistency import translations

    counted = []
    for term, places in translations(bitext.pairs()).items():
        for target, standing in places.items():
            counted.append(CountedTranslation(term.source, term.term_list, target, standing.times))
    return tuple(counted)


def varying_terms(counted: Iterable[CountedTranslation]) -> dict[str, list[CountedTranslation]]:
    """The terms that have several translations in a folder, by name, each with those that could stand for one another.

    The most frequent translation comes first. counted: of all files, one after another.
    """
    sums: dict[TermOfList, dict[str, CountedTranslation]] = {}
    for each in counted:
        forms = sums.setdefault(TermOfList(each.term, each.term_list), {})
        so_far = forms.get(each.target)
        if so_far:
            each = replace(each, times=so_far.times + each.times, files=so_far.files + each.files)
        forms[each.target] = each
    varying = {}
    for term in sorted(sums):
        rivals = [sums[term][target] for target in with_rivals(term, sums[term])]
        if rivals:
            varying[term.source] = sorted(rivals, key=lambda form: (-form.times, form.target))
    return varying


def as_json(counted: Iterable[CountedTranslation]) -> list[dict[str, Any]]:
    """The terms with several translations in the form of the `--json` object."""
    return [
        {"term": term, "translations": {form.target: form.times for form in forms}}
        for term, forms in varying_terms(counted).items()
    ]
