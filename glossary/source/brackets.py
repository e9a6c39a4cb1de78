"""An abbreviation in brackets beside its own long form: `Kelompok Kriminal Bersenjata (KKB)`.

It stays as it stands, for in English the two would be the same words twice, and the long form is not honoured by it.
A rank and its abbreviation are one rank: `Letnan Kolonel (Letkol) Adi`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from glossary.abbreviations import stands_for
from glossary.source.spellings import spellings
from glossary.source.tokens import folded
from glossary.target.grammar import is_abbreviation
from glossary.term import USER_LIST, Case, Match, Term, TermKind

MAX_WORDS = 10  # of a long form

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?;:()]")
_BEFORE_A_NAME = re.compile(r"\s+(?=[A-Z])")
_IN_BRACKETS = re.compile(r"\s*\(\s*([^()]+?)\s*\)")


def settle_brackets(text: str, matches: Sequence[Match]) -> list[Match]:
    """The matches of a text, from left to right, each abbreviation beside its long form as it is to be translated."""
    found: list[Match] = []
    starts = {match.start for match in matches}
    for match in matches:
        before = found[-1] if found else None
        if before and before.end > match.start:
            continue  # it is the abbreviation of a rank that has taken it in
        if match.term.kind is TermKind.RANK:
            found.append(_whole_rank(text, match, starts))
        elif _is_in_brackets(text, match):
            found += _behind_long_form(text, found.pop() if before else None, match)
        elif _is_before_long_form(text, match):
            found.append(_as_it_stands(match))
        else:
            found.append(match)
    return found


def _whole_rank(text: str, match: Match, starts: Set[int]) -> Match:
    """A rank with its own abbreviation, or long form, in brackets behind it. starts: where the matches begin.

    An abbreviation that the list does not have for it counts before a name only; else it is that of a post.
    """
    beside = _IN_BRACKETS.match(text, match.end)
    if not beside:
        return match
    inside = folded(beside[1])
    is_same = any(folded(spelling.text) == inside for spelling in spellings(match.term))
    name = _BEFORE_A_NAME.match(text, beside.end())
    is_title = name is not None and name.end() not in starts and stands_for(inside, _WORD.findall(match.text))
    if not (is_same or is_title):
        return match
    end = _end_of_rank(text, match, beside.end())
    return replace(match, end=end, text=text[match.start : end])


def _end_of_rank(text: str, match: Match, end: int) -> int:
    """The end of a rank whose bracket ends at `end`: behind what belongs to one of its spellings (TNI, Inf)."""
    words = match.text.split()
    for spelling in match.term.variants:
        *head, last = spelling.split()
        if head == words and re.compile(rf" {re.escape(last)}\b").match(text, end):
            return end + 1 + len(last)
    return end


def _is_in_brackets(text: str, match: Match) -> bool:
    return text[: match.start].endswith("(") and text[match.end :].startswith(")")


def _behind_long_form(text: str, before: Match | None, match: Match) -> list[Match]:
    """The match before the bracket, if any, and that in it: is the one the long form of the other?"""
    lead = text[: match.start - 1].rstrip()
    adjoins = before is not None and before.end == len(lead)
    words = _WORD.findall(_SENTENCE_END.split(lead)[-1])[-MAX_WORDS:]
    is_own = any(stands_for(match.text, words[number:]) for number in range(len(words) - 1))
    if before and adjoins:
        is_own = is_own or _share_a_target(before, match)
    kept = _as_it_stands(match) if is_own else match
    if not before:
        return [kept]
    if is_own and adjoins:
        before = _not_honoured_by(before, match.text)
    return [before, kept]


def _share_a_target(long: Match, short: Match) -> bool:
    targets = set(map(folded, long.term.targets))
    return any(folded(target) in targets for target in short.term.targets)


def _is_before_long_form(text: str, match: Match) -> bool:
    """Does the long form of an abbreviation stand in brackets behind it: KKB (Kelompok Kriminal Bersenjata)?"""
    beside = _IN_BRACKETS.match(text, match.end)
    if not beside:
        return False
    words = _WORD.findall(beside[1])
    return len(words) > 1 and stands_for(match.text, words)


def _as_it_stands(match: Match) -> Match:
    """The match as a soft constraint that asks for what the source has, and accepts an English abbreviation (UN).

    One that the user's own list prefers stands.
    """
    term = match.term
    short = [target for target in term.targets if is_abbreviation(target)]
    if term.term_list == USER_LIST and short[:1] == [term.targets[0]]:
        return match
    targets = tuple(dict.fromkeys([match.text, *short]))
    same = Term(match.text, targets, TermKind.ABBREVIATION, Case.EXACT, plural=False, term_list=term.term_list)
    return replace(match, term=same, required=False)


def _not_honoured_by(match: Match, abbreviation: str) -> Match:
    """The match, not honoured by the abbreviation, which stands beside it."""
    targets = [target for target in match.term.targets if folded(target) != folded(abbreviation)]
    if not targets:
        return match
    return replace(match, term=replace(match.term, targets=tuple(targets)))
