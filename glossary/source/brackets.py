"""An abbreviation in brackets beside its own long form: `Kelompok Kriminal Bersenjata (KKB)`.

It becomes the English abbreviation that its term has (UN), else it stays: in English the two would be the same words
twice. The long form is not honoured by it.
A rank and its abbreviation are one rank: `Letnan Kolonel (Letkol) Adi`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from glossary.abbreviations import stands_for
from glossary.source.spellings import spellings
from glossary.source.tokens import folded
from glossary.target.grammar import is_abbreviation
from glossary.term import USER_LIST, Case, Match, Term, TermKind
from glossary.word_lists import words

MAX_WORDS = 10  # of a long form

_NOTHING = Match(-1, -1, "", Term("", ("",)))
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?;:()]")
_BEFORE_A_NAME = re.compile(r"\s+(?=[A-Z])")
_CORPS_TAG = re.compile(rf" (?:TNI|{'|'.join(sorted(map(str.capitalize, words('corps_tags'))))})\b")
_IN_BRACKETS = re.compile(r"\s*\(\s*+([^()]*[^()\s])\s*+\)")


def settle_brackets(text: str, matches: Sequence[Match]) -> list[Match]:
    """The matches of a text, from left to right, each abbreviation beside its long form as it is to be translated."""
    found = [_NOTHING]
    starts = {match.start for match in matches}
    for match in matches:
        if match.start < found[-1].end:
            continue  # it is the abbreviation of a rank that has taken it in
        if match.term.kind is TermKind.RANK:
            found.append(_whole_rank(text, match, starts))
        elif text[: match.start].endswith("(") and text.startswith(")", match.end):
            before = found.pop()
            found += _behind_long_form(text, before, match)
        else:
            found.append(_before_long_form(text, match))
    return found[1:]


def _whole_rank(text: str, match: Match, starts: Set[int]) -> Match:
    """A rank with its own abbreviation, or long form, in brackets behind it. starts: where the matches begin.

    An abbreviation that the list does not have for it counts before a name only; else it is that of a post.
    """
    beside = _IN_BRACKETS.match(text, match.end)
    if not beside:
        return match
    known = {folded(spelling.text) for spelling in spellings(match.term)}
    name = _BEFORE_A_NAME.match(text, beside.end())
    is_title = name is not None and name.end() not in starts
    if is_title and stands_for(beside[1], _WORD.findall(match.text)):
        known.add(folded(beside[1]))
    if folded(beside[1]) not in known:
        return match
    tag = _CORPS_TAG.match(text, beside.end())
    end = (tag or beside).end()
    return replace(match, end=end, text=text[match.start : end])


def _behind_long_form(text: str, before: Match, match: Match) -> list[Match]:
    """The match before the bracket and that in it, of which the abbreviation, where they are one, is English or stays.

    The long form beside it is not honoured by the abbreviation.
    """
    lead = text[: match.start - 1].rstrip()
    if before.end == len(lead) and is_abbreviation(before.text) and not is_abbreviation(match.text):
        return [before, _not_honoured_by(match, before.term.targets)]
    before_it = _WORD.findall(_SENTENCE_END.split(lead)[-1])[-MAX_WORDS:]
    is_long_form = before.end == len(lead) and _share_a_target(before, match)
    if is_long_form or any(stands_for(match.text, before_it[number:]) for number in range(len(before_it) - 1)):
        short = _short_form(match)
        return [_not_honoured_by(before, [match.text, *short.term.targets]), short]
    return [before, match]


def _share_a_target(one: Match, other: Match) -> bool:
    return not set(map(folded, one.term.targets)).isdisjoint(map(folded, other.term.targets))


def _before_long_form(text: str, match: Match) -> Match:
    """The match as a short form, if its long form follows in brackets: KKB (Kelompok Kriminal Bersenjata)."""
    beside = _IN_BRACKETS.match(text, match.end)
    inside = _WORD.findall(beside[1]) if beside else []
    if len(inside) > 1 and stands_for(match.text, inside):
        return _short_form(match)
    return match


def _short_form(match: Match) -> Match:
    """The match as a soft constraint that asks for its English abbreviation (UN), where it has one, or stays as it is.

    One that the user's own list prefers stands.
    """
    term = match.term
    short = list(filter(is_abbreviation, term.targets))
    if term.term_list == USER_LIST and short[:1] == [term.targets[0]]:
        return match
    if match.text in short or not short:
        short = [match.text]
    same = Term(match.text, tuple(short), TermKind.ABBREVIATION, Case.EXACT, plural=False, term_list=term.term_list)
    return replace(match, term=same, required=False)


def _not_honoured_by(match: Match, abbreviations: Iterable[str]) -> Match:
    """The match, not honoured by the abbreviations, one of which stands beside it."""
    beside = set(map(folded, abbreviations))
    targets = tuple([target for target in match.term.targets if folded(target) not in beside])
    return replace(match, term=replace(match.term, targets=targets or match.term.targets))
