"""Glossaries for single sentences, mined out of a source, its reference and term tables.

Three kinds of term, each with the English that the reference has for it: entries of the tables (places, nouns), names
that stand on both sides to the letter, and words that an aligner links one to one. So a term's translation is what a
careful user's glossary would hold. `scrambled` gives each term the translation of another instead: no model would ever
choose it, so it shows obedience.
"""

from __future__ import annotations

import csv
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.enforcement.judge import Links, tokens
from glossary import Case, Match, Matcher, Term, TermKind, begins_sentence, occurrences
from translator.document import Span

MOST = 6  # terms in a sentence
MAX_RUN = 3  # words of a term, on either side
_VERBAL = re.compile(r"^(?:me[nmnlrwy]|di|ber|ter)|(?:ed|ing|ly)$")  # no nouns, mostly: in Indonesian, in English


def lexicon(paths: Iterable[Path]) -> list[Term]:
    """The rows of tab-separated tables with columns `id` and `en`, translations of one entry together."""
    found: dict[str, list[str]] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                if row["id"] and row["en"] and len(row["id"]) > 2:
                    found.setdefault(row["id"], []).append(row["en"])
    return [
        Term(source, tuple(dict.fromkeys(targets)), case=Case.EXACT if source[0].isupper() else Case.FOLD)
        for source, targets in found.items()
    ]


def mine(
    sources: Sequence[str],
    references: Sequence[str],
    entries: Sequence[Term],
    links: Sequence[Links],
    known: set[tuple[str, str]],
) -> list[list[Term]]:
    """At most MOST terms for each sentence, drawn at random, always the same ones.

    known: pairs of words that may translate each other; without any, no aligned words are taken.
    """
    matcher = Matcher(entries)
    common = _common(sources) | _common(references)
    found = []
    for number, (source, reference, linked) in enumerate(zip(sources, references, links, strict=True)):
        proposed = [*_listed(source, reference, matcher), *_copied(source, reference)]
        if known:
            proposed += _aligned(source, reference, linked, common, known)
        draw = random.Random(number)
        kept = _apart(source, reference, proposed)
        found.append(draw.sample(kept, min(len(kept), draw.randint(1, MOST))))
    return found


def scrambled(glossaries: Sequence[Sequence[Term]], references: Sequence[str]) -> list[list[Term]]:
    """The same terms, each with the translation of a term of the same kind in another sentence."""
    draw = random.Random(1)
    pools = {
        exact: [t for terms in glossaries for t in terms if (t.case is Case.EXACT) is exact] for exact in (False, True)
    }
    found = []
    for terms, reference in zip(glossaries, references, strict=True):
        words = set(reference.casefold().split())
        chosen: list[Term] = []
        for term in terms:
            pool = pools[term.case is Case.EXACT]
            other = next(
                other
                for other in (draw.choice(pool) for _ in range(10_000))
                if other.source != term.source and words.isdisjoint(other.targets[0].casefold().split())
            )
            chosen.append(replace(term, targets=other.targets))
            words |= set(other.targets[0].casefold().split())
        found.append(chosen)
    return found


def _listed(source: str, reference: str, matcher: Matcher) -> Iterator[Term]:
    for match in matcher.find(source):
        for start, end, _ in occurrences(reference, match)[:1]:
            kind = TermKind.PLACE if match.term.source[0].isupper() else None
            yield _term(source, Span(match.start, match.end), reference, Span(start, end), kind)


def _copied(source: str, reference: str) -> Iterator[Term]:
    there = Counter(re.findall(r"\w+", reference))
    for found in re.finditer(r"(?<=[^.!?\"“:] )[A-Z][\w'-]{2,}(?: [A-Z][\w'-]+)*", source):
        place = re.search(rf"\b{re.escape(found[0])}\b", reference)
        if place and there[found[0].split()[0]] == 1:
            yield _term(source, Span(*found.span()), reference, Span(*place.span()), TermKind.PERSON)


def _aligned(
    source: str, reference: str, links: Links, common: set[str], known: set[tuple[str, str]]
) -> Iterator[Term]:
    """Runs of up to three source words that are linked to a run of words and to nothing else, the longest first."""
    here, there = tokens(source), tokens(reference)
    for length in (MAX_RUN, 2, 1):
        for first in range(len(here) - length + 1):
            inside = range(first, first + length)
            rows = _linked_run(inside, links)
            if not rows or not _all_known(source, here, reference, there, rows, links, known):
                continue
            left, right = Span(here[first].start, here[inside[-1]].end), Span(there[rows[0]].start, there[rows[-1]].end)
            if _content(left.of(source), common) and _content(right.of(reference), common):
                yield _term(source, left, reference, right, None)


def _linked_run(inside: range, links: Links) -> list[int]:
    """The run of words that the words `inside` are linked to; empty where it is none, or is linked to others, too."""
    rows = sorted({row for column, row in links if column in inside})
    back = {column for column, row in links if row in rows}
    if not rows or back != set(inside):
        return []
    is_run = rows[-1] - rows[0] == len(rows) - 1 and len(rows) <= MAX_RUN
    return rows if is_run else []


def _all_known(
    source: str,
    here: Sequence[Span],
    reference: str,
    there: Sequence[Span],
    rows: Sequence[int],
    links: Links,
    known: set[tuple[str, str]],
) -> bool:
    """Are all pairs of words that are linked in these rows known?"""
    for column, row in links:
        pair = here[column].of(source).casefold(), there[row].of(reference).casefold()
        if row in rows and pair not in known:
            return False
    return True


def _content(text: str, common: set[str]) -> bool:
    """Is it one or several words with a meaning of their own?"""
    words = text.split()
    return all(
        word.isalpha() and len(word) > 3 and word.casefold() not in common and not _VERBAL.search(word)
        for word in words
    )


def _common(texts: Sequence[str]) -> set[str]:
    """The words that stand in one of a hundred sentences, or in more."""
    counts = Counter(word for text in texts for word in set(re.findall(r"\w+", text.casefold())))
    return {word for word, count in counts.items() if count * 100 > len(texts) >= 100}


def _term(source: str, here: Span, reference: str, there: Span, kind: TermKind | None) -> Term:
    found, wanted = here.of(source), there.of(reference)
    if found[0].isupper() and not begins_sentence(source, here.start):
        return Term(found, (wanted,), kind, Case.EXACT)
    if kind is None and begins_sentence(reference, there.start) and not found[0].isupper():
        wanted = wanted[0].lower() + wanted[1:]
    return Term(found, (wanted,), kind, Case.EXACT if kind else Case.FOLD)


def _apart(source: str, reference: str, terms: Iterable[Term]) -> list[Term]:
    """Those whose every occurrence the reference translates so, none overlapping another on either side."""
    kept: list[Term] = []
    blotted = reference
    taken: list[Match] = []
    for term in terms:
        uses = Matcher([term]).find(source)
        if not uses or any(one.start < other.end and other.start < one.end for one in uses for other in taken):
            continue
        places = occurrences(blotted, uses[0])
        if len(places) == len(uses) and len(Matcher([*kept, term]).find(source)) == len(taken) + len(uses):
            kept.append(term)
            taken += uses
            for start, end, _ in places:
                blotted = blotted[:start] + "\0" * (end - start) + blotted[end:]
    return kept
